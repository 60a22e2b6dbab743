import type { Result } from '../ask.js';
import type { Question } from '../question/question.js';
import { canonicalJson } from '../store/buttons.js';
import { Kept } from './kept.js';
import type { Asker } from './ports.js';

const MOST = 500;

/** The same asker, answering the same question of the same day and data once: ten thousand chats ask few questions. */
export function remembering(asker: Asker): Asker {
  const kept = new Kept<Result>(MOST);
  return {
    get facts() {
      return asker.facts;
    },
    today: () => asker.today(),
    read: (text) => asker.read(text),
    ask(question: Question): Result {
      const age = `${asker.today()} ${asker.facts.revision}`;
      return kept.get(`${age} ${canonicalJson(question)}`, () => asker.ask(question));
    },
  };
}
