import type { Result } from '../ask.js';
import type { Question } from '../question/question.js';
import type { Block } from '../reply/reply.js';
import type { Facts } from '../store/reader.js';
import type { Place } from '../store/subscriptions.js';

/** What the digest needs from the rest of the house; whoever starts it hands these in. */

/** The same `ask` that answers persons. */
export interface Asker {
  readonly facts: Facts;
  /** Today in Vietnam, YYYY-MM-DD. */
  today(): string;
  /** Reads and answers a text, without a previous question. */
  read(text: string): Result;
  ask(question: Question): Result;
}

/** What became of a message, as far as anybody can know. */
export type Fate =
  | { readonly kind: 'sent'; readonly message: number | null }
  /** The turn was not taken up: nothing was sent. */
  | { readonly kind: 'unclaimed' }
  /** Nothing was sent: the chat has to wait. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** Surely not delivered; `counts`: an error that cannot be tried for ever. */
  | { readonly kind: 'again'; readonly ms: number; readonly why: string; readonly counts: boolean }
  /** Perhaps delivered. */
  | { readonly kind: 'uncertain'; readonly why: string }
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'moved'; readonly to: number }
  | { readonly kind: 'no-topic' }
  | { readonly kind: 'refused'; readonly why: string };

/** Who speaks, and where. */
export interface Visitor extends Place {
  readonly person: number;
  readonly group: boolean;
  /** In a group: may this person decide for it? `hidden`: Telegram does not say; throws when it could not be asked. */
  admin(): Promise<boolean | 'hidden'>;
}

/** Words, and rows of buttons that each carry an act. */
export interface DeskReply {
  readonly blocks: readonly Block[];
  readonly rows?: readonly (readonly { readonly label: string; readonly act: string }[])[];
  /** In a message of its own: what the button stands under stays as it is. */
  readonly apart?: boolean;
}

/** A picture as it is sent. */
export interface Photo {
  /** The same picture has the same key. */
  readonly key: string;
  /** Rejects where it cannot be drawn now. */
  png(): Promise<Uint8Array>;
  readonly fileName: string;
  /** Plain text, at most 1,024 characters. */
  readonly caption: string;
}

/** Makes pictures of answers; `Studio` is one. */
export interface Studio {
  /** Null where nothing can be drawn. */
  chart(question: Question): Promise<{
    readonly key: string;
    readonly caption: string;
    /** Without an ending. */
    readonly fileName: string;
    png(): Promise<Uint8Array>;
  } | null>;
}

/** Carries messages out, beneath everything that is owed to a person who asked. */
export interface Post {
  /** Blocks as the texts of one or more messages. */
  draw(blocks: readonly Block[]): readonly string[];
  /**
   * Waits for the turn, then calls `claim`, which commits that the request goes out now, then makes one request.
   * Never throws.
   */
  send(place: Place, body: string, claim: () => boolean): Promise<Fate>;
  /** The same with a picture, which is drawn before its turn unless Telegram has it. */
  sendPhoto(place: Place, photo: Photo, claim: () => boolean): Promise<Fate>;
}

export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
