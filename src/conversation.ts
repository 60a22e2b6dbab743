import { ask, askQuestion, type Result, type Turn, type World } from './ask.js';
import type { Question } from './question/question.js';

const KEPT_MS = 30 * 60_000;
const MOST_KEPT = 10_000;

/**
 * Remembers, for each person in each chat, the last question for 30 minutes (ANSWERING rule 11).
 * The clock is handed in: `now` in milliseconds, `world` for today's world without a previous turn.
 */
export class Conversations {
  readonly #kept = new Map<string, { turn: Turn; at: number }>();

  constructor(
    private readonly world: () => Omit<World, 'previous'>,
    private readonly now: () => number,
  ) {}

  /** Answers a sentence typed by `key` (chat and person); `about`: the question it refers to, if not their last one. */
  say(key: string, text: string, about?: Question): Result {
    const world = this.world();
    const previous = about ? askQuestion(about, { ...world, previous: null }).turn : this.#recall(key);
    return this.#remember(key, ask(text, { ...world, previous }));
  }

  /** Answers a button's Question. */
  press(key: string, question: Question): Result {
    return this.#remember(key, askQuestion(question, { ...this.world(), previous: this.#recall(key) }));
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }

  #recall(key: string): Turn | null {
    const kept = this.#kept.get(key);
    if (!kept || this.now() - kept.at > KEPT_MS) return null;
    return kept.turn;
  }

  #remember(key: string, result: Result): Result {
    this.#kept.delete(key);
    if (result.turn) this.#kept.set(key, { turn: result.turn, at: this.now() });
    // Oldest first in a Map: the memory stays bounded without a timer.
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value as string);
    return result;
  }
}
