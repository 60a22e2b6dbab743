import { fold } from '../../vietnamese/text.js';
import { has } from '../said.js';
import type { Marks } from '../slots.js';
import { ABOUT, ABOUT_BOT, COMPLAINS, FRESH, GREETS, HELP, NODDING, SMALL, THANKS } from '../talk-words.js';
import { bare, type Intent, type Sight, whole } from './sight.js';

/** «làm sao để hỏi»; with any other verb it asks for advice. */
const HOW_TO = /^(lam sao|lam the nao) de$/;

/** Nothing is asked of the figures. */
const idle = (s: Sight): boolean =>
  bare(
    s,
    s.marks.outside.filter((w) => !HOW_TO.test(fold(w))),
  ) &&
  (!s.said.measure || s.said.measure === 'actual');

/** The words of a text, as typed and as they were read, folded: either may be the small talk. */
function spoken(marks: Marks): readonly (readonly string[])[] {
  const typed = fold(marks.text)
    .split(/[^\p{L}]+/u)
    .filter((w) => w !== '');
  return [typed, marks.tokens.filter((t) => t.kind === 'word').map((t) => t.fold)];
}

/** «xin chào, tôi là Hùng phòng tổng hợp»: a greeting and who greets; nothing is wanted. */
const introduces = (marks: Marks, folded: string): boolean =>
  /^\W*(da )?((em|xin|kinh) )?(chao|hello|hi|alo)\b.*\b(la|ten)\b/.test(folded) &&
  !/\b(so lieu|san luong|so|xin so|cho|tra|tim|hoi|bao nhieu)\b/.test(folded) &&
  marks.leftover.every((l) => l.split(' ').every((w) => /^\p{Lu}/u.test(w) || SMALL.has(fold(w))));

/** An unknown word may be a product: no help instead of an answer about it. */
const isKnown = (marks: Marks): boolean =>
  marks.leftover.flatMap((l) => fold(l).split(' ')).every((w) => SMALL.has(w) || ABOUT_BOT.has(w));

const isSmall = (word: string): boolean => SMALL.has(word) || /^alo+$/.test(word);

/** Greetings, thanks, cries for help, and how fresh the figures are: only where nothing is asked of them. */
export const courtesy: Intent = (s) => {
  if (!idle(s)) return null;
  const { marks, folded } = s;
  const { text } = marks;
  const said = spoken(marks);
  const asks = (shapes: readonly RegExp[]) =>
    said.some((words) => shapes.some((shape) => shape.test(words.join(' '))));
  // «số này sai» is a complaint, «mấy cái đó?» a question.
  const complains = asks(COMPLAINS);
  if (s.said.those && !complains) return null;
  const small = said.find((words) => words.length > 0 && words.every(isSmall))?.join(' ');
  if (small !== undefined && GREETS.test(small)) return { kind: 'help', text, topic: 'greeting' };
  if (small !== undefined && THANKS.test(small)) return { kind: 'help', text, topic: 'thanks' };
  if (small !== undefined && !s.world.previous && NODDING.test(small))
    return { kind: 'help', text, topic: 'thanks' };
  if (introduces(marks, folded)) return { kind: 'help', text, topic: 'greeting' };
  if (complains) return { kind: 'help', text, topic: 'complaint' };
  if (isKnown(marks) && asks(ABOUT)) return { kind: 'help', text, topic: 'help' };
  if (has(marks, 'products', 'areas', 'overview', 'years', 'source', 'forecast', 'cause', 'newest'))
    return null;
  if (!isKnown(marks)) return null;
  if (FRESH.some((f) => f.test(folded))) return { ...whole(s.slots), kind: 'freshness' };
  return has(marks, 'help') || asks(HELP) ? { kind: 'help', text, topic: 'help' } : null;
};
