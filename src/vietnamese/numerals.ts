/** Vietnamese numbers in words, with or without accents, as exact decimals. */

import { compareMarks } from './text.js';

/** What the readers need of a token. */
export interface NumberWord {
  readonly fold: string;
  /** As typed, in lower case. */
  readonly typed: string;
  /** As typed, with its case. */
  readonly raw?: string;
  /** Is there a space before it? */
  readonly spaced?: boolean;
}

export interface WordNumber {
  /** Decimal string. */
  readonly value: string;
  /** Number of tokens read. */
  readonly length: number;
  /** Set when the value may be a year (1900–2100). */
  readonly year?: number;
  /** A short spoken form: «trăm hai» = 120, «hai triệu ba» = 2 300 000. */
  readonly elliptic?: true;
  /** A multiplier (nghìn, triệu, tỷ …) was said. */
  readonly scaled?: true;
}

/** Does a token say one of these words, its typed accents not contradicting them? */
function says(token: NumberWord | undefined, ...words: readonly string[]): boolean {
  if (!token || token.typed.length > 8) return false;
  return words.some((word) => {
    const marks = compareMarks(token.typed, word);
    return marks === 'exact' || marks === 'bare';
  });
}

const DIGITS: readonly (readonly string[])[] = [
  ['không'],
  ['một'],
  ['hai'],
  ['ba'],
  ['bốn'],
  ['năm'],
  ['sáu'],
  ['bảy', 'bẩy'],
  ['tám'],
  ['chín'],
];

const SCALES: readonly (readonly [bigint, readonly string[]])[] = [
  [1_000_000_000n, ['tỷ', 'tỉ']],
  [1_000_000n, ['triệu']],
  [10_000n, ['vạn']],
  [1_000n, ['nghìn', 'ngàn']],
];

type Words = readonly NumberWord[];
/** A piece of a number: its value and where reading goes on. */
interface Part {
  readonly n: bigint;
  readonly to: number;
  readonly elliptic?: boolean;
}

/** The plain digit at `at` (không … chín), or -1. */
function digit(w: Words, at: number): number {
  const token = w[at];
  // «bây (giờ)» is not «bẩy».
  return token && token.typed !== 'bây' ? DIGITS.findIndex((forms) => says(token, ...forms)) : -1;
}

/** Digit in the place of units, where mốt, tư, lăm, nhăm are said too; -1 for none, or for «không». */
function unit(w: Words, at: number): number {
  if (says(w[at], 'mốt')) return 1;
  if (says(w[at], 'tư')) return 4;
  if (says(w[at], 'lăm', 'nhăm')) return 5;
  const d = digit(w, at);
  return d === 0 ? -1 : d;
}

function scaleAt(w: Words, at: number): bigint | null {
  for (const [value, forms] of SCALES) if (says(w[at], ...forms)) return value;
  return null;
}

const isTens = (w: Words, at: number) => says(w[at], 'mươi', 'chục');
/** Does a multiplier, «mươi» or «trăm» follow, so that the digit before it starts a group of its own? */
const opensGroup = (w: Words, at: number) => isTens(w, at) || says(w[at], 'trăm');
const follows = (w: Words, at: number) =>
  opensGroup(w, at) || scaleAt(w, at) !== null || says(w[at], 'phẩy', 'rưỡi');

/** «năm» is five only where nothing else is likely: not as the last word of a number (it is "year" there). */
function isYearWord(w: Words, at: number): boolean {
  return says(w[at], 'năm') && !follows(w, at + 1);
}

/** A unit after tens; «năm» is left alone: «hai mươi năm» is twenty years. */
function unitAfterTens(w: Words, at: number): number {
  const u = unit(w, at);
  if (u < 0 || says(w[at], 'năm') || opensGroup(w, at + 1)) return -1;
  return u;
}

/** 1 … 99: a digit, mười ba, hai mươi mốt, hăm mốt, hai mốt, ba tư, hai chục. */
function belowHundred(w: Words, at: number): Part | null {
  const d = digit(w, at);
  if (d > 0 && isTens(w, at + 1)) {
    const chuc = says(w[at + 1], 'chục');
    const u = chuc ? -1 : unitAfterTens(w, at + 2);
    return u < 0 ? { n: BigInt(d * 10), to: at + 2 } : { n: BigInt(d * 10 + u), to: at + 3 };
  }
  if (says(w[at], 'mười') && w[at]?.typed !== 'mươi') {
    const u = says(w[at + 1], 'mốt') && w[at + 1]?.typed === 'mốt' ? -1 : unitAfterTens(w, at + 1);
    return u < 0 ? { n: 10n, to: at + 1 } : { n: BigInt(10 + u), to: at + 2 };
  }
  for (const [tens, word] of [
    [20, 'hăm'],
    [30, 'băm'],
  ] as const) {
    if (!says(w[at], word)) continue;
    const u = unitAfterTens(w, at + 1);
    return u < 0 ? null : { n: BigInt(tens + u), to: at + 2 };
  }
  if (d <= 0) return null;
  // Short tens: hai mốt, ba tư, bốn lăm. After «năm» only when the accents leave no doubt.
  const second = w[at + 1];
  const spoken = says(second, 'mốt') ? 1 : says(second, 'tư') ? 4 : says(second, 'lăm', 'nhăm') ? 5 : -1;
  const sure = d !== 5 || second?.typed !== second?.fold;
  if (d >= 2 && spoken > 0 && sure && !follows(w, at + 2)) {
    const beforeYear =
      spoken === 4 && second?.typed === 'tu' && /^\d|^(?:nam|thang|quy|ngay)$/.test(w[at + 2]?.fold ?? '');
    if (!beforeYear) return { n: BigInt(d * 10 + spoken), to: at + 2 };
  }
  // The same before a multiplier that closes the group: hai mốt triệu.
  if (d >= 2 && spoken > 0 && sure && scaleAt(w, at + 2) !== null) {
    return { n: BigInt(d * 10 + spoken), to: at + 2 };
  }
  return { n: BigInt(d), to: at + 1 };
}

/** «linh hai», «lẻ năm». */
function oddUnit(w: Words, at: number): Part | null {
  if (!says(w[at], 'linh', 'lẻ')) return null;
  const u = unit(w, at + 1);
  if (u > 0 && !opensGroup(w, at + 2)) return { n: BigInt(u), to: at + 2 };
  return belowHundred(w, at + 1);
}

/** What may follow «trăm». */
function afterHundred(w: Words, hundreds: bigint, at: number): Part {
  const odd = oddUnit(w, at);
  if (odd) return { n: hundreds + odd.n, to: odd.to };
  if (says(w[at], 'rưỡi') && hundreds > 0n) return { n: hundreds + 50n, to: at + 1 };
  const rest = isYearWord(w, at) ? null : belowHundred(w, at);
  if (!rest) return { n: hundreds, to: at };
  if (rest.n >= 10n) return { n: hundreds + rest.n, to: rest.to };
  const next = digit(w, rest.to);
  if (next > 0 && !isYearWord(w, rest.to) && !follows(w, rest.to + 1)) {
    return { n: hundreds + rest.n * 10n + BigInt(next), to: rest.to + 1, elliptic: true };
  }
  return { n: hundreds + rest.n * 10n, to: rest.to, elliptic: true };
}

/** 0 … 999 (a leading «không trăm» counts); a bare «trăm hai» is 120. */
function belowThousand(w: Words, at: number, inside: boolean): Part | null {
  const d = digit(w, at);
  if (says(w[at + 1], 'trăm') && (d > 0 || (d === 0 && inside))) {
    return afterHundred(w, BigInt(d) * 100n, at + 2);
  }
  if (says(w[at], 'trăm') && !says(w[at - 1], 'phần')) {
    const read = afterHundred(w, 100n, at + 1);
    return read.to > at + 1 || scaleAt(w, at + 1) !== null ? { ...read, elliptic: true } : null;
  }
  return belowHundred(w, at);
}

/** Digits read one by one, for years and after «phẩy»; a closing hai mốt, mười chín counts as two. */
function digitRow(w: Words, at: number): { digits: string; to: number } {
  let digits = '';
  let i = at;
  while (digits.length < 12) {
    // «một chín chín năm»: year-word unless it closes a row of three.
    if (isYearWord(w, i) && !(digits.length === 3 && /^(?:19|20)/.test(digits))) break;
    const u = digits === '' ? digit(w, i) : digit(w, i) === 0 ? 0 : unit(w, i);
    if (u < 0 || (follows(w, i + 1) && !isTens(w, i + 1))) break;
    if (isTens(w, i + 1) || says(w[i], 'mười')) break;
    digits += String(u);
    i++;
  }
  return { digits, to: i };
}

/** Years said by digits: hai không hai mốt, một chín chín tám, hai không mười chín, hai mươi hai mươi mốt. */
function spokenYear(w: Words, at: number): Part | null {
  const row = digitRow(w, at);
  if (row.digits.length === 4 && /^(?:19|20)/.test(row.digits)) return { n: BigInt(row.digits), to: row.to };
  const twenty = digit(w, at) === 2 && digit(w, at + 1) === 0;
  const nineteen = says(w[at], 'mười') && digit(w, at + 1) === 9;
  const twentyTens = digit(w, at) === 2 && says(w[at + 1], 'mươi');
  // «hai nghìn không mười lăm»: «trăm» left out.
  const thousand = digit(w, at) === 2 && scaleAt(w, at + 1) === 1_000n && digit(w, at + 2) === 0;
  if (twenty || nineteen || twentyTens || thousand) {
    const from = at + (thousand ? 3 : 2);
    const rest = belowHundred(w, from);
    if (rest && rest.n >= 10n && scaleAt(w, rest.to) === null)
      return { n: (nineteen ? 1900n : 2000n) + rest.n, to: rest.to };
    // «hai mươi hai ba»: 20, 23. A single digit more would be another number.
    const [tens, ones] = [digit(w, from), unit(w, from + 1)];
    const closes = !isYearWord(w, from + 1) && !follows(w, from + 2) && digit(w, from + 2) < 0;
    if ((twentyTens || thousand) && (tens === 1 || tens === 2) && ones > 0 && closes)
      return { n: BigInt(2000 + tens * 10 + ones), to: from + 2 };
  }
  return null;
}

/** Decimals after «phẩy»: a row of digits, or a two-digit word (phẩy hai lăm, phẩy mười bốn). */
function decimals(w: Words, at: number): { digits: string; to: number } | null {
  let digits = '';
  let i = at;
  while (digits.length < 12) {
    // «hai phẩy không năm» is 2.05, «một phẩy hai năm» are years.
    if (/[1-9]/.test(digits) && isYearWord(w, i)) break;
    const tens = says(w[i], 'mười') || (digit(w, i) > 0 && isTens(w, i + 1)) ? belowHundred(w, i) : null;
    if (tens) return { digits: digits + String(tens.n), to: tens.to };
    const u = digits === '' ? digit(w, i) : digit(w, i) === 0 ? 0 : unit(w, i);
    if (u < 0) break;
    digits += String(u);
    i++;
  }
  return digits === '' ? null : { digits, to: i };
}

/** n + 0.fraction, times a scale, as a decimal string. */
function scaleDecimal(whole: bigint, fraction: string, scale: bigint): string {
  const power = 10n ** BigInt(fraction.length);
  const scaled = (whole * power + BigInt(fraction || '0')) * scale;
  const int = scaled / power;
  const rest = fraction === '' ? '' : String(scaled % power).padStart(fraction.length, '0');
  const trimmed = rest.replace(/0+$/, '');
  return trimmed === '' ? String(int) : `${int}.${trimmed}`;
}

/** All multipliers said in a row, multiplied: «nghìn tỷ». */
function scales(w: Words, at: number): { scale: bigint; to: number } {
  let scale = 1n;
  let to = at;
  let last = 0n;
  for (let next = scaleAt(w, to); next !== null && next > last; next = scaleAt(w, to)) {
    scale *= next;
    last = next;
    to++;
  }
  return { scale, to };
}

interface Sum {
  readonly total: bigint;
  readonly to: number;
  readonly elliptic: boolean;
  readonly scaled: boolean;
}

/** Groups with falling multipliers: hai tỷ ba trăm triệu, hai nghìn không trăm hai mươi mốt. */
function groups(w: Words, at: number): Sum | null {
  let total = 0n;
  let last: bigint | null = null;
  let elliptic = false;
  let to = at;
  for (let turn = 0; turn < 8; turn++) {
    const lone = turn === 0 ? loneScale(w, to) : null;
    const odd = last !== null ? oddUnit(w, to) : null;
    if (odd && scaleAt(w, odd.to) === null)
      return { total: total + odd.n, to: odd.to, elliptic, scaled: true };
    if (last !== null && says(w[to], 'rưỡi')) {
      return { total: total + last / 2n, to: to + 1, elliptic, scaled: true };
    }
    if (last !== null && isYearWord(w, to)) break;
    const group = lone ? { n: 1n, to } : belowThousand(w, to, last !== null);
    if (!group) break;
    const { scale, to: after } = scales(w, group.to);
    if (scale === 1n) {
      const single = group.n < 10n && group.to === to + 1;
      if (last !== null && single) {
        return { total: total + (group.n * last) / 10n, to: group.to, elliptic: true, scaled: true };
      }
      if (last !== null && last < 1_000n) break;
      return {
        total: total + group.n,
        to: group.to,
        elliptic: elliptic || group.elliptic === true,
        scaled: last !== null,
      };
    }
    elliptic ||= group.elliptic === true || lone !== null;
    if (last !== null && scale >= last) {
      // «mười hai nghìn ba trăm tỷ»: the larger multiplier takes all that was said before.
      if (scale === last) break;
      total = (total + group.n) * scale;
    } else {
      total += group.n * scale;
    }
    last = scale;
    to = after;
  }
  return last === null ? null : { total, to, elliptic, scaled: true };
}

/** A multiplier without a number that still says one: «tỷ rưỡi», «triệu hai». */
function loneScale(w: Words, at: number): bigint | null {
  const scale = scaleAt(w, at);
  if (scale === null || says(w[at - 1], 'công')) return null;
  const next = at + 1;
  if (says(w[next], 'rưỡi')) return scale;
  const said = digit(w, next) > 0 && !says(w[next], 'năm') && !follows(w, next + 1);
  return said && w[at]?.typed !== w[at]?.fold ? scale : null;
}

/** Words that stand behind «năm» only when it means year; and those that let an unaccented «nam» be five. */
const AFTER_YEAR = ['nay', 'này', 'ngoái', 'kia', 'nào', 'trước', 'tới', 'sau', 'qua', 'gần', 'hai'];
const AFTER_FIVE = ['phần', 'năm', 'tháng', 'quý', 'tấn', 'người', 'tỉnh', 'cái'];

/** Is a «năm» that no multiplier follows the year, or the «nam» of a name, rather than five? */
function isLoneYear(w: Words, at: number): boolean {
  const word = w[at];
  const next = w[at + 1];
  if (!says(word, 'năm')) return false;
  if (!next) return at > 0;
  if (/^\d/.test(next.typed) || says(next, ...AFTER_YEAR)) return true;
  return word?.typed === 'nam' && next.typed !== '%' && !says(next, ...AFTER_FIVE);
}

const asYear = (n: bigint) => (n >= 1900n && n <= 2100n ? { year: Number(n) } : {});

/**
 * The number said by the tokens from `at` on, the longest reading. «năm» is never the last word of a number, where it
 * means year («hai mươi năm» = 20, one token left), and alone it is 5 only where it cannot well be a year; months,
 * quarters and years must still be read before numbers.
 */
export function readNumberWords(tokens: readonly NumberWord[], at: number): WordNumber | null {
  const first = tokens[at];
  if (!first || first.typed.length > 8) return null;
  const year = spokenYear(tokens, at);
  if (year) return { value: String(year.n), length: year.to - at, ...asYear(year.n) };
  const zero = digit(tokens, at) === 0 && says(tokens[at + 1], 'phẩy', 'chấm');
  const head = zero ? { n: 0n, to: at + 1 } : belowThousand(tokens, at, false);
  if (head && says(tokens[head.to], 'phẩy', 'chấm')) {
    const behind = decimals(tokens, head.to + 1);
    if (behind) {
      const { scale, to } = scales(tokens, behind.to);
      const value = scaleDecimal(head.n, behind.digits, scale);
      return { value, length: to - at, ...(scale > 1n ? { scaled: true as const } : {}) };
    }
  }
  const sum = groups(tokens, at);
  if (!sum || (sum.to === at + 1 && isLoneYear(tokens, at))) return null;
  if (!sum.scaled && says(tokens[sum.to], 'rưỡi')) {
    return { value: `${sum.total}.5`, length: sum.to + 1 - at };
  }
  return {
    value: String(sum.total),
    length: sum.to - at,
    ...asYear(sum.total),
    ...(sum.elliptic ? { elliptic: true as const } : {}),
    ...(sum.scaled ? { scaled: true as const } : {}),
  };
}
