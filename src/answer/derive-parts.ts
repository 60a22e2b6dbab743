import type { FigureQuestion } from '../question/question.js';
import type { Figure } from '../stats/figure.js';
import { comparePeriods, period as parse, parsePeriod, spanEnd } from '../stats/period.js';
import type { Answer } from './answer.js';
import { askFigure } from './asked.js';
import { slotAssumptions, told } from './build.js';
import { find } from './lookup.js';
import type { Target } from './resolve.js';
import type { AnswerWorld } from './world.js';

export type Derived = Extract<FigureQuestion, { kind: 'derived' }>;

type Level = Figure;

export const asActual = <Q extends FigureQuestion>(question: Q): Q => ({
  ...question,
  measure: { value: 'actual', from: 'text' },
  basis: { value: null, from: 'default' },
});

export function finish(
  question: Derived,
  asked: readonly Figure[],
  extra: { context?: readonly Figure[]; fallback?: string | null } = {},
): Answer {
  return told(question, {
    asked,
    context: [...asked.flatMap((f) => f.inputs), ...(extra.context ?? [])],
    assumptions: slotAssumptions(question, { area: extra.fallback ?? null }),
  });
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

export const levelAt = (world: AnswerWorld, at: At, period: string): Level | null =>
  find(world.facts, { ...at, measure: 'actual', basis: null, period });
