import { cumulativeCode, halfCode, monthCode, parsePeriod, quarterCode } from '../stats/period.js';
import type { Token } from '../vietnamese/tokens.js';
import type { PeriodReading } from './candidate.js';
import type { PeriodChoice } from './question.js';
import type { PeriodMark } from './slots.js';

export type Yearless = Extract<PeriodReading, { type: 'yearless' }>;

/** The periods of a sentence read together. */
export interface Joint {
  readonly periods: PeriodChoice | null;
  /** A month or quarter that no year of the sentence completes. */
  readonly yearless: Yearless | null;
  /** «tháng 3/2022 và năm 2023»: the same month again, or the whole year? Both readings. */
  readonly doubt: { readonly part: string; readonly readings: readonly PeriodChoice[] } | null;
}

/** The code of a yearless period in a year. */
export function completed(reading: Yearless, year: number): string {
  if (reading.make === 'month') return monthCode(year, reading.n);
  if (reading.make === 'quarter') return quarterCode(year, reading.n);
  if (reading.make === 'half') return halfCode(year, reading.n);
  return cumulativeCode(year, reading.n);
}

/** «tháng 5/2024 lũy kế»: from January to the end of that month or quarter. */
export function runningFrom(choice: PeriodChoice): PeriodChoice {
  if (choice.type !== 'list') return choice;
  return list(
    choice.codes.map((code) => {
      const p = parsePeriod(code);
      return p?.kind === 'month' || p?.kind === 'quarter'
        ? cumulativeCode(p.year, p.month + p.months - 1)
        : code;
    }),
  );
}

const isYear = (code: string) => /^\d{4}$/.test(code);
const list = (codes: readonly string[]): PeriodChoice => ({ type: 'list', codes: [...new Set(codes)] });
const codesOf = (mark: PeriodMark): readonly string[] =>
  mark.reading.type === 'choice' && mark.reading.choice.type === 'list' ? mark.reading.choice.codes : [];

/** The years of a range of whole years; empty for any other choice. */
function yearsOf(choice: PeriodChoice): string[] {
  if (choice.type === 'list') return choice.codes.filter(isYear);
  if (choice.type !== 'range' || !isYear(choice.from)) return [];
  const from = Number(choice.from);
  return Array.from({ length: Math.min(60, Number(choice.to) - from + 1) }, (_, i) => String(from + i));
}

/**
 * Reads the period marks of a sentence together: a month or quarter said apart from its year belongs to every
 * year said («quý I các năm 2022, 2023»), takes the year of its neighbour («tháng 3 và tháng 4/2019»), and a
 * bare year after a month repeats that month («tháng 3/2022 và 2023»).
 */
export function joint(marks: readonly PeriodMark[], tokens: readonly Token[]): Joint {
  const parts = marks.flatMap((m) => (m.reading.type === 'yearless' ? [m.reading] : []));
  const choices = marks.flatMap((m) => (m.reading.type === 'choice' ? [m.reading.choice] : []));
  const other = choices.find((c) => c.type !== 'list');
  const codes = choices.flatMap((c) => (c.type === 'list' ? c.codes : []));
  const plain = other ?? (codes.length > 0 ? list(codes) : null);
  if (parts.length === 0) return repeated(marks, tokens, plain);
  const stretch = other && everyPart(parts, other);
  if (stretch) return { periods: stretch, yearless: null, doubt: null };
  const years = other ? yearsOf(other) : codes.filter(isYear);
  const within = codes.filter((c) => !isYear(c));
  if (years.length > 0 && within.length === 0)
    return {
      periods: list(years.flatMap((y) => parts.map((p) => completed(p, Number(y))))),
      yearless: null,
      doubt: null,
    };
  const near = within.map(parsePeriod).find((p) => p !== null);
  if (near && near.kind !== 'span' && !other)
    return { periods: list(inOrder(marks, near.year)), yearless: null, doubt: null };
  return { periods: plain, yearless: plain ? null : (parts[0] as Yearless), doubt: null };
}

/** The code of a yearless period, its year taken off: «-Q1», «-01-01/P10M». */
const likeOf = (reading: Yearless): string => completed(reading, 2000).slice(4);

/** «tháng 1 từ năm 2018 đến nay», «quý I ba năm gần đây»: the same part of each of those years; null for any other stretch. */
function everyPart(parts: readonly Yearless[], stretch: PeriodChoice): PeriodChoice | null {
  const likes = parts.map(likeOf);
  if (stretch.type === 'since' && isYear(stretch.from)) return { type: 'every', likes, from: stretch.from };
  if (stretch.type === 'last' && stretch.unit === 'year')
    return { type: 'every', likes, last: stretch.count };
  return null;
}

const EVERY_YEAR =
  /\b((qua|tung|theo|theo tung|qua tung|cac|moi|hang|nhung|may|nhieu|trong cac) nam|nam (nao|mo)|tat ca cac nam|cac nam)\b/;

/** «10 tháng qua các năm»: the same part of every year held; null where the words name no years. */
export const everyYear = (part: Yearless, folded: string): PeriodChoice | null =>
  EVERY_YEAR.test(folded) ? { type: 'every', likes: [likeOf(part)] } : null;

/** The codes of all marks in the order of the text, those without a year put into `year`. */
const inOrder = (marks: readonly PeriodMark[], year: number): string[] =>
  marks.flatMap((m) => (m.reading.type === 'yearless' ? [completed(m.reading, year)] : codesOf(m)));

/** «tháng 3/2022 và 2023»: the year alone repeats the month; with «năm» it may be the whole year. */
function repeated(marks: readonly PeriodMark[], tokens: readonly Token[], plain: PeriodChoice | null): Joint {
  const none: Joint = { periods: plain, yearless: null, doubt: null };
  const first = marks.findIndex((m) => codesOf(m).some((c) => !isYear(c)));
  const short = first < 0 ? undefined : codesOf(marks[first] as PeriodMark)[0];
  if (plain?.type !== 'list' || !short || parsePeriod(short)?.kind === 'span') return none;
  const after = marks.slice(first + 1).filter((m) => codesOf(m).length > 0 && codesOf(m).every(isYear));
  if (after.length === 0 || plain.codes.some((c) => !isYear(c) && c.slice(4) !== short.slice(4))) return none;
  const said = after.map((m) => tokens.slice(m.at, m.end));
  const whole = after.some((m) => ['ca', 'nguyen', 'tron'].includes(tokens[m.at - 1]?.fold ?? ''));
  if (whole || said.some((words) => words.some((w) => w.fold === 'ca'))) return none;
  const again = list(plain.codes.map((c) => (isYear(c) ? c + short.slice(4) : c)));
  const named = said.find((words) => words.length > 1);
  return named
    ? { ...none, doubt: { part: named.map((w) => w.raw).join(' '), readings: [again, plain] } }
    : { periods: again, yearless: null, doubt: null };
}
