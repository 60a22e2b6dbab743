import type { Answer } from './answer.js';
import { cagr, change } from './derive-growth.js';
import { pair, share, total } from './derive-pair.js';
import type { Derived } from './derive-parts.js';
import { remaining, targetGap } from './derive-target.js';
import { nothingHeld } from './nothing-held.js';
import { targetsOf } from './resolve.js';
import type { AnswerWorld } from './world.js';

/** Figures that nobody published, worked out from those that somebody did (ANSWERING rule 6). */
export function answerDerived(question: Derived, world: AnswerWorld): Answer {
  switch (question.op) {
    case 'change':
      return change(question, world);
    case 'cagr':
      return cagr(question, world);
    case 'target-gap':
    case 'target-difference':
      return targetGap(question, world);
    case 'remaining':
    case 'needed-monthly':
      return remaining(question, world);
    case 'difference':
    case 'ratio':
      return pair(question, world);
    case 'sum':
    case 'average':
      return total(question, world);
    case 'share':
      return share(question, world);
    case 'base':
      return nothingHeld(question, targetsOf(world.facts, question), world, null);
  }
}
