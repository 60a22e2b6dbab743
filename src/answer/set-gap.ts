import type { FigureQuestion } from '../question/question.js';
import { HOME } from '../stats/facts.js';
import { comparePeriods, parsePeriod } from '../stats/period.js';
import type { Choice, Missing } from './answer.js';
import { familyOf } from './asked.js';
import { productsOf } from './resolve.js';
import { nearest, periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

/** Fewer than so many products are no set to rank or to filter. */
const SET = 2;

/**
 * «sản phẩm nào giảm 2019» where no product has such a figure: the years in which several have, and the nearest of them
 * as questions. Null for a question that is not about all products.
 */
export function setGap(
  question: FigureQuestion,
  world: AnswerWorld,
  period: string | null,
): { readonly missing: Missing; readonly choices: readonly Choice[] } | null {
  if (!('across' in question) || question.across !== 'indicators') return null;
  if (question.subject.value.indicators.length > 0) return null;
  const { facts } = world;
  const area = question.areas.value[0] ?? HOME;
  const measure = question.measure.value;
  const family = familyOf(measure, question.basis.value);
  const count = new Map<string, number>();
  for (const i of productsOf(facts, area))
    for (const p of periodsHeld(facts, [i], area, family)) count.set(p, (count.get(p) ?? 0) + 1);
  const held = [...count]
    .filter(([p, n]) => n >= SET && parsePeriod(p)?.kind === 'year')
    .map(([p]) => p)
    .sort(comparePeriods);
  const near = period === null ? held.slice(0, 1) : nearest(held, period);
  return {
    missing: { indicator: null, area, measure, period, basis: question.basis.value, held },
    choices: near.map((p) => ({
      question: { ...question, periods: { value: { type: 'list', codes: [p] }, from: 'text' } },
      label: { type: 'reading' },
    })),
  };
}
