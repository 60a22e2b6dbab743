import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/ask.js';
import { LONGEST, marksOf } from '../../src/question/index.js';
import { useAssembly } from '../support/assembly.js';
import { readItems } from '../support/corpus.js';

/** The work a text costs is bounded by its length, and a text longer than a question costs next to nothing. */

const assembly = useAssembly();
const world = () => ({ ...assembly().world('2026-11-25'), previous: null });

/** Texts that make readers propose much: homonyms, slips, numbers in words, commas, words without spaces. */
const UNITS = [
  'da ',
  'than ',
  'gỗ và sản phẩm từ gỗ ',
  'xi măng, ',
  'năm năm năm ',
  'hai mươi mốt ',
  'từ 2010 đến 2015 ',
  'so với cùng kỳ ',
  'tang giam ',
  'sanluongdienthuongpham',
  'ddieenj thuwowng phaamr ',
  '1.000.000,5 ',
  'a1b2 ',
  'ă\u0301\u0323 ',
  'cho ',
  'xuất ra cho ',
  '?! ',
  '((((',
  '2k',
];
const filled = (unit: string, length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

describe('work', () => {
  test.each(UNITS)('grows with the length only: «%s»', (unit) => {
    const marks = (length: number) => marksOf(filled(unit, length), world());
    const small = marks(LONGEST / 4);
    const large = marks(LONGEST);
    // Each token proposes a bounded number of readings, wherever it stands.
    const perToken = (m: typeof small) => m.candidates.length / Math.max(1, m.tokens.length);
    expect(perToken(large)).toBeLessThan(Math.max(8, 2 * perToken(small)));
    expect(perToken(large)).toBeLessThan(60);
  });

  test.each(UNITS)('of 10,000 characters is turned away: «%s»', (unit) => {
    const from = performance.now();
    const { answer, fault } = ask(filled(unit, 10_000), world());
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(fault).toBeNull();
    expect(['ask', 'refuse']).toContain(answer.outcome);
    expect(answer.figures.filter((f) => f.role === 'asked')).toEqual([]);
  });
});

describe('no input throws', () => {
  const ok = (text: string) => {
    const { fault, reply } = ask(text, world());
    expect(fault).toBeNull();
    expect(reply.plain.length).toBeGreaterThan(0);
  };

  test('UTF-16 of any kind, lone surrogates too', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n));
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 120 }).map((a) => a.join('')),
        ok,
      ),
      {
        numRuns: 400,
        seed: 11,
      },
    );
  });

  test('questions with anything spliced in', () => {
    const said = readItems('tuning')
      .flatMap((i) => i.say)
      .filter((_, i) => i % 7 === 0);
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('\ud83d', '\udc00', '\u0301', '\u0000', '\u202e', '\u200b', '٣', '½', 'ﬁ', '²'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...said), fc.nat(), part, (text, where, spliced) => {
        const at = where % (text.length + 1);
        ok(text.slice(0, at) + spliced + text.slice(at));
      }),
      { numRuns: 800, seed: 12 },
    );
  });

  test('very long texts of any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (unit) => {
        ok(filled(unit, 20_000));
      }),
      { numRuns: 30, seed: 13 },
    );
  });
});
