import type { Question } from '../question/question.js';
import {
  answerCatalogue,
  answerDefinition,
  answerFreshness,
  answerRevisions,
  answerSource,
} from './about.js';
import type { Answer } from './answer.js';
import { answerBaseOrValue } from './base.js';
import { refused } from './build.js';
import { answerCompare } from './compare.js';
import { answerConfirm } from './confirm.js';
import { answerDerived } from './derive.js';
import { answerFilter } from './filter.js';
import { heed } from './heed.js';
import { answerMany } from './many.js';
import { answerOverview } from './overview.js';
import { answerRank } from './rank.js';
import { answerSeries } from './series.js';
import { answerOutside, answerUnclear } from './unclear.js';
import type { AnswerWorld } from './world.js';

/** Finds or derives what a Question asks for, or says why it cannot. Pure: the same world, the same answer. */
export function answerQuestion(question: Question, world: AnswerWorld): Answer {
  const answer = byKind(question, world);
  return 'subject' in question ? heed(answer, question, world) : answer;
}

function byKind(question: Question, world: AnswerWorld): Answer {
  switch (question.kind) {
    case 'value':
      return answerBaseOrValue(question, world);
    case 'series':
      return answerSeries(question, world);
    case 'compare':
      return answerCompare(question, world);
    case 'rank':
      return answerRank(question, world);
    case 'filter':
      return answerFilter(question, world);
    case 'derived':
      return answerDerived(question, world);
    case 'overview':
      return answerOverview(question, world);
    case 'definition':
      return answerDefinition(question, world);
    case 'freshness':
      return answerFreshness(question, world);
    case 'revisions':
      return answerRevisions(question, world);
    case 'confirm':
      return answerConfirm(question, world);
    case 'source':
      return answerSource(question, world, answerQuestion);
    case 'catalogue':
      return answerCatalogue(question, world);
    case 'many':
      return answerMany(question, world, answerQuestion);
    case 'help':
      return { ...refused(question, 'out-of-scope'), outcome: 'answer', reason: null };
    case 'out-of-scope':
      return answerOutside(question, world);
    case 'unclear':
      return answerUnclear(question, world);
  }
}
