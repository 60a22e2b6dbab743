/** The shape of a Vietnamese syllable: onset + rime tables, and where its tone mark is written. */

import { fold, toneless } from './text.js';

/** Combining marks of the five written tones. */
export const TONE = {
  acute: '\u0301',
  grave: '\u0300',
  hook: '\u0309',
  tilde: '\u0303',
  dot: '\u0323',
} as const;

const ONSETS = ['ngh', 'ng', 'nh', 'gh', 'gi', 'kh', 'ph', 'qu', 'th', 'tr', 'ch'];
const SINGLE = new Set([...'bcdđghklmnprstvx']);

/** Every written rime without tone; the last line holds finals of place names (Đắk Lắk, Kon Plông). */
const RIMES: readonly string[] = `
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
y yêm yên yêng yêt yêu ynh yt ych yn
o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay
oăc oăm oăn oăng oăt oe oen oeo oet
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ
uy uya uych uyên uyêt uyt uynh uyu uyn uyp
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
ăk âk ak ôk
`
  .trim()
  .split(/\s+/);

const SHAPED = new Set(RIMES);

const BY_FOLD = new Map<string, string[]>();
for (const rime of RIMES) {
  const key = fold(rime);
  BY_FOLD.set(key, [...(BY_FOLD.get(key) ?? []), rime]);
}

/** Longest syllable in letters: «nghiêng». */
export const LONGEST_SYLLABLE = 7;

const VOWEL = /^[aăâeêioôơuưy]$/;

/** Is the letter (shape without tone) a vowel? */
export function isVowel(letter: string): boolean {
  return VOWEL.test(letter);
}

const FRONT = /^[eêiy]/;

/** Do the spelling rules allow this onset before this rime (k/c, gh/g, ngh/ng, yê)? */
function agree(onset: string, rime: string): boolean {
  const front = FRONT.test(rime);
  if (onset === 'gh' || onset === 'ngh') return front;
  if (onset === 'c' || onset === 'ng') return !front;
  if (onset === 'g') return !front || rime.startsWith('i');
  if (onset === 'k') return front || /^[aăo]/.test(rime);
  if (rime.startsWith('yê') || rime.startsWith('ye')) return onset === '' || onset === 'qu';
  if (/^y./.test(rime)) return onset === 'qu';
  return true;
}

interface Parts {
  readonly onset: string;
  readonly rime: string;
}

/** All ways to cut onset from rime, longest onset first. */
function cuts(word: string): Parts[] {
  const out: Parts[] = [];
  for (const onset of ONSETS) {
    if (word.startsWith(onset) && word.length > onset.length) {
      out.push({ onset, rime: word.slice(onset.length) });
    }
  }
  const first = word[0] ?? '';
  if (SINGLE.has(first) && word.length > 1) out.push({ onset: first, rime: word.slice(1) });
  if (isVowel(first)) out.push({ onset: '', rime: word });
  return out;
}

/** Could this be one Vietnamese syllable, judged by its letters without marks? */
export function isSyllable(folded: string): boolean {
  if (folded.length === 0 || folded.length > LONGEST_SYLLABLE) return false;
  return cuts(folded).some(({ onset, rime }) => BY_FOLD.has(rime) && agree(onset, rime));
}

/** Is this a correctly shaped syllable (marks of â ê ô ơ ư ă đ in place; the tone left out)? */
export function isShapedSyllable(shape: string): boolean {
  if (shape.length === 0 || shape.length > LONGEST_SYLLABLE) return false;
  return cuts(shape).some(({ onset, rime }) => SHAPED.has(rime) && agree(onset, rime));
}

/** Every shape typed must stand in the target. */
function fits(typed: string, target: string): boolean {
  for (let i = 0; i < typed.length; i++) {
    const letter = typed[i] ?? '';
    if (letter !== target[i] && letter !== fold(letter)) return false;
  }
  return true;
}

/**
 * Correctly shaped syllables that a shape with marks left out may stand for: «lưong» → «lương»,
 * «tan» → «tan», «tăn», «tân». Empty when a typed mark contradicts every rime.
 */
export function completions(shape: string): string[] {
  const out = new Set<string>();
  if (shape.length > LONGEST_SYLLABLE) return [];
  for (const { onset, rime } of cuts(shape)) {
    for (const full of BY_FOLD.get(fold(rime)) ?? []) {
      if (agree(onset, full) && fits(rime, full)) out.add(onset + full);
    }
  }
  return [...out];
}

const STOP = /(?:ch|[cptk])$/;

/** Could a word as typed, some marks left out, be one Vietnamese syllable? «kông» could not: k stands before no ô. */
export function isPossible(typed: string): boolean {
  return completions(toneless(typed)).length > 0;
}

/** Does the syllable end in a stop, where only sắc and nặng can be written? */
export function endsInStop(shape: string): boolean {
  return STOP.test(shape) && shape.length > 1;
}

/** Index of the letter that carries the tone mark («hòa», «thủy»: the first vowel, as officially printed). */
export function toneIndex(shape: string): number {
  const parts = cuts(shape).find(({ onset, rime }) => BY_FOLD.has(fold(rime)) && agree(onset, rime));
  const from = parts ? parts.onset.length : 0;
  const vowels: number[] = [];
  for (let i = from; i < shape.length; i++) if (isVowel(shape[i] ?? '')) vowels.push(i);
  const marked = vowels.filter((i) => /[ăâêôơư]/.test(shape[i] ?? ''));
  const last = vowels.at(-1) ?? -1;
  if (marked.length > 0) return marked.at(-1) ?? last;
  if (vowels.length <= 1) return last;
  // Closed, or not yet shaped («luong», «dien»): the last vowel before the final.
  if (last < shape.length - 1) return last;
  return vowels.length >= 3 ? (vowels[1] ?? last) : (vowels[0] ?? last);
}

/** Writes a tone (combining mark, '' for none) on a syllable that has none: («lương», dot) → «lượng». */
export function placeTone(shape: string, tone: string): string {
  const at = tone === '' ? -1 : toneIndex(shape);
  if (at < 0) return shape;
  return `${shape.slice(0, at + 1)}${tone}${shape.slice(at + 1)}`.normalize('NFC');
}
