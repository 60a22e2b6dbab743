import type { FigureQuestion } from '../../question/question.js';
import type { Reply } from '../../reply/reply.js';

/** What the channel needs from the rest of the house; whoever starts it hands these in. */

/** Answers a person (key = chat and person). `Conversations` is one. */
export interface Talker {
  say(key: string, text: string): Told | Promise<Told>;
  press(key: string, question: FigureQuestion): Told | Promise<Told>;
}

export interface Told {
  readonly reply: Reply;
}

/** An update as the inbox keeps it; `body` is its JSON. */
export interface InboxEntry {
  readonly update_id: number;
  readonly chat_id: number | null;
  readonly body: string;
}

export interface InboxRow extends InboxEntry {
  /** How often its handling was begun, over every run of the program. */
  readonly attempts?: number;
}

/** The durable inbox: an update in it is owed an answer until `done` or `failed`. */
export interface InboxLike {
  /** Stores the updates and the next offset in one transaction; tells which ids are new. */
  receive(updates: readonly InboxEntry[], offset: number, now: number): readonly number[];
  /** The next offset to ask for; 0 at first. */
  offset(): number;
  /** What is owed, in the order of update_id. */
  pending(): readonly InboxRow[];
  attempt(id: number): unknown;
  done(id: number): unknown;
  failed(id: number, error: string): unknown;
  /** Forgets finished updates older than this (milliseconds since 1970). */
  prune(beforeMs: number): unknown;
}

/** Questions held by buttons, under a short key. */
export interface ButtonsLike {
  keep(question: object, now: number): string;
  find(key: string): object | null;
}

/** The part of a pino logger that is used. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
