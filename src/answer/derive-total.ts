import { add, divide, roundLike } from '../stats/decimal.js';
import { derived, type Figure } from '../stats/figure.js';
import {
  comparePeriods,
  cumulativeCode,
  daysIn,
  period as parse,
  parsePeriod,
  periodShort,
  periodsBetween,
  shift,
  spanCode,
} from '../stats/period.js';
import type { Answer, Missing } from './answer.js';
import { asValue, overJanuary, refused } from './build.js';
import { type Grid, grid } from './compare.js';
import { asActual, type Derived, endsOf, finish } from './derive-parts.js';
import { nothingHeld } from './nothing-held.js';
import { targetsOf } from './resolve.js';
import { answerValue } from './value.js';
import { periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

/** Sum or average of a product over periods, or of like products in one period. */
export function total(question: Derived, world: AnswerWorld): Answer {
  const level = overSpan(asActual(question));
  const whole = question.op === 'sum' ? (asOnePeriod(level, world) ?? asOneSpan(level, world)) : null;
  if (whole) return whole;
  const held = grid(level, world);
  const first = held.figures[0];
  const targets = targetsOf(world.facts, level);
  if (!first) return nothingHeld(level, targets, world, held.periods[0] ?? null);
  if (new Set(held.figures.map((f) => f.unit)).size > 1)
    return refused(question, 'not-computable', {
      context: held.figures,
      notes: [{ type: 'text', text: 'các số khác đơn vị, không cộng được' }],
    });
  // An index or a rate is never summed; a sum with a gap would be too small without saying so.
  if (first.measure !== 'actual' || first.unit === '%')
    return refused(question, 'not-computable', { context: held.figures });
  const wanted = expected(level, held);
  // The members of one word are told one by one: they may count the same thing twice.
  const grouped = targets.some((t) => t.rule === 'all' && t.members.length > 1) && wanted.length > 1;
  const sets = grouped ? byIndicator(held.figures) : [held.figures];
  const complete = sets.filter(
    (set) => wanted.every((p) => set.some((f) => f.period === p)) && (grouped || held.missing.length === 0),
  );
  if (complete.length === 0)
    return refused(question, 'no-data', {
      context: held.figures,
      missing: gaps(wanted, held, level, world),
    });
  const alone = complete.length === 1 && wanted.length > 1 && withGaps(wanted);
  return finish(
    question,
    complete.map((set) => totalOf(question, set)),
    {
      notes: alone
        ? [{ type: 'text', text: `chỉ tính trên các kỳ có số liệu: ${wanted.map(periodShort).join(', ')}` }]
        : [],
      fallback: held.fallback,
      missing: held.missing.filter((m) => !complete.some((set) => set[0]?.indicator === m.indicator)),
    },
  );
}

/** A span of years as the years from its first to its last. */
function overSpan(level: Derived): Derived {
  const p = level.periods.value;
  const code = p.type === 'list' && p.codes.length === 1 ? (p.codes[0] as string) : null;
  const ends = code && parsePeriod(code)?.kind === 'span' ? endsOf(level) : null;
  return ends
    ? { ...level, periods: { value: { type: 'range', from: ends[0], to: ends[1] }, from: 'text' } }
    : level;
}

/** The months from January on are published as one: that figure, not a sum of monthly releases. */
function asOnePeriod(level: Derived, world: AnswerWorld): Answer | null {
  const whole = overJanuary(level);
  const answer = whole && answerValue(asValue(whole), world);
  return answer?.outcome === 'refuse' ? null : answer;
}

/** «tổng 5 năm 2006–2010» published as one figure: that figure; null where each year has to be added. */
function asOneSpan(level: Derived, world: AnswerWorld): Answer | null {
  const p = level.periods.value;
  if (p.type !== 'range' || p.from.length !== 4) return null;
  const code = spanCode(Number(p.from), Number(p.to));
  const periods = { value: { type: 'list', codes: [code] }, from: level.periods.from } as const;
  const answer = answerValue(asValue({ ...level, periods }), world);
  const asked = answer.figures.filter((f) => f.role === 'asked');
  const published = asked.length > 0 && asked.every((f) => f.period === code && f.measure === 'actual');
  return published ? answer : null;
}

/** The periods that a complete total needs. */
function expected(level: Derived, held: Grid): string[] {
  const p = level.periods.value;
  if (p.type === 'range') return periodsBetween(p.from, p.to);
  return [...new Set(p.type === 'list' ? held.periods : held.figures.map((f) => f.period))];
}

/** Years that do not follow each other: the span they stand in is not the periods counted. */
const withGaps = (periods: readonly string[]): boolean =>
  [...periods].sort(comparePeriods).some((p, i, all) => i > 0 && shift(all[i - 1] as string, 1) !== p);

function byIndicator(figures: readonly Figure[]): Figure[][] {
  const ids = [...new Set(figures.map((f) => f.indicator))];
  return ids.map((id) => figures.filter((f) => f.indicator === id));
}

/** What a total lacks, period by period. */
function gaps(wanted: readonly string[], held: Grid, level: Derived, world: AnswerWorld): Missing[] {
  const ids = [...new Set([...held.figures, ...held.missing].map((x) => `${x.indicator}|${x.area}`))];
  return ids.flatMap((id) => {
    const [indicator = '', area = ''] = id.split('|');
    const own = held.figures.filter((f) => f.indicator === indicator && f.area === area);
    const periods = periodsHeld(world.facts, [indicator], area, (m) => m === 'actual', level.enterprise);
    return wanted
      .filter((p) => !own.some((f) => f.period === p))
      .map((period) => ({ indicator, area, measure: 'actual' as const, period, held: periods }));
  });
}

function totalOf(question: Derived, figures: readonly Figure[]): Figure {
  const first = figures[0] as Figure;
  const sum = figures.reduce((s, f) => add(s, f.value), '0');
  const ps = [...new Set(figures.map((f) => f.period))].sort(comparePeriods);
  const years = ps.length > 1 && ps.every((p) => p.length === 4);
  const n = String(figures.length);
  return derived({
    indicator: first.indicator,
    area: first.area,
    measure: question.op === 'sum' ? 'sum' : 'average',
    basis: null,
    period: years ? spanCode(Number(ps[0]), Number(ps.at(-1))) : monthsOf(ps),
    value: question.op === 'sum' ? sum : roundLike(divide(sum, n) as string, ...figures.map((f) => f.value)),
    unit: first.unit,
    formula: question.op === 'sum' ? `tổng ${n} số` : `tổng ${n} số ÷ ${n}`,
    inputs: figures,
  });
}

/** Months of one year that follow each other, as one code; anything else by its first. */
function monthsOf(periods: readonly string[]): string {
  const first = periods[0] as string;
  const run =
    periods.length > 1 &&
    parsePeriod(first)?.kind === 'month' &&
    periods.every((p, i) => p === (i === 0 ? first : shift(periods[i - 1] as string, 1)));
  if (!run) return first;
  const { year, month } = parse(first);
  return month === 1 ? cumulativeCode(year, periods.length) : `${first}-01/P${periods.length}M`;
}

/** What a year or a part of it comes to in a month or a day on average. */
export function mean(question: Derived, world: AnswerWorld): Answer {
  const level = asActual(question);
  const held = grid(level, world);
  const daily = question.op === 'daily-mean';
  const asked = held.figures.flatMap((f) => {
    const p = parse(f.period);
    if (f.measure !== 'actual' || f.unit === '%' || p.kind === 'span') return [];
    const n = String(daily ? daysIn(f.period) : p.months);
    if (n === '1') return [];
    return derived({
      indicator: f.indicator,
      area: f.area,
      measure: 'average',
      basis: null,
      period: f.period,
      value: roundLike(divide(f.value, n) as string, f.value),
      unit: f.unit,
      formula: `cả kỳ ÷ ${n} ${daily ? 'ngày' : 'tháng'}`,
      inputs: [f],
    });
  });
  if (asked.length === 0) {
    const base = nothingHeld(level, targetsOf(world.facts, level), world, held.periods[0] ?? null);
    const context = held.figures.map((f) => ({ ...f, role: 'context' as const }));
    return context.length > 0
      ? { ...base, reason: 'not-computable', figures: [...context, ...base.figures] }
      : base;
  }
  return finish(question, asked, {
    fallback: held.fallback,
    missing: held.missing,
    period: question.periods.from === 'default' ? (asked[0]?.period ?? null) : null,
  });
}
