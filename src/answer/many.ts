import type { Question } from '../question/question.js';
import type { Figure } from '../stats/figure.js';
import type { Answer, Note, Outcome } from './answer.js';
import { refused } from './build.js';
import type { AnswerWorld } from './world.js';

/** Several questions in one message: each answered in order; a part that cannot be is told. */
export function answerMany(
  question: Extract<Question, { kind: 'many' }>,
  world: AnswerWorld,
  answer: (q: Question, w: AnswerWorld) => Answer,
): Answer {
  const parts = placesOnce(question.parts.map((q) => answer(q, world)));
  const good = parts.filter((p) => p.outcome === 'answer' || p.outcome === 'assumed');
  const outcome: Outcome =
    good.length === 0
      ? (parts[0]?.outcome ?? 'refuse')
      : good.length < parts.length || good.some((p) => p.outcome === 'assumed')
        ? 'assumed'
        : 'answer';
  return {
    ...refused(question, 'no-data'),
    outcome,
    reason: good.length === 0 ? (parts[0]?.reason ?? 'no-data') : null,
    figures: parts.flatMap((p) => p.figures),
    parts,
    choices: parts.flatMap((p) => p.choices.slice(0, 2)).slice(0, 5),
    periods: [...new Set(parts.flatMap((p) => p.periods))],
    areas: [...new Set(parts.flatMap((p) => p.areas))],
  };
}

/** A place that stands beside several rankings of one set is told with the first of them. */
const placesOnce = (parts: readonly Answer[]): readonly Answer[] =>
  parts.map((p, i) => ({ ...p, notes: p.notes.filter((n) => !toldIn(n, parts.slice(0, i))) }));

const toldIn = (n: Note, before: readonly Answer[]): boolean =>
  n.type === 'place' &&
  n.apart &&
  before.some((p) => p.notes.some((m) => m.type === 'place' && sameKey(m.figure, n.figure)));

const sameKey = (a: Figure, b: Figure): boolean =>
  a.indicator === b.indicator && a.area === b.area && a.measure === b.measure && a.period === b.period;
