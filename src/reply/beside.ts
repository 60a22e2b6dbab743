import type { Answer } from '../answer/answer.js';
import type { Figure } from '../stats/figure.js';
import { comparePeriods } from '../stats/period.js';
import { baseOf, full, isProduct, spoken } from './words.js';
import type { ReplyWorld } from './world.js';

/** What is told beside a figure: the context of the same thing in the same period. */

const sameThing = (a: Figure, b: Figure) =>
  a.indicator === b.indicator && a.area === b.area && a.level === b.level;
const samePeriod = (a: Figure, b: Figure) =>
  a.period === b.period || comparePeriods(a.period, b.period) === 0;
const sameFact = (a: Figure, b: Figure) =>
  sameThing(a, b) &&
  samePeriod(a, b) &&
  a.measure === b.measure &&
  a.basis === b.basis &&
  a.value === b.value;

/** Told in a note of its own. */
function isNoted(c: Figure, answer: Answer): boolean {
  return answer.notes.some(
    (n) =>
      (n.type === 'other-source' && n.figure.value === c.value && n.figure.sources[0] === c.sources[0]) ||
      (n.type === 'enterprise' && n.figure.value === c.value && n.figure.level === c.level) ||
      (n.type === 'published-and-computed' && n.computed.value === c.value && c.derived) ||
      (n.type === 'rates-and-levels' && n.rates.value === c.value && c.derived),
  );
}

/** A difference or a change between two figures told: it has a sentence of its own. */
export const isVersus = (f: Figure): boolean =>
  f.derived &&
  !isChained(f) &&
  (f.measure === 'difference' ||
    f.measure === 'ratio' ||
    (f.measure === 'growth' && /^vs(_actual)?:/.test(f.basis ?? '')));

const RATES = new Set<Figure['measure']>(['growth', 'index']);

/** Worked out of the rates of several years, not of two levels. */
export const isChained = (f: Figure): boolean =>
  (f.measure === 'growth' && f.inputs.length > 1 && f.inputs.every((i) => RATES.has(i.measure))) ||
  (f.measure === 'ratio' && f.basis !== null);

export function besides(f: Figure, answer: Answer): Figure[] {
  return answer.figures.filter(
    (c) =>
      c.role === 'context' &&
      c.indicator !== null &&
      sameThing(c, f) &&
      samePeriod(c, f) &&
      !isVersus(c) &&
      c.measure !== 'share' &&
      !isNoted(c, answer) &&
      // The way it was worked out tells it.
      !(f.derived && f.inputs.some((i) => sameFact(i, c))) &&
      !(c.measure === f.measure && c.basis === f.basis),
  );
}

/** The figure with what it is and its base: «sản lượng 890 triệu kWh», «tăng 4,1 % so với năm 2020». */
export function phraseOf(f: Figure, world: ReplyWorld): string {
  if (f.measure === 'completion')
    return f.bound === 'dưới' ? 'chưa đạt kế hoạch (nguồn không nêu con số)' : `đạt ${full(f)}`;
  const label = {
    actual: isProduct(world, f.indicator) ? 'sản lượng ' : 'thực hiện ',
    target: 'mục tiêu ',
    index: 'chỉ số ',
    growth: '',
    count: '',
    difference: 'chênh lệch ',
    share: 'tỷ trọng ',
    sum: 'tổng ',
    average: 'bình quân ',
    ratio: 'tỷ lệ ',
  }[f.measure];
  return `${label}${full(f)}${baseOf(f)}`;
}

/** The figure alone, where a heading already says what it is. */
export const bareOf = (f: Figure): string =>
  f.measure === 'completion' && f.bound === 'dưới'
    ? 'chưa đạt'
    : f.measure === 'completion'
      ? `đạt ${spoken(f)}`
      : full(f);
