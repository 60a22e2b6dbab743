import type { Result } from '../../ask.js';
import type { Question } from '../../question/question.js';

/** What the page needs to know of a result. */
export interface Said {
  readonly reply: Result['reply'];
  readonly answer: Pick<Result['answer'], 'outcome'>;
}

/** Whoever answers: `key` is one person's conversation. */
export interface Talker {
  say(key: string, text: string): Said;
  press(key: string, question: Question): Said;
}

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
