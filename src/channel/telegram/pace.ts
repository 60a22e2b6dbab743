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

/** So many of the overall burst are left to those who asked; messages of low rank take only what is above. */
const KEPT_FREE = 6;
/** So much at once makes up for timers that fire late on a busy machine. */
const LOW_BURST = 4;
/** Whatever is made up for: in a second (with a little for the way there) no more than the rate allows. */
const WINDOW = 1_030;

/** When the next message may go: overall, by chat, and after a 429. */
export class Pace {
  /** Per chat, the time at which its bucket is full again. */
  readonly #full = new Map<number, number>();
  readonly #held = new Map<number, number>();
  #overall = Number.NEGATIVE_INFINITY;
  #allHeld = Number.NEGATIVE_INFINITY;
  /** When the bucket of low rank is full again, and who waits for it. */
  #low = Number.NEGATIVE_INFINITY;
  /** When the messages of the last second went. */
  #recent: number[] = [];
  #lowQueue: Promise<unknown> = Promise.resolve();

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
    // It goes at the expense of low rank, so that both together keep the limit.
    this.#low = Math.max(now, this.#low) + this.rates.overall.every;
    this.#recent.push(now + Math.max(0, wait));
    if (this.#recent.length > MANY_CHATS) this.#window(now);
    if (this.#full.size > MANY_CHATS) this.#forget(now);
    if (wait > 0) await this.clock.sleep(wait, signal);
  }

  /**
   * The turn of a message that nobody waits for (a digest's): one after the other, beneath every `turn`. Returns 0 when
   * it may go, otherwise how long its chat has to wait; then no turn was taken.
   */
  lowTurn(chat: number, signal: AbortSignal): Promise<number> {
    const mine = this.#lowQueue.then(() => this.#takeLow(chat, signal));
    this.#lowQueue = mine.catch(() => {});
    return mine;
  }

  async #takeLow(chat: number, signal: AbortSignal): Promise<number> {
    const { overall, ...rates } = this.rates;
    const rate = chat < 0 ? rates.group : rates.chat;
    const spare = Math.max(1, overall.burst - KEPT_FREE);
    for (;;) {
      const now = this.clock.now();
      const chatFull = Math.max(now, this.#full.get(chat) ?? now);
      const own = Math.max(
        (this.#held.get(chat) ?? now) - now,
        chatFull - (rate.burst - 1) * rate.every - now,
      );
      if (own > 0) return own;
      const low = Math.max(now, this.#low);
      const all = Math.max(now, this.#overall);
      const wait = Math.max(
        this.#allHeld - now,
        low - (LOW_BURST - 1) * overall.every - now,
        all - (spare - 1) * overall.every - now,
        this.#window(now),
      );
      if (wait <= 0) {
        this.#full.set(chat, chatFull + rate.every);
        this.#overall = all + overall.every;
        this.#low = low + overall.every;
        this.#recent.push(now);
        if (this.#full.size > MANY_CHATS) this.#forget(now);
        return 0;
      }
      await this.clock.sleep(wait, signal);
    }
  }

  /** How long until one more message keeps within a second's worth. */
  #window(now: number): number {
    this.#recent = this.#recent.filter((at) => at > now - WINDOW);
    const most = Math.ceil(1_000 / this.rates.overall.every) + 1;
    const oldest = this.#recent.at(-most);
    return oldest === undefined ? 0 : oldest + WINDOW - now;
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
