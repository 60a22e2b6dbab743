import Fuse from 'fuse.js';
import type { Sight } from './intents/index.js';
import type { Lexicon, Name } from './lexicon.js';
import type { FigureQuestion, Subject } from './question.js';
import type { Marks } from './slots.js';

interface Item {
  readonly text: string;
  readonly name: Name;
}

const OPTIONS = {
  keys: ['text'],
  threshold: 0.34,
  ignoreLocation: true,
  includeScore: true,
  minMatchCharLength: 2,
};

/** A catalogue larger than this is not searched whole: fuse.js looks at every name. */
const MOST = 1_000;
/** Of a larger one, so many names that share most with what was typed. */
const NEAREST = 200;

const indexes = new WeakMap<Lexicon, (folded: string) => Fuse<Item>>();

/** One name for each thing, the shortest: enough to be reminded of it, and quick to search. */
function shortest(names: readonly Name[]): Name[] {
  const best = new Map<string, Name>();
  for (const name of names) {
    const key = `${name.meaning.kind}:${name.meaning.id}`;
    const known = best.get(key);
    if (!known || name.folds.join(' ').length < known.folds.join(' ').length) best.set(key, name);
  }
  return [...best.values()];
}

/** What to search for a text: every name, or of very many those that share most of its trigrams. */
function indexOf(lexicon: Lexicon): (folded: string) => Fuse<Item> {
  const known = indexes.get(lexicon);
  if (known) return known;
  const items = shortest(lexicon.names).map((name): Item => ({ text: name.folds.join(' '), name }));
  let made: (folded: string) => Fuse<Item>;
  if (items.length <= MOST) {
    const all = new Fuse(items, OPTIONS);
    made = () => all;
  } else {
    const near = nearest(items);
    made = (folded) => new Fuse(near(folded), OPTIONS);
  }
  indexes.set(lexicon, made);
  return made;
}

const trigrams = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, i) => text.slice(i, i + 3)));

function nearest(items: readonly Item[]): (folded: string) => Item[] {
  const holders = new Map<string, number[]>();
  items.forEach((item, i) => {
    for (const t of trigrams(item.text)) {
      const list = holders.get(t);
      if (list) list.push(i);
      else holders.set(t, [i]);
    }
  });
  const shared = new Uint16Array(items.length);
  return (folded) => {
    shared.fill(0);
    let best = 0;
    for (const t of trigrams(folded)) {
      for (const i of holders.get(t) ?? []) {
        const n = (shared[i] as number) + 1;
        shared[i] = n;
        if (n > best) best = n;
      }
    }
    const found: Item[] = [];
    for (let n = best; n > 0 && found.length < NEAREST; n--)
      for (let i = 0; i < items.length && found.length < NEAREST; i++)
        if (shared[i] === n) found.push(items[i] as Item);
    return found;
  };
}

/**
 * Names near to the words that were not read, for «có phải anh/chị hỏi…?». fuse.js proposes; whatever it finds
 * is only ever offered on a button.
 */
export function propose(marks: Marks, sight: Sight, most: number): FigureQuestion[] {
  const words = marks.leftover.join(' ');
  if (words.length < 3 || words.length > 32) return [];
  const folded = marks.tokens
    .filter((t) => t.kind === 'word' && words.includes(t.raw))
    .map((t) => t.fold)
    .join(' ');
  if (folded.length < 3) return [];
  const seen = new Set<string>();
  const out: FigureQuestion[] = [];
  for (const hit of indexOf(sight.world.lexicon)(folded).search(folded, { limit: 12 })) {
    const { meaning } = hit.item.name;
    const key = `${meaning.kind}:${meaning.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const group = meaning.kind === 'group' ? sight.world.lexicon.groups.get(meaning.id) : undefined;
    const subject: Subject = group
      ? { indicators: group.members, group: meaning.id }
      : { indicators: [meaning.id], group: null };
    out.push({
      ...sight.slots,
      subject: { value: subject, from: 'text' },
      leftover: [],
      kind: 'value',
      yesno: null,
    });
    if (out.length === most) break;
  }
  return out;
}
