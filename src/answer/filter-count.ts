import type { FigureQuestion } from '../question/question.js';
import { derived, type Figure } from '../stats/figure.js';
import { parsePeriod } from '../stats/period.js';

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
