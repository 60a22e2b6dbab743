/** Finds the raw words of a whole text and writes them as Vietnamese. */

import { undoKeystrokes } from './keystrokes.js';
import { isVowel, toneIndex } from './syllable.js';
import { fold } from './text.js';

/** A stretch of text that looks like one word in VNI or VIQR (several tokens to the tokeniser). */
export interface RawWord {
  readonly start: number;
  readonly end: number;
  /** As typed, in lower case. */
  readonly word: string;
  readonly scheme: 'vni' | 'viqr';
  /** Cannot well be anything else: a shape key, or a key inside the word. */
  readonly sure: boolean;
}

const RUN = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]+[\d^(+*'`?~.][\p{L}\p{M}\d^(+*'`?~.]*/gu;
const LONGEST_RUN = 16;

/** Words that are counted («thang5», «quy1», «lo2»): a digit behind them is mostly a number. */
const COUNTED = new Set(
  `thang quy q t nam tuan ngay thu ky ki dot lan lo to ca doi khu so nhom loai hang cap lop phan muc bang
  tang vung top mac ma de bai dieu khoan trang hinh bieu vong`.split(/\s+/),
);
/** The only VNI digits that make a word of the periods; with others they are months and quarters. */
const PERIOD_KEYS: Readonly<Record<string, RegExp>> = {
  thang: /^1$/,
  quy: /^1$/,
  nam: /^8$/,
  ngay: /^2$/,
};

/** Is the digit tail of a VNI run rather a number (a year, an ordinal) than keys? */
function looksCounted(word: string): boolean {
  const m = /^([\p{L}\p{M}]+)(\d+)$/u.exec(word);
  if (!m) return false;
  const [, letters = '', digits = ''] = m;
  const base = fold(letters);
  if (base === 'nam' && digits === '8') return false;
  if (COUNTED.has(base)) return !/^[6-9]/.test(digits) || base in PERIOD_KEYS;
  return /^(?:1[5-9]|2\d)$/.test(digits);
}

/** Drops signs at the end that do not stand behind a vowel or a shape sign: «ddie^.n?» → «ddie^.n». */
function trimSigns(word: string): string {
  let out = word;
  for (;;) {
    const last = out.at(-1) ?? '';
    if (!/[\^(+*'`?~.]/.test(last)) return out;
    const before = out.at(-2) ?? '';
    if (/[?.]/.test(last) && /['`?~.]/.test(before)) out = out.slice(0, -1);
    else if (isVowel(fold(before)) || /[\^(+*]/.test(before)) return out;
    else out = out.slice(0, -1);
  }
}

function vniWord(text: string, start: number, run: string): RawWord | null {
  const word = /^[\p{L}\p{M}\d]+/u.exec(run)?.[0] ?? '';
  const end = start + word.length;
  // «quy1/2021», «t5.2021», «dien2,5»: a number goes on.
  if (/^[/.,:-]\d/.test(text.slice(end, end + 2))) return null;
  const low = word.toLowerCase();
  const sure = (/\d\p{L}/u.test(low) || /[6-9]/.test(low)) && !looksCounted(low);
  return { start, end, word: low, scheme: 'vni', sure };
}

function viqrWord(text: string, start: number, run: string): RawWord | null {
  let word = trimSigns(run);
  // A question mark or full stop, unless the tone belongs on this very vowel and the sentence goes on.
  if (/\p{L}[?.]$/u.test(word)) {
    const bare = word.replace(/[^\p{L}\p{M}]/gu, '').toLowerCase();
    const goesOn = /^\s+[\p{Ll}\d]/u.test(text.slice(start + word.length, start + word.length + 8));
    if (toneIndex(bare) !== bare.length - 1 || !goesOn) word = word.slice(0, -1);
  }
  if (!/[\^(+*'`?~.]/.test(word) || /\d/.test(word)) return null;
  const end = start + word.length;
  const low = word.toLowerCase();
  // «da(m3)», «than (tấn)»: a bracket that is closed again.
  if (low.includes('(') && text.slice(end, end + 12).includes(')')) return null;
  const shape = /[aeo]\^|[ou][+*]|a\(\p{L}|\p{L}[?`~]\p{L}/u.test(low);
  return { start, end, word: low, scheme: 'viqr', sure: shape };
}

/**
 * Runs of letters with digits or VIQR signs that read as one Vietnamese syllable. Years, periods, units and
 * formulas («dien2021», «t5», «m3», «co2») are left out.
 */
export function rawWords(text: string): RawWord[] {
  const found: RawWord[] = [];
  for (const m of text.matchAll(RUN)) {
    const run = m[0];
    const digit = /^[\p{L}\p{M}]+\d/u.test(run);
    if (run.length > 200) continue;
    const raw = digit ? vniWord(text, m.index, run) : viqrWord(text, m.index, run);
    if (raw && raw.word.length <= LONGEST_RUN && undoKeystrokes(raw.word).length > 0) found.push(raw);
  }
  return found;
}

/** May a VNI or VIQR word that is not sure be read so, given what else stands in the text? */
function allowed(raw: RawWord, modes: ReadonlySet<string>, text: string): boolean {
  if (raw.sure) return true;
  const mode = modes.has(raw.scheme);
  if (raw.scheme === 'vni') {
    if (!looksCounted(raw.word)) return true;
    const base = fold(raw.word.replace(/\d+$/, ''));
    const keys = PERIOD_KEYS[base];
    // «ca3 nước», «muc5 tiêu», «11 thang1 năm»: a word that goes on, or a month already counted.
    const after = text.slice(raw.end);
    const before = text.slice(0, raw.start);
    if (/^loai[1-5]$/.test(raw.word) && /c[aá]c1?\s+$/iu.test(before)) return true;
    if (/^k[yi]2$/.test(raw.word) && /c[uù]ng2?\s+$/iu.test(before)) return true;
    if (!keys && /^\s+\p{L}{2}/u.test(after) && /[1-5]$/.test(raw.word)) return true;
    if (
      keys?.test(raw.word.replace(/^\D+/, '')) &&
      (/(?:^|\s)\d{1,2}\s*$/.test(before) || /^\s+(trước|truoc|này|nay)/.test(after))
    )
      return true;
    return mode && (keys === undefined || keys.test(raw.word.replace(/^\D+/, '')));
  }
  const last = raw.word.at(-1) ?? '';
  if (last === '?' || last === '.') {
    if (/[\^(+*]/.test(raw.word.at(-2) ?? '')) return true;
    return mode;
  }
  return mode || /['`~?.]\p{L}/u.test(raw.word) || /[`~]$/.test(raw.word);
}

/** «ca'c», «dda'»: no sign of a sentence stands there. */
const isPlainViqr = ({ scheme, word }: RawWord): boolean =>
  scheme === 'viqr' && (/['`~]\p{L}/u.test(word) || /^dd.*['`~]/u.test(word));

/** Gives the reading the case of what was typed. */
function likeCase(reading: string, typed: string): string {
  const letters = typed.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return reading.toUpperCase();
  const first = letters[0] ?? '';
  return first !== first.toLowerCase() ? reading.charAt(0).toUpperCase() + reading.slice(1) : reading;
}

const WORD = /[\p{L}\p{M}]+/gu;

/** Upper-case short forms in a text that is otherwise in lower case: MW, USD. */
function isAbbreviation(word: string, text: string): boolean {
  return word.length <= 3 && word === word.toUpperCase() && /\p{Ll}{2}/u.test(text);
}

/** Commands, names with @ and the letters of «6t» or «pcb30» are no words. */
function isFree(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  if (before === '@' || before === '_' || (before === '/' && start === 1)) return false;
  const short = end - start < 4;
  return !(short && (/\p{N}/u.test(before) || /\p{N}/u.test(text[end] ?? ' ')));
}

/**
 * Rewrites a normalised text: each token whose fold is unknown, but whose reading with the keystrokes undone
 * is known, becomes that reading; all else stays as it is, spacing included.
 */
export function undoTyping(text: string, isKnown: (fold: string) => boolean): string {
  const known = (word: string) => undoKeystrokes(word).find((c) => isKnown(fold(c)));
  const raws = rawWords(text).filter((r) => !isKnown(fold(r.word)) && known(r.word) !== undefined);
  const modes = new Set<string>(raws.filter((r) => r.sure || isPlainViqr(r)).map((r) => r.scheme));
  const edits: { start: number; end: number; reading: string }[] = [];
  for (const raw of raws) {
    const reading = allowed(raw, modes, text) ? known(raw.word) : undefined;
    if (reading !== undefined) edits.push({ start: raw.start, end: raw.end, reading });
  }
  const taken = edits.slice();
  let next = 0;
  for (const m of text.matchAll(WORD)) {
    const start = m.index;
    const end = start + m[0].length;
    while (next < taken.length && (taken[next]?.end ?? 0) <= start) next++;
    if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
    if (m[0].length > LONGEST_RUN || isKnown(fold(m[0])) || !isFree(text, start, end)) continue;
    if (isAbbreviation(m[0], text)) continue;
    const reading = known(m[0].toLowerCase());
    if (reading !== undefined) edits.push({ start, end, reading });
  }
  edits.sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  for (const e of edits) {
    out += text.slice(at, e.start) + likeCase(e.reading, text.slice(e.start, e.end));
    at = e.end;
  }
  return out + text.slice(at);
}
