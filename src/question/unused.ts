import type { Lexicon } from './lexicon.js';
import { losesBase } from './price-base.js';
import type { Question } from './question.js';
import type { Marks } from './slots.js';
import type { Feature } from './words.js';

/**
 * Words that ask for something particular, by the kinds of question that can give it. One that was read, but stands in a
 * question of a kind that has no use for it, was lost: «bình quân mỗi tháng» in a plain value.
 */
const NEEDS: Partial<Record<Feature, (question: Question) => boolean>> = {
  permonth: (q) =>
    isDerived(q, 'needed-monthly', 'monthly-mean', 'average', 'remaining') ||
    (q.kind === 'series' && q.perMonth === true) ||
    isMeasure(q, 'growth'),
  perday: (q) => isDerived(q, 'daily-mean'),
  average: (q) =>
    isDerived(q, 'average', 'cagr', 'needed-monthly', 'monthly-mean', 'daily-mean') ||
    ('basis' in q && q.basis.value === 'avg_annual'),
  share: (q) => isDerived(q, 'share', 'ratio', 'percent-of'),
  'percent-of': (q) => isDerived(q, 'share', 'percent-of', 'target-percent') || isMeasure(q, 'completion'),
  backward: (q) => isDerived(q, 'base') || (q.kind === 'derived' && q.fromLevels === true),
  'from-levels': (q) => q.kind === 'derived' && q.fromLevels === true,
  ratio: (q) => isDerived(q, 'ratio', 'share', 'change', 'target-gap') || (q.kind === 'compare' && q.ratio),
  // «so với đỉnh 2012»: beside the year it is no more than an adornment.
  most: (q) => q.kind === 'rank' || q.kind === 'freshness' || isBounded(q) || isDerived(q, 'change'),
  least: (q) => q.kind === 'rank' || isBounded(q),
  nth: (q) => q.kind === 'rank',
  top: (q) => q.kind === 'rank',
  remaining: (q) =>
    isDerived(q, 'remaining', 'needed-monthly', 'target-gap', 'target-difference') ||
    isMeasure(q, 'completion'),
  worth: (q) => !('subject' in q) || q.subject.value.indicators.some((i) => !isAmount(i)),
  needed: (q) => isDerived(q, 'needed-monthly'),
};

/** A product, of which amounts are held and no value. */
const isAmount = (id: string) => !/^(gtsx|iip|grdp|gia-tri|chi-so|linh-kien)/.test(id);

type Op = Extract<Question, { kind: 'derived' }>['op'];
const isDerived = (q: Question, ...ops: Op[]) => q.kind === 'derived' && ops.includes(q.op);
/** «ít nhất 6 %», «nhiều nhất 10 %». */
const isBounded = (q: Question) => q.kind === 'filter' && q.threshold.value !== null;
const isMeasure = (q: Question, measure: string) => 'measure' in q && q.measure.value === measure;

/** Kinds that tell what is held, whatever else was said. */
const TALK = new Set<Question['kind']>(['definition', 'source', 'revisions', 'catalogue', 'confirm']);

/** What was read and cannot be given by this kind of question, as typed; empty where all is used. */
export function unusedWords(question: Question, marks: Marks, lexicon: Lexicon): readonly string[] {
  if (TALK.has(question.kind)) return [];
  const lost = (Object.entries(NEEDS) as [Feature, (q: Question) => boolean][])
    .filter(([feature, given]) => marks.features.has(feature) && !given(question))
    .flatMap(([feature]) => marks.features.get(feature) ?? []);
  if (
    'subject' in question &&
    question.subject.from === 'text' &&
    losesBase(question.subject.value, isMeasure(question, 'growth'), marks, lexicon)
  )
    lost.push(...(marks.features.get('base') ?? []));
  return [...new Set(lost)].sort((a, b) => a - b).map((at) => wordsAt(at, marks));
}

function wordsAt(at: number, { cover, tokens }: Marks): string {
  const segment = cover.segments.find((s) => s.from <= at && at < s.to);
  return tokens
    .slice(segment?.from ?? at, segment?.to ?? at + 1)
    .map((t) => t.raw)
    .join(' ');
}

/** Does a question of a set leave an amount unread: «chưa đạt 80 % kế hoạch» taken as «chưa đạt kế hoạch»? */
export function losesAmount(question: Question, marks: Marks): boolean {
  if (marks.quantities.length === 0) return false;
  if (question.kind === 'filter')
    return question.threshold.value === null && question.threshold.than === undefined;
  return (
    question.kind === 'rank' && question.limit === null && question.nth === undefined && !question.position
  );
}
