import type { FigureQuestion } from '../question/question.js';
import { derived, type Figure } from '../stats/figure.js';
import { parsePeriod } from '../stats/period.js';
import type { Note } from './answer.js';

export type Filter = Extract<FigureQuestion, { kind: 'filter' }>;

/** What the members of a set are called, for counts and notes. */
export const MEMBERS = { indicators: 'sản phẩm', areas: 'tỉnh', periods: 'kỳ' } as const;

/** The number of those that pass, as a figure of its own, where it was asked for. */
export function countOf(
  question: Filter,
  passing: readonly Figure[],
  area: string,
  period: string,
): Figure[] {
  if (!question.count) return [];
  return [
    derived({
      indicator: null,
      area,
      measure: 'count',
      basis: null,
      period,
      value: String(passing.length),
      unit:
        question.across === 'periods' && parsePeriod(period)?.kind === 'year'
          ? 'năm'
          : MEMBERS[question.across],
      formula: 'đếm',
      inputs: passing,
      bound: null,
    }),
  ];
}

/** Growth read off an index is told by the index. */
export const asTold = (passing: readonly Figure[]): Figure[] =>
  passing.map((f) => f.inputs.find((i) => i.measure === 'index') ?? f);

/** That nothing of what was looked at passes. */
export const noneOf = (looked: string, member: string): Note => ({
  type: 'text',
  text: `trong ${looked}, không có ${member} nào thỏa mãn`,
});
