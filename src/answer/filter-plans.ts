import { compare } from '../stats/decimal.js';
import { HOME } from '../stats/facts.js';
import { type Figure, published } from '../stats/figure.js';
import { comparePeriods, shiftYears } from '../stats/period.js';
import type { Answer, Missing, Note } from './answer.js';
import { slotAssumptions, told } from './build.js';
import { countOf, type Filter, noneOf } from './filter-count.js';
import { observed } from './lookup.js';
import { nothingHeld } from './nothing-held.js';
import { areaPeriods } from './overview.js';
import type { AnswerWorld } from './world.js';

/** «kế hoạch 2022 của sản phẩm nào thấp hơn thực hiện 2021»: each product's target beside its actual of the year before. */
export function filterPlans(question: Filter, world: AnswerWorld): Answer {
  const { facts } = world;
  const area = question.areas.value[0] ?? HOME;
  const [year, base] = yearsOf(question, world, area);
  if (year === null) return nothingHeld(question, [], world, null);
  const passing: Figure[] = [];
  const actuals: Figure[] = [];
  const alone: Missing[] = [];
  let looked = 0;
  for (const { id, kind } of facts.catalogue.indicators) {
    if (kind !== 'product') continue;
    const at = { indicator: id, area, level: 'area' as const, basis: null };
    const goal = observed(facts, { ...at, measure: 'target', period: year });
    if (!goal) continue;
    const done = observed(facts, { ...at, measure: 'actual', period: base });
    if (!done || done.unit !== goal.unit) {
      if (question.threshold.op === 'target-only') passing.push(published(goal));
      else alone.push({ indicator: id, area, measure: 'actual', period: base, held: [] });
      continue;
    }
    looked++;
    const difference = compare(goal.value, done.value);
    const wanted = { 'target-above': 1, 'target-below': -1 }[question.threshold.op as 'target-above'];
    if (wanted !== undefined && Math.sign(difference) === wanted) {
      passing.push(published(goal));
      actuals.push(published(done, 'context'));
    }
  }
  if (looked === 0 && passing.length === 0) return nothingHeld(question, [], world, year);
  return told(question, {
    asked: [...passing, ...countOf(question, passing, area, year)],
    context: actuals,
    missing: alone,
    notes: [noteOf(question, passing.length, `${looked} sản phẩm có cả hai số`, { year, base })],
    assumptions: slotAssumptions(question, {}),
    periods: [year],
    areas: [area],
  });
}

function noteOf(
  question: Filter,
  passing: number,
  looked: string,
  { year, base }: { readonly year: string; readonly base: string },
): Note {
  if (question.threshold.op === 'target-only')
    return { type: 'text', text: `các sản phẩm có mục tiêu năm ${year} mà chưa có số thực hiện năm ${base}` };
  if (passing === 0) return noneOf(looked, 'sản phẩm');
  return { type: 'text', text: `so mục tiêu năm ${year} với thực hiện năm ${base}, xét ${looked}` };
}

/** The year of the target and the year it is set against: as named, else the newest target and the year before it. */
function yearsOf(question: Filter, world: AnswerWorld, area: string): readonly [string | null, string] {
  const p = question.periods.value;
  const codes = p.type === 'list' ? [...p.codes].sort(comparePeriods) : [];
  const held = areaPeriods(world, question, area, true).filter((code) => code.length === 4);
  const year = codes.find((code) => held.includes(code)) ?? held.at(-1) ?? null;
  if (year === null) return [null, ''];
  // «năm trước» is the year before the plan, whatever today is.
  const base = codes.find((code) => comparePeriods(code, year) < 0);
  return [year, base ?? shiftYears(year, -1)];
}
