import type { FigureQuestion } from '../question/question.js';
import type { Figure } from '../stats/figure.js';
import type { Answer } from './answer.js';
import { baseYear } from './base-year.js';
import { slotAssumptions, told } from './build.js';
import { type Derived, finish } from './derive-parts.js';
import { growthOfTarget } from './derive-target.js';
import { observedLevel } from './lookup.js';
import { nextSteps } from './next-steps.js';
import { nothingHeld } from './nothing-held.js';
import { targetsOf } from './resolve.js';
import { answerValue } from './value.js';
import type { AnswerWorld } from './world.js';

type ValueQuestion = Extract<FigureQuestion, { kind: 'value' }>;

/**
 * A level that is not published for its period but follows from the next year's level and growth is told as
 * derived; so is the growth of a target over the last actual. Everything else is a plain value question.
 */
export function answerBaseOrValue(question: ValueQuestion, world: AnswerWorld): Answer {
  const answer = answerValue(question, world);
  const measure = question.measure.value;
  if (measure === 'target' && question.basis.value === 'yoy' && answer.outcome === 'refuse') {
    const over = growthOfTarget({ ...question, kind: 'derived', op: 'target-gap' } as Derived, world);
    return over ?? answer;
  }
  if ((measure !== null && measure !== 'actual') || question.periods.value.type !== 'list') return answer;
  const onlyTargets =
    answer.outcome !== 'refuse' &&
    answer.figures.every((f) => f.role === 'context' || f.measure === 'target');
  if (answer.outcome !== 'refuse' && !onlyTargets) return answer;
  const bases = backwards(question, world, question.periods.value.codes);
  if (bases.length === 0) return answer;
  const found = (m: { indicator: string | null; period: string | null }) =>
    bases.some((f) => f.indicator === m.indicator && f.period === m.period);
  // Beside a target the level that follows from the year after is told, not claimed to be missing.
  if (onlyTargets)
    return {
      ...answer,
      figures: [...answer.figures, ...bases.map((f) => ({ ...f, role: 'context' as const }))],
      missing: answer.missing.filter((m) => !found(m)),
    };
  return told(question, {
    asked: bases,
    context: bases.flatMap((f) => f.inputs),
    missing: answer.missing.filter((m) => !bases.some((f) => f.indicator === m.indicator)),
    notes: answer.notes,
    assumptions: slotAssumptions(question, {
      area: targetsOf(world.facts, question).find((t) => t.fallback)?.area ?? null,
    }),
    // No source states the figure itself: a button to its source would lead nowhere.
    choices: nextSteps(question, bases, world).filter((c) => c.label.type !== 'source'),
  });
}

function backwards(question: FigureQuestion, world: AnswerWorld, periods: readonly string[]): Figure[] {
  return targetsOf(world.facts, question).flatMap((t) =>
    periods.flatMap((p) => t.members.flatMap((m) => baseYear(world, m, t.area, p) ?? [])),
  );
}

/** «xi măng 2015 tính ngược từ 2016»: the level worked out backwards, beside the one published for its period. */
export function backward(question: Derived, world: AnswerWorld): Answer {
  const targets = targetsOf(world.facts, question);
  const p = question.periods.value;
  const periods = p.type === 'list' ? p.codes : [];
  const asked = backwards(question, world, periods);
  if (asked.length === 0) return nothingHeld(question, targets, world, periods[0] ?? null);
  const notes = asked.flatMap((chosen) => {
    const figure = observedLevel(world.facts, chosen);
    return figure ? [{ type: 'other-source' as const, figure, chosen }] : [];
  });
  return finish(question, asked, {
    context: notes.map((n) => n.figure),
    fallback: targets.find((t) => t.fallback)?.area ?? null,
    notes,
  });
}
