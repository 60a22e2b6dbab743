import { multiply } from '../stats/decimal.js';
import { readDigits } from '../vietnamese/numbers.js';
import { readNumberWords } from '../vietnamese/numerals.js';
import { compareMarks } from '../vietnamese/text.js';
import type { Token } from '../vietnamese/tokens.js';
import type { Quantity } from './candidate.js';

/** Units as they are typed, to the catalogue's code. Keyed by fold; checked against typed accents. */
const UNITS: readonly (readonly [typed: string, unit: string])[] = [
  ['tấn', 'tấn'],
  ['kwh', 'kWh'],
  ['kưh', 'kWh'],
  ['kuh', 'kWh'],
  ['khối', 'm3'],
  ['viên', 'viên'],
  ['lít', 'lít'],
  ['đồng', 'đồng'],
  ['vnđ', 'đồng'],
  ['cái', 'cái'],
  ['chiếc', 'chiếc'],
  ['đôi', 'đôi'],
  ['người', 'người'],
  ['lần', 'lần'],
  ['tạ', 'tạ'],
];

const SCALES: readonly (readonly [typed: string, factor: string])[] = [
  ['nghìn', '1000'],
  ['ngàn', '1000'],
  ['triệu', '1000000'],
  ['tr', '1000000'],
  ['tỷ', '1000000000'],
  ['tỉ', '1000000000'],
  ['k', '1000'],
];

const fits = (token: Token | undefined, target: string) => {
  if (token?.kind !== 'word') return false;
  const marks = compareMarks(token.typed, target);
  return marks === 'exact' || marks === 'bare';
};

/** The unit that begins at `at`, with any scale word before it; null when there is none. */
export function unitAt(
  tokens: readonly Token[],
  at: number,
): { unit: string | null; factor: string; to: number } | null {
  let i = at;
  let factor = '1';
  for (let step = 0; step < 2; step++) {
    const scale = SCALES.find(([typed]) => fits(tokens[i], typed));
    if (!scale) break;
    // «tỷ lệ», «tỷ trọng» are words, not a scale; a lone k or tr needs a number straight before it.
    if (scale[0].startsWith('t') && ['le', 'trong', 'so'].includes(tokens[i + 1]?.fold ?? '')) break;
    if (scale[0].length <= 2 && !/^t[ỷỉ]$/.test(scale[0]) && tokens[i]?.spaced) break;
    factor = multiply(factor, scale[1]);
    i++;
  }
  const token = tokens[i];
  if (token?.raw === '%') return { unit: '%', factor, to: i + 1 };
  if (fits(token, 'phần') && fits(tokens[i + 1], 'trăm')) return { unit: '%', factor, to: i + 2 };
  if (token?.fold === 'm' && !tokens[i + 1]?.spaced && /^[23]$/.test(tokens[i + 1]?.raw ?? ''))
    return { unit: `m${tokens[i + 1]!.raw}`, factor, to: i + 2 };
  if (fits(token, 'mét') && fits(tokens[i + 1], 'khối')) return { unit: 'm3', factor, to: i + 2 };
  if (fits(token, 'mét') && fits(tokens[i + 1], 'vuông')) return { unit: 'm2', factor, to: i + 2 };
  // «kw.h», «kw/h»
  if (token?.fold === 'kw' && tokens[i + 2]?.fold === 'h') return { unit: 'kWh', factor, to: i + 3 };
  const unit = UNITS.find(([typed]) => fits(token, typed));
  // «cái nào», «đôi khi» and the like are no units.
  const weighed = unit !== undefined && /^(tấn|kWh|lít|m3)$/.test(unit[1]);
  if (unit && (weighed || !['nao', 'gi', 'do', 'nay', 'khi'].includes(tokens[i + 1]?.fold ?? ''))) {
    if (unit[1] === 'đồng' && factor === '1000000000') return { unit: 'tỷ đồng', factor: '1', to: i + 1 };
    // «nghìn tỷ đồng»
    if (unit[1] === 'đồng' && factor === '1000000000000')
      return { unit: 'tỷ đồng', factor: '1000', to: i + 1 };
    return { unit: unit[1], factor, to: i + 1 };
  }
  return i > at ? { unit: null, factor, to: i } : null;
}

/** A number with its unit at `at`; in words too where a unit follows. */
export function quantityAt(tokens: readonly Token[], at: number): { to: number; quantity: Quantity } | null {
  let i = at;
  let sign = '';
  if (
    tokens[i]?.raw === '-' &&
    tokens[i - 1]?.kind !== 'number' &&
    tokens[i - 1]?.raw !== '%' &&
    tokens[i + 1]?.kind === 'number' &&
    !tokens[i + 1]?.spaced
  ) {
    sign = '-';
    i++;
  }
  const token = tokens[i];
  if (token?.kind !== 'number') return null;
  const read = readDigits(token.raw);
  if (!read) return null;
  let to = i + 1;
  let value = read.value;
  let other = read.other;
  let unit: string | null = null;
  const after = unitAt(tokens, to);
  if (after) {
    value = multiply(value, after.factor);
    if (other !== null) other = multiply(other, after.factor);
    unit = after.unit;
    to = after.to;
    // 1tr2
    const tail = tokens[to];
    if (
      tail?.kind === 'number' &&
      !tail.spaced &&
      /^\d$/.test(tail.raw) &&
      after.factor !== '1' &&
      unit === null
    ) {
      value = String(BigInt(value) + (BigInt(after.factor) / 10n) * BigInt(tail.raw));
      to++;
    }
  }
  return { to, quantity: { value: sign + value, unit, other: other === null ? null : sign + other } };
}

/** «ba sản phẩm», «năm phần trăm», «chín trăm nghìn tấn»: a number in words where a counted thing or a unit follows. */
export function wordQuantityAt(
  tokens: readonly Token[],
  at: number,
): { to: number; quantity: Quantity } | null {
  if (tokens[at]?.kind !== 'word') return null;
  const words = readNumberWords(tokens.slice(0, at + 16), at);
  if (!words || words.year) return null;
  const to = at + words.length;
  const unit = unitAt(tokens, to);
  if (unit?.unit)
    return {
      to: unit.to,
      quantity: { value: multiply(words.value, unit.factor), unit: unit.unit, other: null },
    };
  const next = tokens[to]?.fold ?? '';
  const after = tokens[to + 1]?.fold ?? '';
  const counted =
    (next === 'san' && after === 'pham') ||
    (next === 'mat' && after === 'hang') ||
    (next === 'tinh' && after !== 'nao') ||
    next === 'sp' ||
    (next === 'dia' && after === 'phuong');
  return counted ? { to, quantity: { value: words.value, unit: null, other: null } } : null;
}
