import { periodOf, plainOf } from './follow.js';
import { carriedSlots } from './follow-set.js';
import type { FigureQuestion } from './question.js';
import { merge } from './said.js';
import type { Turn } from './world.js';

/** Follow-ups about the last two answers together: «chênh nhau bao nhiêu», «cộng lại bao nhiêu». */

const BOTH =
  '(?:(?:the|vay|con|thi|a|roi|ca|hai|2|so|cai|nam|thang|quy|ky|san pham|muc|do|nay|tren|day|thi|no|chung|giua) )*';
const HOW =
  '(?: (?:nhau|la|bao nhieu|may|nhieu|the nao|ra sao|nhi|a|vay|khong|lai|lam|duoc|co|tat ca|ca thay|hai|2|nam|thang|quy|ky|do|nay|tren|so|ca))*';
const APART = new RegExp(`^${BOTH}(?:chenh lech|chenh|hon kem|cach nhau|lech nhau)${HOW}$`);
const TIMES = new RegExp(`^${BOTH}(?:gap|hon)(?: nhau)? (?:may|bao nhieu) lan${HOW}$`);
const TOGETHER = new RegExp(`^${BOTH}(?:cong lai|cong don lai|gop lai|tong cong|tong)${HOW}$`);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The difference or the sum of the last two figures, where they differ in one thing alone: period, name, area, or plan against
 * actual. Null where the text or the two turns do not fit.
 */
export function pairOf(text: string, turn: Turn | null): FigureQuestion | null {
  const said = plainOf(text);
  const op = APART.test(said)
    ? 'difference'
    : TOGETHER.test(said)
      ? 'sum'
      : TIMES.test(said)
        ? 'ratio'
        : null;
  const before = turn?.before;
  if (!op || !turn || !before || turn.question.kind !== 'value' || before.question.kind !== 'value')
    return null;
  const [now, then] = [periodOf(turn), periodOf(before)];
  if (now === null || then === null) return null;
  const base = carriedSlots(text, turn, []);
  const { subject, areas } = before.question;
  const one = same(base.subject.value, subject.value);
  const here = same(base.areas.value, areas.value);
  const level = (q: FigureQuestion) =>
    q.measure.value === 'target' ? 'target' : q.measure.value === 'growth' ? 'growth' : 'actual';
  const [mine, other] = [level(turn.question), level(before.question)];
  const make = (change: Partial<FigureQuestion>): FigureQuestion =>
    ({ ...base, kind: 'derived', op, yesno: undefined, ...change }) as FigureQuestion;
  if (mine !== other) {
    // The plan of one year against the actual of another.
    if (op === 'sum' || !one || !here || [mine, other].includes('growth')) return null;
    return make({
      op: op === 'ratio' ? 'target-gap' : 'target-difference',
      periods: { value: { type: 'list', codes: [...new Set([then, now])] }, from: 'context' },
    } as Partial<FigureQuestion>);
  }
  const differ = [!one, !here, now !== then].filter(Boolean).length;
  if (differ !== 1) return null;
  if (now !== then)
    return make({ periods: { value: { type: 'list', codes: [then, now] }, from: 'context' } });
  // A province is a part of the country: no sum of the two.
  if (!here && op === 'sum') return null;
  if (!here)
    return make({ areas: { value: [...new Set([...areas.value, ...base.areas.value])], from: 'context' } });
  const both = merge([subject.value, base.subject.value]);
  return both ? make({ subject: { value: both, from: 'context' } }) : null;
}
