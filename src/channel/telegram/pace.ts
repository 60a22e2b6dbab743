import { sleep as realSleep } from './wait.js';

export interface Clock {
  now(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const REAL_CLOCK: Clock = { now: () => performance.now(), sleep: realSleep };

/** One message each `every` ms, with `burst` at once after a quiet time. */
export interface Rate {
  readonly every: number;
  readonly burst: number;
}

export interface Rates {
  readonly overall: Rate;
  readonly chat: Rate;
  readonly group: Rate;
}

/** Telegram's published limits with a little room: 30/s overall, 1/s a chat, 20/min a group. */
export const RATES: Rates = {
  overall: { every: 1000 / 28, burst: 10 },
  chat: { every: 1000, burst: 3 },
  // 3 + 17 in any 60 seconds.
  group: { every: 60_000 / 17, burst: 3 },
};

const MANY_CHATS = 2_000;

/** When the next message may go: overall, by chat, and after a 429. */
export class Pace {
  /** Per chat, the time at which its bucket is full again. */
  readonly #full = new Map<number, number>();
  readonly #held = new Map<number, number>();
  #overall = Number.NEGATIVE_INFINITY;
  #allHeld = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly clock: Clock = REAL_CLOCK,
    private readonly rates: Rates = RATES,
  ) {}

  /** Waits for the turn of one message to the chat (groups have negative ids). */
  async turn(chat: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const held = Math.max(this.#held.get(chat) ?? now, this.#allHeld);
      if (held <= now) break;
      await this.clock.sleep(held - now, signal);
    }
    const now = this.clock.now();
    const rate = chat < 0 ? this.rates.group : this.rates.chat;
    const chatFull = Math.max(now, this.#full.get(chat) ?? now);
    const overall = Math.max(now, this.#overall);
    const wait = Math.max(
      chatFull - (rate.burst - 1) * rate.every - now,
      overall - (this.rates.overall.burst - 1) * this.rates.overall.every - now,
    );
    this.#full.set(chat, chatFull + rate.every);
    this.#overall = overall + this.rates.overall.every;
    if (this.#full.size > MANY_CHATS) this.#forget(now);
    if (wait > 0) await this.clock.sleep(wait, signal);
  }

  /** After a 429: the chat waits; when other chats are held as well, everything waits. */
  hold(chat: number, ms: number): void {
    const now = this.clock.now();
    for (const [other, until] of this.#held) {
      if (until <= now) this.#held.delete(other);
      else if (other !== chat) this.#allHeld = Math.max(this.#allHeld, now + ms);
    }
    this.#held.set(chat, now + ms);
  }

  #forget(now: number): void {
    for (const [chat, full] of this.#full) if (full <= now) this.#full.delete(chat);
  }
}
