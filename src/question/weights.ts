import type { Entry } from './lexicon.js';
import type { Feature } from './words.js';

/** Features that are no more than the grease of a sentence weigh less than what they stand beside. */
const WEIGHT: Partial<Record<Feature, number>> = {
  filler: 0.6,
  'unit-word': 0.72,
  base: 1,
  products: 1,
  overview: 1,
  elsewhere: 1.05,
  out: 1.05,
  count: 1.12,
  // «điện lực Lạng Sơn» is a company, not electricity in a province.
  enterprise: 1,
  those: 1,
  newest: 0.9,
  // «mấy năm gần đây» is more than «mấy năm» beside «gần đây».
  series: 0.85,
  unheld: 0.8,
  and: 0.6,
  yoy: 1.05,
  share: 1,
  // «gap may lang» (gấp mấy lần) is more than «máy lạnh».
  ratio: 0.85,
  // Before «bảng» and «mấy phần trăm» where no accent tells «bằng».
  'percent-of': 0.88,
  mom: 1,
  versus: 0.7,
  question: 0.7,
  not: 0.65,
  above: 0.65,
  atleast: 0.62,
  atmost: 0.62,
  have: 0.62,
  which: 0.7,
  also: 0.66,
  achieve: 0.72,
  howmany: 0.75,
  output: 0.78,
};

/** Whole phrases that hold a product's name: «xi măng trắng», «triệu số điện», «kính gửi». */
const heavy = (feature: Feature, { typed }: Entry) =>
  typed.length > 1 &&
  (feature === 'unheld' ||
    (feature === 'filler' && typed[0] === 'kính') ||
    (feature === 'unit-word' && typed.at(-1) === 'điện' && typed.length > 2));

/** What a phrase is worth in a cover: its syllables, and more for each that follows another. */
export function weigh(entry: Entry): number {
  const m = entry.meaning;
  const n = entry.typed.length;
  const each = m.kind !== 'word' ? 1 : heavy(m.feature, entry) ? 1.05 : (WEIGHT[m.feature] ?? 0.8);
  const bonus = m.kind !== 'word' || m.feature === 'base' ? 0.2 : m.feature === 'filler' ? 0.09 : 0.15;
  return each * n + bonus * (n - 1);
}
