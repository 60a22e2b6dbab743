import type { Lexicon } from './lexicon.js';
import type { FigureQuestion } from './question.js';

/** What reading a question may depend on. */
export interface ReadingWorld {
  readonly today: string;
  readonly lexicon: Lexicon;
  readonly previous: { readonly question: FigureQuestion; readonly told: readonly string[] } | null;
}
