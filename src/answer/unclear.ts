import type { FigureQuestion, Question } from '../question/question.js';
import type { Answer, Choice } from './answer.js';
import { refused } from './build.js';
import { held, targetsOf } from './resolve.js';
import { answerValue } from './value.js';
import type { AnswerWorld } from './world.js';

const asChoices = (readings: readonly FigureQuestion[]): Choice[] =>
  readings.map((question) => ({ question, label: { type: 'reading' } }));

/** Would this reading be answered at all? */
function answers(question: FigureQuestion, world: AnswerWorld): boolean {
  const inHand = targetsOf(world.facts, question).some((t) =>
    t.members.some((m) => held(world.facts, m, t.area)),
  );
  if (!inHand) return false;
  return question.kind !== 'value' || answerValue(question, world).outcome !== 'refuse';
}

/** Not understood: ask back where readings are near, refuse where none is. */
export function answerUnclear(question: Extract<Question, { kind: 'unclear' }>, world: AnswerWorld): Answer {
  const good = question.readings.filter((r) => answers(r, world));
  // Two readings, one of which holds nothing: still ask, the person decides.
  const choices = asChoices(good.length > 0 ? good : question.readings).slice(0, 5);
  if (question.reason === 'ambiguous' && choices.length > 0)
    return refused(question, 'ambiguous', { outcome: 'ask', choices });
  if (question.reason === 'ambiguous') return refused(question, 'unknown-indicator', { choices });
  return refused(question, question.reason, { choices });
}

/** Forecasts, causes and other subjects: refused, with what is held of the product. */
export function answerOutside(
  question: Extract<Question, { kind: 'out-of-scope' }>,
  world: AnswerWorld,
): Answer {
  if (!question.about || question.about.subject.value.indicators.length === 0)
    return refused(question, 'out-of-scope');
  const about: FigureQuestion = { ...question.about, kind: 'value', yesno: null, leftover: [] };
  const nearest = answerValue(about as Extract<FigureQuestion, { kind: 'value' }>, world);
  const fallen =
    nearest.outcome === 'refuse'
      ? answerValue(
          { ...about, periods: { value: { type: 'newest' }, from: 'default' } } as Extract<
            FigureQuestion,
            { kind: 'value' }
          >,
          world,
        )
      : nearest;
  if (fallen.outcome === 'refuse') return refused(question, 'out-of-scope');
  return refused(question, 'out-of-scope', {
    context: fallen.figures.filter((f) => f.role === 'asked'),
    choices: fallen.choices.slice(0, 3),
  });
}
