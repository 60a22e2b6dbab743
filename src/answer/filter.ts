import type { FigureQuestion, Threshold } from '../question/question.js';
import { compare } from '../stats/decimal.js';
import { derived, type Figure } from '../stats/figure.js';
import type { Answer } from './answer.js';
import { refused, slotAssumptions, told } from './build.js';
import { nothingHeld } from './nothing-held.js';
import { areaSet, productSet } from './set.js';
import type { AnswerWorld } from './world.js';

type Filter = Extract<FigureQuestion, { kind: 'filter' }>;

function passes(f: Figure, t: Threshold): boolean {
  const v = f.value;
  switch (t.op) {
    case 'positive':
      return compare(v, '0') > 0;
    case 'negative':
      return compare(v, '0') < 0;
    case 'below-plan':
      return compare(v, '100') < 0 || (compare(v, '100') === 0 && f.bound === 'dưới');
    case 'meets-plan':
      return compare(v, '100') >= 0 && f.bound !== 'dưới';
    case 'between':
      return compare(v, t.value ?? '0') >= 0 && compare(v, t.to ?? '0') <= 0;
    case '>':
      return compare(v, t.value ?? '0') > 0;
    case '>=':
      return compare(v, t.value ?? '0') >= 0;
    case '<':
      return compare(v, t.value ?? '0') < 0;
    case '<=':
      return compare(v, t.value ?? '0') <= 0;
  }
}

/** Which figures of a like set pass a threshold, and how many. */
export function answerFilter(question: Filter, world: AnswerWorld): Answer {
  const set = question.across === 'areas' ? areaSet(question, world) : productSet(question, world);
  const wanted = question.threshold.unit;
  const like = set.figures.filter(
    (f) => wanted === null || f.unit === wanted || (wanted === '%' && f.unit === '%'),
  );
  if (set.figures.length === 0 || set.period === null) return nothingHeld(question, [], world, set.period);
  if (like.length === 0) return refused(question, 'not-computable', { periods: [set.period] });
  // The greatest first, as one reads it out.
  const asked = like.filter((f) => passes(f, question.threshold)).sort((a, b) => compare(b.value, a.value));
  // Growth read off an index is told by the index, the growth beside it.
  const shown = asked.map((f) => f.inputs.find((i) => i.measure === 'index') ?? f);
  const withCount = question.count
    ? [
        derived({
          indicator: null,
          area: set.area || (question.areas.value[0] ?? ''),
          measure: 'count',
          basis: null,
          period: set.period,
          value: String(asked.length),
          unit: question.across === 'areas' ? 'tỉnh' : 'sản phẩm',
          formula: 'đếm',
          inputs: asked,
          bound: null,
        }),
      ]
    : [];
  return told(question, {
    asked: [...shown, ...withCount],
    context: asked.filter((f) => !shown.includes(f)),
    missing: question.across === 'indicators' ? set.absent : [],
    notes:
      asked.length === 0
        ? [{ type: 'text', text: `trong ${like.length} chỉ tiêu có số liệu, không có chỉ tiêu nào thỏa mãn` }]
        : [],
    assumptions: slotAssumptions(question, {
      period: question.periods.from === 'default' ? set.period : null,
    }),
    periods: [set.period],
    areas: [set.area || HOME_OF(question)],
  });
}

const HOME_OF = (question: Filter) => question.areas.value[0] ?? 'lang-son';
