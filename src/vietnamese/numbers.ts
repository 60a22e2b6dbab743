/** Numbers written in digits the Vietnamese way, and digits with a multiplier (2,5 tỷ, 1tr2). */

import Big from 'big.js';
import { type NumberWord, readNumberWords, says } from './numerals.js';

/** A number read from digits. When it can be read in two ways `other` is the second. */
export interface Digits {
  readonly value: string;
  readonly ambiguous?: true;
  readonly other?: string;
}

const SHAPE = /^([+-]?)([\d., ]+)$/;

function plain(sign: string, whole: string, fraction = ''): string {
  const int = whole.replace(/^0+(?=\d)/, '');
  const frac = fraction.replace(/0+$/, '');
  const body = frac ? `${int}.${frac}` : int;
  return sign === '-' && /[1-9]/.test(body) ? `-${body}` : body;
}

/**
 * «890.000.000», «10.240» (groups), «4,1», «4.1» (decimals). Three digits behind a single comma are a decimal
 * in official style and a group to many people: «123,000» is marked ambiguous. Null when the marks fit neither.
 */
export function readNumber(text: string): Digits | null {
  const m = SHAPE.exec(text.trim());
  if (!m) return null;
  const [, sign = '', body = ''] = m;
  if (/^\d+$/.test(body)) return { value: plain(sign, body) };
  // Groups of three by dots (or spaces), decimals by a comma.
  const grouped = /^(\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:,(\d+))?$/.exec(body);
  if (grouped) {
    const [, whole = '', fraction] = grouped;
    const digits = whole.replace(/[. ]/g, '');
    if (fraction === undefined) {
      // «0.240» cannot be a group.
      if (/^0+\./.test(whole)) {
        return whole.split('.').length === 2 ? { value: plain(sign, '0', whole.split('.')[1]) } : null;
      }
      return { value: plain(sign, digits) };
    }
    const value = plain(sign, digits, fraction);
    const doubt = whole === digits && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
    return doubt ? { value, ambiguous: true, other: plain(sign, whole + fraction) } : { value };
  }
  // English: groups by commas, decimals by a dot.
  const english = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(body);
  if (!english) return null;
  return { value: plain(sign, (english[1] ?? '').replace(/,/g, ''), english[2]) };
}

/** A number with its multiplier, in exact decimals. */
export interface Scaled {
  readonly value: string;
  /** Number of tokens read. */
  readonly length: number;
  readonly ambiguous?: true;
  readonly other?: string;
  /** Set when the number may also be a year (2k21, hai không hai mốt). */
  readonly year?: number;
  /** A short spoken form («trăm hai» = 120). */
  readonly elliptic?: true;
  /** A multiplier was said. */
  readonly scaled: boolean;
}

const SCALES: readonly (readonly [RegExp, readonly string[], string])[] = [
  [/^(?:k|ng)$/, ['nghìn', 'ngàn'], '1000'],
  [/^(?:tr)$/, ['triệu'], '1000000'],
  [/^$/, ['tỷ', 'tỉ'], '1000000000'],
  [/^$/, ['vạn'], '10000'],
  [/^$/, ['trăm'], '100'],
  [/^$/, ['chục'], '10'],
];

/** The multiplier a token names, null for none. */
function scaleOf(token: NumberWord | undefined): Big | null {
  if (!token) return null;
  for (const [short, words, value] of SCALES) {
    if (short.test(token.typed) || says(token, ...words)) return new Big(value);
  }
  return null;
}

const isDigits = (token: NumberWord | undefined) => token !== undefined && /^\d/.test(token.typed);

/** Digits glued behind a multiplier are its decimals: 1tr2, 1tr25, 5k2. */
function tail(token: NumberWord | undefined): string | null {
  if (!token || token.spaced === true) return null;
  return /^\d{1,3}$/.test(token.typed) ? token.typed : null;
}

const exact = (b: Big) => b.toFixed();

/** The token at `at` and what follows as number × multiplier; words are read too («một tỷ rưỡi»). */
export function readScaled(tokens: readonly NumberWord[], at: number): Scaled | null {
  const first = tokens[at];
  if (!first) return null;
  if (!isDigits(first)) {
    const words = readNumberWords(tokens, at);
    if (words) return { ...words, scaled: /000$/.test(words.value) || words.scaled === true };
    // «nửa tỷ», «nửa triệu».
    const half = says(first, 'nửa') ? scaleOf(tokens[at + 1]) : null;
    return half ? { value: exact(half.times('0.5')), length: 2, scaled: true } : null;
  }
  if (first.typed.length > 100) return null;
  const number = readNumber(first.typed);
  if (!number) return null;
  const second = tokens[at + 1];
  const third = tokens[at + 2];
  const glued = second?.spaced !== true;
  const decimals = tail(third);
  // 2k21 is a year; 2k5 may be one.
  if (first.typed === '2' && second?.typed === 'k' && glued && decimals !== null) {
    const year = 2000 + Number(decimals);
    if (decimals.length === 2) return { value: String(year), length: 3, year, scaled: false };
    if (decimals.length === 1) {
      return { value: `2${decimals}00`, length: 3, ambiguous: true, other: String(year), year, scaled: true };
    }
  }
  // 1t2: a billion two, or one tonne two.
  if (second?.typed === 't' && glued && decimals !== null) {
    const read = new Big(`${number.value}.${decimals}`.replace(/\.(\d*)\./, '.$1'));
    return { value: exact(read.times('1e9')), length: 3, ambiguous: true, other: exact(read), scaled: true };
  }
  // A capital M: million, or metre.
  if (second?.raw === 'M' && second.typed === 'm') {
    const value = exact(new Big(number.value).times('1e6'));
    return { value, length: 2, ambiguous: true, other: number.value, scaled: true };
  }
  const first2 = scaleOf(second);
  if (!first2) {
    const year = /^(?:19|20)\d{2}$/.test(first.typed) ? { year: Number(first.typed) } : {};
    return { ...number, length: 1, ...year, scaled: false };
  }
  let scale = first2;
  let last = first2;
  let end = at + 2;
  // «5 trăm nghìn», «2 nghìn tỷ»: multipliers stack upwards only.
  for (let more = scaleOf(tokens[end]); more?.gt(last); more = scaleOf(tokens[end])) {
    scale = scale.times(more);
    last = more;
    end++;
  }
  let sum = new Big(number.value).times(scale);
  let other = number.other === undefined ? undefined : new Big(number.other).times(scale);
  const rest = tail(tokens[end]);
  if (says(tokens[end], 'rưỡi')) {
    sum = sum.plus(scale.times('0.5'));
    other = other?.plus(scale.times('0.5'));
    end++;
  } else if (rest !== null && !number.value.includes('.')) {
    sum = sum.plus(scale.times(`0.${rest}`));
    other = other?.plus(scale.times(`0.${rest}`));
    end++;
  } else if (isDigits(tokens[end])) {
    // «2 tỷ 300 triệu»: smaller multipliers add up.
    const small = scaleOf(tokens[end + 1]);
    const next = small?.lt(scale) ? readScaled(tokens, end) : null;
    if (next && !next.ambiguous && new Big(next.value).lt(scale)) {
      sum = sum.plus(next.value);
      other = other?.plus(next.value);
      end += next.length;
    }
  }
  const length = end - at;
  if (other === undefined) return { value: exact(sum), length, scaled: true };
  return { value: exact(sum), length, ambiguous: true, other: exact(other), scaled: true };
}
