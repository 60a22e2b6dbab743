/** Undoes typing left raw by a keyboard that was off: Telex, VNI, VIQR, wholly or half converted. */

import {
  completions,
  endsInStop,
  isShapedSyllable,
  isSyllable,
  isVowel,
  placeTone,
  TONE,
} from './syllable.js';
import { fold } from './text.js';

/** A raw word longer than this is no single syllable. */
const LONGEST_RAW = 14;
const BRANCHES = 16;

/** Short forms, formulas and English words that happen to spell a Telex or VNI syllable. */
const NOT_RAW = new Set(
  `w mw gw kw tw vw co2 co3 so2 so3 so4 no2 no3 nh3 cl2 h2o how now low row law raw has his is as us`.split(
    ' ',
  ),
);

const TONES: ReadonlySet<string> = new Set(Object.values(TONE));
const TELEX_TONES: Readonly<Record<string, string>> = {
  s: TONE.acute,
  f: TONE.grave,
  r: TONE.hook,
  x: TONE.tilde,
  j: TONE.dot,
};
const VNI_TONES: Readonly<Record<string, string>> = {
  1: TONE.acute,
  2: TONE.grave,
  3: TONE.hook,
  4: TONE.tilde,
  5: TONE.dot,
};
const VIQR_TONES: Readonly<Record<string, string>> = {
  "'": TONE.acute,
  '`': TONE.grave,
  '?': TONE.hook,
  '~': TONE.tilde,
  '.': TONE.dot,
};
const ROOF: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };

/** A word while its keys are being read. */
interface Draft {
  /** Letters with shape, without tone. */
  readonly letters: string;
  /** Tone that stood composed in the text. */
  readonly composed: string;
  /** Tones asked for by keys, in order. */
  readonly keyed: readonly string[];
  /** Number of keys read as marks. */
  readonly keys: number;
  /** Was the only evidence a vowel key repeated later («data»)? */
  readonly faint: boolean;
}

const EMPTY: Draft = { letters: '', composed: '', keyed: [], keys: 0, faint: true };

const add = (d: Draft, letter: string): Draft => ({ ...d, letters: d.letters + letter });
const press = (d: Draft, letters: string, faint = false): Draft => ({
  ...d,
  letters,
  keys: d.keys + 1,
  faint: d.faint && faint,
});
const tone = (d: Draft, mark: string): Draft => ({
  ...d,
  keyed: [...d.keyed, mark],
  keys: d.keys + 1,
  faint: false,
});

/** The last run of vowels (without the u of «qu»), as [from, to). */
function nucleus(letters: string): [number, number] {
  let to = letters.length;
  while (to > 0 && !isVowel(letters[to - 1] ?? '')) to--;
  let from = to;
  while (from > 0 && isVowel(letters[from - 1] ?? '')) from--;
  if (letters[from - 1] === 'q' && to - from > 1) from++;
  return [from, to];
}

const put = (letters: string, at: number, letter: string) =>
  letters.slice(0, at) + letter + letters.slice(at + 1);

/** Horn or breve on the nucleus, as the Telex `w` does it; null when no vowel can take it. */
function horn(letters: string, breve: boolean): string | null {
  const [from, to] = nucleus(letters);
  const part = letters.slice(from, to);
  const pair = part.search(/[uư][oơ]/);
  if (pair >= 0) return put(put(letters, from + pair, 'ư'), from + pair + 1, 'ơ');
  const ua = part.search(/[uư]a/);
  if (ua >= 0) return put(letters, from + ua, 'ư');
  const order = breve ? ['a', 'o', 'u'] : ['o', 'u'];
  for (const letter of order) {
    const at = part.indexOf(letter);
    if (at >= 0) return put(letters, from + at, letter === 'a' ? 'ă' : letter === 'o' ? 'ơ' : 'ư');
  }
  return /[ươă]/.test(part) ? letters : null;
}

/** Circumflex on the last vowel of the nucleus that can take it; null when none can. */
function roof(letters: string, only?: string): string | null {
  const [from, to] = nucleus(letters);
  for (let i = to - 1; i >= from; i--) {
    const letter = letters[i] ?? '';
    if (only !== undefined && fold(letter) !== only) continue;
    const shaped = ROOF[letter];
    if (shaped) return put(letters, i, shaped);
    if (/[âêô]/.test(letter)) return letters;
  }
  return null;
}

const hasVowel = (letters: string) => [...letters].some(isVowel);

/** One Telex key: the drafts it may lead to. */
function telexKey(d: Draft, key: string): Draft[] {
  const mark = TELEX_TONES[key];
  if (mark !== undefined) return hasVowel(d.letters) ? [tone(d, mark)] : [add(d, key)];
  if (key === 'w') {
    if (!hasVowel(d.letters)) return [press(d, `${d.letters}ư`)];
    const made = horn(d.letters, true);
    return made === null ? [] : [press(d, made)];
  }
  if (key === 'd' && /^[dđ]/.test(d.letters)) return [press(d, `đ${d.letters.slice(1)}`)];
  if (key === 'a' || key === 'e' || key === 'o') {
    const made = hasVowel(d.letters) ? roof(d.letters, key) : null;
    if (made === null) return [add(d, key)];
    const beside = fold(d.letters.at(-1) ?? '') === key;
    return [press(d, made, !beside), add(d, key)];
  }
  return [add(d, key)];
}

/** One VNI key. */
function vniKey(d: Draft, key: string): Draft[] {
  const mark = VNI_TONES[key];
  if (mark !== undefined) {
    const clash = d.keyed.some((k) => k !== mark) || (d.composed !== '' && d.composed !== mark);
    return hasVowel(d.letters) && !clash ? [tone(d, mark)] : [];
  }
  let made: string | null = null;
  if (key === '6') made = roof(d.letters);
  else if (key === '7') made = horn(d.letters, false);
  else if (key === '8') made = /[aă]/.test(d.letters) ? d.letters.replace(/a(?!.*a)/, 'ă') : null;
  else if (key === '9') made = /^[dđ]/.test(d.letters) ? `đ${d.letters.slice(1)}` : null;
  else return /\d/.test(key) ? [] : [add(d, key)];
  return made === null ? [] : [press(d, made)];
}

/** One VIQR key: marks stand right behind their vowel. */
function viqrKey(d: Draft, key: string): Draft[] {
  const last = d.letters.at(-1) ?? '';
  const mark = VIQR_TONES[key];
  if (mark !== undefined) return isVowel(last) && d.keyed.length === 0 ? [tone(d, mark)] : [];
  const swap = (letter: string) => [press(d, d.letters.slice(0, -1) + letter)];
  if (key === '^') return ROOF[last] ? swap(ROOF[last] ?? '') : [];
  if (key === '(') return last === 'a' ? swap('ă') : [];
  if (key === '+' || key === '*') return last === 'o' ? swap('ơ') : last === 'u' ? swap('ư') : [];
  if (key === 'd' && d.letters === 'd') return [press(d, 'đ')];
  return [add(d, key)];
}

type Scheme = 'telex' | 'vni' | 'viqr';
const KEYS: Readonly<Record<Scheme, (d: Draft, key: string) => Draft[]>> = {
  telex: telexKey,
  vni: vniKey,
  viqr: viqrKey,
};

/** Which keyboard method the signs in a word point to. */
function schemeOf(word: string): Scheme {
  if (/\d/.test(word)) return 'vni';
  return /[\^(+*'`?~.]/.test(word) ? 'viqr' : 'telex';
}

/** Runs the keys of a word; composed letters keep their shape and tone. */
function drafts(word: string, scheme: Scheme): Draft[] {
  let open: Draft[] = [EMPTY];
  for (const char of word) {
    const parts = char.normalize('NFD');
    const mark = [...parts].find((c) => TONES.has(c)) ?? '';
    const shape = [...parts]
      .filter((c) => !TONES.has(c))
      .join('')
      .normalize('NFC');
    const plain = mark === '' && shape === fold(shape);
    const next: Draft[] = [];
    for (const d of open) {
      if (plain) next.push(...KEYS[scheme](d, char));
      else if (mark === '') next.push(add(d, shape));
      else if (d.composed === '') next.push({ ...add(d, shape), composed: mark });
    }
    open = next.slice(0, BRANCHES);
    if (open.length === 0) return [];
  }
  return open;
}

/** Shape repaired where the rime allows a single one: open «ươ» → «uơ», «lưong» → «lương», «bieu» → «biêu». */
function settle(letters: string): string | null {
  const open = letters.endsWith('ươ') ? `${letters.slice(0, -2)}uơ` : letters;
  if (!isSyllable(fold(open))) return null;
  if (isShapedSyllable(open)) return open;
  const full = completions(open);
  if (full.length === 0) return null;
  return full.length === 1 ? (full[0] ?? null) : open;
}

/** The syllables a draft may be, best first. */
function readings(d: Draft): string[] {
  const shape = settle(d.letters);
  if (shape === null) return [];
  const stop = endsInStop(shape);
  const order = [d.composed, d.keyed.at(-1) ?? '', d.keyed[0] ?? ''].filter((t) => t !== '');
  if (order.length === 0) return stop && d.faint ? [] : [shape];
  return order.filter((t) => !stop || t === TONE.acute || t === TONE.dot).map((t) => placeTone(shape, t));
}

/** A number right behind letters that is a year or an ordinal, not a row of VNI keys. */
function isCounted(word: string): boolean {
  return /[^\d]\d{4,}$/.test(word) || /0/.test(word);
}

/**
 * Candidate readings of one token typed in raw or half-converted Telex, VNI or VIQR, as accented
 * Vietnamese, best first: «luwowngj», «lu7o7ng5», «lu+o+.ng» → «lượng». Only plausible syllables, never
 * the word itself. Whether the candidate is a word is for the caller to say.
 */
export function undoKeystrokes(word: string): string[] {
  const typed = word.normalize('NFC').toLowerCase();
  if (typed.length < 2 || typed.length > LONGEST_RAW || NOT_RAW.has(typed)) return [];
  if (!/^[\p{L}\p{M}]/u.test(typed) || !/^[\p{L}\p{M}\d^(+*'`?~.]+$/u.test(typed)) return [];
  const scheme = schemeOf(typed);
  // «o6», «o73»: a lone vowel with its shape.
  const lone = /^[aeou][678][1-5]?$/.test(typed);
  if (scheme === 'vni' && !lone && (isCounted(typed) || !/^.[\p{L}\d]*\p{L}/u.test(typed))) return [];
  const found: { reading: string; rank: number }[] = [];
  for (const d of drafts(typed, scheme)) {
    // Nothing was undone, and no half of a pair («lưong») is there to complete.
    if (d.keys === 0 && (isShapedSyllable(d.letters) || !/[ăâêôơư]/.test(d.letters))) continue;
    // «mayfax»: a second tone takes the place of the first only where it follows at once.
    if (new Set(d.keyed).size > 1 && !/[sfrxj1-5]{2}$/.test(typed)) continue;
    for (const reading of readings(d)) {
      found.push({ reading, rank: isShapedSyllable(settle(d.letters) ?? '') ? 0 : 1 });
    }
  }
  found.sort((a, b) => a.rank - b.rank);
  return [...new Set(found.map((f) => f.reading))].filter((r) => r !== typed);
}
