import { fold } from '../vietnamese/text.js';
import type { Lexicon, TrieNode } from './lexicon.js';

/** Text whose accented letters were lost on the way: «s?n l??ng ?i?n n?m 2021», «s\uFFFDn l\uFFFD\uFFFDng». */

const WORD = /[\p{L}?\uFFFD]+/gu;
const LOST = /[?\uFFFD]/;
/** Stands for a letter that could not be told, so that the word is one and is not understood. */
const UNTOLD = 'ʔ';

const skeleton = (word: string): string => word.toLowerCase().replace(/[^\x20-\x7e]/g, '?');

/** Words of the readers of periods, which stand in no phrase. */
const OF_PERIODS = 'năm tháng quý kỳ từ đến giữa đầu cuối giai đoạn lũy kế'.split(' ');

const indexes = new WeakMap<Lexicon, ReadonlyMap<string, readonly string[]>>();

/** Skeleton → the words of the lexicon that leave it. */
function indexOf(lexicon: Lexicon): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(lexicon);
  if (known) return known;
  const made = new Map<string, string[]>();
  for (const forms of [...lexicon.forms.values(), OF_PERIODS])
    for (const form of forms) {
      const key = skeleton(form);
      if (!key.includes('?') || made.get(key)?.includes(form)) continue;
      const list = made.get(key);
      if (list) list.push(form);
      else made.set(key, [form]);
    }
  indexes.set(lexicon, made);
  return made;
}

interface Word {
  readonly typed: string;
  readonly from: number;
  readonly to: number;
  /** What it may be; itself where nothing is lost. */
  readonly may: readonly string[];
}

/** The words of the longest phrases that begin at a place, each as the lexicon writes it. */
function longest(words: readonly Word[], at: number, root: TrieNode): string[][] {
  let best: string[][] = [];
  const walk = (node: TrieNode, i: number, said: readonly string[]) => {
    for (const { typed } of node.entries)
      if (typed.every((t, k) => t === said[k])) {
        if (said.length > (best[0]?.length ?? 0)) best = [];
        if (said.length === (best[0]?.length ?? said.length)) best.push([...said]);
      }
    for (const form of words[i]?.may ?? []) {
      const next = node.next.get(fold(form));
      if (next) walk(next, i + 1, [...said, form]);
    }
  };
  walk(root, at, []);
  return best;
}

/** A word alone, told by its number or year. */
const BESIDE: readonly (readonly [string, RegExp])[] = [
  ['năm', /^\s*\d{4}/],
  ['tháng', /^\s*\d{1,2}(?!\d)/],
  ['quý', /^\s*(?:[1-4]|I{1,3}|IV)(?![\p{L}\d])/u],
  ['từ', /^\s*(?:n[?\uFFFDă]m|th[?\uFFFDá]ng|\d{4})/],
  ['đến', /^\s*(?:n[?\uFFFDă]m|th[?\uFFFDá]ng|\d{4})/],
  ['tháng', /^\s*n[?\uFFFDă]m/],
  ['tăng', /^\s*(?:bao|m[?\uFFFDấ]y|tr|m[?\uFFFDạ]nh|th[?\uFFFDêế]|gi|\d)/],
  ['tổng', /^\s*s[?\uFFFDả]n/],
  ['đạt', /^\s*(?:bao|k[?\uFFFDế]|m[?\uFFFDấụ])/],
  ['tấn', /^\s*(?:$|[?.,])/],
  ['mét', /^\s*kh/],
  ['cùng', /^\s*k[?\uFFFDỳ]/],
  ['có', /^\s*(?:ch|k|bao|[?\uFFFDđ]+[?\uFFFDạ]?t)/],
  ['giảm', /^\s*(?:n[?\uFFFDă]m|bao|trong)/],
  ['không', /^\s*$/],
  ['đoạn', /^\s*\d/],
  ['và', /^/],
  ['của', /^/],
];

/** The text with those letters written again wherever one phrase of the lexicon alone fits. */
export function restored(text: string, lexicon: Lexicon): string {
  const broken = text.match(/\p{L}[?\uFFFD]+\p{L}/gu) ?? [];
  if (broken.length === 0 && !text.includes('\uFFFD')) return text;
  const index = indexOf(lexicon);
  const words = [...text.matchAll(WORD)];
  // One mark between letters may be the end of a sentence: «nước máy?gạch».
  if (
    broken.length === 1 &&
    !words.some((m) => /\p{L}[?\uFFFD]+\p{L}/u.test(m[0]) && index.has(skeleton(m[0])))
  )
    return text;
  return rewritten(text, words, index, lexicon);
}

function rewritten(
  text: string,
  found: readonly RegExpExecArray[],
  index: ReadonlyMap<string, readonly string[]>,
  lexicon: Lexicon,
): string {
  const words: Word[] = found
    .filter((m) => /\p{L}|[?\uFFFD]{2}/u.test(m[0]))
    .map((m) => {
      const whole = m[0].toLowerCase();
      // The mark at the end of the sentence.
      const asks = m.index + whole.length >= text.trimEnd().length && whole.endsWith('?');
      const typed =
        asks && (!LOST.test(whole.slice(0, -1)) || !index.has(skeleton(whole))) ? whole.slice(0, -1) : whole;
      const may = LOST.test(typed)
        ? (index.get(skeleton(typed)) ?? []).filter((f) =>
            [...typed].every((c, i) => LOST.test(c) || c === f[i]),
          )
        : [typed];
      return { typed, from: m.index, to: m.index + typed.length, may };
    });
  const said = words.map((w) => (LOST.test(w.typed) ? null : w.typed));
  for (let i = 0; i < words.length; ) {
    const found = longest(words, i, lexicon.root);
    const [one] = found;
    const sure = one && new Set(found.map((f) => f.join(' '))).size === 1;
    if (one && sure && (one.length > 1 || (words[i] as Word).may.length === 1)) {
      one.forEach((form, k) => {
        said[i + k] = form;
      });
      i += one.length;
    } else i++;
  }
  let out = '';
  let at = 0;
  words.forEach((w, i) => {
    const rest = text.slice(w.to);
    const beside = BESIDE.find(([word, after]) => w.may.includes(word) && after.test(rest))?.[0];
    const told = said[i] ?? beside ?? (w.may.length === 1 ? w.may[0] : undefined);
    out +=
      text.slice(at, w.from) +
      (LOST.test(w.typed) ? (told ?? w.typed.replace(/[?\uFFFD]/g, UNTOLD)) : text.slice(w.from, w.to));
    at = w.to;
  });
  return out + text.slice(at);
}
