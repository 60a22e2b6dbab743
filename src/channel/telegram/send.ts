import type { Api, Payload } from './api.js';
import { type Delivering, type Delivery, without } from './deliver.js';
import { CallFault } from './fault.js';
import { stripHtml } from './html.js';
import type { Keyboard } from './keyboard.js';
import type { Clock } from './pace.js';
import type { Log } from './ports.js';
import { isOut, wasSent } from './progress.js';
import type { Timing } from './timing.js';
import { backoff } from './wait.js';

/** Where an answer goes: the chat, its topic, and in a group the message that asked. */
export interface Target {
  readonly chat: number;
  readonly thread?: number;
  readonly answers?: number;
}

/** Answers in words, edits of them, and what a pressed button shows. */
export class Sender {
  constructor(
    private readonly api: Api,
    private readonly delivering: Delivering,
    private readonly clock: Clock,
    private readonly timing: Timing,
    private readonly log: Log,
    private readonly stop: AbortSignal,
  ) {}

  /**
   * One answer, perhaps in several messages, of which those that an earlier run sent are left out; the buttons stand under the last. Tells the chat where it arrived (another
   * one when the group moved meanwhile), or null when the chat cannot be written to.
   */
  async reply(target: Target, htmls: readonly string[], keyboard: Keyboard | null): Promise<number | null> {
    let payload: Payload = {
      chat_id: target.chat,
      ...(target.thread === undefined ? {} : { message_thread_id: target.thread }),
    };
    for (const [i, html] of htmls.entries()) {
      if (wasSent()) continue;
      const last = i === htmls.length - 1;
      const message = {
        ...payload,
        ...words(html),
        ...(i === 0 && target.answers !== undefined
          ? { reply_parameters: { message_id: target.answers, allow_sending_without_reply: true } }
          : {}),
        ...(last && keyboard && keyboard.inline_keyboard.length > 0 ? { reply_markup: keyboard } : {}),
      };
      const sent = await this.#deliver('sendMessage', message, false);
      if (sent.dropped) return null;
      isOut(last);
      // Where the first part went (a group that moved, a topic that closed), the others follow.
      const { chat_id, message_thread_id } = sent.payload;
      payload = { chat_id, ...(message_thread_id === undefined ? {} : { message_thread_id }) };
    }
    return Number(payload.chat_id);
  }

  /**
   * Puts other words and buttons into a message of ours. False: it is there, and Telegram lets nobody edit it (any more);
   * one that is gone needs nothing.
   */
  async edit(chat: number, message: number, html: string, keyboard: Keyboard): Promise<boolean> {
    const payload = { chat_id: chat, message_id: message, ...words(html), reply_markup: keyboard };
    try {
      await this.#deliver('editMessageText', payload, true);
      return true;
    } catch (error) {
      if (!(error instanceof CallFault) || error.kind !== 'rejected') throw error;
      this.log.warn({ chat, err: error }, 'message could not be edited');
      return /message to edit not found/i.test(error.message);
    }
  }

  /** Answers a pressed button, quickly; a failure is only logged. */
  async acknowledge(query: string, note: string | null, alert = false): Promise<void> {
    const payload = { callback_query_id: query, ...(note === null ? {} : { text: note, show_alert: alert }) };
    for (let tries = 1; ; tries++) {
      try {
        await this.api.call('answerCallbackQuery', payload, Math.min(this.timing.call, 5_000));
        return;
      } catch (error) {
        const fault = error as CallFault;
        if (fault.kind === 'stopped' || fault.kind === 'late-press') return;
        if (tries >= 3 || fault.kind === 'rejected' || fault.kind === 'token') {
          this.log.warn({ err: fault }, 'button press not acknowledged');
          return;
        }
        const wait =
          fault.retryAfter !== undefined
            ? fault.retryAfter * 1000
            : backoff(tries, this.timing.backoff, this.timing.backoffMost);
        await this.clock.sleep(wait, this.stop).catch(() => {});
      }
    }
  }

  /** One polite attempt, for an apology: whatever happens to it is only logged. */
  async tryOnce(target: Target, html: string): Promise<void> {
    const payload = {
      chat_id: target.chat,
      ...(target.thread === undefined ? {} : { message_thread_id: target.thread }),
      ...words(html),
      ...(target.answers === undefined
        ? {}
        : { reply_parameters: { message_id: target.answers, allow_sending_without_reply: true } }),
    };
    try {
      await this.delivering.once('sendMessage', payload, this.timing.call);
    } catch (error) {
      this.log.warn({ chat: target.chat, err: error }, 'apology not delivered');
    }
  }

  #deliver(method: string, payload: Payload, repeatable: boolean): Promise<Delivery> {
    return this.delivering.deliver(method, payload, { deadline: this.timing.call, repeatable, plain });
  }
}

const plain = (payload: Payload): Payload => ({
  ...without(payload, 'parse_mode'),
  text: stripHtml(String(payload.text)),
});

/** Calls go out as JSON, so objects stay objects. */
function words(html: string): Payload {
  return { text: html, parse_mode: 'HTML', link_preview_options: { is_disabled: true } };
}
