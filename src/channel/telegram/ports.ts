import type { Answer } from '../../answer/answer.js';
import type { Form } from '../../question/form.js';
import type { FigureQuestion, Question } from '../../question/question.js';
import type { Block, Reply } from '../../reply/reply.js';

/** What the channel needs from the rest of the house; whoever starts it hands these in. */

/** Answers a person (key = chat and person). `Conversations` is one. */
export interface Talker {
  /** `about`: the question that the sentence refers to, where it is not the person's last one. */
  say(key: string, text: string, context?: { readonly about?: Question }): Told | Promise<Told>;
  press(key: string, question: FigureQuestion): Told | Promise<Told>;
}

export interface Told {
  readonly reply: Reply;
  /** The figures behind the words, for whoever remembers what was told. */
  readonly answer?: Answer;
  readonly question?: Question;
  /** As what the sentence wanted its answer, beside words. */
  readonly form?: Form | null;
}

/** An answer as a picture; captions are plain text of at most 1,024 characters. */
export interface Picture {
  /** Rejects where it cannot be drawn now. */
  png(): Promise<Uint8Array>;
  readonly caption: string;
  /** Without an ending. */
  readonly fileName: string;
  /** The same picture has the same key, another one another. */
  readonly key: string;
  /** What is drawn: of a single figure the answer of its series. */
  readonly answer?: Answer;
}

export interface SavedFile {
  readonly bytes: Uint8Array;
  /** With its ending. */
  readonly fileName: string;
  readonly caption: string;
}

/** Makes pictures and files of answers. */
export interface Studio {
  offers(told: { readonly question: Question; readonly answer: Answer }): {
    readonly chart: boolean;
    readonly workbook: boolean;
  };
  /** `answer`: the question's, which is there already. Null: nothing of it can be drawn. */
  chart(question: Question, options?: { readonly answer?: Answer | undefined }): Promise<Picture | null>;
  /** Null: there are no figures in it. */
  file(question: Question, kind: 'workbook' | 'csv'): Promise<SavedFile | null>;
}

/** Things that can be asked for, under one heading. */
export interface Shelf {
  /** Of `a-z`, `0-9` and `-`. */
  readonly id: string;
  readonly name: string;
  readonly items: readonly { readonly label: string; readonly question: Question }[];
}

/** The engine beside every conversation: it remembers nothing of those who ask. */
export interface Engine {
  read(text: string): Told;
  ask(question: Question): Told;
  /** All that is held, for looking through it. */
  shelves(): readonly Shelf[];
  /** Questions about the things whose names go on from what was typed so far. */
  begun(text: string): readonly Question[];
  /** Real questions to begin with. */
  readonly examples: readonly string[];
}

/** Pictures that Telegram has already: each bot has ids of its own. */
export interface PicturesLike {
  find(bot: number, key: string): string | null;
  keep(bot: number, key: string, fileId: string, now: number): void;
  forget(bot: number, key: string): void;
}

/** A chat, or one topic of it; thread 0 where there are no topics. */
export interface Place {
  readonly chat: number;
  readonly thread: number;
}

/** Who speaks to the desk, and where. */
export interface Visitor extends Place {
  readonly person: number;
  readonly group: boolean;
  /** In a group: may this person decide for it? Asked of Telegram only when it matters; `hidden`: it does not say. */
  admin(): Promise<boolean | 'hidden'>;
}

/** What the desk says: words, and rows of buttons that each carry a short act of the desk's own. */
export interface DeskReply {
  readonly blocks: readonly Block[];
  readonly rows?: readonly (readonly { readonly label: string; readonly act: string }[])[];
  /** In a message of its own: what the button stands under stays as it is. */
  readonly apart?: boolean;
}

/** Where subscriptions are made and changed; it reads and answers what is no question about figures. */
export interface Desk {
  /** Commands it has, for the menu. */
  readonly commands: readonly { readonly command: string; readonly description: string }[];
  command(name: string, rest: string, visitor: Visitor): Promise<DeskReply>;
  /** Null: not about subscriptions, so a question. */
  hear(text: string, visitor: Visitor): Promise<DeskReply | null>;
  /** Null: an act it does not know (any more). */
  press(act: string, visitor: Visitor): Promise<DeskReply | null>;
  /** The act that follows what an answer is about; null: not one thing, or followed already. Without it none is offered. */
  follow?(told: Told, place: Place): string | null;
  /** An answer arrived: its figures are known there now. */
  told(place: Place, person: number, told: Told): void;
  moved(from: number, to: number): void;
  /** Somebody of the chat speaks to us: it is no longer blocked. */
  seen(chat: number): void;
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
  /** How many messages of its reply an earlier run has sent. */
  readonly parts?: number;
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
  /** So many messages of the reply are out: after a crash they are not sent again. */
  sent(id: number, parts: number): unknown;
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

/** A picture as it is sent; the same picture has the same key. */
export interface Photo {
  readonly key: string;
  /** Rejects where it cannot be drawn now. */
  png(): Promise<Uint8Array>;
  readonly fileName: string;
  /** Plain text, at most 1,024 characters. */
  readonly caption: string;
}

/** What became of a message that nobody waits for, as far as anybody can know. */
export type Fate =
  | { readonly kind: 'sent'; readonly message: number | null }
  /** The turn was not taken up: nothing was sent. */
  | { readonly kind: 'unclaimed' }
  /** Nothing was sent: the chat has to wait. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** Surely not delivered; `counts`: an error that cannot be tried for ever. */
  | { readonly kind: 'again'; readonly ms: number; readonly why: string; readonly counts: boolean }
  | { readonly kind: 'uncertain'; readonly why: string }
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'moved'; readonly to: number }
  | { readonly kind: 'no-topic' }
  | { readonly kind: 'refused'; readonly why: string };
