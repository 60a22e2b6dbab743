import type { Lexicon } from './lexicon.js';
import type { FigureQuestion } from './question.js';

/** What a follow-up may refer to. */
export interface Turn {
  readonly question: FigureQuestion;
  /** Indicators whose figures were told, for "mấy sản phẩm đó". */
  readonly told: readonly string[];
  /** The periods that the answer settled on, SDMX codes. */
  readonly periods?: readonly string[];
  /** What a question back or a refusal offered, in the order of its buttons. */
  readonly offered?: readonly FigureQuestion[];
  /** The turn before this one, for «chênh nhau bao nhiêu»; it knows of none itself. */
  readonly before?: Turn;
}

/** What reading a question may depend on. */
export interface ReadingWorld {
  readonly today: string;
  readonly lexicon: Lexicon;
  readonly previous: Turn | null;
}
