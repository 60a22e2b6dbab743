/** Unicode repairs, folding and the comparison of typed accents. Knows Vietnamese, no statistics. */

import { latinised } from './look-alikes.js';

const REPAIRS: readonly (readonly [RegExp, string])[] = [
  // Eth and African D for đ; the "oi" letter that damaged PDF fonts leave for ư.
  [/[\u00D0\u0189]/g, 'Đ'],
  [/[\u00F0\u0256]/g, 'đ'],
  [/\u01A2/g, 'Ư'],
  [/\u01A3/g, 'ư'],
  // Joiners, marks of direction, variation selectors: nothing that is seen.
  [/\u00AD|\u034F|\u061C|\u180E|[\u200B-\u200F]|[\u202A-\u202E]|[\u2060-\u206F]|[\uFE00-\uFE0F]|\uFEFF/g, ''],
  [/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-'],
  [/[\u2018\u2019\u201A\u2032\u02BC]/g, "'"],
  [/[\u201C-\u201F\u00AB\u00BB\u2033]/g, '"'],
];

/** Printed ASCII but quotation marks, and letters of the Vietnamese alphabet: nothing to mend. */
const PLAIN =
  /^[\t\n\x20-\x7e\u00c0-\u00cf\u00d1-\u00ef\u00f1-\u017f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]*$/;

/**
 * The text as it is compared and shown: compatibility forms unfolded (full-width digits, m³, Roman
 * numerals), composed, wrong letters mended, control characters turned into spaces.
 */
export function normalise(text: string): string {
  let out = text.normalize('NFKC').normalize('NFC');
  if (PLAIN.test(out)) return out;
  for (const [from, to] of REPAIRS) out = out.replace(from, to);
  // What stood between a letter and its mark is gone.
  out = latinised(out).normalize('NFC');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  return out.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, ' ');
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /[\u0300-\u036f]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: every ASCII character is meant
const ASCII = /^[\x00-\x7f]*$/;

/** Lower case without any mark, đ → d: «Điện thương phẩm» → «dien thuong pham». */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.toLowerCase().normalize('NFD').replace(MARKS, '').replace(/đ/g, 'd');
}

/** Letters with their shape (â ê ô ơ ư ă đ), without tone: «ế» → «ê». The case stays. */
export const toneless = (text: string): string => text.normalize('NFD').replace(TONES, '').normalize('NFC');

interface Letters {
  /** Base letters without marks. */
  readonly base: string;
  /** Letters with their shape (â ê ô ơ ư ă đ), without tone. */
  readonly shape: string;
  /** Code of the tone mark, '' for none. */
  readonly tone: string;
}

const cache = new Map<string, Letters>();

function letters(syllable: string): Letters {
  const known = cache.get(syllable);
  if (known) return known;
  const decomposed = syllable.toLowerCase().normalize('NFD');
  const tone = decomposed.match(TONES)?.[0] ?? '';
  const shape = decomposed.replace(TONES, '').normalize('NFC');
  const made = { base: fold(syllable), shape, tone };
  if (cache.size > 50_000) cache.clear();
  cache.set(syllable, made);
  return made;
}

/** Hỏi and ngã are one tone in the centre and the south. */
const sameTone = (a: string, b: string) =>
  a === b || ((a === '\u0309' || a === '\u0303') && (b === '\u0309' || b === '\u0303'));

/**
 * How a typed syllable stands to a target with the same letters: `exact` (same accents, wherever the
 * tone was placed), `bare` (nothing typed that the target contradicts, something left out), `clash`
 * (a typed accent contradicts the target: «đã» is not «đá»), or `other` (different letters).
 */
export function compareMarks(typed: string, target: string): 'exact' | 'bare' | 'clash' | 'other' {
  if (typed === target) return 'exact';
  const a = letters(typed);
  const b = letters(target);
  if (a.base !== b.base) return 'other';
  let left = a.tone === '' && b.tone !== '';
  if (a.tone !== '' && !sameTone(a.tone, b.tone)) return 'clash';
  for (let i = 0; i < a.base.length; i++) {
    const x = a.shape[i];
    const y = b.shape[i];
    if (x === y) continue;
    // A shape was typed that the target does not have at this letter.
    if (x !== a.base[i]) return 'clash';
    left = true;
  }
  return left ? 'bare' : 'exact';
}

/** Does the syllable carry any mark (tone, shape or đ)? */
export function hasMarks(syllable: string): boolean {
  const l = letters(syllable);
  return l.tone !== '' || l.shape !== l.base;
}
