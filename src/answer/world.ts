import type { Facts } from '../store/reader.js';

/** What an answer may depend on. */
export interface AnswerWorld {
  readonly today: string;
  readonly facts: Facts;
}
