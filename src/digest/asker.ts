import type { Result } from '../ask.js';
import type { Question } from '../question/question.js';
import { canonicalJson } from '../store/buttons.js';
import type { Asker } from './ports.js';

const MOST = 500;

/** The same asker, answering the same question of the same day and data once: ten thousand chats ask few questions. */
export function remembering(asker: Asker): Asker {
  const kept = new Map<string, Result>();
  let age = '';
  return {
    get facts() {
      return asker.facts;
    },
    today: () => asker.today(),
    read: (text) => asker.read(text),
    ask(question: Question): Result {
      const now = `${asker.today()} ${asker.facts.revision}`;
      if (now !== age || kept.size >= MOST) kept.clear();
      age = now;
      const key = canonicalJson(question);
      let result = kept.get(key);
      if (!result) {
        result = asker.ask(question);
        kept.set(key, result);
      }
      return result;
    },
  };
}
