import type { Api, Payload } from './api.js';
import { CallFault } from './fault.js';
import { clean } from './html.js';
import type { Keyboard } from './keyboard.js';
import type { Clock, Pace } from './pace.js';
import type { Log } from './ports.js';
import { isOut, wasSent } from './progress.js';
import { type Target, Undelivered } from './send.js';
import type { Timing } from './timing.js';
import { backoff, Stopped } from './wait.js';

/** A file to upload, or the id of one that Telegram has. */
export type Media = string | { readonly source: Buffer; readonly filename: string };

/** What became of a file: where it arrived and under which id, or that it never will. */
export type FileFate =
  | { readonly kind: 'sent'; readonly chat: number; readonly fileId: string | null }
  /** The chat cannot be written to. */
  | { readonly kind: 'dropped' }
  /** Telegram does not take this file (any more). */
  | { readonly kind: 'refused' };

/** Telegram's limit of a caption, after parsing. */
export const LONGEST_CAPTION = 1024;
/** An upload takes longer than a message. */
const UPLOAD = 4;
/** How often one file may go out without a clear answer. */
const MOST_UNCERTAIN = 2;

/** Sends pictures and documents as persistently as messages, at the same pace. */
export class Files {
  constructor(
    private readonly api: Api,
    private readonly pace: Pace,
    private readonly clock: Clock,
    private readonly timing: Timing,
    private readonly log: Log,
    private readonly stop: AbortSignal,
  ) {}

  /** Shows that a picture or a file is on its way; whatever becomes of it does not matter. */
  preparing(target: Target, what: 'photo' | 'document'): void {
    const payload = { ...placeOf(target), action: `upload_${what}` };
    void this.api.call('sendChatAction', payload, Math.min(this.timing.call, 3_000)).catch(() => {});
  }

  photo(target: Target, media: Media, caption: string, keyboard: Keyboard): Promise<FileFate> {
    return this.#once('sendPhoto', { ...this.#about(target, caption, keyboard), photo: media });
  }

  document(target: Target, media: Media, caption: string, keyboard: Keyboard): Promise<FileFate> {
    return this.#once('sendDocument', { ...this.#about(target, caption, keyboard), document: media });
  }

  /** Telegraf drops objects from an upload: they travel as JSON. */
  #about(target: Target, caption: string, keyboard: Keyboard): Payload {
    return {
      ...placeOf(target),
      caption: shortened(clean(caption)),
      ...(target.answers === undefined
        ? {}
        : {
            reply_parameters: JSON.stringify({
              message_id: target.answers,
              allow_sending_without_reply: true,
            }),
          }),
      ...(keyboard.inline_keyboard.length > 0 ? { reply_markup: JSON.stringify(keyboard) } : {}),
    };
  }

  /** What an earlier run has sent is not sent again. */
  async #once(method: 'sendPhoto' | 'sendDocument', payload: Payload): Promise<FileFate> {
    if (wasSent()) return { kind: 'sent', chat: Number(payload.chat_id), fileId: null };
    const fate = await this.#deliver(method, payload);
    if (fate.kind === 'sent') isOut();
    return fate;
  }

  async #deliver(method: 'sendPhoto' | 'sendDocument', first: Payload): Promise<FileFate> {
    let payload = first;
    let failures = 0;
    let uncertain = 0;
    const begun = this.clock.now();
    for (;;) {
      const chat = Number(payload.chat_id);
      const slot = await this.pace.turn(chat, this.stop);
      try {
        const sent = await this.api
          .call(method, { ...payload }, this.timing.call * UPLOAD)
          .finally(() => this.pace.answered(slot));
        return { kind: 'sent', chat, fileId: fileIdOf(sent) };
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
            this.log.warn({ chat, failures, err: fault }, 'file not delivered yet');
            if (spent > most) throw new Undelivered(fault.kind, method, fault);
            await this.#wait(failures);
            break;
          }
          case 'uncertain':
            uncertain += 1;
            this.log.warn({ chat, uncertain, err: fault }, 'file perhaps not delivered');
            if (uncertain >= MOST_UNCERTAIN) throw new Undelivered('uncertain', method, fault);
            await this.#wait(uncertain);
            await this.#reachable(begun, method, fault);
            break;
          case 'gone':
            // Words may still be allowed where pictures are not.
            if (/rights to send (photo|document)/i.test(fault.message)) return { kind: 'refused' };
            this.log.info({ chat, err: fault }, 'file dropped: the chat cannot be written to');
            return { kind: 'dropped' };
          case 'migrated':
            this.log.info({ chat, movedTo: fault.movedTo }, 'group has a new id');
            // Ids of messages do not survive the move.
            payload = { ...payload, chat_id: fault.movedTo, reply_parameters: undefined };
            break;
          case 'no-thread':
            if (payload.message_thread_id === undefined) return { kind: 'dropped' };
            payload = { ...payload, message_thread_id: undefined };
            break;
          case 'rejected':
          case 'markup':
            this.log.warn({ chat, err: fault }, 'file refused');
            return { kind: 'refused' };
          default:
            throw fault;
        }
      }
    }
  }

  /** After an upload that may have arrived, Telegram must answer something before the next one. */
  async #reachable(begun: number, method: string, last: CallFault): Promise<void> {
    for (let failures = 1; ; failures++) {
      try {
        await this.api.call('getMe', {}, this.timing.call);
        return;
      } catch (error) {
        const fault = error as CallFault;
        if (fault.kind === 'stopped') throw new Stopped();
        if (fault.kind === 'token') throw fault;
        if (this.clock.now() - begun > this.timing.unreachable)
          throw new Undelivered('uncertain', method, last);
        const told = fault.retryAfter;
        if (told === undefined) await this.#wait(failures);
        else await this.clock.sleep(told * 1000, this.stop);
      }
    }
  }

  #wait(failures: number): Promise<void> {
    const ms = backoff(failures, this.timing.backoff, this.timing.backoffMost);
    return this.clock.sleep(ms, this.stop);
  }
}

function placeOf(target: Target): Payload {
  return {
    chat_id: target.chat,
    ...(target.thread === undefined ? {} : { message_thread_id: target.thread }),
  };
}

/** Cut at a word where it is longer than `most`. */
export function shortened(caption: string, most = LONGEST_CAPTION): string {
  if (caption.length <= most) return caption;
  return `${caption.slice(0, most - 2).replace(/\s+\S*$/, '')} …`;
}

/** The id under which Telegram keeps what was sent; of a picture's sizes the largest. */
function fileIdOf(sent: unknown): string | null {
  const message = sent as
    | { photo?: { file_id?: unknown }[]; document?: { file_id?: unknown } }
    | null
    | undefined;
  const id = message?.photo?.at(-1)?.file_id ?? message?.document?.file_id;
  return typeof id === 'string' && id !== '' ? id : null;
}
