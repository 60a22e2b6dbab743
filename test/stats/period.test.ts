import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../src/question/index.js';
import { buildLexicon } from '../../src/question/lexicon.js';
import {
  bounds,
  comparePeriods,
  cumulativeCode,
  halfCode,
  monthCode,
  parsePeriod,
  periodName,
  periodShort,
  quarterCode,
  shift,
  spanCode,
  yearCode,
} from '../../src/stats/period.js';
import { scale, unscale } from '../../src/stats/unit.js';
import { readDigits } from '../../src/vietnamese/numbers.js';
import { printDecimal } from '../../src/vietnamese/print.js';
import { agree, divide, multiply, percentGrain, root, round } from './decimals.js';

const lexicon = buildLexicon({
  indicators: [{ id: 'xi-mang', name: 'Xi măng', group: 'xi-mang', kind: 'product', unit: 'tấn' }],
  areas: [],
  sources: [],
  groups: [],
  aliases: [],
});
const world = { today: '2026-11-25', lexicon, previous: null };

const year = fc.integer({ min: 1995, max: 2030 });
const anyCode = fc.oneof(
  year.map(yearCode),
  fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, h]) => halfCode(y, h)),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => quarterCode(y, q)),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => monthCode(y, m)),
  fc
    .tuple(
      year,
      fc.integer({ min: 2, max: 11 }).filter((n) => n !== 3 && n !== 6),
    )
    .map(([y, n]) => cumulativeCode(y, n)),
  fc.tuple(year, fc.integer({ min: 1, max: 10 })).map(([y, n]) => spanCode(y, Math.min(2036, y + n))),
);

const readCode = (words: string): string | null => {
  const q = readQuestion(`xi măng ${words}`, world);
  if (!('periods' in q)) return null;
  const p = q.periods.value;
  if (p.type === 'list') return p.codes.length === 1 ? (p.codes[0] as string) : null;
  return p.type === 'range' ? spanCode(Number(p.from), Number(p.to)) : null;
};

describe('periods', () => {
  test('read back from the words they are printed with', () => {
    fc.assert(
      fc.property(anyCode, (code) => readCode(periodName(code)) === code),
      { numRuns: 400, seed: 1 },
    );
  });

  test('read back from their short form', () => {
    const short = anyCode.filter((c) => !c.endsWith('S2'));
    fc.assert(
      fc.property(short, (code) => readCode(periodShort(code)) === code),
      { numRuns: 400, seed: 2 },
    );
  });

  test('order by their end and shift there and back', () => {
    fc.assert(
      fc.property(anyCode, fc.integer({ min: -20, max: 20 }), (code, by) => {
        expect(shift(shift(code, by), -by)).toBe(code);
        if (by > 0) expect(comparePeriods(code, shift(code, by))).toBeLessThan(0);
      }),
      { seed: 3 },
    );
  });

  test('no other text is a code', () => {
    for (const bad of [
      '',
      '21',
      '2021-13',
      '2021-Q5',
      '2021-S3',
      '2021-1',
      '2021-01-01/P0M',
      '2021-01-01/P5D',
      'năm 2021',
    ])
      expect(parsePeriod(bad)).toBeNull();
    expect(bounds('2021-S2')).toEqual({ from: 2021 * 12 + 6, to: 2021 * 12 + 11 });
  });
});

describe('numbers', () => {
  const decimal = fc
    .tuple(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 0, max: 99 }))
    .map(([w, f]) => (f === 0 ? String(w) : `${w}.${String(f).padStart(2, '0')}`.replace(/0$/, '')));

  test('printed in Vietnamese read back exactly', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        const read = readDigits(printDecimal(value));
        return read !== null && (read.value === value || read.other === value);
      }),
      { seed: 4 },
    );
  });

  test('a scale loses no digit', () => {
    fc.assert(
      fc.property(decimal, fc.constantFrom('kWh', 'tấn', 'm3', 'viên', 'tỷ đồng', '%'), (value, unit) => {
        const s = scale(value, unit);
        const word = /^(nghìn|triệu|tỷ) (?!đồng)/.exec(s.unit)?.[1] ?? '';
        return Number(unscale(s.value, word)) === Number(value);
      }),
      { seed: 5 },
    );
  });

  test('a growth applied to its base gives the level within rounding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 10 ** 9 }),
        (base, level) => {
          const growth = percentGrain(String(level), String(base));
          const back = multiply(String(base), String(1 + Number(growth) / 100));
          return Math.abs(Number(back) - level) <= Math.max(1e-6 * level, base * 0.00006);
        },
      ),
      { seed: 6 },
    );
  });

  test('roots, rounding and agreement', () => {
    expect(round(root('1024', 10), 6)).toBe('2');
    expect(divide('1', '0')).toBeNull();
    expect(agree('936000', '936200')).toBe(true);
    expect(agree('936000', '937000')).toBe(false);
    expect(agree('4.1', '4.13')).toBe(true);
  });
});
