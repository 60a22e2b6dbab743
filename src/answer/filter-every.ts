import type { Figure } from '../stats/figure.js';
import { periodShort } from '../stats/period.js';
import type { Answer } from './answer.js';
import { refused, slotAssumptions, told } from './build.js';
import { countOf, type Filter, noneOf } from './filter-count.js';
import { likeSet } from './like-set.js';
import { memberOf } from './set.js';
import { passes } from './threshold.js';
import type { AnswerWorld } from './world.js';

/** «sản phẩm nào tăng cả 2016 và 2021»: those that pass in each period, of those that have a figure in each. */
export function filterEvery(question: Filter, world: AnswerWorld): Answer {
  const codes = question.periods.value.type === 'list' ? question.periods.value.codes : [];
  const sets = codes.map((code) =>
    likeSet({ ...question, periods: { value: { type: 'list', codes: [code] }, from: 'text' } }, world),
  );
  const keyOf = (f: Figure) => memberOf(f, question.across);
  const [first, ...others] = sets.map((set) => set.figures);
  const common = (first ?? []).filter((f) => others.every((o) => o.some((x) => keyOf(x) === keyOf(f))));
  if (!first || common.length === 0)
    return refused(question, 'no-data', {
      notes: [
        {
          type: 'reason',
          text: `không có sản phẩm nào có tốc độ tăng ở cả các năm ${codes.map(periodShort).join(', ')}`,
          period: null,
        },
      ],
      periods: codes,
      areas: [sets[0]?.area ?? ''],
    });
  const runs = common.map((f) => sets.flatMap((set) => set.figures.filter((x) => keyOf(x) === keyOf(f))));
  const passing = runs.filter((run) => run.every((f) => passes(f, question.threshold)));
  const looked = `${common.length} sản phẩm có số liệu ở cả các năm ${codes.map(periodShort).join(', ')}`;
  return told(question, {
    asked: [
      ...passing.flat(),
      ...countOf(
        question,
        passing.flatMap((run) => run.slice(0, 1)),
        sets[0]?.area ?? '',
        codes[0] ?? '',
      ),
    ],
    notes: [passing.length === 0 ? noneOf(looked, 'sản phẩm') : { type: 'text', text: `xét ${looked}` }],
    assumptions: slotAssumptions(question, {}),
    periods: codes,
    areas: [sets[0]?.area ?? ''],
  });
}
