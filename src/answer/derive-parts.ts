import type { FigureQuestion } from '../question/question.js';
import type { Figure } from '../stats/figure.js';
import { comparePeriods, period as parse, parsePeriod, spanEnd } from '../stats/period.js';
import type { Answer, Caveat, Missing, Note } from './answer.js';
import { askFigure } from './asked.js';
import { slotAssumptions, told } from './build.js';
import { againstRates } from './chain.js';
import { kinship, oneDocument } from './comparable.js';
import { find } from './lookup.js';
import type { Target } from './resolve.js';
import type { AnswerWorld } from './world.js';

export type Derived = Extract<FigureQuestion, { kind: 'derived' }>;

export const asActual = <Q extends FigureQuestion>(question: Q): Q => ({
  ...question,
  measure: { value: 'actual', from: 'text' },
  basis: { value: null, from: 'default' },
});

export const asMeasure = <Q extends FigureQuestion>(question: Q, measure: 'growth' | 'target'): Q => ({
  ...question,
  measure: { value: measure, from: 'text' },
  basis: { value: null, from: 'default' },
});

export const caveat = (which: Caveat): Note => ({ type: 'caveat', caveat: which });

/** An answer of derived figures, their inputs beside them. */
export function finish(
  question: Derived,
  asked: readonly Figure[],
  extra: {
    context?: readonly Figure[];
    fallback?: string | null;
    notes?: readonly Note[];
    missing?: readonly Missing[];
    period?: string | null;
  } = {},
): Answer {
  return told(question, {
    asked,
    context: [...asked.flatMap((f) => f.inputs), ...(extra.context ?? [])],
    notes: distinct(extra.notes ?? []),
    missing: extra.missing ?? [],
    assumptions: slotAssumptions(question, { area: extra.fallback ?? null, period: extra.period ?? null }),
  });
}

/** Each caveat once. */
export const distinct = (notes: readonly Note[]): Note[] =>
  notes.filter(
    (n, i) =>
      n.type !== 'caveat' || notes.findIndex((m) => m.type === 'caveat' && m.caveat === n.caveat) === i,
  );

/** What has to be said of two levels that were set against each other: other documents, other names, other rates. */
export function remarks(world: AnswerWorld, a: Figure, b: Figure): Note[] {
  const notes = documents(world, a, b);
  const apart = notes.some((n) => n.type === 'caveat' && n.caveat === 'two-documents');
  return apart ? [...notes, ...againstRates(world.facts, a, b)] : notes;
}

/** Levels out of two documents, or under two names. */
export function documents(world: AnswerWorld, a: Figure, b: Figure): Note[] {
  if (kinship(world.facts, a.indicator, b.indicator) === 'twins') return [caveat('two-names')];
  if (a.period !== b.period && a.area === b.area && a.measure === b.measure && !oneDocument(a, b))
    return [caveat('two-documents')];
  return [];
}

export function missingEnd(
  world: AnswerWorld,
  question: Derived,
  targets: readonly Target[],
  ends: readonly string[],
): string | null {
  return (
    ends.find((p) =>
      targets.every((t) =>
        t.members.every((m) => askFigure(world, asActual(question), m, t.area, p) === null),
      ),
    ) ??
    ends[0] ??
    null
  );
}

/** First and last period of the question, in order of time; null where it names fewer than two. */
export function endsOf(question: FigureQuestion): [string, string] | null {
  const p = question.periods.value;
  if (p.type === 'range') return [p.from, p.to];
  if (p.type === 'list' && p.codes.length === 1 && parsePeriod(p.codes[0] as string)?.kind === 'span') {
    const span = parse(p.codes[0] as string);
    return [String(span.year), String(spanEnd(span))];
  }
  if (p.type === 'list' && p.codes.length >= 2) {
    const sorted = [...p.codes].sort(comparePeriods);
    return [sorted[0] as string, sorted.at(-1) as string];
  }
  return null;
}

export interface At {
  readonly indicator: string;
  readonly area: string;
  readonly level: 'area' | 'enterprise';
}

export const levelAt = (world: AnswerWorld, at: At, period: string): Figure | null =>
  find(world.facts, { ...at, measure: 'actual', basis: null, period });
