import type { Answer } from './answer.js';
import { backward } from './base.js';
import { cagr, change } from './derive-growth.js';
import { pair } from './derive-pair.js';
import type { Derived } from './derive-parts.js';
import { share } from './derive-share.js';
import { structure } from './derive-structure.js';
import { remaining, targetGap, targetPercent } from './derive-target.js';
import { mean, total } from './derive-total.js';
import { sinceBase } from './since-base.js';
import type { AnswerWorld } from './world.js';

/** Figures that nobody published, worked out from those that somebody did (ANSWERING rule 6). */
export function answerDerived(asked: Derived, world: AnswerWorld): Answer {
  const p = asked.periods.value;
  const since = p.type === 'since' && (asked.op === 'change' || asked.op === 'ratio');
  const question = since ? sinceBase(asked, p.from, world) : asked;
  if ('outcome' in question) return question;
  switch (question.op) {
    case 'change':
      return change(question, world);
    case 'cagr':
      return cagr(question, world);
    case 'target-gap':
    case 'target-difference':
      return targetGap(question, world);
    case 'target-percent':
      return targetPercent(question, world);
    case 'remaining':
    case 'needed-monthly':
      return remaining(question, world);
    case 'difference':
    case 'ratio':
    case 'percent-of':
      return pair(question, world);
    case 'sum':
    case 'average':
      return total(question, world);
    case 'monthly-mean':
    case 'daily-mean':
      return mean(question, world);
    case 'share':
      return question.structure ? structure(question, world) : share(question, world);
    case 'base':
      return backward(question, world);
  }
}
