import { compare } from '../stats/decimal.js';
import { HOME } from '../stats/facts.js';
import type { Figure } from '../stats/figure.js';
import type { Answer, Missing } from './answer.js';
import { askFigure } from './asked.js';
import { refused, slotAssumptions, told } from './build.js';
import { asTold, countOf, type Filter, MEMBERS, noneOf } from './filter-count.js';
import { filterEvery } from './filter-every.js';
import { filterPeriods } from './filter-periods.js';
import { filterPlans } from './filter-plans.js';
import { likeSet } from './like-set.js';
import { nothingHeld } from './nothing-held.js';
import { productsOf } from './resolve.js';
import { memberOf, productSet } from './set.js';
import { baseNotes } from './set-base.js';
import { passes } from './threshold.js';
import type { AnswerWorld } from './world.js';

/** Which figures of a like set pass a threshold, and how many. */
export function answerFilter(question: Filter, world: AnswerWorld): Answer {
  if (question.across === 'periods') return filterPeriods(question, world);
  if (['target-above', 'target-below', 'target-only'].includes(question.threshold.op))
    return filterPlans(question, world);
  if (question.threshold.op === 'absent') return absent(question, world);
  if (question.everyPeriod) return filterEvery(question, world);
  const set = likeSet(question, world);
  if (set.figures.length === 0 || set.period === null) return nothingHeld(question, [], world, set.period);
  const reference = referenceOf(question, world, set.period, set.figures);
  if (reference === undefined) return refused(question, 'not-computable', { periods: [set.period] });
  const threshold = reference
    ? { ...question.threshold, value: reference.value, unit: reference.unit }
    : question.threshold;
  const wanted = threshold.unit;
  const like = set.figures.filter((f) => f !== reference && (wanted === null || f.unit === wanted));
  if (like.length === 0) return refused(question, 'not-computable', { periods: [set.period] });
  // The greatest first, as one reads it out.
  const ranked = new Set(like.map((f) => f.unit)).size === 1;
  const passing = like.filter((f) => passes(f, threshold));
  // Amounts of different units have no order.
  const asked = ranked ? passing.sort((a, b) => compare(b.value, a.value)) : passing;
  const shown = asTold(asked);
  const member = MEMBERS[question.across];
  return told(question, {
    asked: [...shown, ...countOf(question, asked, set.area || (question.areas.value[0] ?? ''), set.period)],
    context: [...asked.filter((f) => !shown.includes(f)), ...(reference ? [reference] : [])],
    missing: question.across === 'indicators' ? set.absent : [],
    verdict: verdictOf(question, asked.length, like.length),
    notes: [
      ...(asked.length === 0
        ? [noneOf(`${like.length} ${member} có số liệu`, member)]
        : question.count || question.yesno === 'all'
          ? [{ type: 'text' as const, text: `xét ${like.length} ${member} có số liệu` }]
          : []),
      ...baseNotes(world, asked),
    ],
    assumptions: slotAssumptions(question, {
      period: question.periods.from === 'default' ? set.period : null,
    }),
    periods: [set.period],
    areas: [set.area || (question.areas.value[0] ?? HOME)],
  });
}

/** Do all pass, or any? Null where that was not asked. */
const verdictOf = (question: Filter, passing: number, of: number): boolean | null =>
  question.yesno === undefined ? null : question.yesno === 'all' ? passing === of : passing > 0;

/** Whose figure is the measure: null where a number is; undefined where that one has no such figure. */
function referenceOf(
  question: Filter,
  world: AnswerWorld,
  period: string,
  figures: readonly Figure[],
): Figure | null | undefined {
  const { than } = question.threshold;
  if (!than) return null;
  const own = figures.find((f) => than.includes(memberOf(f, question.across)));
  if (own) return own;
  const [other] = than;
  const indicator = question.subject.value.indicators[0];
  // «cao hơn cả nước»: the country is no member of the set.
  if (question.across === 'areas' && other && indicator)
    return askFigure(world, question, indicator, other, period) ?? undefined;
  return undefined;
}

/** «sản phẩm nào chưa có số liệu năm 2021»: products of the area that lack it. */
function absent(question: Filter, world: AnswerWorld): Answer {
  const { facts } = world;
  const area = question.areas.value[0] ?? HOME;
  const set = productSet(question, world);
  const { period } = set;
  const measure = question.measure.value;
  const has = (indicator: string) =>
    measure === null
      ? facts.current({ indicator, area, period: period ?? '' }).some((o) => o.level === 'area')
      : set.figures.some((f) => f.indicator === indicator);
  const missing = productsOf(facts, area)
    .filter((id) => !has(id))
    .map((indicator): Missing => ({ indicator, area, measure, period, held: [] }));
  return told(question, {
    asked: [],
    missing,
    notes: [
      {
        type: 'text',
        text:
          missing.length === 0
            ? 'mọi sản phẩm trong kho đều có số liệu này'
            : `${missing.length} sản phẩm trong kho chưa có số liệu này`,
      },
    ],
    assumptions: slotAssumptions(question, {}),
    periods: period ? [period] : [],
    areas: [area],
  });
}
