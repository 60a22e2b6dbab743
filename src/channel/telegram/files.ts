import type { Api, Payload } from './api.js';
import type { Delivering } from './deliver.js';
import { CallFault } from './fault.js';
import { clean } from './html.js';
import type { Keyboard } from './keyboard.js';
import type { Log } from './ports.js';
import { isOut, wasSent } from './progress.js';
import type { Target } from './send.js';
import type { Timing } from './timing.js';

/** A file to upload, or the id of one that Telegram has. */
export type Media = string | { readonly source: Buffer; readonly filename: string };

/** What became of a file: where it arrived and under which id, or that it never will. */
export type FileFate =
  | { readonly kind: 'sent'; readonly chat: number; readonly fileId: string | null }
  /** The chat cannot be written to. */
  | { readonly kind: 'dropped' }
  /** Telegram does not take this file (any more). `forbidden`: the group lets nobody send such files. */
  | { readonly kind: 'refused'; readonly forbidden: boolean };

/** Telegram's limit of a caption, after parsing. */
export const LONGEST_CAPTION = 1024;
/** An upload takes longer than a message. */
const UPLOAD = 4;

/** Sends pictures and documents as persistently as messages, at the same pace. */
export class Files {
  constructor(
    private readonly api: Api,
    private readonly delivering: Delivering,
    private readonly timing: Timing,
    private readonly log: Log,
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

  async #deliver(method: 'sendPhoto' | 'sendDocument', payload: Payload): Promise<FileFate> {
    try {
      const deadline = this.timing.call * UPLOAD;
      const sent = await this.delivering.deliver(method, payload, { deadline, forbids });
      if (sent.dropped) return { kind: 'dropped' };
      return { kind: 'sent', chat: Number(sent.payload.chat_id), fileId: fileIdOf(sent.answer) };
    } catch (error) {
      if (!(error instanceof CallFault) || !REFUSALS.has(error.kind)) throw error;
      this.log.warn({ chat: payload.chat_id, err: error }, 'file refused');
      return { kind: 'refused', forbidden: forbids(error) };
    }
  }
}

const REFUSALS: ReadonlySet<string> = new Set(['rejected', 'markup', 'gone']);

/** Words may still be allowed where pictures are not. */
const forbids = (fault: CallFault): boolean => /rights to send (photo|document)/i.test(fault.message);

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
