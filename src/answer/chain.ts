import { add, compare, divide, multiply, root, round, subtract } from '../stats/decimal.js';
import { derived, type Figure, published } from '../stats/figure.js';
import { comparePeriods, parsePeriod, periodsBetween, shiftYears, spanCode } from '../stats/period.js';
import type { Facts } from '../store/reader.js';
import type { Note } from './answer.js';
import { changeOf, observed, type Wanted } from './lookup.js';

/** What rates are published of. */
type Of = Pick<Wanted, 'indicator' | 'area' | 'level'>;

/** Both ways of counting may differ by this many points before it has to be told. */
const APART = 1;

/** The rates published for every year after `from` up to `to`, all as growth or all as indices; null with a gap. */
function yearlyRates(facts: Facts, of: Of, from: string, to: string): Figure[] | null {
  if (parsePeriod(from)?.kind !== 'year' || parsePeriod(to)?.kind !== 'year') return null;
  const years = periodsBetween(shiftYears(from, 1), to);
  if (years.length < 2) return null;
  for (const [measure, basis, least] of [
    ['index', 'prev_year_100', '0'],
    ['growth', 'yoy', '-100'],
  ] as const) {
    const rows = years.map((period) => observed(facts, { ...of, measure, basis, period }));
    if (rows.every((r) => r !== null && compare(r.value, least) > 0))
      return rows.flatMap((r) => (r ? [published(r, 'context')] : []));
  }
  return null;
}

/** What the rates come to when they follow each other: 1 = unchanged. */
const productOf = (rates: readonly Figure[]): string =>
  rates.reduce(
    (p, f) => multiply(p, add(f.measure === 'index' ? '0' : '1', divide(f.value, '100') as string)),
    '1',
  );

const kindOf = (rates: readonly Figure[]) =>
  rates[0]?.measure === 'index' ? 'các chỉ số' : 'các tốc độ tăng từng năm';

/** The rate of which `count` in a row come to `product`, in %, to two decimals. */
export const yearlyRate = (product: string, count: number): string =>
  round(multiply(subtract(root(product, count), '1'), '100'), 2);

/** What every growth that follows from yearly rates has in common. */
const growthOf = ({ indicator, area }: Of, inputs: readonly Figure[]) =>
  ({ indicator, area, measure: 'growth', unit: '%', inputs }) as const;

/** Growth from one year to a later one by the rates published for each year between; null with a gap. */
export function chainedGrowth(facts: Facts, of: Of, from: string, to: string): Figure | null {
  const rates = yearlyRates(facts, of, from, to);
  if (!rates) return null;
  return derived({
    ...growthOf(of, rates),
    basis: `vs:${from}`,
    period: to,
    value: round(multiply(subtract(productOf(rates), '1'), '100'), 2),
    formula: `tích ${kindOf(rates)} − 1`,
  });
}

/** How many times an earlier year a later one is, by the indices from the one to the other; null with a gap. */
export function chainedRatio(facts: Facts, late: Figure, early: Figure): Figure | null {
  if (late.indicator === null || late.indicator !== early.indicator || late.area !== early.area) return null;
  const of = { indicator: late.indicator, area: late.area, level: late.level };
  const growth = chainedGrowth(facts, of, early.period, late.period);
  const factor = growth
    ? productOf(growth.inputs)
    : shiftYears(early.period, 1) === late.period
      ? (divide(late.value, '100') as string)
      : null;
  return factor === null
    ? null
    : derived({
        indicator: late.indicator,
        area: late.area,
        measure: 'ratio',
        basis: `vs:${early.period}`,
        period: late.period,
        value: round(factor, 2),
        unit: 'lần',
        formula: 'tích các chỉ số',
        inputs: growth?.inputs ?? [late],
      });
}

/** The average of the same rates, as a compound rate; null with a gap. */
export function chainedAverage(facts: Facts, of: Of, from: string, to: string): Figure | null {
  const rates = yearlyRates(facts, of, from, to);
  if (!rates) return null;
  return derived({
    ...growthOf(of, rates),
    basis: 'avg_annual',
    period: spanCode(Number(from), Number(to)),
    value: yearlyRate(productOf(rates), rates.length),
    formula: `căn bậc ${rates.length} của tích ${kindOf(rates)} − 1`,
    role: 'context',
  });
}

/**
 * Two levels of one thing some years apart, out of two documents: what the rates published for the years between
 * come to, where that is something else. Then the levels rest on different bases.
 */
export function againstRates(facts: Facts, a: Figure, b: Figure): Note[] {
  if (a.indicator === null || a.indicator !== b.indicator || a.measure !== 'actual') return [];
  const [early, late] = comparePeriods(a.period, b.period) < 0 ? [a, b] : [b, a];
  const levels = changeOf(late, early);
  const of = { indicator: a.indicator, area: a.area, level: a.level };
  const rates = levels && chainedGrowth(facts, of, early.period, late.period);
  if (!levels || !rates || Math.abs(Number(rates.value) - Number(levels.value)) <= APART) return [];
  return [{ type: 'rates-and-levels', rates: { ...rates, role: 'context' }, levels }];
}
