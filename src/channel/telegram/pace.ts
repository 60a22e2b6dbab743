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

/** The server's second, with a little for clocks that differ. */
const WINDOW = 1_005;
/** In such a second so many more than the rate may go: the rest up to Telegram's 30. Low rank leaves one of them free. */
const ROOM = 2;
const LOW_ROOM = 1;
/** A request without an answer counts as still on its way for so long, when low rank looks. */
const LONGEST_WAY = 2_000;

/** The turn of one message; to be given back to `answered`. */
export interface Slot {
  readonly started: number;
  /** Until the answer is there, the message may be counted by the server at any moment. */
  answered: number | null;
}

/**
 * When the next message may go: overall, by chat, and after a 429. Whoever took a turn calls `answered` when the request
 * has ended in any way: a message counts in the server's second at some moment between the two, and in no other second.
 */
export class Pace {
  /** Per chat, the time at which its bucket is full again. */
  readonly #full = new Map<number, number>();
  readonly #held = new Map<number, number>();
  #overall = Number.NEGATIVE_INFINITY;
  #allHeld = Number.NEGATIVE_INFINITY;
  /** When the bucket of low rank is full again, and who waits for it. */
  #low = Number.NEGATIVE_INFINITY;
  #lowQueue: Promise<unknown> = Promise.resolve();
  /** What the server may count in its present second. */
  #slots: Slot[] = [];
  /** How many who asked wait for room in the second. */
  #asking = 0;

  constructor(
    private readonly clock: Clock = REAL_CLOCK,
    private readonly rates: Rates = RATES,
  ) {}

  /** Waits for the turn of one message to the chat (groups have negative ids). */
  async turn(chat: number, signal: AbortSignal): Promise<Slot> {
    await this.#unheld(chat, signal);
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
    if (this.#full.size > MANY_CHATS) this.#forget(now);
    if (wait > 0) await this.clock.sleep(wait, signal);
    for (;;) {
      // It may have been told to wait meanwhile.
      await this.#unheld(chat, signal);
      const full = this.#crowded(ROOM, 0);
      if (full <= 0) return this.#take();
      this.#asking += 1;
      await this.clock.sleep(full, signal).finally(() => {
        this.#asking -= 1;
      });
    }
  }

  /**
   * The turn of a message that nobody waits for (a digest's): one after the other, beneath every `turn`. When its chat has
   * to wait: for how long; then no turn was taken.
   */
  lowTurn(chat: number, signal: AbortSignal): Promise<{ readonly slot: Slot } | { readonly wait: number }> {
    const mine = this.#lowQueue.then(() => this.#takeLow(chat, signal));
    this.#lowQueue = mine.catch(() => {});
    return mine;
  }

  /** The request of the turn has ended: with an answer, an error or none at all. */
  answered(slot: Slot): void {
    slot.answered ??= this.clock.now();
  }

  async #takeLow(chat: number, signal: AbortSignal): Promise<{ slot: Slot } | { wait: number }> {
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
      if (own > 0) return { wait: own };
      const low = Math.max(now, this.#low);
      const all = Math.max(now, this.#overall);
      const wait = Math.max(
        this.#allHeld - now,
        low - (LOW_BURST - 1) * overall.every - now,
        all - (spare - 1) * overall.every - now,
        this.#crowded(LOW_ROOM, LONGEST_WAY),
        this.#asking > 0 ? overall.every : 0,
      );
      if (wait <= 0) {
        this.#full.set(chat, chatFull + rate.every);
        this.#overall = all + overall.every;
        this.#low = low + overall.every;
        if (this.#full.size > MANY_CHATS) this.#forget(now);
        return { slot: this.#take() };
      }
      await this.clock.sleep(wait, signal);
    }
  }

  async #unheld(chat: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const wait = Math.max(this.#held.get(chat) ?? 0, this.#allHeld) - this.clock.now();
      if (wait <= 0) return;
      await this.clock.sleep(wait, signal);
    }
  }

  #take(): Slot {
    const slot: Slot = { started: this.clock.now(), answered: null };
    this.#slots.push(slot);
    return slot;
  }

  /**
   * How long until one more message keeps within a second's worth; 0 when it does. A request without an answer counts for
   * `way` longer than if it had been answered at once.
   *
   * Why this keeps the limit: of the messages that the server counts in one second, look at the one that was sent last.
   * Each other had, when that was sent, no answer yet or one less than a second old, so it was counted here.
   */
  #crowded(room: number, way: number): number {
    const now = this.clock.now();
    this.#slots = this.#slots.filter((slot) => (slot.answered ?? slot.started + LONGEST_WAY) > now - WINDOW);
    const most = Math.round(1_000 / this.rates.overall.every) + room;
    if (this.#slots.length < most) return 0;
    const ends = this.#slots
      .map((slot) => (slot.answered ?? slot.started + way) + WINDOW)
      .filter((end) => end > now)
      .sort((a, b) => a - b);
    const free = ends[ends.length - most];
    // An answer that comes meanwhile may free it sooner than thought, never sooner than a second from now.
    return free === undefined ? 0 : Math.min(free - now, WINDOW);
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
