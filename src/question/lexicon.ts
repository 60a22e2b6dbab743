import type { Catalogue } from '../stats/catalogue.js';
import { telexKeys } from '../vietnamese/telex.js';
import { fold } from '../vietnamese/text.js';
import { tokenise } from '../vietnamese/tokens.js';
import { SlipIndex } from './slip-index.js';
import { type Feature, WORDS } from './words.js';

/** What a phrase of the lexicon stands for. */
export type Meaning =
  | { readonly kind: 'indicator'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'area'; readonly id: string }
  | { readonly kind: 'word'; readonly feature: Feature };

export interface Entry {
  readonly meaning: Meaning;
  /** Syllables as written in the catalogue, lower case. */
  readonly typed: readonly string[];
  readonly folds: readonly string[];
  /** Is the catalogue's own form a list with commas: «xăng, dầu»? */
  readonly listed: boolean;
}

export interface TrieNode {
  readonly next: Map<string, TrieNode>;
  readonly entries: Entry[];
}

export interface Name {
  readonly meaning: Meaning & { kind: 'indicator' | 'group' };
  /** As it is shown: the indicator's or group's name. */
  readonly label: string;
  readonly folds: readonly string[];
}

/** Everything the reader knows of words: built once per catalogue. */
export interface Lexicon {
  readonly catalogue: Catalogue;
  readonly root: TrieNode;
  /** Syllables of the longest phrase. */
  readonly deepest: number;
  /** Every syllable of every phrase, folded. */
  readonly syllables: ReadonlySet<string>;
  /** Letters that stand alone in a name, after the syllable before them: «chữ v». */
  readonly lone: ReadonlySet<string>;
  /** Folded syllable → how the phrases write it. */
  readonly forms: ReadonlyMap<string, ReadonlySet<string>>;
  /** The letters of a syllable with marks, in order of the alphabet → the syllables of just these. */
  readonly shuffled: ReadonlyMap<string, readonly string[]>;
  /** Telex keys of a syllable → the syllable; only where it has any mark. */
  readonly keyed: ReadonlyMap<string, string>;
  /** Slips among those keys. */
  readonly keySlips: SlipIndex;
  readonly slips: SlipIndex;
  /** Phrases without their spaces → lengths of their syllables. */
  readonly joined: ReadonlyMap<string, readonly number[]>;
  readonly names: readonly Name[];
  /** Folded syllable → how many names hold it. */
  readonly frequency: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, { members: readonly string[]; name: string; rule: 'all' | 'first' }>;
  /** Group ids an indicator belongs to as the exact word ("Bia" → bia). */
  readonly indicatorName: ReadonlyMap<string, string>;
}

/** The letters of a word in the order of their codes, accents on them. */
export const lettersOf = (typed: string): string => [...typed.normalize('NFC')].sort().join('');

const syllablesOf = (phrase: string): string[] =>
  tokenise(phrase)
    .filter(
      (t) =>
        t.kind !== 'punct' ||
        t.raw === '%' ||
        t.raw === '<' ||
        t.raw === '>' ||
        t.raw === '≥' ||
        t.raw === '≤' ||
        t.raw === ',' ||
        t.raw === ';' ||
        t.raw === '&' ||
        t.raw === '+',
    )
    .map((t) => t.typed);

/** Names of the catalogue hold commas that nobody types. */
const nameSyllables = (name: string): string[] => syllablesOf(name).filter((s) => /[\p{L}\p{N}%]/u.test(s));

/** Written forms that follow from a catalogue name: itself, and without its brackets unless that is another's name. */
function formsOf(name: string, taken: ReadonlySet<string>): string[] {
  const bare = name.replace(/\s*\([^)]*\)/g, '').trim();
  return bare === name || bare === '' || taken.has(fold(bare)) ? [name] : [name, bare];
}

/** Builds the lexicon of a catalogue. */
export function buildLexicon(catalogue: Catalogue): Lexicon {
  const root: TrieNode = { next: new Map(), entries: [] };
  const syllables = new Set<string>();
  const frequency = new Map<string, number>();
  const names: Name[] = [];
  const seen = new Set<string>();
  const joined = new Map<string, readonly number[]>();
  const lone = new Set<string>();
  const forms = new Map<string, Set<string>>();
  // Few syllables make up the many names.
  const folded = new Map<string, string>();
  const foldOf = (typed: string): string => {
    const known = folded.get(typed);
    if (known !== undefined) return known;
    const f = fold(typed);
    folded.set(typed, f);
    return f;
  };
  const write = (typed: string) => {
    const f = foldOf(typed);
    const known = forms.get(f);
    if (known) known.add(typed);
    else forms.set(f, new Set([typed]));
  };
  let deepest = 0;

  const add = (meaning: Meaning, typed: readonly string[], listed = false) => {
    if (typed.length === 0) return;
    const folds = typed.map(foldOf);
    for (const t of typed) write(t);
    const key = `${meaning.kind}:${meaning.kind === 'word' ? meaning.feature : meaning.id}:${typed.join(' ')}`;
    if (seen.has(key)) return;
    seen.add(key);
    deepest = Math.max(deepest, typed.length);
    let node = root;
    for (const f of folds) {
      let next = node.next.get(f);
      if (!next) {
        next = { next: new Map(), entries: [] };
        node.next.set(f, next);
      }
      node = next;
      if (f.length > 1 && /\p{L}/u.test(f)) syllables.add(f);
    }
    node.entries.push({ meaning, typed, folds, listed });
    const run = folds.join('');
    if (/^[a-z]{2,40}$/.test(run) && !joined.has(run))
      joined.set(
        run,
        folds.map((f) => f.length),
      );
    if (meaning.kind === 'indicator' || meaning.kind === 'group') {
      folds.forEach((f, i) => {
        if (i > 0 && /^\p{L}$/u.test(f)) lone.add(`${folds[i - 1]} ${f}`);
      });
      names.push({ meaning, label: typed.join(' '), folds });
      for (const f of new Set(folds)) frequency.set(f, (frequency.get(f) ?? 0) + 1);
    }
  };

  const taken = new Set([
    ...catalogue.indicators.map((i) => fold(i.name)),
    ...catalogue.aliases.map((a) => fold(a.alias)),
  ]);
  for (const i of catalogue.indicators) {
    for (const form of formsOf(i.name, taken))
      add({ kind: 'indicator', id: i.id }, nameSyllables(form), form.includes(','));
  }
  for (const a of catalogue.areas) {
    if (a.id === 'khong-xac-dinh') continue;
    for (const form of [a.name]) add({ kind: 'area', id: a.id }, nameSyllables(form));
    if (a.kind === 'province') add({ kind: 'area', id: a.id }, ['tỉnh', ...nameSyllables(a.name)]);
  }
  for (const a of catalogue.aliases) {
    add({ kind: a.kind, id: a.target }, nameSyllables(a.alias), a.alias.includes(','));
    // «lốp ôtô», «lop oto».
    if (/(?<!\p{L})ô tô/u.test(a.alias))
      add({ kind: a.kind, id: a.target }, nameSyllables(a.alias.replaceAll('ô tô', 'ôtô')));
  }
  const begun = new Set(names.flatMap((n) => [n.folds.join(' '), n.folds.slice(0, -1).join(' ')]));
  for (const [feature, phrases] of WORDS) {
    for (const phrase of phrases.split('|')) {
      const typed = syllablesOf(phrase);
      // What the catalogue holds, or begins to name, is not «not held».
      if (feature === 'unheld' && begun.has(typed.map(foldOf).join(' '))) continue;
      add({ kind: 'word', feature }, typed);
    }
  }
  // Words that only period readers use, so that joined and misspelt forms of them are known.
  for (const s of 'năm tháng quý quí kỳ giai đoạn nửa đầu cuối lũy kế luỹ sáu một hai ba bốn tư bảy tám chín mười mươi mốt lăm linh lẻ nghìn ngàn trăm triệu tỷ tỉ tấn viên khối kwh lít mét cái chiếc đôi bao ngoái kia tới sau trước nay này qua từ đến giêng chạp rưỡi'.split(
    ' ',
  )) {
    syllables.add(fold(s));
    write(s);
  }
  const keyed = new Map<string, string>();
  const shuffled = new Map<string, string[]>();
  for (const typed of [...forms.values()].flatMap((set) => [...set])) {
    const keys = telexKeys(typed);
    if (keys === typed) continue;
    keyed.set(keys, typed);
    const letters = lettersOf(typed);
    shuffled.set(letters, [...(shuffled.get(letters) ?? []), typed]);
  }

  return {
    catalogue,
    root,
    deepest,
    syllables,
    lone,
    forms,
    shuffled,
    keyed,
    keySlips: new SlipIndex([...keyed.keys()].sort()),
    joined,
    slips: new SlipIndex([...syllables].sort()),
    names,
    frequency,
    groups: new Map(catalogue.groups.map((g) => [g.id, g])),
    indicatorName: new Map(catalogue.indicators.map((i) => [i.id, i.name])),
  };
}
