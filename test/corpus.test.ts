import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Assembly, assemble } from '../src/assemble.js';
import {
  type Item,
  type Run,
  readConversations,
  readItems,
  runConversations,
  runItems,
} from './support/corpus.js';
import { NOISY, SAME, seeded } from './support/noise.js';
import { MORE } from './support/noise-more.js';

/**
 * The sentences are the specification. Every figure told must be right; the rates are printed, so that a change
 * that costs some is seen. `heldout/` was written last and by another hand, and is only counted here.
 */

let assembly: Assembly;
const world = () => assembly.world('2026-11-25');
beforeAll(() => {
  assembly = assemble(join(mkdtempSync(join(tmpdir(), 'corpus-')), 'facts.db'), () => {});
});
afterAll(() => assembly.close());

const count = (runs: readonly Run[], verdict: Run['verdict']) =>
  runs.filter((r) => r.verdict === verdict).length;
const percent = (n: number, of: number) => ((100 * n) / of).toFixed(1).padStart(5);
const line = (name: string, runs: readonly Run[]) =>
  `${name.padEnd(24)} ${String(runs.length).padStart(5)} câu · đúng ngay ${percent(count(runs, 'right'), runs.length)} % · hỏi lại ${percent(count(runs, 'asked'), runs.length)} % · từ chối ${percent(count(runs, 'refused'), runs.length)} % · SAI ${count(runs, 'wrong')}`;
const wrongs = (runs: readonly Run[]) =>
  runs.filter((r) => r.verdict === 'wrong').map((r) => `${r.id} «${r.text}»: ${r.why}`);

// Without accents «đã», «thân», «bìa» cannot be told from «đá», «than», «bia»: such items are left out there.
const LOSSY = new Set(['accent-veto', 'minimal-pair', 'unknown-indicator']);

/** Shares that a channel must still get right at once, where they are below the common ones. */
const LEAST: Record<string, number> = {
  swapped: 0.84,
  dropped: 0.84,
  'neighbour key': 0.89,
  // A typed accent is a veto: most of what is not right is asked back.
  'wrong tone key': 0.87,
  'telex slip': 0.84,
  glued: 0.88,
  'ear, north': 0.87,
  'ear, centre and south': 0.8,
  'eaten latin': 0.8,
  'no accents, slip': 0.78,
  'space one off': 0.8,
  'letters for digits': 0.9,
};

describe('the tuning corpus', () => {
  test('tells no wrong figure and is right nearly always', () => {
    const runs = [
      ...runItems(readItems('tuning'), world()),
      ...runConversations(readConversations('tuning'), world()),
    ];
    console.log(line('corpus', runs));
    expect(runs.length).toBeGreaterThan(1_900);
    expect(wrongs(runs)).toEqual([]);
    expect(count(runs, 'right') / runs.length).toBeGreaterThan(0.985);
  });

  const clean = readItems('tuning').filter((i) => !i.channel);

  test.each(Object.entries(SAME))('reads «%s» as the original', (name, vary) => {
    const runs = runItems(clean, world(), vary);
    console.log(line(name, runs));
    expect(wrongs(runs)).toEqual([]);
    expect(count(runs, 'right') / runs.length).toBeGreaterThan(0.985);
  });

  const fair = (name: string): Item[] =>
    clean.filter((i) => !['no accents', 'half accents', 'joined'].includes(name) || !LOSSY.has(i.group));

  test.each(Object.entries(NOISY))('survives «%s»', (name, vary) => {
    const random = seeded(20_261_125);
    const runs = runItems(fair(name), world(), (s) => vary(s, random));
    console.log(line(name, runs));
    expect(count(runs, 'wrong') / runs.length).toBeLessThan(0.012);
    expect(count(runs, 'right') / runs.length).toBeGreaterThan(name === 'joined' ? 0.8 : 0.93);
  });
});

describe('one cause of noise at a time', () => {
  // Every fourth sentence: enough to see a channel fail, and a quarter of the time.
  const some = readItems('tuning').filter(
    (item, i) => !item.channel && !LOSSY.has(item.group) && i % 4 === 1,
  );

  test.each(Object.entries(MORE))('survives «%s»', (name, vary) => {
    const random = seeded(20_261_126);
    const bent = some
      .flatMap((item) => item.say.map((said) => ({ ...item, say: [vary(said, random)], plain: said })))
      .filter((item) => item.say[0] !== item.plain);
    const runs = runItems(bent, world());
    console.log(line(name, runs));
    expect(runs.length).toBeGreaterThan(0);
    expect(count(runs, 'wrong') / runs.length).toBeLessThan(0.012);
    expect(count(runs, 'right') / runs.length).toBeGreaterThan(LEAST[name] ?? 0.93);
  });
});

/** Counts by a property of the runs, a line each. */
function by(name: string, runs: readonly Run[], of: (r: Run) => string): string {
  const keys = [...new Set(runs.map(of))].sort();
  return keys
    .map((k) =>
      line(
        `${name}, ${k}`,
        runs.filter((r) => of(r) === k),
      ),
    )
    .join('\n');
}

describe('the held-back corpus', () => {
  test('is counted, not tuned to', () => {
    const items = readItems('heldout');
    const clean = [
      ...runItems(
        items.filter((i) => !i.channel),
        world(),
      ),
      ...runConversations(readConversations('heldout'), world()),
    ];
    const noisy = runItems(
      items.filter((i) => i.channel),
      world(),
    );
    console.log(by('theo loại', clean, (r) => r.group));
    console.log(by('theo kênh', noisy, (r) => r.channel));
    console.log(line('held back', clean));
    console.log(line('held back, noisy', noisy));
    // Ids only: whoever works on the engine does not read these sentences.
    for (const verdict of ['wrong', 'asked', 'refused'] as const) {
      const failed = [...clean, ...noisy].filter((r) => r.verdict === verdict);
      console.log(`held back, ${verdict}: ${[...new Set(failed.map((r) => r.id))].join(' ')}`);
    }
    expect((count(clean, 'wrong') + count(noisy, 'wrong')) / (clean.length + noisy.length)).toBeLessThan(
      0.01,
    );
    expect(count(clean, 'right') / clean.length).toBeGreaterThan(0.9);
  });
});
