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

/** A picture that could not be drawn is tried again after so long. */
const REDRAW = 30_000;

/** The pictures that Telegram has already, of our own bot. */
export interface Album {
  find(key: string): string | null;
  keep(key: string, fileId: string): void;
  forget(key: string): void;
}

/**
 * Sends what nobody waits for (digests, alerts, corrections): beneath every answer, one request each, and tells what
 * became of it. When to try again is for whoever keeps the outbox.
 */
export class Post {
  #failures = 0;

  constructor(
    private readonly api: Api,
    private readonly pace: Pace,
    private readonly timing: Timing,
    private readonly log: Log,
    private readonly stop: AbortSignal,
    /** A picture in it goes by its id: it is drawn and uploaded once. */
    private readonly album: Album | null = null,
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

  /** The same with a picture, which is drawn, where Telegram has not got it, before its turn comes. */
  async sendPhoto(
    place: { readonly chat: number; readonly thread: number },
    photo: Photo,
    claim: () => boolean,
  ): Promise<Fate> {
    let png: Uint8Array | null = null;
    try {
      if (!this.album?.find(photo.key)) png = await photo.png();
    } catch (error) {
      this.log.error({ chat: place.chat, err: error }, 'picture not drawn');
      return { kind: 'wait', ms: REDRAW };
    }
    return this.#inTurn(place.chat, claim, () => this.#onceWithPhoto(place, photo, png));
  }

  async #onceWithPhoto(
    place: { readonly chat: number; readonly thread: number },
    photo: Photo,
    png: Uint8Array | null,
  ): Promise<Fate> {
    // Others may have uploaded, or lost, it while this one waited for its turn.
    const known = this.album?.find(photo.key) ?? null;
    if (known === null && png === null)
      return { kind: 'again', ms: 0, why: 'picture forgotten', counts: true };
    const upload = png && { source: Buffer.from(png), filename: photo.fileName };
    const payload: Payload = { ...addressOf(place), photo: known ?? upload, caption: photo.caption };
    try {
      const sent = await this.api.call<SentPhoto | undefined>('sendPhoto', payload, this.timing.call);
      this.#failures = 0;
      const id = sent?.photo?.at(-1)?.file_id;
      if (known === null && typeof id === 'string' && id !== '') this.album?.keep(photo.key, id);
      return { kind: 'sent', message: typeof sent?.message_id === 'number' ? sent.message_id : null };
    } catch (error) {
      if (known !== null && error instanceof CallFault && error.kind === 'rejected') {
        // Perhaps an id that Telegram no longer knows: the picture itself goes next time.
        this.album?.forget(photo.key);
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
