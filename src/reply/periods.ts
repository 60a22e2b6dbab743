import { comparePeriods, type PeriodKind, parsePeriod, periodName, shift } from '../stats/period.js';
import { joinList } from '../vietnamese/print.js';

/** Periods told together: «các năm 2005–2010, 2012», «các tháng 12/2017–2/2025». */

const ORDER: readonly PeriodKind[] = ['year', 'half', 'quarter', 'cumulative', 'month', 'span'];
const PLURAL: Partial<Record<PeriodKind, string>> = {
  year: 'các năm ',
  quarter: 'các quý ',
  month: 'các tháng ',
};
const MOST = 3;

/** A period without the word for its kind: «2021», «III/2010», «4/2024». */
const bare = (code: string) => periodName(code).replace(/^\S+ /, '');

/** Runs without a gap, as first and last. */
function runs(codes: readonly string[]): [string, string][] {
  const out: [string, string][] = [];
  for (const code of codes) {
    const last = out.at(-1);
    if (last && shift(last[1], 1) === code) last[1] = code;
    else out.push([code, code]);
  }
  return out;
}

export function periodsText(codes: readonly string[]): string {
  const sorted = [...new Set(codes)].sort(comparePeriods);
  const parts: string[] = [];
  // Months say it all: quarters and runs from January are not listed beside them.
  const months = sorted.filter((c) => parsePeriod(c)?.kind === 'month').length > 12;
  for (const kind of ORDER) {
    if (months && (kind === 'half' || kind === 'quarter' || kind === 'cumulative')) continue;
    const own = sorted.filter((c) => parsePeriod(c)?.kind === kind);
    if (own.length === 0) continue;
    const plural = PLURAL[kind];
    if (plural === undefined || own.length === 1) {
      const shown = own.slice(-MOST).map(periodName);
      parts.push(`${own.length > MOST ? '…, ' : ''}${shown.join(', ')}`);
      continue;
    }
    const told = runs(own).flatMap(([a, b]) =>
      a === b ? [bare(a)] : shift(a, 1) === b ? [bare(a), bare(b)] : [`${bare(a)}–${bare(b)}`],
    );
    parts.push(`${plural}${told.slice(-8).join(', ')}`);
  }
  return parts.join('; ');
}

/** The same inside a sentence: «năm 2015, 10 tháng đầu năm 2013 và quý I/2010». */
export const periodsSaid = (codes: readonly string[]): string => joinList(periodsText(codes).split('; '));
