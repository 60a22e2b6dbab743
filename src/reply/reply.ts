import type { FigureQuestion } from '../question/question.js';

/** A run of text. Channels escape it; nothing in it is markup. */
export interface Span {
  readonly text: string;
  readonly style?: 'strong' | 'em';
  readonly href?: string;
  /** Fixed wording: its numbers are no figures (a definition's example, a count of rows). */
  readonly literal?: true;
}

export type Block =
  | { readonly kind: 'line'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  | {
      readonly kind: 'table';
      /**
       * `unit`: the unit of every number of the column, when its head bears it and the cells do not. `named`: the head is
       * the name of a thing, told with each cell where there are no columns.
       */
      readonly columns: readonly {
        readonly head: string;
        readonly align: 'left' | 'right';
        readonly unit?: string;
        readonly named?: true;
      }[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Small print: assumptions, notes, sources. */
  | { readonly kind: 'note'; readonly spans: readonly Span[] };

/** A button holds a whole Question, and the sentence that would ask the same. */
export interface Button {
  readonly label: string;
  readonly question: FigureQuestion;
  readonly sentence: string;
}

/** What a channel draws. `plain` is the same as the blocks, for terminals, logs and JSON. */
export interface Reply {
  readonly restated: string | null;
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
  readonly plain: string;
}
