/**
 * Periods as SDMX codes: `2021` · `2021-S1` · `2010-Q1` · `2024-11` · `2013-01-01/P10M` (months from
 * January) · `2011-01-01/P5Y` (a span of years).
 */

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'cumulative' | 'span';

export interface Period {
  readonly code: string;
  readonly kind: PeriodKind;
  readonly year: number;
  /** First month, 1–12. */
  readonly month: number;
  /** Length in months. */
  readonly months: number;
}

const cache = new Map<string, Period | null>();

/** Reads a code; null when it is none. */
export function parsePeriod(code: string): Period | null {
  const known = cache.get(code);
  if (known !== undefined) return known;
  const made = read(code);
  if (cache.size > 20_000) cache.clear();
  cache.set(code, made);
  return made;
}

function read(code: string): Period | null {
  const m = /^(\d{4})(?:-(?:S([12])|Q([1-4])|(0[1-9]|1[0-2])|(0[1-9]|1[0-2])-01\/P(\d{1,3})([MY])))?$/.exec(
    code,
  );
  if (!m) return null;
  const year = Number(m[1]);
  if (m[2]) return { code, kind: 'half', year, month: m[2] === '1' ? 1 : 7, months: 6 };
  if (m[3]) return { code, kind: 'quarter', year, month: Number(m[3]) * 3 - 2, months: 3 };
  if (m[4]) return { code, kind: 'month', year, month: Number(m[4]), months: 1 };
  if (m[6]) {
    const n = Number(m[6]);
    if (n === 0) return null;
    if (m[7] === 'Y') return { code, kind: 'span', year, month: Number(m[5]), months: n * 12 };
    return { code, kind: 'cumulative', year, month: Number(m[5]), months: n };
  }
  return { code, kind: 'year', year, month: 1, months: 12 };
}

/** A code that is known to be one; throws on any other (a bug, not a user's mistake). */
export function period(code: string): Period {
  const p = parsePeriod(code);
  if (!p) throw new Error(`not a period: ${code}`);
  return p;
}

export const yearCode = (year: number): string => String(year);
export const halfCode = (year: number, half: number): string => `${year}-S${half}`;
export const quarterCode = (year: number, quarter: number): string => `${year}-Q${quarter}`;
export const monthCode = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;
/** Months from January to month `n`: 12 is the year, 3 the first quarter (the pack's own codes). */
export function cumulativeCode(year: number, n: number): string {
  if (n === 12) return yearCode(year);
  if (n === 3) return quarterCode(year, 1);
  if (n === 1) return monthCode(year, 1);
  return `${year}-01-01/P${n}M`;
}
export const spanCode = (from: number, to: number): string => `${from}-01-01/P${to - from + 1}Y`;
/** Last year of a span. */
export const spanEnd = (p: Period): number => p.year + p.months / 12 - 1;

/** The same period `by` years later (negative: earlier). */
export function shiftYears(code: string, by: number): string {
  const p = period(code);
  return `${p.year + by}${code.slice(4)}`;
}

/** The next (or previous) period of the same kind: month after month, year after year. */
export function shift(code: string, by: number): string {
  const p = period(code);
  const move = (perYear: number, at: number, make: (y: number, n: number) => string) => {
    const index = p.year * perYear + at - 1 + by;
    return make(Math.floor(index / perYear), (index % perYear) + 1);
  };
  if (p.kind === 'month') return move(12, p.month, monthCode);
  if (p.kind === 'quarter') return move(4, (p.month + 2) / 3, quarterCode);
  if (p.kind === 'half') return move(2, p.month === 1 ? 1 : 2, halfCode);
  return shiftYears(code, by);
}

/** Every period of one kind from the first to the last, at most 240. */
export function periodsBetween(from: string, to: string): string[] {
  const out: string[] = [];
  for (let p = from; comparePeriods(p, to) <= 0 && out.length < 240; p = shift(p, 1)) out.push(p);
  return out;
}

/** The months of one year from January to `to`, as one code; null for any other stretch. */
export function fromJanuary(from: string, to: string): string | null {
  const [first, last] = [parsePeriod(from), parsePeriod(to)];
  return first?.kind === 'month' && last?.kind === 'month' && first.month === 1 && first.year === last.year
    ? cumulativeCode(last.year, last.month)
    : null;
}

/** First and last month as a running number, for ordering and containment. */
export function bounds(code: string): { from: number; to: number } {
  const p = period(code);
  const from = p.year * 12 + p.month - 1;
  return { from, to: from + p.months - 1 };
}

/** Days of a period. */
export function daysIn(code: string): number {
  const p = period(code);
  return Math.round((Date.UTC(p.year, p.month - 1 + p.months) - Date.UTC(p.year, p.month - 1)) / 86_400_000);
}

/** Orders by end, then by length (the shorter first), then by code. */
export function comparePeriods(a: string, b: string): number {
  const x = bounds(a);
  const y = bounds(b);
  return x.to - y.to || y.from - x.from || (a < b ? -1 : a > b ? 1 : 0);
}

/** How a period is written in Vietnamese: «năm 2021», «quý I/2010», «10 tháng đầu năm 2013». */
export function periodName(code: string): string {
  const p = period(code);
  if (p.kind === 'year') return `năm ${p.year}`;
  if (p.kind === 'half') return p.month === 1 ? `6 tháng đầu năm ${p.year}` : `6 tháng cuối năm ${p.year}`;
  if (p.kind === 'quarter') return `quý ${['I', 'II', 'III', 'IV'][(p.month - 1) / 3]}/${p.year}`;
  if (p.kind === 'month') return `tháng ${p.month}/${p.year}`;
  if (p.kind === 'cumulative') {
    if (p.month === 1) return `${p.months} tháng đầu năm ${p.year}`;
    return `${p.months} tháng từ tháng ${p.month}/${p.year}`;
  }
  return `giai đoạn ${p.year}–${spanEnd(p)}`;
}

/** Short form for tables and buttons: «2021», «Q1/2010», «T11/2024», «10T/2013», «2011–2015». */
export function periodShort(code: string): string {
  const p = period(code);
  if (p.kind === 'year') return String(p.year);
  if (p.kind === 'half') return p.month === 1 ? `6T/${p.year}` : `6T cuối ${p.year}`;
  if (p.kind === 'quarter') return `Q${(p.month + 2) / 3}/${p.year}`;
  if (p.kind === 'month') return `T${p.month}/${p.year}`;
  if (p.kind === 'cumulative') return `${p.months}T/${p.year}`;
  return `${p.year}–${spanEnd(p)}`;
}
