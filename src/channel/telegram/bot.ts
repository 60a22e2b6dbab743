import type { Context, Telegraf } from 'telegraf';
import type { CallbackQuery, Message, Update } from 'telegraf/types';
import { hear, speakerOf } from './address.js';
import { escapeHtml } from './html.js';
import { keyboardOf } from './keyboard.js';
import type { ButtonsLike, Talker } from './ports.js';
import { answerPress, refusalOf } from './press.js';
import { renderReply } from './render.js';
import type { Sender, Target } from './send.js';
import { COMMANDS, FAULT, FAULT_SHORT, TYPE_PLEASE } from './words.js';

/** How long an edit waits for the acknowledgement before it, at most. */
const ACKNOWLEDGE_FIRST = 1_000;

/** Albums whose wordless pictures were already answered. */
const ALBUMS = 200;

/** The routes: what each kind of update leads to. Telegraf finds the route; the sender carries the answer. */
export class Routes {
  readonly #acknowledged = new WeakSet<object>();
  readonly #albums = new Set<string>();

  constructor(
    private readonly bot: Telegraf,
    private readonly talker: Talker,
    private readonly buttons: ButtonsLike,
    private readonly sender: Sender,
    private readonly now: () => number,
  ) {
    // Telegraf's own handler would print the update and swallow nothing; failures are the intake's.
    bot.catch((error) => {
      throw error;
    });
    for (const { command, asks } of COMMANDS) {
      // A payload after /start is whatever a link's author wrote: it is not read.
      bot.command(new RegExp(`^${command}$`, 'i'), (ctx) => this.#answer(ctx.message, asks));
    }
    bot.on('message', (ctx) => this.#hear(ctx));
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
    const refusal = refusalOf(query, this.buttons);
    if (refusal?.kind === 'note') await this.sender.acknowledge(query.id, refusal.text, refusal.alert);
    else await this.sender.acknowledge(query.id, null);
  }

  /** After an update that could not be handled: one kind sentence, if the person was waiting for one. */
  async apologise(update: Update): Promise<void> {
    if ('callback_query' in update) {
      if (this.#acknowledged.has(update)) return;
      await this.sender.acknowledge(update.callback_query.id, FAULT_SHORT, true);
      return;
    }
    if (!('message' in update) || !this.bot.botInfo) return;
    if (speakerOf(update.message) === null) return;
    const command = 'entities' in update.message && update.message.entities?.[0]?.type === 'bot_command';
    if (!command && hear(update.message, this.bot.botInfo).kind === 'silence') return;
    await this.sender.tryOnce(targetOf(update.message), escapeHtml(FAULT));
  }

  async #hear(ctx: Context<Update.MessageUpdate>): Promise<void> {
    const heard = hear(ctx.message, ctx.botInfo);
    if (heard.kind === 'question') await this.#answer(ctx.message, heard.text);
    if (heard.kind === 'wordless' && speakerOf(ctx.message) !== null && this.#firstOfAlbum(ctx.message)) {
      await this.sender.reply(targetOf(ctx.message), [escapeHtml(TYPE_PLEASE)], null);
    }
  }

  async #answer(message: Message, asked: string): Promise<void> {
    const speaker = speakerOf(message);
    if (speaker === null) return;
    this.#firstOfAlbum(message);
    const { reply } = await this.talker.say(`${message.chat.id}:${speaker}`, asked);
    const keyboard = keyboardOf(reply.buttons, this.buttons, this.now());
    await this.sender.reply(targetOf(message), renderReply(reply), keyboard);
  }

  async #press(update: Update, query: CallbackQuery): Promise<void> {
    const outcome = await answerPress(query, this.talker, this.buttons, this.now());
    if (!this.#acknowledged.has(update)) {
      this.#acknowledged.add(update);
      const note = outcome.kind === 'note' ? outcome : null;
      const answered = this.sender.acknowledge(query.id, note?.text ?? null, note?.alert ?? false);
      // First the acknowledgement, but a hung one does not hold the edit.
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ACKNOWLEDGE_FIRST);
      });
      await Promise.race([answered, enough]);
      clearTimeout(timer);
    }
    if (outcome.kind === 'edit') {
      await this.sender.edit(outcome.chat, outcome.message, outcome.html, outcome.keyboard);
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

/** The same chat and topic; in a group as a reply to the message that asked. */
function targetOf(message: Message): Target {
  // Replies in a forum's General carry a thread id too, which sendMessage refuses.
  const topic = 'is_topic_message' in message && message.is_topic_message;
  return {
    chat: message.chat.id,
    ...(topic && message.message_thread_id !== undefined ? { thread: message.message_thread_id } : {}),
    ...(message.chat.type === 'private' ? {} : { answers: message.message_id }),
  };
}
