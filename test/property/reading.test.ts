import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodsAt } from '../../src/question/periods.js';
import {
  cumulativeCode,
  halfCode,
  monthCode,
  periodName,
  periodShort,
  quarterCode,
  spanCode,
  yearCode,
} from '../../src/stats/period.js';
import { readDigits } from '../../src/vietnamese/numbers.js';
import { printDecimal } from '../../src/vietnamese/print.js';
import { tokenise } from '../../src/vietnamese/tokens.js';

/** What the program prints, its readers read back. */

const TODAY = '2026-11-25';
const year = fc.integer({ min: 1995, max: 2026 });

const codes: Record<string, fc.Arbitrary<string>> = {
  year: year.map(yearCode),
  half: fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, n]) => halfCode(y, n)),
  quarter: fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, n]) => quarterCode(y, n)),
  month: fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, n]) => monthCode(y, n)),
  cumulative: fc.tuple(year, fc.constantFrom(2, 4, 5, 7, 8, 9, 10, 11)).map(([y, n]) => cumulativeCode(y, n)),
  span: fc
    .tuple(fc.integer({ min: 1995, max: 2020 }), fc.integer({ min: 1, max: 6 }))
    .map(([y, n]) => spanCode(y, y + n)),
};

/** The code a whole text is read as by one of the period readers; null where none takes all of it. */
function readWhole(text: string): string | null {
  const tokens = tokenise(text);
  const whole = periodsAt(tokens, 0, TODAY).find((span) => span.to === tokens.length);
  if (whole?.reading.type !== 'choice') return null;
  const { choice } = whole.reading;
  if (choice.type === 'list') return choice.codes.length === 1 ? (choice.codes[0] as string) : null;
  if (choice.type === 'range') return spanCode(Number(choice.from), Number(choice.to));
  return null;
}

describe('a period', () => {
  test.each(Object.entries(codes))('of kind %s is read back from its name', (_kind, code) => {
    fc.assert(
      fc.property(code, (c) => {
        expect(readWhole(periodName(c))).toBe(c);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test.each(Object.entries(codes))('of kind %s is read back from its short form', (_kind, code) => {
    fc.assert(
      fc.property(code, (c) => {
        // «6T cuối 2021» is for tables; nobody types it.
        if (!c.endsWith('-S2')) expect(readWhole(periodShort(c))).toBe(c);
      }),
      { numRuns: 200, seed: 2 },
    );
  });
});

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([minus, digits, places]) =>
    new Big(digits.toString()).div(new Big(10).pow(places)).times(minus ? -1 : 1),
  )
  .map((b) => b.toFixed());

const same = (a: string, b: string) => new Big(a).eq(b);

describe('a number', () => {
  test('is read back by the reader of questions, or kept as one of two readings', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        const size = value.replace(/^-/, '');
        const read = readDigits(printDecimal(size));
        expect(read).not.toBeNull();
        expect([read!.value, read!.other].some((v) => v !== null && same(v, size))).toBe(true);
      }),
      { numRuns: 2_000, seed: 4 },
    );
  });
});
