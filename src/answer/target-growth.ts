import type { FigureQuestion } from '../question/question.js';
import { HOME } from '../stats/facts.js';
import type { Figure } from '../stats/figure.js';
import { parsePeriod, shiftYears } from '../stats/period.js';
import type { Missing } from './answer.js';
import { levelAt } from './derive-parts.js';
import { find, targetOverActual } from './lookup.js';
import { poolOf } from './resolve.js';
import type { LikeSet } from './set.js';
import { newest, periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

/**
 * «sản phẩm nào có mục tiêu tăng cao nhất»: the growth of each product's target over the actual of the year before, the same base for all;
 * products without that actual are absent.
 */
export function targetGrowthSet(question: FigureQuestion, world: AnswerWorld): LikeSet {
  const { facts } = world;
  const area = question.areas.value[0] ?? HOME;
  const pool = poolOf(facts, question, area);
  const choice = question.periods.value;
  const years = periodsHeld(facts, pool, area, (m) => m === 'target').filter(
    (p) => parsePeriod(p)?.kind === 'year',
  );
  const period = choice.type === 'list' ? (choice.codes[0] ?? null) : newest(years);
  const figures: Figure[] = [];
  const absent: Missing[] = [];
  if (period === null || parsePeriod(period)?.kind !== 'year') return { figures, absent, period, area };
  const base = shiftYears(period, -1);
  for (const indicator of pool) {
    const at = { indicator, area, level: 'area' as const };
    const target = find(facts, { ...at, measure: 'target', basis: null, period });
    if (!target) continue;
    const actual = levelAt(world, at, base);
    const growth = actual && actual.unit === target.unit ? targetOverActual(target, actual) : null;
    if (growth) figures.push(growth);
    else absent.push({ indicator, area, measure: 'actual', period: base, held: [] });
  }
  return { figures, absent, period, area };
}
