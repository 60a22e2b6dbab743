import { add, compare, divide, roundLike } from '../stats/decimal.js';
import { derived, type Figure } from '../stats/figure.js';
import { parsePeriod, shiftYears } from '../stats/period.js';
import { levelAt } from './derive-parts.js';
import { find } from './lookup.js';
import { levelOf } from './resolve.js';
import type { AnswerWorld } from './world.js';

/**
 * The level of the same period a year before, from a level and its growth out of one source: «điện thương phẩm
 * 2020» from 2021 and +4,1 %. Null where either is missing.
 */
export function baseYear(world: AnswerWorld, indicator: string, area: string, period: string): Figure | null {
  // A month is never worked out: each release restates the month of a year before on its own base.
  const kind = parsePeriod(period)?.kind;
  if (kind === undefined || kind === 'month' || kind === 'span') return null;
  const at = { indicator, area, level: levelOf(world.facts, indicator, false) };
  const next = shiftYears(period, 1);
  const level = levelAt(world, at, next);
  const growth = find(world.facts, { ...at, measure: 'growth', basis: 'yoy', period: next });
  if (!level || level.derived || !growth || growth.derived || growth.sources[0] !== level.sources[0])
    return null;
  const factor = add('1', divide(growth.value, '100') as string);
  const value = divide(level.value, factor);
  if (value === null || compare(factor, '0') <= 0) return null;
  return derived({
    indicator,
    area,
    measure: 'actual',
    basis: null,
    period,
    value: roundLike(value, level.value),
    unit: level.unit,
    formula: `${next} ÷ (1 + tốc độ tăng ${next})`,
    inputs: [level, growth],
  });
}
