import { halfCode, quarterCode, yearCode } from '../stats/period.js';
import type { Token } from '../vietnamese/tokens.js';
import { cumulative, edgeQuarter, half, month, quarter, upTo } from './period-months.js';
import { bareYear, choice, isPunct, type PeriodSpan, type Reader, says, yearAt } from './period-parts.js';
import { ago, counted, innerRange, latest, range, recentYears } from './period-ranges.js';

/** «31/12/2021»: the year as it stood at its end; other days are no period of these figures. */
const day: Reader = (tokens, at, today) => {
  let i = at;
  if (says(tokens[i], 'tính') && says(tokens[i + 1], 'đến', 'tới')) i += 2;
  else if (says(tokens[i], 'đến', 'tới', 'hết', 'ngày')) i++;
  if (says(tokens[i], 'hết', 'ngày')) i++;
  if (
    tokens[i]?.raw !== '31' ||
    !isPunct(tokens[i + 1], '/', '-', '.') ||
    tokens[i + 2]?.raw !== '12' ||
    !isPunct(tokens[i + 3], '/', '-', '.')
  )
    return null;
  const y = bareYear(tokens, i + 4, today);
  return y === null ? null : { to: i + 5, reading: choice(yearCode(y)) };
};

/** «đầu năm 2021», «cuối năm 2021», «giữa năm 2021». */
const vague: Reader = (tokens, at, today) => {
  const t = tokens[at];
  const early = says(t, 'đầu');
  const late = says(t, 'cuối');
  if (!early && !late && !says(t, 'giữa')) return null;
  const y = yearAt(tokens, at + 1, today);
  if (!y || !says(tokens[at + 1], 'năm')) return null;
  const codes = early
    ? [quarterCode(y.year, 1), halfCode(y.year, 1)]
    : late
      ? [quarterCode(y.year, 4), halfCode(y.year, 2), yearCode(y.year)]
      : [halfCode(y.year, 1), yearCode(y.year)];
  return {
    to: y.to,
    reading: {
      type: 'unsure',
      text: `${t?.typed} năm ${y.year}`,
      codes: [...codes, ...(early ? [yearCode(y.year)] : [])],
    },
  };
};

export const year: Reader = (tokens, at, today) => {
  let i = at;
  if (says(tokens[i], 'cả') && says(tokens[i + 1], 'năm')) i++;
  const y = yearAt(tokens, i, today);
  return y
    ? {
        to: y.to,
        reading: {
          type: 'choice',
          choice: { type: 'list', codes: [yearCode(y.year)] },
          relative: y.relative,
        },
      }
    : null;
};

/** The SDMX code itself, as buttons and programs write it. */
export const code: Reader = (tokens, at) => {
  const y = tokens[at];
  if (y?.kind !== 'number' || !/^\d{4}$/.test(y.raw) || !isPunct(tokens[at + 1], '-')) return null;
  const mark = tokens[at + 2];
  const n = tokens[at + 3];
  if (mark?.kind === 'word' && n?.kind === 'number' && !mark.spaced && !n.spaced) {
    if (mark.fold === 'q' && /^[1-4]$/.test(n.raw))
      return { to: at + 4, reading: choice(`${y.raw}-Q${n.raw}`) };
    if (mark.fold === 's' && /^[12]$/.test(n.raw))
      return { to: at + 4, reading: choice(`${y.raw}-S${n.raw}`) };
  }
  if (mark?.kind === 'number' && /^(0[1-9]|1[0-2])$/.test(mark.raw) && !mark.spaced)
    return { to: at + 3, reading: choice(`${y.raw}-${mark.raw}`) };
  return null;
};

/** The readers, most specific first; all are tried and the cover chooses the longest. */
const READERS: readonly Reader[] = [
  innerRange,
  range,
  code,
  cumulative,
  quarter,
  month,
  half,
  recentYears,
  ago,
  latest,
  day,
  upTo,
  edgeQuarter,
  counted,
  vague,
  year,
];

/** Every reading of a period that begins at `at`. */
export function periodsAt(tokens: readonly Token[], at: number, today: string): PeriodSpan[] {
  const now = { year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) };
  const found: PeriodSpan[] = [];
  for (const read of READERS) {
    const span = read(tokens, at, now);
    if (span && !found.some((f) => f.to === span.to)) found.push(span);
  }
  return found;
}
