import { fold } from '../../vietnamese/text.js';
import type { Said } from '../fill.js';
import { fill } from '../fill.js';
import type { FigureQuestion, Question, Reason, Slots, Subject } from '../question.js';
import { has, saidIn } from '../said.js';
import type { Marks, QuantityMark } from '../slots.js';
import type { ReadingWorld } from '../world.js';

/** What an intent sees: the marks, the slots said, and the slots filled. */
export interface Sight {
  readonly marks: Marks;
  readonly said: Said;
  readonly slots: Slots;
  readonly world: ReadingWorld;
  /** The text folded, for shapes that no single word carries. */
  readonly folded: string;
}

/** One way of understanding a question; null where it does not fit. */
export type Intent = (sight: Sight) => Question | null;

export function sightOf(marks: Marks, world: ReadingWorld): Sight {
  const own = saidIn(marks, world.lexicon);
  const said = amongThem(marks, own, world) ? { ...own, those: true } : own;
  const slots = fill(said, marks, world);
  const sides = sidesOf(marks);
  return {
    marks,
    said,
    slots: sides ? { ...slots, sides } : slots,
    world,
    folded: readAs(marks),
  };
}

/** «cái nào tăng cao hơn», after a question that named several things: of them. */
function amongThem(marks: Marks, said: Said, world: ReadingWorld): boolean {
  const last = world.previous?.question;
  return (
    said.subject === null &&
    last !== undefined &&
    ['value', 'compare', 'series', 'derived'].includes(last.kind) &&
    (partsOf(last.subject.value).length > 1 ||
      (last.subject.value.group === null && last.subject.value.indicators.length > 1)) &&
    /\b(cai|ben|thu|loai|con|mon) nao\b/.test(readAs(marks))
  );
}

/** «xi măng 2016 gấp mấy lần clinker 2015»: two names, each followed by its own period; null otherwise. */
function sidesOf(marks: Marks): Slots['sides'] | null {
  const [a, b, ...more] = marks.names;
  if (!a || !b || more.length > 0 || marks.periods.length !== 2) return null;
  const codes = marks.periods.map((p) =>
    p.reading.type === 'choice' && p.reading.choice.type === 'list' && p.reading.choice.codes.length === 1
      ? p.reading.choice.codes[0]
      : undefined,
  );
  const [p, q] = codes;
  const [first, second] = marks.periods;
  if (p === undefined || q === undefined || !first || !second || p === q) return null;
  const after = a.at < first.at && first.at < b.at && b.at < second.at;
  const before = first.at < a.at && a.at < second.at && second.at < b.at;
  const [x, y] = [a.subjects[0], b.subjects[0]];
  if ((!after && !before) || !x || !y) return null;
  return [
    { subject: x, period: p },
    { subject: y, period: q },
  ];
}

/** Chat spelling that words of the lexicon are also written in, so that it still stands in the tokens. */
const CHAT: ReadonlyMap<string, string> = new Map([
  ['ko', 'khong'],
  ['hok', 'khong'],
  ['vs', 'voi'],
  ['dc', 'duoc'],
]);

/** The tokens folded, mistyped ones as they were read. */
function readAs(marks: Marks): string {
  const words = marks.tokens.map((t) => CHAT.get(t.fold) ?? t.fold);
  for (const { from, to, readings } of marks.cover.segments) {
    const top = readings[0];
    if (!top || top.bends.length === 0 || top.payload.kind !== 'phrase') continue;
    const read = fold(top.payload.label).split(' ');
    if (read.length === to - from) words.splice(from, read.length, ...read);
  }
  return words.join(' ');
}

export const named = (s: Sight): boolean => s.slots.subject.value.indicators.length > 0;
export const names = (s: Sight): number => s.marks.names.length;
export const quantity = (s: Sight): QuantityMark | undefined => s.marks.quantities[0];
export const partsOf = (subject: Subject): readonly Subject[] => subject.parts ?? [subject];
export const listed = (s: Sight): readonly string[] =>
  s.slots.periods.value.type === 'list' ? s.slots.periods.value.codes : [];
export const grows = (s: Sight): boolean => has(s.marks, 'grow', 'fall', 'change');

/** Nothing of the figures in the text: no product, place, period or amount, nor of other subjects. */
export const bare = ({ marks, said }: Sight, outside: readonly string[] = marks.outside): boolean =>
  marks.names.length +
    marks.elsewhere.length +
    outside.length +
    marks.unheld.length +
    marks.quantities.length ===
    0 &&
  (!said.periods || said.periods.type === 'newest') &&
  !said.yearless &&
  !said.areas;

/** Several periods: a range, a list, a span. */
export function multi(slots: Slots): boolean {
  const p = slots.periods.value;
  if (p.type === 'list') return p.codes.length > 1 || p.codes.some((c) => c.endsWith('Y'));
  return p.type !== 'newest';
}

/** Nobody's products: the whole area. */
export const whole = (slots: Slots): Slots => ({
  ...slots,
  subject: { value: { indicators: [], group: null }, from: 'default' },
});

/** The plain question about the slots. */
export const value = (slots: Slots): FigureQuestion => ({ ...slots, kind: 'value', yesno: null });

/** Not understood: which part, and what could be meant. */
export function unclear(
  s: Sight,
  reason: Reason,
  part: string,
  readings: readonly FigureQuestion[],
): Question {
  return {
    kind: 'unclear',
    text: s.marks.text,
    reason,
    part,
    readings,
    leftover: s.marks.leftover,
    slots: s.slots,
  };
}

/** Several questions that one sentence holds. */
export const many = (s: Sight, parts: readonly Question[]): Question => ({
  kind: 'many',
  text: s.marks.text,
  parts,
});
