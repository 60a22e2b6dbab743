import type { Api, Payload } from './api.js';
import { CallFault } from './fault.js';
import { stripHtml } from './html.js';
import type { Keyboard } from './keyboard.js';
import type { Clock, Pace } from './pace.js';
import type { Log } from './ports.js';
import { isOut, wasSent } from './progress.js';
import type { Timing } from './timing.js';
import { backoff, Stopped } from './wait.js';

/** Where an answer goes: the chat, its topic, and in a group the message that asked. */
export interface Target {
  readonly chat: number;
  readonly thread?: number;
  readonly answers?: number;
}

/** Given up: `unreachable` surely, `server` very probably, `uncertain` perhaps not delivered. */
export class Undelivered extends Error {
  constructor(
    readonly reason: 'unreachable' | 'server' | 'uncertain',
    method: string,
    last: CallFault,
  ) {
    super(`${method} given up (${reason}): ${last.message}`);
    this.name = 'Undelivered';
  }
}

/**
 * How often one message may go out without a clear answer. Between two of them Telegram must have
 * answered something else: a dead line costs time, never copies.
 */
const MOST_UNCERTAIN = 2;

/** Sends what is owed until it has arrived: a person prefers an answer twice to none. */
export class Sender {
  constructor(
    private readonly api: Api,
    private readonly pace: Pace,
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

  /** Puts other words and buttons into a message of ours. A message that cannot be edited stays as it is. */
  async edit(chat: number, message: number, html: string, keyboard: Keyboard): Promise<void> {
    const payload = { chat_id: chat, message_id: message, ...words(html), reply_markup: keyboard };
    try {
      await this.#deliver('editMessageText', payload, true);
    } catch (error) {
      if (!(error instanceof CallFault) || error.kind !== 'rejected') throw error;
      this.log.warn({ chat, err: error }, 'message could not be edited');
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
        const wait = fault.retryAfter !== undefined ? fault.retryAfter * 1000 : this.#backoff(tries);
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
      await this.#paced('sendMessage', payload);
    } catch (error) {
      this.log.warn({ chat: target.chat, err: error }, 'apology not delivered');
    }
  }

  /** Tells with which payload it went out at last. `repeatable`: twice is the same as once. */
  async #deliver(method: string, first: Payload, repeatable: boolean): Promise<Delivery> {
    let payload = first;
    let failures = 0;
    let uncertain = 0;
    const begun = this.clock.now();
    for (;;) {
      const chat = Number(payload.chat_id);
      try {
        await this.#paced(method, payload);
        return { payload, dropped: false };
      } catch (error) {
        if (!(error instanceof CallFault)) throw error;
        const fault = error;
        failures += 1;
        const spent = this.clock.now() - begun;
        switch (fault.kind) {
          case 'stopped':
            throw new Stopped();
          case 'flood': {
            const wait = (fault.retryAfter ?? 5) * 1000;
            this.log.warn({ chat, seconds: fault.retryAfter }, 'told to wait by Telegram');
            if (spent + wait > this.timing.unreachable) throw new Undelivered('unreachable', method, fault);
            this.pace.hold(chat, wait);
            break;
          }
          case 'server':
          case 'unreachable': {
            const most = fault.kind === 'server' ? this.timing.serverErrors : this.timing.unreachable;
            this.log.warn({ chat, failures, err: fault }, 'answer not delivered yet');
            if (spent > most) throw new Undelivered(fault.kind, method, fault);
            await this.clock.sleep(this.#backoff(failures), this.stop);
            break;
          }
          case 'uncertain':
            uncertain += 1;
            this.log.warn({ chat, uncertain, err: fault }, 'answer perhaps not delivered');
            if (spent > this.timing.unreachable || (!repeatable && uncertain >= MOST_UNCERTAIN)) {
              throw new Undelivered('uncertain', method, fault);
            }
            await this.clock.sleep(this.#backoff(uncertain), this.stop);
            await this.#reachable(begun, method);
            break;
          case 'gone':
            this.log.info({ chat, err: fault }, 'answer dropped: the chat cannot be written to');
            return { payload, dropped: true };
          case 'unchanged':
            return { payload, dropped: false };
          case 'migrated':
            this.log.info({ chat, movedTo: fault.movedTo }, 'group has a new id');
            payload = { ...payload, chat_id: fault.movedTo };
            // Ids of messages do not survive the move.
            payload = without(payload, 'reply_parameters');
            break;
          case 'no-thread':
            if (payload.message_thread_id === undefined) {
              this.log.info({ chat, err: fault }, 'answer dropped: the topic is closed');
              return { payload, dropped: true };
            }
            payload = without(payload, 'message_thread_id');
            break;
          case 'markup':
            if (payload.parse_mode === undefined) throw fault;
            this.log.error({ chat, err: fault }, 'markup refused: sent as plain text');
            payload = { ...without(payload, 'parse_mode'), text: stripHtml(String(payload.text)) };
            break;
          default:
            throw fault;
        }
      }
    }
  }

  /** One request in its turn. */
  async #paced(method: string, payload: Payload): Promise<void> {
    const slot = await this.pace.turn(Number(payload.chat_id), this.stop);
    try {
      await this.api.call(method, payload, this.timing.call);
    } finally {
      this.pace.answered(slot);
    }
  }

  /** Waits until Telegram answers at all. */
  async #reachable(begun: number, method: string): Promise<void> {
    for (let failures = 1; ; failures++) {
      try {
        await this.api.call('getMe', {}, this.timing.call);
        return;
      } catch (error) {
        const fault = error as CallFault;
        if (fault.kind === 'stopped') throw new Stopped();
        if (fault.kind === 'token') throw fault;
        if (this.clock.now() - begun > this.timing.unreachable) {
          throw new Undelivered('uncertain', method, fault);
        }
        const wait = fault.retryAfter !== undefined ? fault.retryAfter * 1000 : this.#backoff(failures);
        await this.clock.sleep(wait, this.stop);
      }
    }
  }

  #backoff(failures: number): number {
    return backoff(failures, this.timing.backoff, this.timing.backoffMost);
  }
}

interface Delivery {
  readonly payload: Payload;
  readonly dropped: boolean;
}

/** Calls go out as JSON, so objects stay objects. */
function words(html: string): Payload {
  return { text: html, parse_mode: 'HTML', link_preview_options: { is_disabled: true } };
}

function without(payload: Payload, key: string): Payload {
  const { [key]: _, ...rest } = payload;
  return rest;
}
