import { isSyllable } from '../vietnamese/syllable.js';
import { compareMarks, hasMarks } from '../vietnamese/text.js';
import type { Token } from '../vietnamese/tokens.js';
import type { Candidate } from './candidate.js';
import type { Entry, Lexicon, Meaning, TrieNode } from './lexicon.js';
import type { Feature } from './words.js';

/** How a typed token is read as a syllable of the lexicon. */
interface Alternative {
  readonly fold: string;
  readonly cost: number;
  readonly how: 'same' | 'slip' | 'ear';
}

const SLIP_COST = 0.35;
const EAR_COST = 0.4;
const CLASH_COST = 0.45;

/** Features that are no more than the grease of a sentence weigh less than what they stand beside. */
const WEIGHT: Partial<Record<Feature, number>> = {
  filler: 0.6,
  'unit-word': 0.72,
  base: 1,
  products: 1,
  overview: 1,
  elsewhere: 1.05,
  out: 1.05,
  count: 1.12,
  those: 1,
  newest: 0.9,
  unheld: 0.8,
  and: 0.6,
  yoy: 1.05,
  share: 1,
  mom: 1,
  versus: 0.7,
  question: 0.7,
  not: 0.65,
  above: 0.65,
  atleast: 0.62,
  atmost: 0.62,
  have: 0.62,
  which: 0.7,
  also: 0.66,
  achieve: 0.72,
  howmany: 0.75,
  output: 0.78,
};

/** Bare syllables that are mostly function words when no accent was typed. */
const HOMONYMS = new Set(
  'da che chi soi kem vai son duong muoi cat gao su kinh go sat than giay quat nuoc lop sam pin vang che'.split(
    ' ',
  ),
);

/** One-syllable words that need their accents: bare they are too many other words. */
const STRICT_FEATURES = new Set<Feature>([
  'elsewhere',
  'out',
  'complete',
  'notyet',
  'thanks',
  'vague',
  'cause',
  'difference',
  'unheld',
]);

const RIGID = new Set<Feature>(['out', 'elsewhere', 'unheld', 'forecast', 'cause']);

/** Bare syllables at the end of a product not held that are more often words of asking. */
const ASKING = new Set(
  'bao tam hai ba bon co the ra thang nay tang mo ban so nam thi o va ca den toi trong cu khi no lo'.split(
    ' ',
  ),
);

const isName = (m: Meaning) => m.kind === 'indicator' || m.kind === 'group';

/** Whole phrases that hold a product's name: «xi măng trắng», «triệu số điện». */
const heavy = (feature: Feature, { typed }: Entry) =>
  typed.length > 1 &&
  (feature === 'unheld' || (feature === 'unit-word' && typed.at(-1) === 'điện' && typed.length > 2));

function weigh(entry: Entry): number {
  const m = entry.meaning;
  const n = entry.typed.length;
  const each = m.kind !== 'word' ? 1 : heavy(m.feature, entry) ? 1.05 : (WEIGHT[m.feature] ?? 0.8);
  const bonus = m.kind !== 'word' || m.feature === 'base' ? 0.2 : m.feature === 'filler' ? 0.09 : 0.15;
  return each * n + bonus * (n - 1);
}

interface Walk {
  readonly node: TrieNode;
  /** Next token to read. */
  readonly at: number;
  readonly cost: number;
  readonly path: readonly { token: Token; alt: Alternative }[];
}

const SKIPPED = new Set(['-', '_', '.', '/', ',', '(']);
const MOST_WALKS = 64;

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
  let walks: Walk[] = [{ node: lexicon.root, at: start, cost: 0, path: [] }];
  for (let depth = 0; walks.length > 0 && depth < 24; depth++) {
    const following: Walk[] = [];
    for (const walk of walks) {
      for (const entry of walk.node.entries) {
        const made = candidate(entry, walk, start, lexicon, accented);
        if (made) out.push(made);
      }
      let at = walk.at;
      let token = tokens[at];
      if (!token) continue;
      // A hyphen, dot or comma inside a compound name.
      if (depth > 0 && token.kind === 'punct' && SKIPPED.has(token.raw) && tokens[at + 1]?.kind !== 'punct') {
        if (!walk.node.next.has(token.fold)) {
          at += 1;
          token = tokens[at];
          if (!token) continue;
        }
      }
      const same = walk.node.next.get(token.fold);
      if (same)
        following.push({
          node: same,
          at: at + 1,
          cost: walk.cost,
          path: [...walk.path, { token, alt: { fold: token.fold, cost: 0, how: 'same' } }],
        });
      if (token.kind !== 'word' || walk.cost >= 0.8) continue;
      const extra = lexicon.syllables.has(token.fold) ? 0.2 : 0;
      for (const alt of lexicon.slips.guesses(token.fold)) {
        const next = walk.node.next.get(alt.fold);
        if (!next) continue;
        const cost = (alt.how === 'slip' ? SLIP_COST : EAR_COST) + extra;
        following.push({
          node: next,
          at: at + 1,
          cost: walk.cost + cost,
          path: [...walk.path, { token, alt: { ...alt, cost } }],
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

function candidate(
  entry: Entry,
  walk: Walk,
  start: number,
  lexicon: Lexicon,
  accented: boolean,
): Candidate | null {
  const n = entry.typed.length;
  let cost = walk.cost;
  let bare = 0;
  let clashes = 0;
  let slips = 0;
  for (let i = 0; i < n; i++) {
    const step = walk.path[i];
    const target = entry.typed[i];
    if (!step || target === undefined) return null;
    if (step.alt.how !== 'same') {
      slips++;
      // A slip that also contradicts a typed tone or shape is too far.
      if (hasMarks(step.token.typed) && !marksFit(step.token.typed, target)) {
        if (n === 1) return null;
        cost += 0.1;
      }
      continue;
    }
    const marks = compareMarks(step.token.typed, target);
    if (marks === 'bare') bare++;
    else if (marks === 'clash') clashes++;
  }
  const name = isName(entry.meaning);
  const word = entry.meaning.kind === 'word' ? entry.meaning.feature : null;
  if (clashes > 0) {
    // The accents are a veto for short names; a long one may bear one wrong key, and that is told.
    if (n === 1 || clashes > 1 || (name && n === 2 && clashes + slips > 1)) return null;
    if (entry.folds.join('').length < 5 || (word && RIGID.has(word))) return null;
    cost += CLASH_COST;
  }
  if (slips > 0) {
    const letters = entry.folds.join('').length;
    if (slips > Math.max(1, Math.floor(letters / 5))) return null;
    // Short names take no slip: đá, gỗ, chì are exact or nothing.
    if (n === 1 && letters < (name ? 5 : 4)) return null;
    if (name && letters < 5) return null;
    // «được mấy» is no slip of «nước máy»: a known word bends only inside a longer name.
    if (
      name &&
      walk.path
        .slice(0, n)
        .some(
          (p) =>
            p.alt.how !== 'same' &&
            lexicon.syllables.has(p.token.fold) &&
            !(
              slips === 1 &&
              clashes === 0 &&
              (p.alt.how === 'ear' ? n > 1 : restExact(entry, walk, n) && !standsAlone(p.token, lexicon))
            ),
        )
    )
      return null;
    if (name && n === 1 && isSyllable(walk.path[0]!.token.fold)) return null;
  }
  // Who types with accents means a bare word bare: «giấy rang» is no «răng».
  if (accented && n === 1 && bare > 0 && word === 'filler' && entry.folds[0]!.length > 2) return null;
  if (n === 1 && bare > 0 && word && STRICT_FEATURES.has(word) && entry.folds[0]!.length < 5) return null;
  // «dien may trieu kwh» asks how many; it is no «điện máy».
  if (word === 'unheld' && bare > 0 && n > 1 && ASKING.has(entry.folds.at(-1) as string)) return null;
  if (word && slips > 0 && !mayBend(entry, walk, n, word)) return null;
  // Shorthand in capitals (KH, TH, TT, CK) is read in small letters only beside its kind; see refine.
  const span = walk.path[n - 1];
  if (!span) return null;
  const weak = name && n === 1 && bare > 0 && HOMONYMS.has(entry.folds[0]!);
  const mended = name && walk.path.slice(0, n).some((p) => p.token.mended);
  const bends =
    slips > 0 || clashes > 0 || mended
      ? [
          {
            typed: walk.path
              .slice(0, n)
              .map((p) => p.token.raw)
              .join(' '),
            read: entry.typed.join(' '),
          },
        ]
      : [];
  // A comma inside a name («giấy, bìa») belongs to the name, not to a list.
  const inside = name ? 0.65 * (walk.at - start - n) : 0;
  const score = weigh(entry) + inside - cost - 0.03 * bare;
  if (score <= 0.1) return null;
  return {
    from: start,
    to: walk.at,
    score: weak ? 0.5 : score,
    payload: { kind: 'phrase', meaning: entry.meaning, label: entry.typed.join(' ') },
    bends,
    weak,
  };
}

/**
 * A word of asking is bent only where the typed syllable is no Vietnamese word of its own: «trắng», «vàng»,
 * «vôi» are words that restrict, not slips of «tăng», «đang», «với».
 */
function mayBend(entry: Entry, walk: Walk, n: number, word: Feature): boolean {
  // What leads to a refusal is never guessed at.
  if (RIGID.has(word) || (n === 1 && STRICT_FEATURES.has(word))) return false;
  return walk.path.slice(0, n).every((step) => {
    if (step.alt.how === 'same') return true;
    if (n === 1) return !isSyllable(step.token.fold);
    // A known syllable is another word by ear («trỉ tiêu» is «chỉ tiêu») or inside a long phrase of asking («sản lưng»).
    return (
      step.alt.cost <= EAR_COST ||
      (LONG.has(word) && slipsOnce(entry, walk, n)) ||
      (step.alt.how === 'ear' && marksFit(step.token.typed, entry.typed[walk.path.indexOf(step)] ?? ''))
    );
  });
}

/** Words of asking that bear one mistyped known syllable beside others typed exactly. */
const LONG = new Set<Feature>([
  'output',
  'grow',
  'plan',
  'complete',
  'yoy',
  'newest',
  'trend',
  'overview',
  'products',
]);

/** Is the typed syllable a word of its own in the lexicon («trong» is no slip of «tổng»)? */
const standsAlone = (token: Token, lexicon: Lexicon): boolean =>
  lexicon.root.next
    .get(token.fold)
    ?.entries.some((e) => compareMarks(token.typed, e.typed[0] as string) === 'exact') ?? false;

/** A name of three syllables or more, all but one typed exactly, accents too. */
const restExact = (entry: Entry, walk: Walk, n: number): boolean =>
  n > 2 &&
  walk.path
    .slice(0, n)
    .every(
      (s, i) => s.alt.how !== 'same' || compareMarks(s.token.typed, entry.typed[i] as string) === 'exact',
    );

function slipsOnce(entry: Entry, walk: Walk, n: number): boolean {
  if (entry.folds.join('').length < 7) return false;
  const steps = walk.path.slice(0, n);
  return (
    steps.filter((s) => s.alt.how !== 'same').length === 1 &&
    steps.every(
      (s, i) => s.alt.how !== 'same' || compareMarks(s.token.typed, entry.typed[i] as string) === 'exact',
    )
  );
}

/** Could the accents of a mistyped syllable be those of the target at all? */
function marksFit(typed: string, target: string): boolean {
  const tone = (s: string) => s.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? '';
  return tone(typed) === '' || tone(typed) === tone(target);
}
