import { multiply } from '../stats/decimal.js';
import { unitAt } from './quantities.js';
import type { Bound, Threshold } from './question.js';
import type { Marks, QuantityMark } from './slots.js';
import type { Feature } from './words.js';

const near = (marks: Marks, feature: Feature, from: number, to: number) =>
  (marks.features.get(feature) ?? []).some((p) => p >= from && p <= to);

/** How an amount is bounded by the words before it, most particular first; matched at the end of those words. */
const LEADS: readonly (readonly [words: RegExp, op: Bound])[] = [
  [/(khong|ko|chang) (duoi|thap hon|kem( hon)?|it hon|be hon|nho hon)$/, '>='],
  [/(it nhat|toi thieu|>=|≥)( la| dat)?$/, '>='],
  [
    /(khong|ko|chang|chua) ((tang|giam|dat|vuot|co) )?(qua|vuot|vuot qua|hon|tren|cao hon|lon hon|nhieu hon)( muc)?$/,
    '<=',
  ],
  [/(toi da|nhieu nhat|<=|≤)( la| dat)?$/, '<='],
  // «chưa đạt 80 % kế hoạch»: what stays below it, not below the plan.
  [/(chua|khong|ko|chang) (dat|den|toi|duoc|dat den|dat toi|dat duoc|bang|noi|day|du)( muc| nguong)?$/, '<'],
  [/(dung|chinh xac|vua dung|dung bang|bang dung|vua)( la| bang)?$/, '='],
  [/vuot( muc| qua| nguong)?$/, '>'],
  [/(^| )tu$/, '>='],
];

const TRAILS: readonly (readonly [words: RegExp, op: Bound])[] = [
  [/^tro len/, '>='],
  [/^do len/, '>='],
  [/^tro xuong/, '<='],
  [/^do xuong/, '<='],
];

/** Words that make of an amount a rough one. */
const ABOUT =
  /(gan|gan bang|ngot|ngot nghet|suyt soat|xap xi|khoang|tam|chung|vao khoang|khoang chung|tren duoi|do chung|co)( la| bang| dat)?$/;

/** The words before an amount, folded. */
export const foldsBefore = (marks: Marks, q: QuantityMark, count: number): string =>
  marks.tokens
    .slice(Math.max(0, q.at - count), q.at)
    .map((t) => t.fold)
    .join(' ');

/** The bound of one amount: «trên», «chưa tới», «không quá», «đúng»; null for an amount that stands alone. */
export function boundOf(marks: Marks, q: QuantityMark): Bound | null {
  const after = marks.tokens
    .slice(q.end, q.end + 2)
    .map((t) => t.fold)
    .join(' ');
  const trail = TRAILS.find(([words]) => words.test(after));
  if (trail) return trail[1];
  const lead = foldsBefore(marks, q, 4);
  const led = LEADS.find(([words]) => words.test(lead));
  if (led) return led[1];
  if (near(marks, 'below', q.at - 3, q.at - 1)) return '<';
  if (near(marks, 'above', q.at - 3, q.at - 1)) return '>';
  return null;
}

/** «gần 10 triệu», «khoảng 4 %». */
export const isAbout = (marks: Marks, q: QuantityMark): boolean => ABOUT.test(foldsBefore(marks, q, 3));

/** «trên 5 %», «từ 5 đến 10 %», «không quá 3 %», «5 % trở lên»: what is compared with a number. */
export function thresholdOf(marks: Marks): Threshold | null {
  const [first, second] = marks.quantities;
  // «tăng hai con số»
  if (marks.features.has('two-digits') && (!first || first.quantity.unit === null))
    return { op: '>=', value: '10', to: null, unit: '%' };
  if (!first) return null;
  if (second && second.at - first.end <= 1 && marks.tokens[first.end] && between(marks, first, second)) {
    const unit = second.quantity.unit ?? first.quantity.unit;
    return { op: 'between', value: sharedScale(marks, first, second), to: second.quantity.value, unit };
  }
  const op = boundOf(marks, first);
  // «trên 4 dưới 7 %», «từ 4 đến dưới 7 %»
  const end = second ? boundOf(marks, second) : null;
  if (second && (op === '>' || op === '>=') && (end === '<' || end === '<='))
    return {
      op: 'between',
      value: sharedScale(marks, first, second),
      to: second.quantity.value,
      ...(op === '>' ? { open: end === '<' ? 'both' : 'low' } : end === '<' ? { open: 'high' } : {}),
      unit: second.quantity.unit ?? first.quantity.unit,
    };
  return op && { op, value: first.quantity.value, to: null, unit: first.quantity.unit };
}

/** «từ 70 đến 80 nghìn m³»: the scale of the second amount is that of the first too. */
function sharedScale(marks: Marks, first: QuantityMark, second: QuantityMark): string {
  const { value, unit } = first.quantity;
  const bare = first.end - first.at === 1 && unit === null;
  const factor = unitAt(marks.tokens, second.at + 1)?.factor;
  return bare && factor ? multiply(value, factor) : value;
}

function between(marks: Marks, first: QuantityMark, second: QuantityMark): boolean {
  const joint = marks.tokens
    .slice(first.end, second.at)
    .map((t) => t.fold)
    .join('');
  return ['den', 'toi', '-', 'va'].includes(joint);
}

/** The same bound of the negated amount. */
export const FLIPPED: Readonly<Record<Bound, Bound>> = {
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
  '=': '=',
};

export const isBound = (op: Threshold['op']): op is Bound => op in FLIPPED;
