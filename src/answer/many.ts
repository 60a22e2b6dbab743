import type { Question } from '../question/question.js';
import type { Answer, Outcome } from './answer.js';
import { refused } from './build.js';
import type { AnswerWorld } from './world.js';

/** Several questions in one message: each answered in order; a part that cannot be is told. */
export function answerMany(
  question: Extract<Question, { kind: 'many' }>,
  world: AnswerWorld,
  answer: (q: Question, w: AnswerWorld) => Answer,
): Answer {
  const parts = question.parts.map((q) => answer(q, world));
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
