import { absolute, compare, divide, multiply } from './decimal.js';

/** Units of the catalogue, how they are printed, and the scale words before them. */

const PRINTED: Record<string, string> = { m3: 'm³', m2: 'm²' };

export const unitName = (unit: string): string => PRINTED[unit] ?? unit;

export interface Scaled {
  /** Exact decimal in the scaled unit. */
  readonly value: string;
  /** «triệu kWh», «nghìn tấn», «%». */
  readonly unit: string;
}

/** Scale words with the size they begin at and the decimals they may show; the first that loses no digit is taken. */
const SCALES: readonly (readonly [word: string, factor: string, from: string, decimals: number])[] = [
  ['tỷ', '1000000000', '1000000000', 3],
  ['triệu', '1000000', '1000000', 2],
  ['nghìn', '1000', '100000', 0],
  ['tỷ', '1000000000', '1000000000', 4],
  ['triệu', '1000000', '1000000', 4],
  ['nghìn', '1000', '100000', 2],
];

/** Units that already carry their scale or are ratios: never scaled again. */
const FIXED = new Set(['%', 'tỷ đồng', 'dự án', 'lần']);

/**
 * The way an official would print a level: 890000000 kWh → 890 triệu kWh, 9888000 m3 → 9.888 nghìn m³,
 * 7350 tấn → 7.350 tấn. A scale is taken only if it loses no digit.
 */
export function scale(value: string, unit: string): Scaled {
  if (FIXED.has(unit)) return { value, unit: unitName(unit) };
  const size = absolute(value);
  for (const [word, factor, from, decimals] of SCALES) {
    if (compare(size, from) < 0) continue;
    const scaled = divide(value, factor) as string;
    const broken = (scaled.split('.')[1] ?? '').length;
    // «3.113,682 nghìn»: a point for thousands and long decimals in one number read badly.
    if (broken <= decimals && (broken < 2 || compare(absolute(scaled), '1000') < 0))
      return { value: scaled, unit: `${word} ${unitName(unit)}` };
  }
  return { value, unit: unitName(unit) };
}

const FACTORS: Record<string, string> = {
  nghìn: '1000',
  triệu: '1000000',
  tỷ: '1000000000',
};

/** A scaled value back in the base unit: 890, «triệu» → 890000000. */
export function unscale(value: string, word: string): string {
  const factor = FACTORS[word];
  return factor ? multiply(value, factor) : value;
}
