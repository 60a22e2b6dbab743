import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type World } from '../../src/ask.js';
import { type Asked, products, questions, type Stress, stress } from '../support/stress.js';

/** Thousands of compound names, each beside its near twins: the right one, or a question back, never the twin. */

type Verdict = 'right' | 'asked' | 'refused' | 'wrong';

function verdict(asked: Asked, store: Stress, world: World): Verdict {
  const { answer } = ask(asked.text, world);
  if (answer.outcome === 'ask') return 'asked';
  if (answer.outcome === 'refuse') return 'refused';
  const told = answer.figures.filter((f) => f.role === 'asked');
  const { id } = store.products[asked.product]!;
  if (told.length === 1 && told[0]?.indicator === id && told[0].value === asked.value) return 'right';
  return 'wrong';
}

describe('the generator', () => {
  test('gives ten thousand different names', () => {
    const names = products(10_000).map((p) => p.name);
    expect(new Set(names).size).toBe(10_000);
    expect(products(300).map((p) => p.name)).toEqual(names.slice(0, 300));
  });
});

describe.each([100, 1_000, 3_000, 10_000])('%i names', (count) => {
  let store: Stress;
  beforeAll(() => {
    store = stress(':memory:', count, count * 5);
  });
  afterAll(() => store.close());

  test('a question for one name never gets the figure of another', () => {
    const world = { ...store.world('2026-11-25'), previous: null };
    const list = questions(store.products, 450);
    const wrong: string[] = [];
    const tally = new Map<string, Record<Verdict, number>>();
    for (const asked of list) {
      const v = verdict(asked, store, world);
      const row = tally.get(asked.dress) ?? { right: 0, asked: 0, refused: 0, wrong: 0 };
      row[v]++;
      tally.set(asked.dress, row);
      if (v === 'wrong') wrong.push(`${store.products[asked.product]?.name} ← «${asked.text}»`);
    }
    expect(wrong).toEqual([]);
    expect(tally.get('exact')?.right).toBeGreaterThan(142);
    expect(tally.get('no accents')?.right).toBeGreaterThan(135);
  });

  test('what is told of a bent name says so', () => {
    const world = { ...store.world('2026-11-25'), previous: null };
    const slips = questions(store.products, 300).filter((q) => q.dress === 'slip');
    const silent = slips
      .filter(({ text }) => ask(text, world).answer.outcome === 'answer')
      .map((q) => q.text);
    // Few slips are good chat spelling: «côg nghiệp», «trn».
    expect(silent.filter((text) => !/ (côg|trn) /.test(text))).toEqual([]);
  });
});
