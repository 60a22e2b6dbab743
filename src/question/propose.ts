import Fuse from 'fuse.js';
import type { Sight } from './intents/index.js';
import type { Lexicon, Name } from './lexicon.js';
import type { FigureQuestion, Subject } from './question.js';
import type { Marks } from './slots.js';

const indexes = new WeakMap<Lexicon, Fuse<{ text: string; name: Name }>>();

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

function indexOf(lexicon: Lexicon): Fuse<{ text: string; name: Name }> {
  const known = indexes.get(lexicon);
  if (known) return known;
  const made = new Fuse(
    shortest(lexicon.names).map((name) => ({ text: name.folds.join(' '), name })),
    { keys: ['text'], threshold: 0.34, ignoreLocation: true, includeScore: true, minMatchCharLength: 2 },
  );
  indexes.set(lexicon, made);
  return made;
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
  for (const hit of indexOf(sight.world.lexicon).search(folded, { limit: 12 })) {
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
