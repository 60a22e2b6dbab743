import type { Bend, FigureQuestion, Question, Reason } from '../question/question.js';
import type { Basis, Measure } from '../stats/facts.js';
import type { Figure } from '../stats/figure.js';
import type { Obstacle } from './comparable.js';

export type Outcome = 'answer' | 'assumed' | 'ask' | 'refuse';

/** Something filled in or bent, told in one short clause. */
export type Assumption =
  | { readonly type: 'period'; readonly period: string }
  | { readonly type: 'area'; readonly area: string }
  | { readonly type: 'carried'; readonly what: readonly ('subject' | 'area' | 'period' | 'measure')[] }
  | { readonly type: 'bend'; readonly bend: Bend }
  | { readonly type: 'derived' }
  | { readonly type: 'leftover'; readonly words: readonly string[] }
  | { readonly type: 'measure'; readonly measure: Measure };

/** A named thing that is not held, with what is. */
export interface Missing {
  readonly indicator: string | null;
  readonly area: string;
  readonly measure: Measure | null;
  readonly period: string | null;
  /** What a growth or a growth target is counted against, where that was asked. */
  readonly basis?: Basis | null;
  /** Periods in which it is held, oldest first. */
  readonly held: readonly string[];
}

/** A follow-up question on a button. The label is made by reply/. */
export interface Choice {
  readonly question: FigureQuestion;
  readonly label: ChoiceLabel;
}
export type ChoiceLabel =
  | { readonly type: 'period'; readonly period: string; readonly direction: 'previous' | 'next' | 'other' }
  | { readonly type: 'measure'; readonly measure: Measure; readonly period: string | null }
  | { readonly type: 'source' }
  | { readonly type: 'reading' }
  | { readonly type: 'area'; readonly area: string };

/** A remark that the reply must make, beside the figures. */
export type Note =
  | { readonly type: 'other-source'; readonly figure: Figure; readonly chosen: Figure }
  | { readonly type: 'target-below-actual'; readonly target: Figure; readonly actual: Figure }
  | { readonly type: 'enterprise'; readonly figure: Figure }
  | { readonly type: 'published-and-computed'; readonly published: Figure; readonly computed: Figure }
  /** An average growth over several years: by the rates published for each, and by two levels. */
  | { readonly type: 'rates-and-levels'; readonly rates: Figure; readonly levels: Figure }
  | { readonly type: 'caveat'; readonly caveat: Caveat }
  | { readonly type: 'text'; readonly text: string }
  /** Why a question about many is refused; the thing asked about and the period stand behind it. */
  | { readonly type: 'reason'; readonly text: string; readonly period: string | null }
  /** Where a figure stands among others. `apart`: it is told beside a ranking, so it names itself. */
  | {
      readonly type: 'place';
      readonly figure: Figure;
      readonly place: number;
      readonly of: number;
      readonly order: 'asc' | 'desc';
      readonly across: 'indicators' | 'areas' | 'periods';
      readonly ties: readonly Figure[];
      readonly apart: boolean;
    };

/** What a reader of a comparison or a derived figure has to know, or why there is none. */
export type Caveat =
  | Obstacle
  | 'two-documents'
  | 'two-names'
  | 'mixed-releases'
  | 'mixed-run'
  | 'previous-year-indices'
  | 'plan-over-months'
  | 'several-members'
  | 'zero-base';

export interface Answer {
  readonly outcome: Outcome;
  readonly reason: Reason | null;
  readonly question: Question;
  /** Asked figures in the order in which they are told, then context. */
  readonly figures: readonly Figure[];
  readonly assumptions: readonly Assumption[];
  readonly missing: readonly Missing[];
  readonly notes: readonly Note[];
  readonly choices: readonly Choice[];
  /** Parts of a message with several questions. */
  readonly parts: readonly Answer[];
  /** yes/no verdict of a yes-no or confirmation question. */
  readonly verdict: boolean | null;
  /** The period the answer settled on (newest → absolute). */
  readonly periods: readonly string[];
  readonly areas: readonly string[];
}
