import { termOf } from '../terms.js';
import { type Intent, names } from './sight.js';

/** «cùng kỳ là gì», «tốc độ tăng tính thế nào»: a word of statistics by itself. */
export const terms: Intent = (s) => {
  const { marks, said } = s;
  const alone =
    names(s) +
      marks.elsewhere.length +
      marks.outside.length +
      marks.unheld.length +
      marks.quantities.length ===
      0 &&
    (!said.periods || said.periods.type === 'newest') &&
    !said.yearless &&
    !said.areas &&
    !said.those;
  const term = alone ? termOf(s.folded) : null;
  return term === null ? null : { kind: 'help', text: marks.text, topic: 'term', term };
};
