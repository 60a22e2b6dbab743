import { editDistance, phoneticKey } from '../vietnamese/slips.js';
import { LONGEST_SYLLABLE } from '../vietnamese/syllable.js';

/** How a strange syllable may be one of the lexicon's. */
export interface Guess {
  readonly fold: string;
  readonly how: 'slip' | 'ear';
}

/** All forms with one letter left out, and the word itself. */
function shortened(word: string): string[] {
  const out = [word];
  for (let i = 0; i < word.length; i++) out.push(word.slice(0, i) + word.slice(i + 1));
  return out;
}

const bonesOf = (fold: string): string => fold.replace(/[aeiouy]/g, '');

/** Letters of the longest word that is bent: loan words are long («hydroxylamin»). */
const LONGEST = 20;

/**
 * Finds known syllables one slip away, or written as they sound. Two words within one edit share a form with
 * at most one letter left out, so a look-up touches only a few candidates however many syllables there are.
 */
export class SlipIndex {
  readonly #byForm = new Map<string, string[]>();
  readonly #bySound = new Map<string, string[]>();
  readonly #byBones = new Map<string, string[]>();
  readonly #cache = new Map<string, readonly Guess[]>();

  constructor(syllables: readonly string[]) {
    const push = (map: Map<string, string[]>, key: string, value: string) => {
      const list = map.get(key);
      if (list) list.push(value);
      else map.set(key, [value]);
    };
    for (const s of syllables) {
      if (s.length > LONGEST) continue;
      for (const form of shortened(s)) push(this.#byForm, form, s);
      push(this.#bySound, phoneticKey(s), s);
      if (s.length <= LONGEST_SYLLABLE && bonesOf(s).length > 1) push(this.#byBones, bonesOf(s), s);
    }
  }

  /** Syllables whose vowels were left out: «sn» → san, son; empty for a word with a vowel. */
  bones(fold: string): readonly string[] {
    return fold.length > 1 && bonesOf(fold) === fold ? (this.#byBones.get(fold) ?? []) : [];
  }

  /** Guesses for a folded syllable, slips first; never the syllable itself. */
  guesses(fold: string): readonly Guess[] {
    const known = this.#cache.get(fold);
    if (known) return known;
    const found: Guess[] = [];
    if (fold.length >= 2 && fold.length <= LONGEST) {
      for (const form of shortened(fold)) {
        for (const s of this.#byForm.get(form) ?? []) {
          if (
            s !== fold &&
            s.length > 1 &&
            !found.some((f) => f.fold === s) &&
            editDistance(fold, s, 1) === 1
          )
            found.push({ fold: s, how: phoneticKey(s) === phoneticKey(fold) ? 'ear' : 'slip' });
        }
      }
    }
    if (fold.length >= 2 && fold.length <= LONGEST) {
      for (const s of this.#bySound.get(phoneticKey(fold)) ?? []) {
        if (s !== fold && !found.some((f) => f.fold === s)) found.push({ fold: s, how: 'ear' });
      }
    }
    if (this.#cache.size > 5_000) this.#cache.clear();
    this.#cache.set(fold, found);
    return found;
  }
}
