import { hasMarks } from '../vietnamese/text.js';
import type { Token } from '../vietnamese/tokens.js';
import type { Lexicon, TrieNode } from './lexicon.js';

/** What stands in a text and says nothing: signs, and a word typed twice. */

const NEVER = new Set([...'"*`()[]{}_!…']);

/** Is the sign no more than a space: brackets, quotation marks, «xi-măng», «năm 2016. đến 2019»? */
export function isIdle(token: Token, before: Token | undefined, next: Token | undefined): boolean {
  if (token.kind !== 'punct') return false;
  if (NEVER.has(token.raw)) return true;
  if (!before || !next || before.kind === 'punct' || next.kind === 'punct') return false;
  // A hyphen between words; between numbers, or a letter and its number, it may be a period.
  if (token.raw === '-' && !token.spaced && !next.spaced)
    return before.kind === 'word' && (next.kind === 'word' || before.fold.length > 2);
  if (token.raw !== '.' || token.spaced) return false;
  return next.spaced && next.kind === 'word' && (before.kind === 'number' || before.fold.length > 2);
}

/** Words that stand twice in a row by right: digits said one by one, «tháng năm năm 2021». */
const TWICE = new Set('khong mot hai ba bon sau bay tam chin muoi'.split(' '));

/** Does the first word go on with the second in some phrase? */
const goesOn = (first: Token | undefined, second: Token | undefined, lexicon: Lexicon): boolean =>
  first?.kind === 'word' &&
  second?.kind === 'word' &&
  (lexicon.root.next.get(first.fold)?.next.has(second.fold) ?? false);

const doubles = new WeakMap<Lexicon, ReadonlySet<string>>();

/** Words that some phrase has twice in a row: «hóa chất vô cơ cơ bản». */
function doublesOf(lexicon: Lexicon): ReadonlySet<string> {
  const known = doubles.get(lexicon);
  if (known) return known;
  const made = new Set<string>();
  const walk = (node: TrieNode) => {
    for (const [word, next] of node.next) {
      if (next.next.has(word)) made.add(word);
      walk(next);
    }
  };
  walk(lexicon.root);
  doubles.set(lexicon, made);
  return made;
}

/** A word typed twice stands once, unless each has a neighbour of its own: «cả nước nước máy». */
export function once(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  return tokens.filter((token, i) => {
    const first = tokens[i - 1];
    if (token.kind !== 'word' || first?.typed !== token.typed || token.fold.length < 2) return true;
    // «phan phan doan» is «phần phân đoạn»: without accents the same letters are often two words.
    if (!hasMarks(token.typed) && (lexicon.forms.get(token.fold)?.size ?? 0) !== 1) return true;
    if (TWICE.has(token.fold) || doublesOf(lexicon).has(token.fold)) return true;
    const [before, next] = [tokens[i - 2], tokens[i + 1]];
    if (token.fold === 'nam')
      return !/^\d{4}$/.test(next?.raw ?? '') || before?.kind === 'number' || before?.fold === 'thang';
    return goesOn(before, first, lexicon) && goesOn(token, next, lexicon);
  });
}
