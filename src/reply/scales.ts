import type { Answer, Note } from '../answer/answer.js';
import type { Question } from '../question/question.js';
import { absolute, compare, divide, isZero, multiply } from '../stats/decimal.js';
import type { Figure } from '../stats/figure.js';
import { unitName } from '../stats/unit.js';

/** A scale word and what it stands for: «nghìn», 1000. */
export interface Scale {
  readonly word: string;
  readonly factor: string;
  /** The unit's own name in this scale: «MWh»; absent: the word before the unit. */
  readonly unit?: string;
}

/** A figure with the scale in which this reply prints it; null = its base unit. */
export type Shown = Figure & { readonly scale?: Scale | null };

/** Units that already carry their scale or are ratios: never scaled again. */
const FIXED = new Set(['%', 'điểm %', 'tỷ đồng', 'dự án', 'lần']);

const WORDS: readonly Scale[] = [
  { word: 'tỷ', factor: '1000000000' },
  { word: 'triệu', factor: '1000000' },
  { word: 'nghìn', factor: '1000' },
];

/** Every way of printing a unit without changing the amount. */
export const scalesOf = (unit: string): readonly (Scale | null)[] =>
  FIXED.has(unit) ? [null] : [null, ...WORDS];

/** «nghìn tấn», «m³». */
export const scaledUnit = (unit: string, scale: Scale | null): string =>
  scale ? (scale.unit ?? `${scale.word} ${unitName(unit)}`) : unitName(unit);

/** The scale that a question asks for, and the unit of the catalogue it belongs to; null: none. */
export function wishedScale(question: Question): { readonly of: string; readonly scale: Scale } | null {
  const wish = 'subject' in question ? question.inUnit : undefined;
  if (!wish || wish.factor === null) return null;
  return { of: wish.base, scale: { word: '', factor: wish.factor, unit: wish.name } };
}

/** Tried in this order: the size from which a word is used, and the decimals it may bring. */
const STEPS: readonly (readonly [word: number, from: string, decimals: number])[] = [
  [0, '1000000000', 3],
  [1, '1000000', 2],
  [2, '100000', 0],
  [0, '1000000000', 4],
  [1, '1000000', 4],
  [2, '100000', 2],
];

/** The scale that prints all amounts of one unit without losing a digit; null = as they are. */
export function commonScale(values: readonly string[]): Scale | null | undefined {
  const sizes = values.map(absolute).filter((v) => !isZero(v));
  if (sizes.length === 0) return null;
  const largest = sizes.reduce((a, b) => (compare(a, b) > 0 ? a : b));
  if (compare(largest, '100000') < 0) return null;
  for (const [word, from, decimals] of STEPS) {
    const scale = WORDS[word] as Scale;
    if (compare(largest, from) < 0) continue;
    if (sizes.some((v) => compare(v, scale.factor) < 0)) continue;
    const decimalsOf = sizes.map((v) => ((divide(v, scale.factor) as string).split('.')[1] ?? '').length);
    // Nothing but «5,244 nghìn» could be taken for groups of thousands.
    const broken = decimalsOf.filter((n) => n > 0);
    const clear = broken.length === 0 || broken.some((n) => n !== 3);
    // «3.113,682 nghìn»: a point for thousands and long decimals in one number read badly.
    const mixed = broken.some((n) => n > 1) && compare(largest, multiply(scale.factor, '1000')) >= 0;
    if (clear && !mixed && decimalsOf.every((n) => n <= decimals)) return scale;
  }
  return undefined;
}

/** Amounts of like size, which can stand under each other in the base unit. */
function near(values: readonly string[]): boolean {
  const sizes = values
    .map(absolute)
    .filter((v) => !isZero(v))
    .map(Number);
  return Math.max(...sizes) < 1e9 && Math.max(...sizes) < 1000 * Math.min(...sizes);
}

const amounts = (f: Figure) => (f.valueTo === null ? [f.value] : [f.value, f.valueTo]);
const withInputs = (f: Figure): Figure[] => [f, ...f.inputs.flatMap(withInputs)];
const ofNote = (n: Note): Figure[] => {
  switch (n.type) {
    case 'other-source':
      return [n.figure, n.chosen];
    case 'target-below-actual':
      return [n.target, n.actual];
    case 'enterprise':
      return [n.figure];
    case 'published-and-computed':
      return [n.published, n.computed];
    case 'rates-and-levels':
      return [n.rates, n.levels];
    case 'place':
      return [n.figure];
    case 'caveat':
    case 'text':
    case 'reason':
      return [];
  }
};

/** A function of a word that is worked out once for each. */
function once<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key) as T;
  };
}

/** The same answer, every figure with the one scale its unit has in this reply. */
export function inOneScale(answer: Answer): Answer {
  const all = [...answer.figures, ...answer.notes.flatMap(ofNote)].flatMap(withInputs);
  // An overview sets unlike things under each other: each keeps its own scale.
  const wished = wishedScale(answer.question);
  const unlike = answer.question.kind === 'overview';
  const thing = (f: Figure) => `${f.unit}|${f.indicator}`;
  // A table of many figures has few units: each is settled once.
  const like = (key: (f: Figure) => string, k: string) => all.filter((x) => key(x) === k).flatMap(amounts);
  const sharedBy = once((unit) => {
    const values = like((x) => x.unit, unit);
    const scale = commonScale(values);
    return scale === undefined && near(values) ? null : scale;
  });
  const ownOf = once((k) => commonScale(like(thing, k)) ?? null);
  const scaleOf = (f: Figure): Scale | null => {
    if (FIXED.has(f.unit)) return null;
    if (wished?.of === f.unit) return wished.scale;
    const shared = unlike ? undefined : sharedBy(f.unit);
    return shared === undefined ? ownOf(thing(f)) : shared;
  };
  const dress = (f: Figure): Shown => ({ ...f, scale: scaleOf(f), inputs: f.inputs.map(dress) });
  const dressNote = (n: Note): Note => {
    switch (n.type) {
      case 'other-source':
        return { ...n, figure: dress(n.figure), chosen: dress(n.chosen) };
      case 'target-below-actual':
        return { ...n, target: dress(n.target), actual: dress(n.actual) };
      case 'enterprise':
        return { ...n, figure: dress(n.figure) };
      case 'published-and-computed':
        return { ...n, published: dress(n.published), computed: dress(n.computed) };
      case 'rates-and-levels':
        return { ...n, rates: dress(n.rates), levels: dress(n.levels) };
      case 'place':
        return { ...n, figure: dress(n.figure) };
      case 'caveat':
      case 'text':
      case 'reason':
        return n;
    }
  };
  return {
    ...answer,
    figures: answer.figures.map(dress),
    notes: answer.notes.map(dressNote),
    parts: answer.parts.map(inOneScale),
  };
}
