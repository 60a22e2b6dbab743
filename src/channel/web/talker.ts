import type { Result } from '../../ask.js';
import type { Question } from '../../question/question.js';
import type { Picture, SavedFile, Studio } from '../../studio.js';

/** What the page needs to know of a result. */
export type Said = Pick<Result, 'question' | 'answer' | 'reply' | 'form'>;

/** As what an answer can be wanted beside its words. */
export type Form = NonNullable<Result['form']>;

/** Whoever answers: `key` is one person's conversation. */
export interface Talker {
  say(key: string, text: string): Said;
  press(key: string, question: Question): Said;
}

/** Whoever makes pictures and files of answers. */
export type Drawing = Pick<Studio, 'offers' | 'chart' | 'file'>;

export type { Picture, SavedFile };

/** Keeps the Questions of buttons under short keys. */
export interface Buttons {
  keep(question: object): string;
  find(key: string): object | null;
}

/** The part of a pino logger that the page uses. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
