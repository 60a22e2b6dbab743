import type { Threshold } from './question.js';
import type { Marks, QuantityMark } from './slots.js';
import type { Feature } from './words.js';

const near = (marks: Marks, feature: Feature, from: number, to: number) =>
  (marks.features.get(feature) ?? []).some((p) => p >= from && p <= to);

/** «trên 5 %», «từ 5 đến 10 %», «không quá 3 %», «5 % trở lên»: what is compared with a number. */
export function thresholdOf(marks: Marks): Threshold | null {
  const [first, second] = marks.quantities;
  if (!first) return null;
  const before = first.at - 3;
  if (second && second.at - first.end <= 1 && marks.tokens[first.end] && between(marks, first, second)) {
    const unit = second.quantity.unit ?? first.quantity.unit;
    return { op: 'between', value: first.quantity.value, to: second.quantity.value, unit };
  }
  const make = (op: Threshold['op']): Threshold => ({
    op,
    value: first.quantity.value,
    to: null,
    unit: first.quantity.unit,
  });
  const text = marks.tokens
    .slice(first.end, first.end + 2)
    .map((t) => t.fold)
    .join(' ');
  if (text === 'tro len') return make('>=');
  if (text === 'tro xuong') return make('<=');
  const lead = marks.tokens
    .slice(Math.max(0, before), first.at)
    .map((t) => t.fold)
    .join(' ');
  if (/(khong duoi|it nhat|toi thieu|khong thap hon|>=|≥|khong kem)$/.test(lead)) return make('>=');
  if (/(khong qua|toi da|nhieu nhat|khong vuot|khong vuot qua|khong hon|<=|≤)$/.test(lead)) return make('<=');
  if (/vuot( muc| qua)?$/.test(lead)) return make('>');
  if (near(marks, 'below', before, first.at - 1)) return make('<');
  if (near(marks, 'above', before, first.at - 1)) return make('>');
  return null;
}

function between(marks: Marks, first: QuantityMark, second: QuantityMark): boolean {
  const joint = marks.tokens
    .slice(first.end, second.at)
    .map((t) => t.fold)
    .join('');
  return ['den', 'toi', '-', 'va'].includes(joint);
}
