import type { Context, Telegraf } from 'telegraf';
import type { CallbackQuery, Message, Update } from 'telegraf/types';
import type { Form } from '../../question/form.js';
import type { FigureQuestion, Question } from '../../question/question.js';
import { hear, speakerOf } from './address.js';
import type { Admins } from './admins.js';
import { drawPage } from './browse.js';
import type { Hand } from './hand.js';
import { escapeHtml } from './html.js';
import type { Inline } from './inline.js';
import { ACT_OF, actIn, callbackData, deskKeyboard, type Key, pageIn } from './keyboard.js';
import { keyInStart, keyUnder } from './link.js';
import type { ButtonsLike, Desk, DeskReply, Engine, Place, Talker, Told, Visitor } from './ports.js';
import { answerAct, answerPage, answerPress, type Outcome, refusalOf } from './press.js';
import { aside } from './progress.js';
import { renderReply } from './render.js';
import type { Sender, Target } from './send.js';
import {
  COMMANDS,
  FAULT,
  FAULT_SHORT,
  HOW_TO_ASK,
  OLD_BUTTON,
  OLD_LINK,
  ON_ITS_WAY,
  TYPE_PLEASE,
} from './words.js';

/** How long an edit waits for the acknowledgement before it, at most. */
const ACKNOWLEDGE_FIRST = 1_000;

/** Albums whose wordless pictures were already answered. */
const ALBUMS = 200;

/** So many questions to tap are offered to somebody new. */
const EXAMPLES = 3;

type Pressed = Outcome & { readonly told?: Told };

/** What the routes work with. */
export interface RouteParts {
  readonly conversations: Talker;
  readonly buttons: ButtonsLike;
  readonly sender: Sender;
  readonly hand: Hand;
  readonly desk: Desk | null;
  readonly admins: Admins;
  /** Without it there are no examples, no catalogue to look through and no inline mode. */
  readonly engine: Engine | null;
  readonly inline: Inline | null;
  readonly now: () => number;
}

/** The routes: what each kind of update leads to. Telegraf finds the route; the sender carries the answer. */
export class Routes {
  readonly #acknowledged = new WeakSet<object>();
  readonly #albums = new Set<string>();
  /** Buttons whose picture or file is on its way. */
  readonly #preparing = new Set<string>();

  constructor(
    private readonly bot: Telegraf,
    private readonly parts: RouteParts,
  ) {
    // Telegraf's own handler would print the update and swallow nothing; failures are the intake's.
    bot.catch((error) => {
      throw error;
    });
    for (const { command, asks } of COMMANDS) {
      bot.command(new RegExp(`^${command}$`, 'i'), (ctx) => {
        parts.desk?.seen(ctx.chat.id);
        const rest = ctx.payload.trim();
        if (command === 'start') return this.#start(ctx.message, asks, rest);
        if (command === 'hoi') return this.#ask(ctx.message, rest);
        if (command === 'sanpham' && parts.engine) return this.#browse(ctx.message);
        return this.#answer(ctx.message, asks);
      });
    }
    for (const { command } of parts.desk?.commands ?? []) {
      bot.command(new RegExp(`^${command}$`, 'i'), (ctx) => this.#command(ctx.message, command, ctx.payload));
    }
    bot.on('message', (ctx) => this.#hear(ctx));
    bot.on('inline_query', (ctx) => parts.inline?.answer(ctx.inlineQuery));
    bot.on('callback_query', (ctx) => this.#press(ctx.update, ctx.callbackQuery));
  }

  handle(update: Update): Promise<void> {
    return this.bot.handleUpdate(update);
  }

  /** A press whose turn has not come yet: Telegram's clock on the button is stopped now. */
  async acknowledgeEarly(update: Update): Promise<void> {
    if (!('callback_query' in update)) return;
    this.#acknowledged.add(update);
    const query = update.callback_query;
    const refusal = refusalOf(query, this.parts.buttons);
    if (refusal?.kind === 'note') await this.parts.sender.acknowledge(query.id, refusal.text, refusal.alert);
    else await this.parts.sender.acknowledge(query.id, null);
  }

  /** After an update that could not be handled: one kind sentence, if the person was waiting for one. */
  async apologise(update: Update): Promise<void> {
    if ('callback_query' in update) {
      const { id, message } = update.callback_query;
      if (!this.#acknowledged.has(update)) await this.parts.sender.acknowledge(id, FAULT_SHORT, true);
      // A press can be answered once only: what fails later, such as an upload, is told in the chat.
      else if (message && message.date !== 0)
        await this.parts.sender.tryOnce(targetOf(message as Message), escapeHtml(FAULT));
      return;
    }
    if (!('message' in update) || !this.bot.botInfo) return;
    if (speakerOf(update.message) === null) return;
    const command = 'entities' in update.message && update.message.entities?.[0]?.type === 'bot_command';
    if (!command && hear(update.message, this.bot.botInfo).kind === 'silence') return;
    await this.parts.sender.tryOnce(targetOf(update.message), escapeHtml(FAULT));
  }

  async #hear(ctx: Context<Update.MessageUpdate>): Promise<void> {
    const { desk } = this.parts;
    const { message } = ctx;
    if ('migrate_to_chat_id' in message) desk?.moved(message.chat.id, message.migrate_to_chat_id);
    const heard = hear(message, ctx.botInfo);
    if (heard.kind !== 'silence') desk?.seen(message.chat.id);
    if (heard.kind === 'question') {
      const visitor = this.#visitor(message);
      const said = visitor && desk ? await desk.hear(heard.text, visitor) : null;
      if (said) await this.#say(message, said);
      else await this.#answer(message, heard.text);
    }
    if (heard.kind === 'wordless' && speakerOf(message) !== null && this.#firstOfAlbum(message)) {
      await this.parts.sender.reply(targetOf(message), [escapeHtml(TYPE_PLEASE)], null);
    }
  }

  /** The greeting with questions to tap; behind a link, the answer that it names. */
  async #start(message: Message, greeting: string, payload: string): Promise<void> {
    const { conversations, buttons, hand, sender } = this.parts;
    const speaker = speakerOf(message);
    if (speaker === null) return;
    const who = `${message.chat.id}:${speaker}`;
    const key = keyInStart(payload);
    // Only Questions are ever kept, and only keys we made are found.
    const question = key === null ? null : (buttons.find(key) as FigureQuestion | null);
    if (question) {
      const told = await conversations.press(who, question);
      return this.#hand(message, targetOf(message), speaker, told, null);
    }
    if (key !== null) await sender.reply(targetOf(message), [escapeHtml(OLD_LINK)], null);
    await hand.greet(targetOf(message), await conversations.say(who, greeting), this.#examples());
  }

  /** `/hoi`: what stands behind it, else the message it replies to. */
  async #ask(message: Message, rest: string): Promise<void> {
    const answered = 'reply_to_message' in message ? message.reply_to_message : undefined;
    const theirs = answered?.from?.is_bot === false && 'text' in answered ? answered.text : '';
    const asked = rest || theirs.replace(/^\/\S+/, '').trim();
    if (asked !== '') return this.#answer(message, asked);
    if (speakerOf(message) === null) return;
    const keyboard = { inline_keyboard: this.#examples() };
    await this.parts.sender.reply(targetOf(message), [escapeHtml(HOW_TO_ASK)], keyboard);
  }

  async #browse(message: Message): Promise<void> {
    const { engine, buttons, sender, now } = this.parts;
    if (speakerOf(message) === null || !engine) return;
    const page = drawPage(engine.shelves(), '', 0, buttons, now());
    if (page) await sender.reply(targetOf(message), [page.html], page.keyboard);
  }

  /** Each asks in a message of its own, so that the others stay. */
  #examples(): readonly (readonly Key[])[] {
    const { engine, buttons, now } = this.parts;
    return (engine?.examples ?? []).slice(0, EXAMPLES).flatMap((text) => {
      const { question, form } = engine!.read(text);
      if (!question) return [];
      const act = form ? ACT_OF[form] : 'n';
      return [[{ text, callback_data: callbackData(buttons.keep(question, now()), act) }]];
    });
  }

  async #command(message: Message, command: string, rest: string): Promise<void> {
    const { desk } = this.parts;
    const visitor = this.#visitor(message);
    if (!visitor || !desk) return;
    desk.seen(visitor.chat);
    await this.#say(message, await desk.command(command, rest, visitor));
  }

  async #say(message: Message, said: DeskReply): Promise<void> {
    const htmls = renderReply({ restated: null, blocks: said.blocks, buttons: [], plain: '' });
    await this.parts.sender.reply(targetOf(message), htmls, deskKeyboard(said.rows));
  }

  async #answer(message: Message, asked: string): Promise<void> {
    const { conversations, buttons } = this.parts;
    const speaker = speakerOf(message);
    if (speaker === null) return;
    this.#firstOfAlbum(message);
    const about = aboutOf(message, this.bot.botInfo?.id, buttons);
    const told = await conversations.say(`${message.chat.id}:${speaker}`, asked, about ? { about } : {});
    const { question } = told;
    if (question?.kind === 'help' && ['help', 'greeting'].includes(question.topic))
      await this.parts.hand.greet(targetOf(message), told, this.#examples());
    else await this.#hand(message, targetOf(message), speaker, told, told.form ?? null);
  }

  /**
   * Sends an answer; once it has arrived, its figures count as told. Pictures and files go out beside what the chat asks
   * next.
   */
  async #hand(
    message: Message,
    target: Target,
    person: number,
    told: Told,
    form: Form | null,
    ended = () => {},
  ): Promise<void> {
    const { hand, desk } = this.parts;
    const deliver = async () => {
      try {
        const handed = await hand.answer(target, told, form);
        if (handed === null || !desk) return;
        if (handed.chat !== message.chat.id) desk.moved(message.chat.id, handed.chat);
        desk.told({ ...placeOf(message), chat: handed.chat }, person, handed.told);
      } finally {
        ended();
      }
    };
    if (hand.isSlow(told, form)) await aside(deliver);
    else await deliver();
  }

  /** Who speaks here; null when nobody does. */
  #visitor(message: Message): Visitor | null {
    const person = speakerOf(message);
    return person === null ? null : this.#visitorAt(placeOf(message), person);
  }

  #visitorAt(place: Place, person: number): Visitor {
    const group = place.chat < 0;
    const admin = async () => !group || (await this.parts.admins.mayDecide(place.chat, person));
    return { ...place, person, group, admin };
  }

  async #outcomeOf(query: CallbackQuery): Promise<Pressed> {
    const { conversations, buttons, desk, hand, engine, now } = this.parts;
    if ('data' in query && engine && pageIn(query.data))
      return answerPage(query, engine.shelves(), buttons, now());
    if (!('data' in query) || actIn(query.data) === null)
      return answerPress(query, conversations, buttons, (told, back) =>
        hand.keyboard(told, placeOf(query.message as Message), back),
      );
    if (!desk || !query.message) return { kind: 'note', text: OLD_BUTTON, alert: true };
    const place = placeOf(query.message as Message);
    return answerAct(query, desk, this.#visitorAt(place, query.from.id), buttons);
  }

  async #press(update: Update, query: CallbackQuery): Promise<void> {
    const pressed = `${query.message?.chat.id}:${query.message?.message_id}:${'data' in query && query.data}`;
    const outcome: Pressed = this.#preparing.has(pressed)
      ? { kind: 'note', text: ON_ITS_WAY, alert: false }
      : await this.#outcomeOf(query);
    if (!this.#acknowledged.has(update)) {
      this.#acknowledged.add(update);
      const note = outcome.kind === 'note' ? outcome : null;
      const answered = this.parts.sender.acknowledge(query.id, note?.text ?? null, note?.alert ?? false);
      // First the acknowledgement, but a hung one does not hold the edit.
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ACKNOWLEDGE_FIRST);
      });
      await Promise.race([answered, enough]);
      clearTimeout(timer);
    }
    if (outcome.kind === 'edit') {
      const { chat, message, html, keyboard } = outcome;
      // A press is never for nothing: what cannot be put in place of the message is sent as another.
      if (!(await this.parts.sender.edit(chat, message, html, keyboard)))
        await this.parts.sender.reply(targetOf(query.message as Message), [html], keyboard);
      if (outcome.told && query.message)
        this.parts.desk?.told(placeOf(query.message as Message), query.from.id, outcome.told);
    }
    if (outcome.kind === 'say') await this.#say(query.message as Message, outcome.said);
    if (outcome.kind === 'send') {
      const message = query.message as Message;
      this.#preparing.add(pressed);
      const ended = () => this.#preparing.delete(pressed);
      await this.#hand(message, targetOf(message), query.from.id, outcome.told, outcome.form, ended);
    }
  }

  /** An album comes as one message for each picture: it gets one answer. */
  #firstOfAlbum(message: Message): boolean {
    const album = 'media_group_id' in message ? message.media_group_id : undefined;
    if (album === undefined) return true;
    if (this.#albums.has(album)) return false;
    this.#albums.add(album);
    if (this.#albums.size > ALBUMS) this.#albums.delete(this.#albums.values().next().value as string);
    return true;
  }
}

/** The chat and, in a forum, the topic. */
function placeOf(message: Message): Place {
  // Replies in a forum's General carry a thread id too, which sendMessage refuses.
  const topic = 'is_topic_message' in message && message.is_topic_message;
  return { chat: message.chat.id, thread: (topic && message.message_thread_id) || 0 };
}

/** The Question of the message of ours that is replied to. */
function aboutOf(message: Message, me: number | undefined, buttons: ButtonsLike): Question | undefined {
  const answered = 'reply_to_message' in message ? message.reply_to_message : undefined;
  if (!answered || answered.from?.id !== me) return undefined;
  const key = keyUnder(answered);
  // Only Questions are ever kept.
  return key === null ? undefined : ((buttons.find(key) as Question | null) ?? undefined);
}

/** The same chat and topic; in a group as a reply to the message that asked. */
function targetOf(message: Message): Target {
  const { chat, thread } = placeOf(message);
  return {
    chat,
    ...(thread === 0 ? {} : { thread }),
    ...(message.chat.type === 'private' ? {} : { answers: message.message_id }),
  };
}
