import type { Block } from '../../reply/reply.js';
import type { Api, Payload } from './api.js';
import { CallFault } from './fault.js';
import { stripHtml } from './html.js';
import type { Pace, Slot } from './pace.js';
import type { Fate, Log } from './ports.js';
import { renderReply } from './render.js';
import type { Timing } from './timing.js';
import { backoff } from './wait.js';

/** A digest waits so long after the n-th error, at most. */
const LONGEST_WAIT = 5 * 60_000;

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
    let slot: Slot;
    try {
      const turn = await this.pace.lowTurn(place.chat, this.stop);
      if ('wait' in turn) return { kind: 'wait', ms: Math.ceil(turn.wait) };
      slot = turn.slot;
    } catch {
      return { kind: 'unclaimed' };
    }
    try {
      if (this.stop.aborted || !claim()) return { kind: 'unclaimed' };
      return await this.#once(this.#payload(place, html), true);
    } finally {
      this.pace.answered(slot);
    }
  }

  #payload(place: { readonly chat: number; readonly thread: number }, html: string): Payload {
    return {
      chat_id: place.chat,
      ...(place.thread === 0 ? {} : { message_thread_id: place.thread }),
      text: html,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    };
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
