import { describe, expect, test } from 'vitest';
import { type Clock, Pace } from '../../../src/channel/telegram/pace.js';

/** A clock that only moves when somebody sleeps: sleepers wake in the order of their times. */
class Bench implements Clock {
  #now = 0;
  #sleepers: { at: number; wake: () => void }[] = [];
  now = () => this.#now;
  sleep = (ms: number) =>
    new Promise<void>((wake) => {
      this.#sleepers.push({ at: this.#now + ms, wake });
    });

  /** Runs until nobody sleeps. */
  async run(): Promise<void> {
    for (;;) {
      for (let i = 0; i < 50; i++) await Promise.resolve();
      this.#sleepers.sort((a, b) => a.at - b.at);
      const next = this.#sleepers.shift();
      if (!next) return;
      this.#now = next.at;
      next.wake();
    }
  }
}

const signal = new AbortController().signal;

/** When `count` messages to each chat go out, each chat one after the other. */
async function times(chats: readonly number[], count: number, before?: (pace: Pace) => void) {
  const clock = new Bench();
  const pace = new Pace(clock);
  before?.(pace);
  const sent: { chat: number; at: number }[] = [];
  const all = chats.map(async (chat) => {
    for (let i = 0; i < count; i++) {
      await pace.turn(chat, signal);
      sent.push({ chat, at: clock.now() });
    }
  });
  await clock.run();
  await Promise.all(all);
  return sent.map((s) => ({ ...s, at: Math.round(s.at) }));
}

/** The most that fall into any window. */
function densest(at: readonly number[], window: number): number {
  return Math.max(...at.map((from) => at.filter((t) => t >= from && t < from + window).length));
}

describe('pace', () => {
  test('a person: three at once, then one a second', async () => {
    expect((await times([1], 6)).map((s) => s.at)).toEqual([0, 0, 0, 1000, 2000, 3000]);
  });

  test('a group: never more than 20 in a minute', async () => {
    const at = (await times([-5], 70)).map((s) => s.at);
    expect(densest(at, 60_000)).toBeLessThanOrEqual(20);
    expect(at.at(-1)).toBeLessThan(4 * 60_000);
  });

  test('everybody together: never more than 38 in the first second, 28 a second after', async () => {
    const chats = Array.from({ length: 300 }, (_, i) => i + 1);
    const at = (await times(chats, 1)).map((s) => s.at);
    expect(densest(at, 1000)).toBeLessThanOrEqual(38);
    expect(at.at(-1)).toBeGreaterThan(10_000);
    expect(at.at(-1)).toBeLessThan(10_600);
  });

  test('after a 429 the chat waits and others do not; when several are told, everything waits', async () => {
    const one = await times([1, 2], 1, (pace) => pace.hold(1, 5_000));
    expect(one).toEqual([
      { chat: 2, at: 0 },
      { chat: 1, at: 5_000 },
    ]);
    const both = await times([1, 2, 3], 1, (pace) => {
      pace.hold(1, 5_000);
      pace.hold(2, 3_000);
    });
    expect(both).toEqual([
      { chat: 2, at: 3_000 },
      { chat: 3, at: 3_000 },
      { chat: 1, at: 5_000 },
    ]);
  });
});

describe('low rank', () => {
  test('keeps below the limit in any second, and gives way to those who asked', async () => {
    const { clock, sent } = fakeClock();
    const pace = new Pace(clock);
    const stop = new AbortController().signal;
    const low = (async () => {
      for (let chat = 1; chat <= 280; chat++) {
        expect(await pace.lowTurn(chat, stop)).toBe(0);
        sent.push(clock.now());
      }
    })();
    await low;
    const most = Math.max(...sent.map((t) => sent.filter((u) => u >= t && u < t + 1_000).length));
    expect(most).toBeLessThanOrEqual(29);
    expect(sent.at(-1)! - sent[0]!).toBeLessThan(10_400);
    // In the middle of it all, an answer goes at once.
    const before = clock.now();
    await pace.turn(9_999, stop);
    expect(clock.now()).toBe(before);
  });

  test('a chat that has to wait holds nobody up', async () => {
    const { clock } = fakeClock();
    const pace = new Pace(clock);
    const stop = new AbortController().signal;
    pace.hold(5, 3_000);
    expect(await pace.lowTurn(5, stop)).toBeGreaterThan(2_900);
    expect(await pace.lowTurn(6, stop)).toBe(0);
    expect(clock.now()).toBeLessThan(100);
  });
});

function fakeClock() {
  let now = 0;
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  return { clock, sent: [] as number[] };
}
