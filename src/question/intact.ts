import { undoKeystrokes } from '../vietnamese/keystrokes.js';
import { fold } from '../vietnamese/text.js';
import type { Token } from '../vietnamese/tokens.js';
import type { Lexicon, TrieNode } from './lexicon.js';
import { isSign, MOST_SIGNS } from './phrases.js';

/** Shorter names are made of common words: what they mean is left to the cover. */
const SHORTEST = 3;
/** Letters of the longest syllable that is looked for inside a joined word. */
const LONGEST_PIECE = 16;
/** Steps that the search from one place may take, whatever the text. */
const MOST_STEPS = 1_500;

/** A place in the text: a token and a letter of it. */
interface Place {
  readonly token: number;
  readonly letter: number;
}

/** A whole name in the text and its tokens, one a syllable; signs inside stay. */
interface Intact {
  readonly from: Place;
  readonly to: Place;
  readonly tokens: readonly Token[];
}

/** A part of a token as a token. */
const part = (token: Token, from: number, to: number): Token =>
  from === 0 && to === token.fold.length
    ? token
    : {
        ...token,
        typed: token.typed.slice(from, to),
        raw: token.raw.slice(from, to),
        fold: token.fold.slice(from, to),
        spaced: from > 0 || token.spaced,
      };

/** May the token be several words without their spaces? Letters of `fold` and `typed` must correspond. */
const mayJoin = (token: Token, lexicon: Lexicon): boolean =>
  token.kind === 'word' &&
  token.fold.length > 3 &&
  token.fold.length === token.typed.length &&
  !lexicon.syllables.has(token.fold);

/** A word with its keystrokes undone, although as typed it is a word of some name: «mays», «car». */
function undone(token: Token): Token[] {
  if (token.kind !== 'word' || token.fold !== token.typed || !/[sfrxjwz]|aa|dd|ee|oo/.test(token.typed))
    return [];
  return undoKeystrokes(token.typed).map((typed) => ({ ...token, typed, fold: fold(typed) }));
}

interface Search {
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  /** Were other words of the text typed in raw keys? */
  readonly raw: boolean;
  steps: number;
}

/** Readings of what stands at a place as one syllable below `node`, and where each ends. */
function stepsFrom(s: Search, node: TrieNode, { token: i, letter }: Place): { token: Token; to: Place }[] {
  const token = s.tokens[i] as Token;
  const out: { token: Token; to: Place }[] = [];
  const after = { token: i + 1, letter: 0 };
  if (letter === 0) {
    if (node.next.has(token.fold)) out.push({ token, to: after });
    else if (s.raw)
      for (const t of undone(token)) if (node.next.has(t.fold)) out.push({ token: t, to: after });
    if (!mayJoin(token, s.lexicon)) return out;
  }
  const length = token.fold.length;
  for (let end = Math.min(length, letter + LONGEST_PIECE); end > letter; end--) {
    if ((letter === 0 && end === length) || !node.next.has(token.fold.slice(letter, end))) continue;
    out.push({ token: part(token, letter, end), to: end === length ? after : { token: i, letter: end } });
  }
  return out;
}

/** The longest name of the catalogue that begins at a place; null where none does. */
function longestAt(s: Search, from: Place): Intact | null {
  let best: Intact | null = null;
  const read: Token[] = [];
  const further = (a: Place, b: Place) => a.token > b.token || (a.token === b.token && a.letter > b.letter);
  const walk = (node: TrieNode, at: Place, syllables: number) => {
    if (
      syllables >= SHORTEST &&
      node.entries.some((e) => e.meaning.kind === 'indicator') &&
      (!best || further(at, best.to))
    )
      best = { from, to: at, tokens: [...read] };
    if (s.steps++ > MOST_STEPS) return;
    let place = at;
    let signs = 0;
    for (let token = s.tokens[place.token]; ; token = s.tokens[place.token]) {
      if (!token) return;
      if (
        syllables === 0 ||
        place.letter > 0 ||
        signs === MOST_SIGNS ||
        !isSign(token) ||
        node.next.has(token.fold)
      )
        break;
      read.push(token);
      signs++;
      place = { token: place.token + 1, letter: 0 };
    }
    for (const step of stepsFrom(s, node, place)) {
      read.push(step.token);
      walk(node.next.get(step.token.fold) as TrieNode, step.to, syllables + 1);
      read.pop();
    }
    read.length -= signs;
  };
  walk(s.lexicon.root, from, 0);
  return best;
}

/**
 * Whole names of three syllables and more with their letters exactly as in the catalogue, spaces or not: nothing in them is
 * shorthand or a slip («hình chữ H», «phân hỗn hợp N.P.K», «gachxaydatnung»). The longest wins; `elsewhere` makes tokens
 * of what stands between. `raw`: other words were typed in raw keys, and these may be («mays» beside «ddieenj»).
 */
export function withNames(
  tokens: readonly Token[],
  lexicon: Lexicon,
  raw: boolean,
  elsewhere: (between: readonly Token[]) => readonly Token[],
): Token[] {
  const out: Token[] = [];
  let between: Token[] = [];
  let at: Place = { token: 0, letter: 0 };
  for (;;) {
    const token = tokens[at.token];
    if (!token) break;
    const name = nameIn(tokens, lexicon, raw, at);
    const end = name ? name.from.letter : token.fold.length;
    if (end > at.letter) between.push(part(token, at.letter, end));
    if (name) {
      out.push(...elsewhere(between), ...name.tokens);
      between = [];
      at = name.to;
    } else at = { token: at.token + 1, letter: 0 };
  }
  return [...out, ...elsewhere(between)];
}

/** The longest name that begins in a token, from a letter on: at its start, or anywhere in words without spaces. */
function nameIn(tokens: readonly Token[], lexicon: Lexicon, raw: boolean, at: Place): Intact | null {
  const token = tokens[at.token] as Token;
  const last = at.letter > 0 || mayJoin(token, lexicon) ? token.fold.length - 1 : 0;
  let best: Intact | null = null;
  for (let letter = at.letter; letter <= last; letter++) {
    const found = longestAt({ tokens, lexicon, raw, steps: 0 }, { token: at.token, letter });
    if (found && (!best || found.tokens.length > best.tokens.length)) best = found;
  }
  return best;
}
