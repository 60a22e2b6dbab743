import type { Token } from '../vietnamese/tokens.js';
import type { Candidate } from './candidate.js';
import { BONES_COST, EAR_COST, fitting, SLIP_COST, type Step } from './fit.js';
import type { Entry, Lexicon, TrieNode } from './lexicon.js';
import { fitsKnown } from './spaces.js';

interface Walk {
  readonly node: TrieNode;
  /** Next token to read. */
  readonly at: number;
  readonly cost: number;
  /** How many steps were slips, and whether one of them bent a word that is known as it stands. */
  readonly slips: number;
  readonly bentKnown: boolean;
  /** The steps so far, last first: walks share their beginnings. */
  readonly last: Link | null;
}
interface Link {
  readonly step: Step;
  readonly before: Link | null;
}

/** The steps of a walk in order. */
function pathOf(last: Link | null): Step[] {
  const out: Step[] = [];
  for (let link = last; link; link = link.before) out.push(link.step);
  return out.reverse();
}

const SKIPPED = new Set(['-', '_', '.', '/', ',', '(', ')', ';', ':', "'", '+', '[', ']', '=']);
/** So many of them in a row. */
export const MOST_SIGNS = 3;
/** A sign that a name may hold and nobody needs to type. */
export const isSign = (token: Token) => token.kind === 'punct' && SKIPPED.has(token.raw);
const MOST_WALKS = 64;

const isPerYear = ({ meaning }: Entry): boolean => meaning.kind === 'word' && meaning.feature === 'peryear';

const isName = ({ meaning }: Entry): boolean => meaning.kind === 'indicator' || meaning.kind === 'group';

/** Do these tokens alone spell a name? */
function namesOne(tokens: readonly Token[], lexicon: Lexicon): boolean {
  let node: TrieNode | undefined = lexicon.root;
  for (const token of tokens) node = node?.next.get(token.fold);
  return node?.entries.some(isName) ?? false;
}

/** «than, đá»: two names with a comma between them, not the one that has none. */
function isTwo(entry: Entry, tokens: readonly Token[], lexicon: Lexicon): boolean {
  if (entry.listed || !isName(entry)) return false;
  return tokens.some(
    (t, i) =>
      (t.raw === ',' || t.raw === ';') &&
      namesOne(tokens.slice(0, i), lexicon) &&
      namesOne(tokens.slice(i + 1), lexicon),
  );
}

/**
 * Every phrase of the lexicon that begins at token `start`. Syllables align whole. A slip or a spelling by
 * ear costs; a typed accent that contradicts the phrase is a veto for a one-syllable name and costs
 * elsewhere.
 */
export function phrasesAt(
  tokens: readonly Token[],
  start: number,
  lexicon: Lexicon,
  accented = false,
): Candidate[] {
  const out: Candidate[] = [];
  let walks: Walk[] = [{ node: lexicon.root, at: start, cost: 0, slips: 0, bentKnown: false, last: null }];
  for (let depth = 0; walks.length > 0 && depth <= lexicon.deepest; depth++) {
    const following: Walk[] = [];
    for (const walk of walks) {
      const path = walk.node.entries.length > 0 ? pathOf(walk.last) : [];
      for (const entry of walk.node.entries) {
        // «trên năm phần trăm»: five, no year.
        if (tokens[walk.at]?.fold === 'phan' && isPerYear(entry)) continue;
        if (isTwo(entry, tokens.slice(start, walk.at), lexicon)) continue;
        const made = fitting(entry, path, { start, to: walk.at, cost: walk.cost }, lexicon, accented);
        if (made) out.push(made);
      }
      let at = walk.at;
      let token = tokens[at];
      if (!token) continue;
      // Signs inside a compound name: a hyphen, a comma, a bracket and the comma after it.
      if (depth > 0) {
        for (let n = 0; n < MOST_SIGNS && token && isSign(token) && !walk.node.next.has(token.fold); n++) {
          at += 1;
          token = tokens[at];
        }
        if (!token) continue;
      }
      const same = walk.node.next.get(token.fold);
      if (same)
        following.push({
          node: same,
          at: at + 1,
          cost: walk.cost,
          slips: walk.slips,
          bentKnown: walk.bentKnown,
          last: { step: { token, alt: { fold: token.fold, cost: 0, how: 'same' } }, before: walk.last },
        });
      // A bent word that is known is the only slip of its phrase; see `fitting`.
      if (token.kind !== 'word' || token.mended || walk.cost >= 0.8 || walk.bentKnown) continue;
      const known = lexicon.syllables.has(token.fold);
      const extra = known ? 0.2 : 0;
      // Two letters are one off half the lexicon: only where they are no word of it.
      const short = token.fold.length < 3 && known && fitsKnown(token.typed, token.fold, lexicon);
      if (!known && walk.slips === 0) {
        for (const bare of lexicon.slips.bones(token.fold)) {
          const next = walk.node.next.get(bare);
          if (!next) continue;
          following.push({
            node: next,
            at: at + 1,
            cost: walk.cost + BONES_COST,
            slips: 1,
            bentKnown: true,
            last: {
              step: { token, alt: { fold: bare, cost: BONES_COST, how: 'bones' } },
              before: walk.last,
            },
          });
        }
      }
      for (const alt of lexicon.slips.guesses(token.fold)) {
        const next = walk.node.next.get(alt.fold);
        if (!next || (alt.how === 'slip' && (short || (known && walk.slips > 0)))) continue;
        const cost = (alt.how === 'slip' ? SLIP_COST : EAR_COST) + extra;
        following.push({
          node: next,
          at: at + 1,
          cost: walk.cost + cost,
          slips: walk.slips + 1,
          bentKnown: known && alt.how === 'slip',
          last: { step: { token, alt: { ...alt, cost } }, before: walk.last },
        });
      }
    }
    walks =
      following.length > MOST_WALKS
        ? following.sort((a, b) => a.cost - b.cost).slice(0, MOST_WALKS)
        : following;
  }
  return out;
}
