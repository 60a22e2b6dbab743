import { readNumberWords } from '../vietnamese/numerals.js';
import { compareMarks } from '../vietnamese/text.js';
import type { Token } from '../vietnamese/tokens.js';
import type { PeriodReading } from './candidate.js';
import { unitAt } from './quantities.js';

/** What was read as a period, and where it ends (exclusive). */
export interface PeriodSpan {
  readonly to: number;
  readonly reading: PeriodReading;
}

interface Today {
  readonly year: number;
  readonly month: number;
}

const SMALL: Record<string, number> = {
  gieng: 1,
  mot: 1,
  hai: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  chap: 12,
};

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };

export const EARLIEST = 1990;

/** Is the token one of these syllables, with no accent against it? */
export function says(token: Token | undefined, ...targets: string[]): boolean {
  if (token?.kind !== 'word') return false;
  return targets.some((t) => {
    const marks = compareMarks(token.typed, t);
    return marks === 'exact' || marks === 'bare';
  });
}

export const isPunct = (token: Token | undefined, ...marks: string[]) =>
  token?.kind === 'punct' && marks.includes(token.raw);

export const digits = (token: Token | undefined, most: number): number | null =>
  token?.kind === 'number' && new RegExp(`^\\d{1,${most}}$`).test(token.raw) ? Number(token.raw) : null;

export const choice = (code: string): PeriodReading => ({
  type: 'choice',
  choice: { type: 'list', codes: [code] },
});

/** A four-digit year that is no amount: «2021 tấn», «2.021» and «M2021» are none. */
export function bareYear(tokens: readonly Token[], at: number, today: Today): number | null {
  const token = tokens[at];
  const year = token?.kind === 'number' && /^\d{4}$/.test(token.raw) ? Number(token.raw) : null;
  if (year === null || year < EARLIEST || year > today.year + 10) return null;
  if (unitAt(tokens, at + 1)) return null;
  if (isPunct(tokens[at + 1], '%')) return null;
  return year;
}

/** A year in any dress at `at`: «2021», «năm 2021», «n.2021», «năm 21», «2k21», «'21», «năm ngoái», in words. */
export function yearAt(
  tokens: readonly Token[],
  at: number,
  today: Today,
): { year: number; to: number; relative: boolean } | null {
  const plain = bareYear(tokens, at, today);
  if (plain !== null) return { year: plain, to: at + 1, relative: false };
  const token = tokens[at];
  if (!token) return null;
  if (isPunct(token, "'") && tokens[at + 1]) {
    const yy =
      tokens[at + 1]?.kind === 'number' && /^\d{2}$/.test(tokens[at + 1]!.raw)
        ? Number(tokens[at + 1]!.raw)
        : null;
    if (yy !== null && 2000 + yy <= today.year + 10) return { year: 2000 + yy, to: at + 2, relative: false };
  }
  // 2k21
  if (
    token.kind === 'number' &&
    token.raw === '2' &&
    tokens[at + 1]?.fold === 'k' &&
    !tokens[at + 1]!.spaced
  ) {
    const yy = digits(tokens[at + 2], 2);
    if (yy !== null && !tokens[at + 2]!.spaced) return { year: 2000 + yy, to: at + 3, relative: false };
  }
  // «sang năm»: the coming one; «từ 2021 sang năm 2022» names it.
  if (says(token, 'sang') && says(tokens[at + 1], 'năm')) {
    const own = tokens[at + 2];
    const other = own?.kind === 'number' || own?.fold === 'nao' || own?.fold === 'may';
    return other || relativeYear(tokens, at + 2, today)
      ? null
      : { year: today.year + 1, to: at + 2, relative: true };
  }
  const named =
    says(token, 'năm') || (token.fold === 'n' && !token.spaced) || token.fold === 'n' || token.fold === 'nm';
  if (named) {
    let i = at + 1;
    if (isPunct(tokens[i], '.', ':')) i++;
    const full = bareYear(tokens, i, today);
    if (full !== null) return { year: full, to: i + 1, relative: false };
    if (isPunct(tokens[i], "'")) i++;
    const yy = tokens[i]?.kind === 'number' && /^\d{2}$/.test(tokens[i]!.raw) ? Number(tokens[i]!.raw) : null;
    if (yy !== null && !unitAt(tokens, i + 1) && 2000 + yy <= today.year + 10 && token.fold !== 'nm')
      return { year: 2000 + yy, to: i + 1, relative: false };
    if (tokens[i]?.raw === '2' && tokens[i + 1]?.fold === 'k') {
      const k = digits(tokens[i + 2], 2);
      if (k !== null) return { year: 2000 + k, to: i + 3, relative: false };
    }
    if (token.fold === 'nam') {
      const relative = relativeYear(tokens, i, today);
      if (relative) return relative;
      const words = readNumberWords(tokens.slice(0, i + 10), i);
      if (words) {
        const y = words.year ?? Number(words.value);
        if (y >= EARLIEST && y <= today.year + 10) return { year: y, to: i + words.length, relative: false };
        if (y >= 10 && y <= 36 && words.length >= 2)
          return { year: 2000 + y, to: i + words.length, relative: false };
      }
    }
  }
  // «hai nghìn không trăm hai mươi mốt» or «hai không hai mốt» without «năm».
  if (says(token, 'hai')) {
    const words = readNumberWords(tokens.slice(0, at + 10), at);
    const y = words ? (words.year ?? Number(words.value)) : 0;
    if (words && words.length >= 3 && y >= 1995 && y <= today.year + 10 && !unitAt(tokens, at + words.length))
      return { year: y, to: at + words.length, relative: false };
  }
  return null;
}

const SEVERAL = new Set(['mấy', 'nhiều', 'những', 'các', 'vài', 'bao', 'nhieu', 'nhung', 'cac', 'vai']);

/** «mấy năm», «những năm»; «nước máy năm ngoái», «nuoc may nam nay» count none. */
function countsYears(tokens: readonly Token[], at: number): boolean {
  const typed = tokens[at]?.typed ?? '';
  if (says(tokens[at + 2], 'ngoái', 'kia', 'tới', 'sau')) return false;
  return SEVERAL.has(typed) || (typed === 'may' && !/^(nuoc|xe|det|dien)$/.test(tokens[at - 1]?.fold ?? ''));
}

function relativeYear(
  tokens: readonly Token[],
  at: number,
  today: Today,
): { year: number; to: number; relative: boolean } | null {
  // «mấy năm nay», «những năm qua»: several years, not one.
  if (countsYears(tokens, at - 2)) return null;
  // «năm vừa qua», «năm vừa rồi»
  if (says(tokens[at], 'vừa') && says(tokens[at + 1], 'qua', 'rồi', 'xong'))
    return { year: today.year - 1, to: at + 2, relative: true };
  const t = tokens[at];
  // «6 tháng đầu năm qua các năm»: over the years.
  if (says(t, 'qua') && says(tokens[at + 1], 'các', 'từng', 'mỗi')) return null;
  if (says(t, 'ngoái', 'qua', 'rồi')) return { year: today.year - 1, to: at + 1, relative: true };
  if (says(t, 'trước')) return { year: today.year - 1, to: at + 1, relative: true };
  if (says(t, 'kia')) return { year: today.year - 2, to: at + 1, relative: true };
  if (says(t, 'nay', 'này') || (t?.fold === 'ni' && t.kind === 'word'))
    return { year: today.year, to: at + 1, relative: true };
  if (says(t, 'tới', 'sau')) return { year: today.year + 1, to: at + 1, relative: true };
  if (says(t, 'tiếp') && says(tokens[at + 1], 'theo'))
    return { year: today.year + 1, to: at + 2, relative: true };
  return null;
}

/** «/2021», «năm 2021», «của năm 2021», «- 2021», «2021» after a month or quarter. */
export function yearAfter(
  tokens: readonly Token[],
  at: number,
  today: Today,
): { year: number; to: number } | null {
  let i = at;
  if (isPunct(tokens[i], '/', '-', '.', ',', '(')) i++;
  else if (says(tokens[i], 'của', 'trong')) i++;
  const found = yearAt(tokens, i, today);
  if (found) {
    const closed = isPunct(tokens[found.to], ')') && isPunct(tokens[at], '(') ? 1 : 0;
    return { year: found.year, to: found.to + closed };
  }
  // T11/24
  if (isPunct(tokens[at], '/') && tokens[at + 1]?.kind === 'number' && /^\d{2}$/.test(tokens[at + 1]!.raw)) {
    const yy = Number(tokens[at + 1]!.raw);
    if (yy <= (today.year % 100) + 10) return { year: 2000 + yy, to: at + 2 };
  }
  return null;
}

/** 1–12 in digits or in words (giêng, tư, mười một, chạp), Roman for quarters. */
export function ordinal(
  tokens: readonly Token[],
  at: number,
  most: number,
  roman = false,
): { n: number; to: number } | null {
  const t = tokens[at];
  if (!t) return null;
  const d = digits(t, 2);
  if (d !== null) return d >= 1 && d <= most ? { n: d, to: at + 1 } : null;
  if (t.kind !== 'word') return null;
  const r = ROMAN[t.fold];
  if (roman && r && r <= most) return { n: r, to: at + 1 };
  if (t.fold === 'muoi' && most > 10) {
    const next = tokens[at + 1];
    if (says(next, 'một', 'mốt')) return { n: 11, to: at + 2 };
    if (says(next, 'hai')) return { n: 12, to: at + 2 };
  }
  const n = SMALL[t.fold];
  return n && n <= most ? { n, to: at + 1 } : null;
}

export type Reader = (tokens: readonly Token[], at: number, today: Today) => PeriodSpan | null;
