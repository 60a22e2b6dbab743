import type { FigureQuestion } from '../question/question.js';
import { areaSet, type LikeSet, productSet } from './set.js';
import { targetGrowthSet } from './target-growth.js';
import type { AnswerWorld } from './world.js';

type OverSet = Extract<FigureQuestion, { kind: 'rank' | 'filter' }>;

/** What a question ranks or filters: one indicator over areas, or products by a figure, targets also by their growth. */
export function likeSet(question: OverSet, world: AnswerWorld): LikeSet {
  if (question.across === 'areas') return areaSet(question, world);
  // «mục tiêu tăng trên 5 %»
  const grows = question.measure.value === 'target' && question.basis.value === 'yoy';
  return grows ? targetGrowthSet(question, world) : productSet(question, world);
}
