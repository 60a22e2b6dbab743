import type { Facts } from '../store/reader.js';

/** What wording may depend on: names and sources of the catalogue. */
export interface ReplyWorld {
  readonly facts: Facts;
}
