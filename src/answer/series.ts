import type { FigureQuestion } from '../question/question.js';
import type { Figure } from '../stats/figure.js';
import type { Answer } from './answer.js';
import { asValue, overJanuary } from './build.js';
import type { Derived } from './derive-parts.js';
import { mean } from './derive-total.js';
import { nothingHeld } from './nothing-held.js';
import { targetsOf } from './resolve.js';
import { series } from './run.js';
import { answerValue } from './value.js';
import type { AnswerWorld } from './world.js';

type SeriesQuestion = Extract<FigureQuestion, { kind: 'series' }>;

/** Answers "qua các năm", "từ 2010 đến 2015", a trend. */
export function answerSeries(question: SeriesQuestion, world: AnswerWorld): Answer {
  return (
    series(question, world) ??
    (question.perMonth ? monthly(question, world) : question.apart ? null : together(question, world)) ??
    nothingHeld(
      question,
      targetsOf(world.facts, question),
      world,
      null,
      question.apart ? beside(question, world) : [],
    )
  );
}

/** The year of which no month is held, as context. */
const beside = (question: SeriesQuestion, world: AnswerWorld): Figure[] =>
  (together(question, world)?.figures ?? [])
    .filter((f) => f.role === 'asked')
    .map((f) => ({ ...f, role: 'context' }));

/** «mỗi tháng năm 2021» without months of its own: the mean of a month. */
function monthly(question: SeriesQuestion, world: AnswerWorld): Answer | null {
  const whole = overJanuary(question);
  const answer = whole && mean({ ...whole, kind: 'derived', op: 'monthly-mean' } as Derived, world);
  return answer?.outcome === 'refuse' ? null : answer;
}

/** «từ tháng 1 đến tháng 10 năm 2013» without months of its own: the ten months from January. */
function together(question: SeriesQuestion, world: AnswerWorld): Answer | null {
  const whole = overJanuary(question);
  const answer = whole && answerValue(asValue(whole), world);
  return answer?.outcome === 'refuse' ? null : answer;
}
