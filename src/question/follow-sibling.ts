import { fold } from '../vietnamese/text.js';
import { plainOf, restored, type Stepped } from './follow.js';
import { bareNames } from './follow-set.js';
import type { Lexicon } from './lexicon.js';
import type { ReadingWorld } from './world.js';

/** Follow-ups that say only what tells a name from the last one: «địa phương thì sao» after «công nghiệp trung ương». */

const OTHER =
  /^(?:(?:con|the|vay|roi|thi|a|cua|ve) )*(.+?)(?: (?:thi sao|thi the nao|the nao|ra sao|bao nhieu|la bao nhieu|thi bao nhieu|la may|a|nhi|nhe|sao))*$/;

/** So many words at most; more are a question of their own. */
const MOST_WORDS = 7;

const holds = (folds: readonly string[], words: readonly string[]): boolean =>
  folds.some((_, i) => words.every((w, k) => folds[i + k] === w));

/** All ways of writing an indicator. */
const formsOf = (id: string, lexicon: Lexicon): readonly (readonly string[])[] =>
  lexicon.names.filter((n) => n.meaning.kind === 'indicator' && n.meaning.id === id).map((n) => n.folds);

/**
 * The text with the whole name of the indicator beside the last one that its words single out; null where they say a name of
 * their own, or fit none or several.
 */
export function siblingOf(text: string, world: ReadingWorld): Stepped | null {
  const [last, ...more] = world.previous?.question.subject.value.indicators ?? [];
  const { lexicon } = world;
  const own = lexicon.catalogue.indicators.find((i) => i.id === last);
  // Words that a product leaves out («các loại») narrow nothing.
  if (!own || more.length > 0 || own.kind === 'product') return null;
  const said = OTHER.exec(plainOf(text))?.[1] ?? '';
  const words = said.split(' ').filter((w) => w !== '');
  if (words.length === 0 || words.length > MOST_WORDS || /\d/.test(said)) return null;
  if (formsOf(own.id, lexicon).some((f) => holds(f, words))) return null;
  const named = bareNames(text, world)?.names ?? [];
  const isProduct = (id: string) => lexicon.catalogue.indicators.find((i) => i.id === id)?.kind === 'product';
  // «còn điện» names products; «ngành điện» a branch.
  const branch = words[0] === 'nganh';
  if (
    named.some((n) =>
      n.subjects.some((x) => x.indicators.length === 1 || (!branch && x.indicators.every(isProduct))),
    )
  )
    return null;
  const known = new Set(fold(own.name).split(/[^\p{L}\p{N}]+/u));
  const shared = (name: string) =>
    fold(name)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((w) => known.has(w)).length;
  const beside = lexicon.catalogue.indicators
    .filter(
      (i) => i.group === own.group && i.id !== own.id && formsOf(i.id, lexicon).some((f) => holds(f, words)),
    )
    .map((i) => ({ name: i.name, shared: shared(i.name), spare: formsOf(i.id, lexicon)[0]?.length ?? 0 }))
    .sort((a, b) => b.shared - a.shared || a.spare - b.spare);
  const [best, next] = beside;
  if (!best || (next && next.shared === best.shared && next.spare === best.spare)) return null;
  return { text: `còn ${best.name}`, bend: { typed: restored(text, said), read: best.name } };
}
