import { HOME } from '../../stats/facts.js';
import type { FigureQuestion } from '../question.js';
import { has } from '../said.js';
import { thresholdOf } from '../threshold.js';
import type { Feature } from '../words.js';
import { type Intent, names, quantity, type Sight } from './sight.js';

type Rank = Extract<FigureQuestion, { kind: 'rank' }>;
type Filter = Extract<FigureQuestion, { kind: 'filter' }>;

/** Words that may stand in such a follow-up; any other asks something of its own. */
const ALLOWED = new Set<Feature>([
  'also',
  'filler',
  'howmany',
  'and',
  'question',
  'achieve',
  'which',
  'most',
  'least',
  'top',
  'rank',
  'nth',
  'areas',
  'grow',
  'fall',
  'descending',
  'ascending',
  'those',
  'atleast',
  'atmost',
  'above',
  'below',
  'between',
  'percent',
  'count',
  'products',
]);

/** «thấp nhất thì sao», «top 5», «còn giảm», «Lạng Sơn đứng thứ mấy» after a ranking or a filter: the same set in another order. */
export const reorder: Intent = (s) => {
  const { marks, said } = s;
  const last = s.world.previous?.question;
  if (!last || (last.kind !== 'rank' && last.kind !== 'filter') || names(s) > 0) return null;
  if (![...marks.features.keys()].every((f) => ALLOWED.has(f)) || marks.leftover.length > 0) return null;
  if (has(marks, 'areas') && last.across !== 'areas') return null;
  if (has(marks, 'products') && !has(marks, 'count')) return null;
  const turn = flipped(s, last) ?? ranked(s, last);
  if (!turn) return null;
  return {
    ...turn,
    text: marks.text,
    subject: {
      value: last.subject.value,
      from: last.subject.value.indicators.length > 0 ? 'context' : 'default',
    },
    periods: said.periods
      ? { value: said.periods, from: 'text' }
      : { value: last.periods.value, from: last.periods.from === 'default' ? 'default' : 'context' },
    bends: marks.bends,
    leftover: [],
  } as FigureQuestion;
};

/** «còn tăng», after «sản phẩm nào giảm». */
function flipped(s: Sight, last: Rank | Filter): Filter | null {
  const { marks } = s;
  if (last.kind !== 'filter' || has(marks, 'most', 'least', 'top', 'rank', 'nth')) return null;
  // «trên 10 %», «bao nhiêu sản phẩm»: the same list with another bound, or counted.
  const bound = thresholdOf(marks);
  if (bound && bound.value !== null && s.said.measure === null)
    return { ...last, threshold: bound, count: has(marks, 'count') };
  if (has(marks, 'count') && marks.quantities.length === 0) return { ...last, count: true };
  if (last.threshold.op !== 'positive' && last.threshold.op !== 'negative') return null;
  const grow = has(marks, 'grow');
  if (grow === has(marks, 'fall') || has(marks, 'howmany')) return null;
  return { ...last, threshold: { ...last.threshold, op: grow ? 'positive' : 'negative' } };
}

function ranked(s: Sight, last: Rank | Filter): Rank | null {
  const { marks, said } = s;
  const position = last.across === 'areas' && /(thu|hang) (may|bao nhieu)/.test(s.folded);
  if (!position && !has(marks, 'most', 'least', 'top', 'descending', 'ascending')) return null;
  const q = quantity(s)?.quantity.value;
  if (marks.quantities.length > 1 || (q !== undefined && !/^[1-9]\d?$/.test(q))) return null;
  const single = has(marks, 'most', 'least');
  const before = last.kind === 'rank' ? last : null;
  const down = has(marks, 'least', 'ascending') || (has(marks, 'fall') && single);
  const up = has(marks, 'most', 'descending');
  const base: Rank = {
    ...last,
    kind: 'rank',
    order: down ? 'asc' : up || has(marks, 'top') ? 'desc' : (before?.order ?? 'desc'),
    limit: q !== undefined ? Number(q) : single ? 1 : (before?.limit ?? null),
    across: last.across,
    threshold: null,
    position,
  };
  const { nth: _nth, claim: _claim, ...plain } = base;
  const grows = has(marks, 'grow', 'fall') && said.measure === 'growth';
  return {
    ...plain,
    ...(grows
      ? { measure: { value: 'growth', from: 'text' }, basis: { value: said.basis, from: 'text' } }
      : {}),
    ...(position ? { limit: null, order: 'desc', areas: { value: said.areas ?? [HOME], from: 'text' } } : {}),
  } as Rank;
}
