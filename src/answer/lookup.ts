import { agree, compare, divide, multiply, percentOf, round, subtract } from '../stats/decimal.js';
import type { Basis, Level, Measure, Observation, PublishedBasis, PublishedMeasure } from '../stats/facts.js';
import { as, derived, type Figure, published } from '../stats/figure.js';
import { shiftYears } from '../stats/period.js';
import type { Facts } from '../store/reader.js';
import type { Note } from './answer.js';
import { inOneSeries } from './comparable.js';
import { equivalents } from './periods-alike.js';

/** One thing looked for. */
export interface Wanted {
  readonly indicator: string;
  readonly area: string;
  readonly measure: Measure;
  readonly basis: Basis | null;
  readonly period: string;
  readonly level: Level;
}

/** The published observation of exactly this key, or null. */
export function observed(facts: Facts, w: Wanted): Observation | null {
  for (const period of equivalents(w.period)) {
    const rows = facts.current({
      indicator: w.indicator,
      area: w.area,
      measure: w.measure as PublishedMeasure,
      basis: w.basis as PublishedBasis | null,
      period,
    });
    const row = rows.find((o) => o.level === w.level);
    if (row) return row;
  }
  return null;
}

/** The level published for a figure's own key, as context; null where there is none. */
export function observedLevel(facts: Facts, f: Figure): Figure | null {
  if (f.indicator === null) return null;
  const { indicator, area, period, level } = f;
  const o = observed(facts, { indicator, area, period, level, measure: 'actual', basis: null });
  return o ? published(o, 'context') : null;
}

const figureOf = (o: Observation | null): Figure | null => (o ? published(o) : null);

const changes = new Map<string, string | null>();

/** Percent change from `base` to `level`, to two decimals; null where the base is zero. */
export function percentChange(level: string, base: string): string | null {
  // Exact quotients are slow, and a question and its neighbours need the same ones again.
  const key = `${level} ${base}`;
  const known = changes.get(key);
  if (known !== undefined) return known;
  const ratio = divide(subtract(level, base), base.replace(/^-/, ''));
  const change = ratio === null ? null : round(multiply(ratio, '100'), 2);
  if (changes.size > 5_000) changes.clear();
  changes.set(key, change);
  return change;
}

/** Do two rates differ by more than their rounding explains? In percentage points. */
export const differ = (a: Figure, b: Figure): boolean => Math.abs(Number(a.value) - Number(b.value)) > 0.15;

/** The change of a level over an earlier one, in %, for a question that names both; null where the base is zero. */
export function changeOf(level: Figure, base: Figure): Figure | null {
  const value = percentChange(level.value, base.value);
  if (value === null) return null;
  return derived({
    indicator: level.indicator,
    area: level.area,
    measure: 'growth',
    basis: `vs:${base.period}`,
    period: level.period,
    value,
    unit: '%',
    formula: '(kỳ sau − kỳ trước) ÷ kỳ trước × 100',
    inputs: [level, base],
  });
}

/** A part of its whole, in %; null where the whole is zero. */
export function shareOf(part: Figure, whole: Figure): Figure | null {
  const q = divide(part.value, whole.value);
  if (q === null) return null;
  return derived({
    indicator: part.indicator,
    area: part.area,
    measure: 'share',
    basis: null,
    period: part.period,
    value: percentOf(q),
    unit: '%',
    formula: 'phần ÷ toàn bộ × 100',
    inputs: [part, whole],
  });
}

/** A target's growth over an actual, in %: both levels in one unit; null where the actual is zero. */
export function targetOverActual(target: Figure, actual: Figure): Figure | null {
  const value = percentChange(target.value, actual.value);
  if (value === null) return null;
  return derived({
    indicator: target.indicator,
    area: target.area,
    measure: 'growth',
    basis: `vs_actual:${actual.period}`,
    period: target.period,
    value,
    unit: '%',
    formula: '(mục tiêu − thực hiện) ÷ thực hiện × 100',
    inputs: [target, actual],
  });
}

/**
 * A figure for the key: published, else worked out by the rules for derived figures (ANSWERING rule 6 and 7).
 * Null where it can be neither found nor derived.
 */
export function find(facts: Facts, w: Wanted): Figure | null {
  const direct = figureOf(observed(facts, w));
  if (direct) return direct;
  if (w.measure === 'growth' && w.basis === 'yoy')
    return growthFromIndex(facts, w) ?? growthFromLevels(facts, w);
  if (w.measure === 'completion' && w.basis === null) return completionOf(facts, w);
  return null;
}

/** 117,3 means +17,3 %. */
export function growthFromIndex(facts: Facts, w: Wanted): Figure | null {
  const index = figureOf(observed(facts, { ...w, measure: 'index', basis: 'prev_year_100' }));
  if (!index) return null;
  return derived({
    indicator: w.indicator,
    area: w.area,
    measure: 'growth',
    basis: 'yoy',
    period: index.period,
    value: subtract(index.value, '100'),
    unit: '%',
    formula: 'chỉ số − 100',
    inputs: [as('context', index)],
  });
}

/** Growth over the year before from two levels of one series; its level may be an earlier release than the current one. */
export function growthFromLevels(facts: Facts, w: Wanted): Figure | null {
  const { indicator, area, level: kind } = w;
  const pair = inOneSeries(facts, { indicator, area, level: kind }, w.period, shiftYears(w.period, -1));
  if (!pair) return null;
  const [level, base] = pair;
  const value = percentChange(level.value, base.value);
  if (value === null) return null;
  return derived({
    indicator: w.indicator,
    area: w.area,
    measure: 'growth',
    basis: 'yoy',
    period: level.period,
    value,
    unit: '%',
    formula: '(kỳ này − kỳ trước) ÷ kỳ trước × 100',
    inputs: [level, base],
  });
}

function completionOf(facts: Facts, w: Wanted): Figure | null {
  const actual = figureOf(observed(facts, { ...w, measure: 'actual', basis: null }));
  const target = figureOf(observed(facts, { ...w, measure: 'target', basis: null }));
  if (!actual || !target || actual.unit !== target.unit || target.valueTo !== null) return null;
  const ratio = divide(actual.value, target.value);
  if (ratio === null) return null;
  return derived({
    indicator: w.indicator,
    area: w.area,
    measure: 'completion',
    basis: null,
    period: actual.period,
    value: round(multiply(ratio, '100'), 2),
    unit: '%',
    formula: 'thực hiện ÷ kế hoạch × 100',
    inputs: [as('context', actual), as('context', target)],
  });
}

/** The published level, index or — where there is neither — growth that answers "how much". */
export const MAIN: readonly (readonly [PublishedMeasure, PublishedBasis | null])[] = [
  ['actual', null],
  ['index', 'prev_year_100'],
  ['growth', 'yoy'],
  ['growth', 'avg_annual'],
];

/** The main figure of an indicator in a period: its level, its index, else its growth. */
export function mainFigure(
  facts: Facts,
  indicator: string,
  area: string,
  period: string,
  level: Level,
): Figure | null {
  for (const [measure, basis] of MAIN) {
    const found = figureOf(observed(facts, { indicator, area, measure, basis, period, level }));
    if (found) return found;
  }
  return null;
}

/** The losing releases of a published figure that differ from it by more than rounding. */
export function otherReleases(facts: Facts, figure: Figure): Note[] {
  if (figure.derived || figure.indicator === null) return [];
  const rows = facts.releases({
    indicator: figure.indicator,
    area: figure.area,
    level: figure.level,
    measure: figure.measure as PublishedMeasure,
    basis: figure.basis as PublishedBasis | null,
    period: figure.period,
  });
  const notes: Note[] = [];
  const told = [figure.value];
  for (const o of rows) {
    if (o.trust === 'doubtful' || o.source === figure.sources[0]) continue;
    if (told.some((v) => compare(v, o.value) === 0 || agree(v, o.value))) continue;
    told.push(o.value);
    notes.push({ type: 'other-source', figure: published(o, 'context'), chosen: figure });
  }
  return notes.slice(0, 2);
}
