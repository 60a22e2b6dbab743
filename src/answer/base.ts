import type { FigureQuestion } from '../question/question.js';
import type { Answer } from './answer.js';
import { baseYear } from './base-year.js';
import { slotAssumptions, told } from './build.js';
import { nextSteps } from './next-steps.js';
import { targetsOf } from './resolve.js';
import { answerValue } from './value.js';
import type { AnswerWorld } from './world.js';

/**
 * A level that is not published for its year but follows from the next year's level and growth is told as
 * derived; everything else is a plain value question.
 */
export function answerBaseOrValue(
  question: Extract<FigureQuestion, { kind: 'value' }>,
  world: AnswerWorld,
): Answer {
  const answer = answerValue(question, world);
  const measure = question.measure.value;
  if (
    answer.outcome !== 'refuse' ||
    (measure !== null && measure !== 'actual') ||
    question.periods.value.type !== 'list'
  )
    return answer;
  const asked = targetsOf(world.facts, question).flatMap((t) =>
    question.periods.value.type === 'list'
      ? question.periods.value.codes.flatMap((p) =>
          t.members.flatMap((m) => baseYear(world, m, t.area, p) ?? []),
        )
      : [],
  );
  if (asked.length === 0) return answer;
  return told(question, {
    asked,
    context: asked.flatMap((f) => f.inputs),
    missing: answer.missing.filter((m) => !asked.some((f) => f.indicator === m.indicator)),
    notes: answer.notes,
    assumptions: slotAssumptions(question, {
      area: targetsOf(world.facts, question).find((t) => t.fallback)?.area ?? null,
    }),
    choices: nextSteps(question, asked, world),
  });
}
