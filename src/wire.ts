import type { Result } from './ask.js';
import { ask, askQuestion } from './ask.js';
import { type Assembly, assemble } from './assemble.js';
import { proxyAgent, startTelegram } from './channel/telegram/index.js';
import { startWeb } from './channel/web/index.js';
import { dateIn } from './clock.js';
import type { Config } from './config.js';
import { Conversations } from './conversation.js';
import { type Asker, type Digests, openDigests } from './digest/index.js';
import type { createLog } from './log.js';
import type { Question } from './question/question.js';
import { revive } from './question/stored.js';
import { begunBy, type Shelf, shelvesOf } from './shelves.js';
import { Buttons } from './store/buttons.js';
import { Inbox } from './store/inbox.js';
import { Pictures } from './store/pictures.js';
import { openStudio } from './studio.js';

/** What an empty page offers. */
const SUGGESTIONS = [
  'Sản lượng điện 2021',
  'Mục tiêu xi măng 2022',
  'Top 3 tăng trưởng 2021',
  'Biểu đồ xi măng cả nước 2005–2015',
  'Xuất Excel mục tiêu 2022',
];

/** What somebody new may tap, and what an empty inline query shows. */
const EXAMPLES = ['Sản lượng điện 2021', 'Mục tiêu xi măng 2022', 'Biểu đồ xi măng cả nước 2005–2015'];

/** A button that nobody was shown for so long is forgotten. */
const BUTTON_KEPT_MS = 400 * 24 * 60 * 60_000;
/** A picture that nobody asked for so long is drawn anew. */
const PICTURE_KEPT_MS = 90 * 24 * 60 * 60_000;

export interface Surroundings {
  readonly log: ReturnType<typeof createLog>;
  /** A line for the person who started the program. */
  readonly say: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface House {
  /** Rejects when the program cannot go on, such as with a token that Telegram refuses; never resolves. */
  readonly failed: Promise<never>;
  /** Digests and Telegram first, so that nothing new is begun, then the page, then the store. */
  stop(): Promise<void>;
}

/** A channel cannot be opened; the message says in Vietnamese what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Opens the store and every channel that the settings ask for. */
export async function openHouse(config: Config, { log, say, now }: Surroundings): Promise<House> {
  const assembly = assemble(config.db, say);
  const conversations = new Conversations(() => assembly.world(dateIn(now())), now);
  const talker = reporting(conversations, log);
  const stored = new Buttons(assembly.db);
  stored.prune(now() - BUTTON_KEPT_MS);
  const buttons = {
    keep: (question: object, at: number) => stored.keep(question, at),
    // Of another version's button it is better to be told so than to be answered by half of it.
    find: (key: string) => revive(stored.find(key)),
  };
  const pictures = new Pictures(assembly.db);
  pictures.prune(now() - PICTURE_KEPT_MS);
  const studio = openStudio(() => assembly.world(dateIn(now())));

  // The page first: a port that is taken ends the program before Telegram hears of it.
  const web =
    config.webPort === null
      ? null
      : await startWeb({
          port: config.webPort,
          host: config.webHost,
          talker,
          buttons: {
            keep: (question) => buttons.keep(question, now()),
            find: (key) => buttons.find(key),
          },
          studio,
          log,
          suggestions: SUGGESTIONS,
        }).catch((cause: Error) => {
          assembly.close();
          throw new CannotStart(cause.message, { cause });
        });
  if (web) say(`Mở ${address(web.url)} bằng trình duyệt để hỏi số liệu. Nhấn Ctrl+C để dừng.`);

  let digests: Digests | null = null;
  const telegram =
    config.token === null
      ? null
      : await startTelegram({
          token: config.token,
          apiRoot: config.apiRoot,
          agent: config.proxy === null ? undefined : proxyAgent(config.proxy),
          conversations: talker,
          inbox: new Inbox(assembly.db),
          buttons,
          studio,
          pictures,
          engine: engineOf(assembly, now, log),
          desk: (post) => {
            const forget = (chat: number, person: number) => conversations.forget(`${chat}:${person}`);
            const asker = askerOf(assembly, now);
            digests = openDigests({ db: assembly.db, asker, post, studio, log, now, forget });
            return digests.desk;
          },
          webhook: config.webhook === null ? undefined : { ...config.webhook, host: config.webHost },
          log,
          now,
        }).catch(async (cause: Error) => {
          await web?.stop();
          assembly.close();
          throw new CannotStart(cause.message, { cause });
        });
  // Assigned while Telegram was started, which the compiler cannot see.
  const sending = digests as Digests | null;
  sending?.scheduler.start();
  if (telegram) {
    say('Đang kết nối với Telegram…');
    void telegram.ready.then(() => say('Bot Telegram đã sẵn sàng nhận câu hỏi. Nhấn Ctrl+C để dừng.'));
  }

  return {
    failed: new Promise((_, reject) => telegram?.done.catch(reject)),
    async stop() {
      await sending?.scheduler.stop();
      await telegram?.stop();
      await web?.stop();
      await studio.close();
      assembly.close();
    },
  };
}

/** The engine as digests use it: today's world, no previous question. */
export function askerOf(assembly: Assembly, now: () => number): Asker {
  const world = () => ({ ...assembly.world(dateIn(now())), previous: null });
  return {
    get facts() {
      assembly.facts.refresh();
      return assembly.facts;
    },
    today: () => dateIn(now()),
    read: (text) => ask(text, world()),
    // What is followed was perhaps kept by an earlier version.
    ask: (question) => askQuestion(revive(question) ?? question, world()),
  };
}

/** The engine beside every conversation, for inline mode, examples and the catalogue. */
function engineOf(assembly: Assembly, now: () => number, log: Surroundings['log']) {
  const asker = askerOf(assembly, now);
  let shelves: { readonly revision: number; readonly all: readonly Shelf[] } | null = null;
  const all = () => {
    const { facts } = asker;
    if (shelves?.revision !== facts.revision) shelves = { revision: facts.revision, all: shelvesOf(facts) };
    return shelves.all;
  };
  return {
    examples: EXAMPLES,
    read: (text: string) => logged(asker.read(text), log),
    ask: (question: Question) => logged(asker.ask(question), log),
    shelves: all,
    begun: (text: string) => begunBy(all(), text),
  };
}

/** The same answers; an internal fault, which the person was told of, also goes to the log. */
function reporting(conversations: Conversations, log: Surroundings['log']) {
  return {
    say: (key: string, text: string, context?: { readonly about?: Question }) =>
      logged(conversations.say(key, text, context), log),
    press: (key: string, question: Question) => logged(conversations.press(key, question), log),
  };
}

function logged(result: Result, log: Surroundings['log']): Result {
  if (result.fault !== null)
    log.error({ fault: result.fault, kind: result.question.kind }, 'a reply was withheld');
  return result;
}

/** As people know their own machine. */
const address = (url: string) => url.replace('//127.0.0.1:', '//localhost:').replace(/\/$/, '');
