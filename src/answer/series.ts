import type { FigureQuestion } from '../question/question.js';
import { cumulativeCode, parsePeriod } from '../stats/period.js';
import type { Answer } from './answer.js';
import { mean } from './derive-total.js';
import { nothingHeld } from './nothing-held.js';
import { targetsOf } from './resolve.js';
import { series } from './run.js';
import { answerValue } from './value.js';
import type { AnswerWorld } from './world.js';

/** Answers "qua các năm", "từ 2010 đến 2015", a trend. */
export function answerSeries(
  question: Extract<FigureQuestion, { kind: 'series' }>,
  world: AnswerWorld,
): Answer {
  return (
    series(question, world) ??
    (question.perMonth ? monthly(question, world) : fromJanuary(question, world)) ??
    nothingHeld(question, targetsOf(world.facts, question), world, null)
  );
}

/** «mỗi tháng năm 2021» without months of its own: the mean of a month. */
function monthly(question: Extract<FigureQuestion, { kind: 'series' }>, world: AnswerWorld): Answer | null {
  const p = question.periods.value;
  if (p.type !== 'range' || parsePeriod(p.from)?.kind !== 'month') return null;
  const code = cumulativeCode(Number(p.to.slice(0, 4)), Number(p.to.slice(5)));
  const answer = mean(
    {
      ...question,
      kind: 'derived',
      op: 'monthly-mean',
      periods: { value: { type: 'list', codes: [code] }, from: question.periods.from },
    },
    world,
  );
  return answer.outcome === 'refuse' ? null : answer;
}

/** «từ tháng 1 đến tháng 10 năm 2013» without months of its own: the ten months from January. */
function fromJanuary(
  question: Extract<FigureQuestion, { kind: 'series' }>,
  world: AnswerWorld,
): Answer | null {
  const p = question.periods.value;
  if (p.type !== 'range' || !p.from.endsWith('-01') || p.from.length !== 7) return null;
  const code = cumulativeCode(Number(p.to.slice(0, 4)), Number(p.to.slice(5)));
  const plain = {
    ...question,
    kind: 'value',
    yesno: null,
    periods: { value: { type: 'list', codes: [code] }, from: question.periods.from },
  } as unknown as Extract<FigureQuestion, { kind: 'value' }>;
  const answer = answerValue(plain, world);
  return answer.outcome === 'refuse' ? null : answer;
}
