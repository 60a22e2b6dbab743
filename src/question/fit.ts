import { isNeighbourKey } from '../vietnamese/slips.js';
import { isPossible } from '../vietnamese/syllable.js';
import { compareMarks, fold, hasMarks, toneless } from '../vietnamese/text.js';
import type { Token } from '../vietnamese/tokens.js';
import type { Candidate } from './candidate.js';
import type { Entry, Lexicon, Meaning, TrieNode } from './lexicon.js';
import { weigh } from './weights.js';
import type { Feature } from './words.js';

/** How a typed token is read as a syllable of the lexicon. */
export interface Alternative {
  readonly fold: string;
  readonly cost: number;
  readonly how: 'same' | 'slip' | 'ear' | 'bones';
}

export const SLIP_COST = 0.35;
export const EAR_COST = 0.4;
export const BONES_COST = 0.42;
const HALF_BARE_COST = 0.4;
const CLASH_COST = 0.45;
/** Hỏi for ngã: «gỗ sẻ» is rather «gỗ xẻ» than «gỗ sẽ». */
const OTHER_TONE_COST = 0.15;

/** A token and the syllable of the lexicon that it is taken for. */
export interface Step {
  readonly token: Token;
  readonly alt: Alternative;
}

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
  'least',
]);

const RIGID = new Set<Feature>(['out', 'elsewhere', 'unheld', 'forecast', 'cause']);

/** Bare syllables at the end of a product not held that are more often words of asking. */
const ASKING = new Set(
  'bao tam hai ba bon co the ra thang nay tang mo ban so nam thi o va ca den toi trong cu khi no lo'.split(
    ' ',
  ),
);

/** «thang may» is rather «tháng mấy» than a lift. */
const asksBare = (folds: readonly string[]): boolean =>
  ASKING.has(folds.at(-1) as string) || folds.join(' ') === 'thang may';

const isName = (m: Meaning) => m.kind === 'indicator' || m.kind === 'group';

/**
 * A phrase as a candidate for the tokens `start`..`to` that `path` reads one by one; null where accents, slips or the
 * kind of word forbid it.
 */
export function fitting(
  entry: Entry,
  path: readonly Step[],
  walked: { readonly start: number; readonly to: number; readonly cost: number },
  lexicon: Lexicon,
  accented: boolean,
): Candidate | null {
  const n = entry.typed.length;
  const word = entry.meaning.kind === 'word' ? entry.meaning.feature : null;
  let { cost } = walked;
  let bare = 0;
  let clashes = 0;
  let slips = 0;
  for (let i = 0; i < n; i++) {
    const step = path[i];
    const target = entry.typed[i];
    if (!step || target === undefined) return null;
    if (step.alt.how !== 'same') {
      slips++;
      // A slip that also contradicts a typed tone or shape is too far.
      if (hasMarks(step.token.typed) && !marksFit(step.token.typed, target)) {
        // «đa dạng» is no «Đà Nẵng».
        if (n === 1 || (n === 2 && entry.meaning.kind === 'area')) return null;
        cost += 0.1;
      }
      continue;
    }
    const marks = compareMarks(step.token.typed, target);
    if (n === 1 && marks === 'exact' && tone(step.token.typed) !== tone(target)) cost += OTHER_TONE_COST;
    // «trưng»: who types shapes and no tone means no «trứng».
    if (n === 1 && marks === 'bare' && word === 'unheld' && hasMarks(step.token.typed))
      cost += HALF_BARE_COST;
    // «tăng máy»: a typed tone without its roof is another word.
    if (n === 1 && marks === 'bare' && word === 'howmany' && hasMarks(step.token.typed)) return null;
    if (marks === 'bare') bare++;
    else if (marks === 'clash') {
      clashes++;
      // «thép cần», «nước mấy»: the accents make another word of the lexicon.
      if (n === 2 && isName(entry.meaning) && standsAlone(step.token, lexicon)) return null;
      // «thân sạch»: a roof where the name has none is no wrong key.
      if (n === 2 && isName(entry.meaning) && addsShape(step.token.typed, target)) return null;
    }
  }
  const name = isName(entry.meaning);
  if (clashes > 0) {
    // The accents are a veto for short names; a long one may bear one wrong key, and that is told.
    if (n === 1 || clashes > 1 || (word && slips > 0) || (name && n === 2 && clashes + slips > 1))
      return null;
    if (entry.folds.join('').length < 5 || (word && RIGID.has(word) && !(word === 'out' && n > 2)))
      return null;
    // «diễn biến» is no slip of a province.
    cost += entry.meaning.kind === 'area' ? 2 * CLASH_COST : CLASH_COST;
  }
  // «sn luong», «phm»: consonants alone, the only slip of a longer phrase.
  const bones = path.some((p) => p.alt.how === 'bones');
  if (bones && (n === 1 || slips > 1 || clashes > 0 || entry.folds.join('').length < 6)) return null;
  if (slips > 0) {
    const letters = entry.folds.join('').length;
    if (slips > Math.max(1, Math.floor(letters / 5))) return null;
    // Two letters are one off too many words: «iá trị sản xuất» needs all the rest.
    if (
      path.some((p) => p.alt.how === 'slip' && p.token.fold.length < 3) &&
      (slips > 1 || !restExact(entry, path))
    )
      return null;
    // Short names take no slip: đá, gỗ, chì are exact or nothing.
    const sole = name && n === 1 && soleOwner(path[0] as Step, entry.typed[0] as string, lexicon);
    if (n === 1 && letters < (name ? 5 : 4) && !sole) return null;
    const byEar = n > 1 && path.every((p) => p.alt.how !== 'slip');
    if (name && letters < (byEar ? 4 : 5) && !sole) return null;
    // A bent filler says nothing and hides what it was: «doahn» is «doanh» as well as «đoàn».
    if (word === 'filler' && n === 1 && path[0]?.alt.how === 'slip' && !isSole(path[0], lexicon)) return null;
    // «được mấy» is no slip of «nước máy»: a known word bends only inside a longer name.
    if (
      name &&
      path.some(
        (p) =>
          p.alt.how !== 'same' &&
          lexicon.syllables.has(p.token.fold) &&
          !(
            (slips === 1 || (slips === 2 && n > 2 && byEar && restExact(entry, path))) &&
            clashes === 0 &&
            (p.alt.how === 'ear' ? n > 1 : restExact(entry, path) && !standsAlone(p.token, lexicon))
          ),
      )
    )
      return null;
    // «thanh sạch»: who types accents has typed this word whole, and «than» is a name of its own.
    if (
      name &&
      n === 2 &&
      accented &&
      path.some(
        (p) => p.alt.how !== 'same' && fitsExactly(p.token.typed, lexicon) && isOwnName(p.alt, lexicon),
      )
    )
      return null;
    if (entry.meaning.kind === 'area' && path.some((p, i) => hasRival(entry, i, p, lexicon))) return null;
    if (name && letters < 7 && path.some((p) => p.alt.how === 'slip' && isFarFirst(p))) return null;
    if (name && n === 1 && isPossible(path[0]!.token.typed)) return null;
  }
  // Who types with accents means a bare word bare: «giấy rang» is no «răng».
  if (accented && n === 1 && bare > 0 && word === 'filler' && entry.folds[0]!.length > 2) return null;
  if (n === 1 && bare > 0 && word && STRICT_FEATURES.has(word) && entry.folds[0]!.length < 5) return null;
  // «dien may trieu kwh» asks how many; it is no «điện máy».
  if (word === 'unheld' && bare > 0 && n > 1 && asksBare(entry.folds)) return null;
  if (word && slips > 0 && !mayBend(entry, path, word, lexicon)) return null;
  // Shorthand in capitals (KH, TH, TT, CK) is read in small letters only beside its kind; see refine.
  const weak = name && n === 1 && bare > 0 && HOMONYMS.has(entry.folds[0]!);
  const mended = name && path.some((p) => p.token.mended);
  // «gõ», «sát», «sửa»: other words than «gỗ», «sắt», «sữa», and as often these with a mark left out.
  const half =
    name &&
    n === 1 &&
    hasMarks(path[0]?.token.typed ?? '') &&
    otherMarks(path[0]?.token.typed ?? '', entry.typed[0] ?? '');
  const bends =
    slips > 0 || clashes > 0 || mended || half
      ? [
          {
            typed: path.map((p) => p.token.raw).join(' '),
            read: entry.typed.join(' '),
          },
        ]
      : [];
  // A comma inside a name («giấy, bìa») belongs to the name, not to a list.
  const inside = name ? 0.65 * (walked.to - walked.start - n) : 0;
  const score = weigh(entry) + inside - cost - 0.03 * bare;
  if (score <= 0.1) return null;
  return {
    from: walked.start,
    to: walked.to,
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
function mayBend(entry: Entry, path: readonly Step[], word: Feature, lexicon: Lexicon): boolean {
  const n = path.length;
  // What leads to a refusal is never guessed at.
  if (RIGID.has(word) && word === 'out' && n > 2 && restExact(entry, path) && slipsOnce(entry, path))
    return path.every((s) => s.alt.how === 'same' || !standsAlone(s.token, lexicon));
  // A lone «cng» is «cùng» as well as «cộng», «tng» is «tăng» and «tổng».
  if (n === 1 && !/[aeiouy]/.test(path[0]?.token.fold ?? '')) return false;
  // «tang bao nhiêu phần trăm» asks for growth, not for a share («bằng …»).
  if (word === 'percent-of' && path[0]?.token.fold === 'tang') return false;
  if (RIGID.has(word) || (n === 1 && STRICT_FEATURES.has(word))) return false;
  return path.every((step) => {
    if (step.alt.how === 'same') return true;
    if (n === 1) return !isPossible(step.token.typed);
    if (step.alt.how === 'bones') return true;
    // Three letters are too many words: «nàh» is «nhà» as well as «năm».
    if (step.alt.how === 'slip' && Math.max(step.token.fold.length, step.alt.fold.length) < 4 && !swaps(step))
      return false;
    // A known syllable is another word by ear («trỉ tiêu» is «chỉ tiêu») or inside a long phrase of asking («sản lưng»).
    return (
      step.alt.cost <= EAR_COST ||
      (LONG.has(word) && slipsOnce(entry, path) && !standsAlone(step.token, lexicon)) ||
      (step.alt.how === 'ear' && marksFit(step.token.typed, entry.typed[path.indexOf(step)] ?? ''))
    );
  });
}

/** How near a typed syllable is to another one: the same letters, by ear, by a slip; far otherwise. */
function distance(typed: string, fold: string, lexicon: Lexicon): number {
  if (typed === fold) return 0;
  const guess = lexicon.slips.guesses(typed).find((g) => g.fold === fold);
  return guess ? (guess.how === 'ear' ? 1 : 2) : 3;
}

/** Is another place as near, all other syllables the same? «Quảng inh» is Ninh as well as Bình. */
function hasRival(entry: Entry, i: number, { token, alt }: Step, lexicon: Lexicon): boolean {
  if (alt.how === 'same') return false;
  const id = entry.meaning.kind === 'area' ? entry.meaning.id : null;
  const own = distance(token.fold, alt.fold, lexicon);
  const parent = entry.folds.slice(0, i).reduce<TrieNode | undefined>((n, f) => n?.next.get(f), lexicon.root);
  for (const [fold, node] of parent?.next ?? []) {
    if (fold === alt.fold || distance(token.fold, fold, lexicon) > own) continue;
    const end = entry.folds.slice(i + 1).reduce<TrieNode | undefined>((n, f) => n?.next.get(f), node);
    if (end?.entries.some((e) => e.meaning.kind === 'area' && e.meaning.id !== id)) return true;
  }
  return false;
}

/** Is the first letter another one that lies nowhere near: «gấy in» is no «máy in»? */
const isFarFirst = ({ token, alt }: Step): boolean =>
  token.fold.length === alt.fold.length &&
  token.fold.slice(1) === alt.fold.slice(1) &&
  !isNeighbourKey(token.fold[0] ?? '', alt.fold[0] ?? '');

/** Are all letters there, in another order? */
const swaps = ({ token, alt }: Step): boolean =>
  token.fold.length === alt.fold.length && [...token.fold].sort().join('') === [...alt.fold].sort().join('');

/**
 * A name of one short syllable, four letters at least («gạhc», «gch»): typed as no syllable can be, and the only word of the
 * lexicon that is as near.
 */
function soleOwner({ token, alt }: Step, target: string, lexicon: Lexicon): boolean {
  if (alt.how !== 'slip' || alt.fold.length < 4 || token.fold.length < 3 || isPossible(token.typed))
    return false;
  if (hasMarks(token.typed) && !marksFit(token.typed, target)) return false;
  return isSole({ token, alt }, lexicon);
}

/** Is it the only word of the lexicon one slip away, or the only one with the same letters in another order? */
function isSole({ token, alt }: Step, lexicon: Lexicon): boolean {
  const slips = lexicon.slips.guesses(token.fold).filter((g) => g.how === 'slip');
  const swapped = slips.filter((g) => swaps({ token, alt: { ...g, cost: 0 } }));
  const owners = swapped.length > 0 ? swapped : slips;
  return owners.length === 1 && owners[0]?.fold === alt.fold;
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
  'average',
  'ratio',
  'share',
  'percent-of',
  'base',
]);

/** Is the typed syllable a word of its own in the lexicon («trong» is no slip of «tổng»)? */
const standsAlone = (token: Token, lexicon: Lexicon): boolean =>
  lexicon.root.next
    .get(token.fold)
    ?.entries.some((e) => compareMarks(token.typed, e.typed[0] as string) === 'exact') ?? false;

/** A name of three syllables or more, all but one typed exactly, accents too. */
const restExact = (entry: Entry, path: readonly Step[]): boolean =>
  path.length > 2 &&
  path.every(
    (s, i) => s.alt.how !== 'same' || compareMarks(s.token.typed, entry.typed[i] as string) === 'exact',
  );

function slipsOnce(entry: Entry, path: readonly Step[]): boolean {
  if (entry.folds.join('').length < 7) return false;
  return (
    path.filter((s) => s.alt.how !== 'same').length === 1 &&
    path.every(
      (s, i) => s.alt.how !== 'same' || compareMarks(s.token.typed, entry.typed[i] as string) === 'exact',
    )
  );
}

const tone = (s: string) => s.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? '';

const SHAPES = /[ăâêôơưđ]/g;

/** Marks left out or, of the tones that sound alike, the other one. */
function otherMarks(typed: string, target: string): boolean {
  const marks = compareMarks(typed, target);
  return marks === 'bare' || (marks === 'exact' && tone(typed) !== tone(target));
}

const shapeOf = (s: string): string => toneless(s.toLowerCase());

/** Does a letter bear a roof, horn or breve that the target's letter has no kind of? */
function addsShape(typed: string, target: string): boolean {
  const [a, b] = [shapeOf(typed), shapeOf(target)];
  return [...a].some((letter, i) => /[ăâêôơư]/.test(letter) && /[aeou]/.test(b[i] ?? ''));
}

const isOwnName = ({ fold: f }: Alternative, lexicon: Lexicon): boolean =>
  lexicon.root.next.get(f)?.entries.some((e) => isName(e.meaning)) ?? false;

/** Is the word written just so somewhere in the lexicon? */
const fitsExactly = (typed: string, lexicon: Lexicon): boolean =>
  lexicon.forms.get(fold(typed))?.has(typed) ?? false;

/** Could the accents of a mistyped syllable be those of the target at all? «thnâ» is no «than». */
function marksFit(typed: string, target: string): boolean {
  const held = shapeOf(target);
  if ((shapeOf(typed).match(SHAPES) ?? []).some((letter) => !held.includes(letter))) return false;
  return tone(typed) === '' || tone(typed) === tone(target);
}
