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
      pace.answered(await pace.turn(chat, signal));
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

  test('everybody together: never more than 30 in any second, 28 a second in the long run', async () => {
    const chats = Array.from({ length: 300 }, (_, i) => i + 1);
    const at = (await times(chats, 1)).map((s) => s.at);
    expect(densest(at, 1000)).toBeLessThanOrEqual(30);
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
  test('a chat that has to wait holds nobody up', async () => {
    const clock = new Bench();
    const pace = new Pace(clock);
    pace.hold(5, 3_000);
    expect(await pace.lowTurn(5, signal)).toEqual({ wait: 3_000 });
    expect(await pace.lowTurn(6, signal)).toHaveProperty('slot');
    expect(clock.now()).toBe(0);
  });

  test('a chat told to wait while its turn was coming waits as it was told', async () => {
    const clock = new Bench();
    const pace = new Pace(clock);
    const at: number[] = [];
    const sending = (async () => {
      for (let i = 0; i < 4; i++) {
        pace.answered(await pace.turn(1, signal));
        at.push(clock.now());
        if (i === 2) setTimeout(() => pace.hold(1, 5_000), 0);
      }
    })();
    for (let i = 0; i < 3; i++) {
      await new Promise((r) => setTimeout(r, 2));
      await clock.run();
    }
    await sending;
    expect(at).toEqual([0, 0, 0, 5_000]);
  });

  // Requests wander: the server counts each at some moment between its start and its answer.
  test.each([
    ['quick ways', 2, 12, 0.92],
    ['slow ways', 20, 70, 0.85],
    ['ways that wander', 1, 900, 0],
    ['ways as long as a second and more', 300, 1_900, 0],
  ])(
    '%s: never more than 30 in a second of the server, those who asked first',
    async (_, least, most, use) => {
      const clock = new Bench();
      const pace = new Pace(clock);
      const arrived: number[] = [];
      const random = randoms(7);
      const way = () => least + (most - least) * random() ** 2;
      const carry = async (slot: Parameters<Pace['answered']>[0]) => {
        const [there, back] = [way() / 2, way() / 2];
        await clock.sleep(there);
        arrived.push(clock.now());
        await clock.sleep(back);
        pace.answered(slot);
      };
      const digests = async () => {
        for (let chat = 1; chat <= 900; chat++) {
          const turn = await pace.lowTurn(chat, signal);
          if ('slot' in turn) void carry(turn.slot);
        }
      };
      const waited: number[] = [];
      const questions = async () => {
        for (let chat = 10_001; chat <= 10_024; chat++) {
          await clock.sleep(1_000 * random());
          const asked = clock.now();
          const slot = await pace.turn(chat, signal);
          waited.push(clock.now() - asked);
          await carry(slot);
        }
      };
      const all = Promise.all([digests(), questions()]);
      await clock.run();
      await all;
      arrived.sort((a, b) => a - b);
      expect(arrived).toHaveLength(924);
      expect(densest(arrived, 1_000)).toBeLessThanOrEqual(30);
      const seconds = (arrived.at(-1)! - arrived[0]!) / 1_000;
      expect(arrived.length / seconds / 30).toBeGreaterThan(use);
      if (use > 0) expect(Math.max(...waited)).toBeLessThan(100);
    },
  );
});

/** Numbers from 0 to 1, the same in every run. */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
