import { isSyllable } from '../vietnamese/syllable.js';
import { TEENCODE } from '../vietnamese/teencode.js';
import { compareMarks, fold, hasMarks } from '../vietnamese/text.js';
import type { Token } from '../vietnamese/tokens.js';
import type { Lexicon } from './lexicon.js';

/** Spaces left out, put in too many, or one letter off. */

const LONGEST_PHRASE = 40;

interface Cut {
  readonly cost: number;
  readonly lengths: readonly number[];
  readonly from: number;
  /** A phrase of several syllables, or a lone syllable. */
  readonly phrase: boolean;
}

/** The cheapest cut of a run of letters into phrases (cost 1) and lone syllables (cost 1.5); null where there is none. */
function cheapest(run: string, lexicon: Lexicon): Cut[] | null {
  const best: (Cut | null)[] = [{ cost: 0, lengths: [], from: 0, phrase: false }];
  for (let end = 1; end <= run.length; end++) {
    let top: Cut | null = null;
    for (let from = Math.max(0, end - LONGEST_PHRASE); from < end; from++) {
      const before = best[from];
      if (!before) continue;
      const piece = run.slice(from, end);
      const phrase = lexicon.joined.get(piece);
      const alone = piece.length > 1 && piece.length < 8 && lexicon.syllables.has(piece);
      const lengths = phrase ?? (alone ? [piece.length] : null);
      if (!lengths) continue;
      const cost = before.cost + (phrase ? 1 : 1.5);
      if (!top || cost < top.cost) top = { cost, lengths, from, phrase: lengths.length > 1 };
    }
    best.push(top);
  }
  if (!best[run.length]) return null;
  const cuts: Cut[] = [];
  for (let at = run.length; at > 0; at = cuts[0]!.from) cuts.unshift(best[at]!);
  return cuts;
}

/** The pieces a joined run may fall into, or null. */
function piecesOf(token: Token | undefined, lexicon: Lexicon): { texts: string[]; phrase: boolean } | null {
  if (!token) return null;
  const run = token.fold;
  if (
    token.kind !== 'word' ||
    run.length < 4 ||
    run.length > 80 ||
    (lexicon.syllables.has(run) && fitsKnown(token.typed, run, lexicon)) ||
    run.length !== token.typed.length
  )
    return null;
  const cuts = cheapest(run, lexicon);
  const lengths = cuts?.flatMap((c) => c.lengths) ?? [];
  if (!cuts || lengths.length < 2) return null;
  let at = 0;
  const texts = lengths.map((n) => {
    at += n;
    return run.slice(at - n, at);
  });
  return { texts, phrase: cuts.some((c) => c.phrase) };
}

/** Words before a number that make a period of it. */
const COUNTED = new Set(['nam', 'thang', 'quy', 'top', 'hon', 'tren', 'duoi', 'duoc']);

/**
 * Words typed without their spaces, cut into phrases of the lexicon: «sanluongdien» → sản lượng + điện. «honda»
 * must not fall apart into «hon da»: the pieces make a phrase, among themselves or with a neighbour.
 */
export function split(all: readonly Token[], lexicon: Lexicon): Token[] {
  const cut = all.map((t) => piecesOf(t, lexicon));
  const meets = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && (lexicon.root.next.get(a)?.next.has(b) ?? false);
  return all.flatMap((token, i) => {
    const pieces = cut[i];
    if (!pieces) return [token];
    const { texts, phrase } = pieces;
    const before = cut[i - 1]?.texts.at(-1) ?? all[i - 1]?.fold;
    const after = cut[i + 1]?.texts[0] ?? all[i + 1]?.fold;
    const good =
      phrase ||
      texts.some((t, k) => meets(t, texts[k + 1])) ||
      meets(before, texts[0]) ||
      meets(texts.at(-1), after) ||
      (all[i + 1]?.kind === 'number' && COUNTED.has(texts.at(-1) as string));
    if (!good) return [token];
    let at = 0;
    return texts.map((t) => {
      const from = at;
      at += t.length;
      return {
        ...token,
        typed: token.typed.slice(from, at),
        raw: token.raw.slice(from, at),
        fold: t,
        spaced: from > 0 || token.spaced,
      };
    });
  });
}

/** Is the word one of the lexicon's as it is typed, no accent against it? */
export const fitsKnown = (typed: string, folded: string, lexicon: Lexicon): boolean =>
  [...(lexicon.forms.get(folded) ?? [])].some((form) => compareMarks(typed, form) !== 'clash');

/** Are two words one syllable of the lexicon with a space in it, and one of them no word by itself? */
function isBroken(
  token: Token,
  next: Token,
  lexicon: Lexicon,
  before?: Token | undefined,
  after?: Token | undefined,
): boolean {
  const joined = token.fold + next.fold;
  if (joined.length > 7 || !lexicon.syllables.has(joined)) return false;
  if (TEENCODE.has(token.typed) && TEENCODE.has(next.typed)) return false;
  // «san p ham», «ke ho ach»: only in one piece does it go on with its neighbour.
  const pairs = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && (lexicon.root.next.get(a)?.next.has(b) ?? false);
  const met =
    (pairs(before?.fold, joined) && !pairs(before?.fold, token.fold)) ||
    (pairs(joined, after?.fold) && !pairs(next.fold, after?.fold));
  const strange = [token, next].some(
    (t) => !lexicon.syllables.has(t.fold) || !fitsKnown(t.typed, t.fold, lexicon),
  );
  if (met && strange && joined.length > 2 && fitsKnown(token.typed + next.typed, joined, lexicon))
    return true;
  // «n hất», «p hẩm»: consonants alone.
  const alone = [token, next].some((t) => /^[^aeiouy\d]+$/.test(t.fold) && !/^\p{Lu}/u.test(t.raw));
  const typed = token.typed + next.typed;
  const exact = [...(lexicon.forms.get(joined) ?? [])].some((f) => compareMarks(typed, f) === 'exact');
  if (alone && (exact || !TEENCODE.has(token.typed))) return fitsKnown(typed, joined, lexicon);
  // «lo ại», «gi ảm»: with the accents of the whole, while a part bears accents of no word.
  if (exact && hasMarks(typed) && joined.length > 3)
    return [token, next].some((t) => !fitsKnown(t.typed, t.fold, lexicon) && !TEENCODE.has(t.typed));
  return [token, next].every((t) => !lexicon.syllables.has(t.fold) && !TEENCODE.has(t.typed));
}

/** The space one letter off: «nhựat hông», «nướ cmáy»; only where a part is no word and both become words exactly as written. */
function shifted(token: Token, next: Token, lexicon: Lexicon): [Token, Token] | null {
  if (token.fold.length + next.fold.length < 5 || (isWord(token, lexicon) && isWord(next, lexicon)))
    return null;
  // «hụt kế hoạch à»: an interjection stands by itself.
  if (/^[àạáảãơờừứ]$/.test(next.typed) && isWord(token, lexicon)) return null;
  if (token.typed.length !== token.fold.length || next.typed.length !== next.fold.length) return null;
  const made = (typed: string, from: Token): Token => ({ ...from, typed, fold: fold(typed), mended: true });
  const pairs: [string, string][] = [
    [token.typed.slice(0, -1), token.typed.slice(-1) + next.typed],
    [token.typed + next.typed.slice(0, 1), next.typed.slice(1)],
  ];
  for (const [a, b] of pairs) {
    if (a.length < 2 || b.length < 2) continue;
    const [left, right] = [made(a, token), made(b, next)];
    if (!isSyllable(left.fold) || !isSyllable(right.fold)) continue;
    if (!isWord(left, lexicon) || !isWord(right, lexicon)) continue;
    if (lexicon.root.next.get(left.fold)?.next.has(right.fold) || hasMarks(a + b)) return [left, right];
  }
  return null;
}

const isWord = (token: Token, lexicon: Lexicon): boolean =>
  lexicon.syllables.has(token.fold) && fitsKnown(token.typed, token.fold, lexicon);

/** A syllable broken by spaces: «đi ện», «x i măng». */
export function mend(tokens: readonly Token[], lexicon: Lexicon): Token[] {
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
      // «đá k hai thác»: the lone letter belongs to what follows.
      const third = tokens[i + 2];
      if (/^[^aeiouy\d]{1,2}$/.test(next.fold) && third?.kind === 'word' && isBroken(next, third, lexicon)) {
        out.push(token);
        continue;
      }
      // «so n 2020»: so với năm.
      if (next.fold === 'n' && tokens[i + 2]?.kind === 'number') {
        out.push(token);
        continue;
      }
      // «tổng ô tô»: the next word stands with the one after it.
      const stands = third !== undefined && lexicon.root.next.get(next.fold)?.next.has(third.fold);
      const pair = stands ? null : shifted(token, next, lexicon);
      if (pair) {
        out.push(...pair);
        i++;
        continue;
      }
      if (isBroken(token, next, lexicon, out.at(-1), third)) {
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
