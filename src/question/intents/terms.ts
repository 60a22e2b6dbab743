import { termOf } from '../terms.js';
import { bare, type Intent } from './sight.js';

/** «cùng kỳ là gì», «tốc độ tăng tính thế nào»: a word of statistics by itself. */
export const terms: Intent = (s) => {
  const term = bare(s) && !s.said.those ? termOf(s.folded) : null;
  return term === null ? null : { kind: 'help', text: s.marks.text, topic: 'term', term };
};
