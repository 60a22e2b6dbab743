import type { Block } from '../../reply/reply.js';
import type { Api, Payload } from './api.js';
import { CallFault } from './fault.js';
import { stripHtml } from './html.js';
import type { Pace, Slot } from './pace.js';
import type { Fate, Log, Photo } from './ports.js';
import { renderReply } from './render.js';
import type { Timing } from './timing.js';
import { backoff } from './wait.js';

/** A digest waits so long after the n-th error, at most. */
const LONGEST_WAIT = 5 * 60_000;

/** Pictures whose id at Telegram is remembered. */
const MOST_PICTURES = 200;

/**
 * Sends what nobody waits for (digests, alerts, corrections): beneath every answer, one request each, and tells what
 * became of it. When to try again is for whoever keeps the outbox.
 */
export class Post {
  #failures = 0;
  /** The id that Telegram gave a picture: it is uploaded once. */
  readonly #uploaded = new Map<string, string>();

  constructor(
    private readonly api: Api,
    private readonly pace: Pace,
    private readonly timing: Timing,
    private readonly log: Log,
    private readonly stop: AbortSignal,
  ) {}

  /** Blocks as the HTML texts of one or more messages. */
  draw(blocks: readonly Block[]): readonly string[] {
    return renderReply({ restated: null, blocks, buttons: [], plain: '' });
  }

  /** One request at the most, after `claim` has committed that it goes out. */
  async send(
    place: { readonly chat: number; readonly thread: number },
    html: string,
    claim: () => boolean,
  ): Promise<Fate> {
    return this.#inTurn(place.chat, claim, () => this.#once(this.#payload(place, html), true));
  }

  #payload(place: { readonly chat: number; readonly thread: number }, html: string): Payload {
    return {
      ...addressOf(place),
      text: html,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    };
  }

  /** The same with a picture. */
  async sendPhoto(
    place: { readonly chat: number; readonly thread: number },
    photo: Photo,
    claim: () => boolean,
  ): Promise<Fate> {
    return this.#inTurn(place.chat, claim, () => this.#onceWithPhoto(place, photo));
  }

  async #onceWithPhoto(
    place: { readonly chat: number; readonly thread: number },
    photo: Photo,
  ): Promise<Fate> {
    const known = this.#uploaded.get(photo.key);
    const upload = { source: Buffer.from(photo.png), filename: photo.fileName };
    const payload: Payload = { ...addressOf(place), photo: known ?? upload, caption: photo.caption };
    try {
      const sent = await this.api.call<SentPhoto | undefined>('sendPhoto', payload, this.timing.call);
      this.#failures = 0;
      const id = sent?.photo?.at(-1)?.file_id;
      if (this.#uploaded.size >= MOST_PICTURES) this.#uploaded.clear();
      if (typeof id === 'string') this.#uploaded.set(photo.key, id);
      return { kind: 'sent', message: typeof sent?.message_id === 'number' ? sent.message_id : null };
    } catch (error) {
      if (known !== undefined && error instanceof CallFault && error.kind === 'rejected') {
        // Perhaps an id that Telegram no longer knows: the picture itself goes next time.
        this.#uploaded.delete(photo.key);
        return { kind: 'again', ms: this.#backoff(), why: error.message, counts: true };
      }
      return this.#fateOf(error, place.chat);
    }
  }

  /** A request in its turn; `claim` is asked when the turn has come. */
  async #inTurn(chat: number, claim: () => boolean, request: () => Promise<Fate>): Promise<Fate> {
    let slot: Slot;
    try {
      const turn = await this.pace.lowTurn(chat, this.stop);
      if ('wait' in turn) return { kind: 'wait', ms: Math.ceil(turn.wait) };
      slot = turn.slot;
    } catch {
      return { kind: 'unclaimed' };
    }
    try {
      return this.stop.aborted || !claim() ? { kind: 'unclaimed' } : await request();
    } finally {
      this.pace.answered(slot);
    }
  }

  async #once(payload: Payload, marked: boolean): Promise<Fate> {
    try {
      const sent = await this.api.call<{ message_id?: unknown } | undefined>(
        'sendMessage',
        payload,
        this.timing.call,
      );
      this.#failures = 0;
      return { kind: 'sent', message: typeof sent?.message_id === 'number' ? sent.message_id : null };
    } catch (error) {
      if (error instanceof CallFault && error.kind === 'markup' && marked) {
        // Refused as a whole, so surely not delivered: the same without markup.
        this.log.error({ chat: payload.chat_id, err: error }, 'markup refused: sent as plain text');
        const { parse_mode: _, ...rest } = payload;
        return this.#once({ ...rest, text: stripHtml(String(payload.text)) }, false);
      }
      return this.#fateOf(error, Number(payload.chat_id));
    }
  }

  #fateOf(error: unknown, chat: number): Fate {
    const why = error instanceof Error ? error.message : String(error);
    if (!(error instanceof CallFault)) return { kind: 'uncertain', why };
    switch (error.kind) {
      case 'flood': {
        const ms = (error.retryAfter ?? 5) * 1000;
        this.pace.hold(chat, ms);
        return { kind: 'again', ms, why, counts: false };
      }
      case 'server':
        return { kind: 'again', ms: this.#backoff(), why, counts: true };
      case 'unreachable':
        // Somebody answered who is not Telegram: the request may have gone through before.
        if (error.answered) return { kind: 'uncertain', why };
        return { kind: 'again', ms: this.#backoff(), why, counts: false };
      case 'token':
      case 'conflict':
        return { kind: 'again', ms: LONGEST_WAIT, why, counts: false };
      case 'gone':
        return { kind: 'gone', why };
      case 'migrated':
        return error.movedTo === undefined ? { kind: 'refused', why } : { kind: 'moved', to: error.movedTo };
      case 'no-thread':
        return { kind: 'no-topic' };
      case 'uncertain':
      case 'stopped':
        return { kind: 'uncertain', why };
      default:
        return { kind: 'refused', why };
    }
  }

  #backoff(): number {
    this.#failures += 1;
    return backoff(this.#failures, this.timing.backoff, Math.min(this.timing.backoffMost, LONGEST_WAIT));
  }
}

interface SentPhoto {
  readonly message_id?: unknown;
  readonly photo?: readonly { readonly file_id?: unknown }[];
}

const addressOf = (place: { readonly chat: number; readonly thread: number }): Payload => ({
  chat_id: place.chat,
  ...(place.thread === 0 ? {} : { message_thread_id: place.thread }),
});
