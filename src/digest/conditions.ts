import { compare } from '../stats/decimal.js';
import type { Figure } from '../stats/figure.js';
import { shiftYears } from '../stats/period.js';
import type { FactKey, Facts } from '../store/reader.js';
import type { Watch } from '../store/subscriptions.js';
import type { ToldFigure } from '../store/told.js';
import { currentOf, type Item } from './changes.js';
import type { Asker } from './ports.js';
import { valueQuestion } from './questions.js';

/** A growth, published or derived, as it is worded. */
export type Growth = Pick<
  ToldFigure,
  | 'area'
  | 'period'
  | 'measure'
  | 'basis'
  | 'level'
  | 'value'
  | 'valueTo'
  | 'bound'
  | 'unit'
  | 'status'
  | 'source'
>;

/** Is this change worth an alert to a watch that covers it? */
export function lets(watch: Pick<Watch, 'crosses' | 'only'>, item: Item, asker: Asker): boolean {
  if (watch.crosses !== null) return crossing(item.key, watch.crosses, asker) !== null;
  if (watch.only === 'revised') return item.revised || item.before !== null;
  if (watch.only === 'plan') return belowPlan(item.key, asker.facts) !== null;
  return true;
}

/** The growth that is beyond the threshold, where that of the year before was not (or is not known). */
export function crossing(key: FactKey, threshold: string, asker: Asker): Growth | null {
  if (key.measure !== 'growth' && key.measure !== 'actual') return null;
  const beyond = ({ value }: Growth) =>
    threshold.startsWith('-') ? compare(value, threshold) <= 0 : compare(value, threshold) >= 0;
  const growth = growthOf(key, key.period, asker);
  if (!growth || !beyond(growth)) return null;
  const before = growthOf(key, shiftYears(key.period, -1), asker);
  return before && beyond(before) ? null : growth;
}

/** As it was published, else as an answer derives it from two levels. */
function growthOf(key: FactKey, period: string, asker: Asker): Growth | null {
  const basis = key.basis === 'mom' ? 'mom' : 'yoy';
  const published = currentOf(asker.facts, { ...key, period, measure: 'growth', basis });
  if (published) return published;
  const { indicator, area } = key;
  const enterprise = key.level === 'enterprise';
  const question = valueQuestion({
    indicators: [indicator],
    area,
    period,
    measure: 'growth',
    basis,
    enterprise,
  });
  const { answer, fault } = asker.ask(question);
  if (fault !== null || answer.outcome === 'refuse' || answer.outcome === 'ask') return null;
  const found = answer.figures.find((f) => isGrowth(f) && f.period === period && f.role === 'asked');
  if (!found) return null;
  const { value, valueTo, bound, unit, status } = found;
  return {
    area,
    period,
    measure: 'growth',
    basis,
    level: key.level,
    value,
    valueTo,
    bound,
    unit,
    status,
    source: '',
  };
}

const isGrowth = (f: Pick<Figure, 'measure'>): boolean => f.measure === 'growth';

/** Actual and target of the period, when the actual stayed below. */
export function belowPlan(key: FactKey, facts: Facts) {
  if (key.measure !== 'actual' && key.measure !== 'target') return null;
  const actual = currentOf(facts, { ...key, measure: 'actual', basis: null });
  const target = currentOf(facts, { ...key, measure: 'target', basis: null });
  return actual && target && actual.unit === target.unit && compare(actual.value, target.value) < 0
    ? { actual, target }
    : null;
}

/** The figure of the same period a year before, which a new one is read against. */
export function baseOf(key: FactKey, facts: Facts): ToldFigure | null {
  return currentOf(facts, { ...key, period: shiftYears(key.period, -1) });
}
