import type { Meaning } from './lexicon.js';
import type { Bend, PeriodChoice } from './question.js';

/** A number said in the question, with its unit if one follows. */
export interface Quantity {
  readonly value: string;
  /** Scale word folded into the value already; the unit as the catalogue writes it, or '%', or null. */
  readonly unit: string | null;
  /** The other reading of «123,000». */
  readonly other: string | null;
}

export type Payload =
  | { readonly kind: 'phrase'; readonly meaning: Meaning; readonly label: string }
  | { readonly kind: 'period'; readonly period: PeriodReading }
  | { readonly kind: 'quantity'; readonly quantity: Quantity };

/** A period as read from the words, before context and defaults. */
export type PeriodReading =
  | { readonly type: 'choice'; readonly choice: PeriodChoice; readonly relative?: boolean }
  /** «tháng 3» without a year: the year comes from the context or from today. */
  | {
      readonly type: 'yearless';
      readonly make: 'month' | 'quarter' | 'half' | 'cumulative';
      readonly n: number;
    }
  /** «cuối năm 2021»: a point of view; the periods it may mean. */
  | { readonly type: 'unsure'; readonly text: string; readonly codes: readonly string[] };

/** One way of reading tokens `from`..`to` (exclusive). */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly score: number;
  readonly payload: Payload;
  readonly bends: readonly Bend[];
  /** A bare single syllable that is far more often a function word (da, chi, go …). */
  readonly weak: boolean;
}

/** Does the candidate name a product or a group of them? */
export const isName = (c: Candidate | undefined): boolean =>
  c?.payload.kind === 'phrase' &&
  (c.payload.meaning.kind === 'indicator' || c.payload.meaning.kind === 'group');
