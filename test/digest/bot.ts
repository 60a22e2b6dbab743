import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { startTelegram, type TelegramOptions } from '../../src/channel/telegram/index.js';
import { dateIn } from '../../src/clock.js';
import { Conversations } from '../../src/conversation.js';
import { openDigests } from '../../src/digest/index.js';
import type { Studio } from '../../src/digest/ports.js';
import { buildStore } from '../../src/ingest/build.js';
import { loadFiles } from '../../src/ingest/load.js';
import { createLog } from '../../src/log.js';
import { buildLexicon } from '../../src/question/lexicon.js';
import { Buttons } from '../../src/store/buttons.js';
import { openFacts } from '../../src/store/facts.js';
import { Inbox } from '../../src/store/inbox.js';
import { openStore } from '../../src/store/open.js';
import { Pictures } from '../../src/store/pictures.js';
import { openStudio } from '../../src/studio.js';
import { AT_ONCE, QUICK } from '../channel/telegram/harness.js';
import { dataFolder, observations, row } from '../ingest/fixtures.js';
import { folder } from '../store/folder.js';
import { BotApi } from '../support/botapi.js';
import { Front } from './front.js';
import { ALIASES, askerOf, at, BEGINNING, GROUPS, INDICATORS } from './house.js';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A Bot API with administrators and limits before it. */
export async function front(): Promise<Front> {
  const api = await new BotApi().start();
  const made = await new Front(api).start();
  cleanups.push(async () => {
    await made.close();
    await api.close();
    expect(api.violations).toEqual([]);
  });
  return made;
}

/** The whole bot: store, engine, digests, Telegram; only the clock of the wall is the test's. */
export async function bot(
  before: Front,
  more: Partial<Omit<TelegramOptions, 'studio'>> & {
    file?: string;
    studio?: Studio;
    /** Answers offer pictures and files, and so every button that stands under them. */
    offering?: boolean;
  } = {},
) {
  const { file = join(folder(), 'kho.sqlite'), studio, offering = false, ...options } = more;
  const db = openStore(file);
  const files = {
    'indicators.csv': INDICATORS,
    'groups.csv': GROUPS,
    'aliases.csv': ALIASES,
    'observations/a.csv': BEGINNING,
  };
  buildStore(db, dataFolder(folder(), files));
  const clock = { now: at('2026-11-24 12:00') };
  const now = () => clock.now;
  const facts = openFacts(db);
  const conversations = new Conversations(() => {
    facts.refresh();
    return { today: dateIn(now()), lexicon: buildLexicon(facts.catalogue), facts };
  }, now);
  const lines: string[] = [];
  const log = createLog({
    level: 'debug',
    secrets: [before.api.token],
    stream: { write: (line) => void lines.push(line) },
  });
  const inbox = new Inbox(db);
  const drawn = openStudio(() => {
    facts.refresh();
    return { today: dateIn(now()), lexicon: buildLexicon(facts.catalogue), facts };
  });
  cleanups.push(() => drawn.close());
  let digests!: ReturnType<typeof openDigests>;
  const channel = await startTelegram({
    token: before.api.token,
    apiRoot: `${before.root}/`,
    conversations,
    inbox,
    buttons: new Buttons(db),
    pictures: new Pictures(db),
    log,
    now,
    timing: QUICK,
    rates: AT_ONCE,
    desk: (post) => {
      digests = openDigests({
        db,
        asker: askerOf(db, now),
        post,
        studio: studio ?? drawn,
        log,
        now,
        owner: `bot ${Math.random()}`,
        forget: (chat, person) => conversations.forget(`${chat}:${person}`),
      });
      return digests.desk;
    },
    studio: offering ? drawn : undefined,
    ...options,
  });
  channel.done.catch(() => {});
  await channel.ready;
  cleanups.push(async () => {
    await digests.scheduler.stop();
    await channel.stop();
    db.close();
    for (const line of lines) expect(line).not.toContain(before.api.token.split(':')[1]);
  });
  let files_ = 0;
  return {
    db,
    file,
    digests,
    studio: drawn,
    channel,
    clock,
    lines,
    inbox,
    api: before.api,
    load(...rows: Record<string, string>[]) {
      files_ += 1;
      const bytes = Buffer.from(observations(...rows.map((r) => row(r))));
      loadFiles(db, [{ name: `moi-${files_}.csv`, bytes }]);
    },
    async beat() {
      await digests.scheduler.beat();
      await digests.courier.run();
    },
    /** What the bot answers to the next sentence. */
    async hears(person: number, text: string, more: Record<string, unknown> = {}, chat = person) {
      const count = before.api.messages.length;
      if (chat === person) before.api.say(person, text, more);
      else before.api.sayInGroup(chat, person, text, more);
      await before.api.until(() => before.api.messages.length > count, `an answer to «${text}»`);
      return before.api.messages[count]!;
    },
  };
}
