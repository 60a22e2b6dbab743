import { segmentTyped } from '../vietnamese/segment.js';
import { editDistance } from '../vietnamese/slips.js';
import { isSyllable } from '../vietnamese/syllable.js';
import { TEENCODE } from '../vietnamese/teencode.js';
import { fold, normalise } from '../vietnamese/text.js';
import { type Token, tokenise } from '../vietnamese/tokens.js';
import { undoTyping } from '../vietnamese/typing.js';
import type { Lexicon } from './lexicon.js';

const known = (lexicon: Lexicon) => (f: string) => lexicon.syllables.has(f);

/** Shorthand of chat that is also shorthand of officials is never expanded. */
const expand = (token: Token, next: Token | undefined, lexicon: Lexicon): Token[] => {
  // The m of m3, the t of t5.
  if (next?.kind === 'number' && !next.spaced) return [token];
  if (token.kind !== 'word' || lexicon.syllables.has(token.fold)) return [token];
  const words = TEENCODE.get(token.typed) ?? TEENCODE.get(token.fold);
  if (!words) return [token];
  return words
    .split(' ')
    .map((w, i) => ({ ...token, typed: w, fold: fold(w), spaced: i > 0 || token.spaced }));
};

/** Do two or more neighbouring pieces make a phrase? «honda» must not fall apart into «hon da». */
function formsPhrase(folds: readonly string[], lexicon: Lexicon): boolean {
  return folds.some((_, i) => {
    let node = lexicon.root;
    for (let j = i; j < folds.length; j++) {
      const next = node.next.get(folds[j]!);
      if (!next) return false;
      node = next;
      if (j > i && node.entries.length > 0) return true;
    }
    return false;
  });
}

/** Words typed without their spaces: «sanluongdien» → «sanluong dien» → three syllables. */
const split = (token: Token, lexicon: Lexicon): Token[] => {
  if (token.kind !== 'word' || token.fold.length < 4 || lexicon.syllables.has(token.fold)) return [token];
  const pieces = segmentTyped(token.typed, (f) => f.length > 1 && lexicon.syllables.has(f));
  if (!pieces || !formsPhrase(pieces.map(fold), lexicon)) return [token];
  return pieces.map((p, i) => ({ ...token, typed: p, raw: p, fold: fold(p), spaced: i > 0 || token.spaced }));
};

/** A syllable broken by spaces: «đi ện», «x i măng». */
function mend(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    if (token.kind === 'word' && next?.kind === 'word') {
      const joined = token.fold + next.fold;
      // «ô tô» is two syllables, not a broken one.
      if (lexicon.root.next.get(token.fold)?.next.has(next.fold)) {
        out.push(token);
        continue;
      }
      const strange = !lexicon.syllables.has(token.fold) && !lexicon.syllables.has(next.fold) && !TEENCODE.has(token.typed) && !TEENCODE.has(next.typed);
      if (strange && joined.length <= 7 && joined.length >= 2 && lexicon.syllables.has(joined)) {
        out.push({
          ...token,
          typed: token.typed + next.typed,
          raw: `${token.raw} ${next.raw}`,
          fold: joined,
          end: next.end,
        });
        i++;
        continue;
      }
    }
    out.push(token);
  }
  return out;
}

/** Words that period readers look for, misspelt beyond any word: «thnág», «naem». */
const CORE: readonly (readonly [fold: string, typed: string])[] = [['thang', 'tháng'], ['nam', 'năm'], ['quy', 'quý'], ['luy', 'lũy'], ['dau', 'đầu']];

function core(token: Token, next: Token | undefined, lexicon: Lexicon): Token {
  if (token.kind !== 'word') return token;
  // North: «lăm 2016».
  if (token.typed === 'lăm' && next?.kind === 'number' && /^\d{4}$/.test(next.raw)) return { ...token, typed: 'năm', fold: 'nam' };
  if (lexicon.syllables.has(token.fold) || isSyllable(token.fold)) return token;
  const hit = CORE.find(([f]) => editDistance(token.fold, f, 1) === 1);
  return hit && next?.kind === 'number' ? { ...token, typed: hit[1], fold: hit[0] } : hit && token.fold.length >= 4 ? { ...token, typed: hit[1], fold: hit[0] } : token;
}

/** The question as tokens: repaired text, keystrokes undone, joined words split, chat shorthand written out. */
export function prepare(text: string, lexicon: Lexicon): Token[] {
  const clean = undoTyping(normalise(text).replace(/(\p{L})_(?=\p{L})/gu, '$1 '), known(lexicon));
  const tokens = tokenise(clean).filter((t) => t.raw !== '"' && t.raw !== '*' && t.raw !== '`');
  return mend(tokens, lexicon)
    .flatMap((t, i, all) => expand(t, all[i + 1], lexicon))
    .flatMap((t) => split(t, lexicon))
    .map((t, i, all) => core(t, all[i + 1], lexicon));
}
