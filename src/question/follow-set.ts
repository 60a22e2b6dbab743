import { fold } from '../vietnamese/text.js';
import { tokensOf } from './prepare.js';
import type { FigureQuestion, PeriodChoice, Slots, Subject } from './question.js';
import { merge } from './said.js';
import { type Marks, readMarks } from './slots.js';
import type { Feature } from './words.js';
import type { ReadingWorld, Turn } from './world.js';

/** Follow-ups that change the set of the last question: «bỏ xi măng», «thêm điện», «so với Cao Bằng». */

const LEAD = '^(?:(?:the|vay|con|thi|hay|cho|xin|nho|roi|a) )*';
const LESS =
  '(?:bo bot|bo qua|bo ra|bo|loai bo|loai ra|loai tru|loai|tru ra|tru|khong tinh|khong lay|khong ke)';
const MORE = '(?:bo sung them|bo sung|lay them|cho them|cong them|ghep them|kem them|them vao|them ca|them)';
const THINGS = '(?: (?:cai|san pham|chi tieu|tinh|ca|so|so lieu|muc|dong))*';
const ADD = new RegExp(`${LEAD}${MORE}${THINGS} (.+?)(?: (?:nua|vao|di|nhe|nha|luon))*$`);
const DROP = new RegExp(`${LEAD}${LESS}${THINGS} (.+?)(?: (?:ra|di|nhe|nha|luon))*$`);
export const AGAINST = new RegExp(`${LEAD}(?:so sanh voi|so sanh|so voi|doi chieu voi|so|sv|vs) (.+)$`);
/** «cao hơn Bắc Giang bao nhiêu», «hơn năm 2015 bao nhiêu»: the difference to another one. */
const ABOVE = new RegExp(
  `${LEAD}(?:(?:cao|thap|nhieu|it|lon|nho) )?(?:hon kem|hon|kem|chenh)(?: (?:so voi|so|voi))? (.+?) (?:la )?(?:bao nhieu|may|nhieu khong)(?: (?:diem|phan tram|%|a|vay|nhi|diem phan tram))*$`,
);
/** Bases of growth and plans, which have readings of their own. */
const BASE =
  /cung k[iy]|nam (?:truoc|ngoai|kia|lien)|thang (?:truoc|lien)|ke hoach|muc tieu|chi tieu|\bkh\b|\bck\b/;

const QUIET = new Set<Feature>(['filler', 'also', 'and', 'question', 'howmany', 'versus']);

/** A stretch that names things and says nothing else; null for any other. */
export function bareNames(text: string, world: ReadingWorld): Marks | null {
  const marks = readMarks(text, tokensOf(text, world.lexicon), world.lexicon, world.today);
  const quiet =
    marks.leftover.length === 0 &&
    marks.quantities.length === 0 &&
    marks.elsewhere.length + marks.outside.length + marks.unheld.length === 0 &&
    [...marks.features.keys()].every((f) => QUIET.has(f));
  const sure = marks.names.every((n) => n.subjects.length === 1);
  return quiet && sure && marks.names.length + marks.areas.length + marks.periods.length > 0 ? marks : null;
}

/** The part of the text that a pattern's last group holds, as typed; null where it does not fit. */
export function tailOf(text: string, pattern: RegExp): string | null {
  const clean = text
    .replace(/[?!.,;:]+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const folded = fold(clean);
  if (folded.length !== clean.length) return null;
  const hit = pattern.exec(folded);
  const tail = hit?.[1];
  if (!tail) return null;
  const at = folded.lastIndexOf(tail);
  return clean.slice(at, at + tail.length);
}

export const listOf = (marks: Marks): readonly string[] =>
  marks.periods.flatMap((p) =>
    p.reading.type === 'choice' && p.reading.choice.type === 'list' ? p.reading.choice.codes : [],
  );

const carriedPeriods = (turn: Turn): Slots['periods'] => {
  const { periods } = turn.question;
  const settled = turn.periods ?? [];
  return periods.value.type === 'newest' && settled.length === 1
    ? { value: { type: 'list', codes: settled }, from: 'context' }
    : { value: periods.value, from: periods.from === 'default' ? 'default' : 'context' };
};

/** The slots of the last question, carried over. */
export function carriedSlots(text: string, turn: Turn, bends: Slots['bends']): FigureQuestion {
  const last = turn.question;
  const from = <T>(slot: { value: T; from: string }) => ({
    value: slot.value,
    from: slot.from === 'default' ? ('default' as const) : ('context' as const),
  });
  return {
    ...last,
    text,
    subject: from(last.subject),
    areas: from(last.areas),
    measure: from(last.measure),
    basis: from(last.basis),
    periods: carriedPeriods(turn),
    bends,
    leftover: [],
  } as FigureQuestion;
}

/** The names that a turn was about, one by one: said, or told by a set. */
function partsOf(turn: Turn): readonly Subject[] {
  const { subject } = turn.question;
  if (subject.value.parts) return subject.value.parts;
  if (subject.value.indicators.length > 0) return [subject.value];
  return turn.told.map((id) => ({ indicators: [id], group: null }));
}

/** «bỏ …», «thêm …» applied to the last question; null where the text is none of them or changes nothing. */
export function adjusted(text: string, world: ReadingWorld): FigureQuestion | null {
  const turn = world.previous;
  if (!turn) return null;
  const adds = tailOf(text, ADD);
  const tail = adds ?? tailOf(text, DROP);
  const marks = tail === null ? null : bareNames(tail, world);
  if (!marks) return null;
  const base = carriedSlots(text, turn, marks.bends);
  const names = marks.names.map((n) => n.subjects[0] as Subject);
  if (names.length > 0) {
    const parts = partsOf(turn);
    const left = adds === null ? without(parts, names) : [...parts, ...names];
    const subject = merge(left);
    if (!subject || (adds === null && left.length === parts.length && count(left) === count(parts)))
      return null;
    return plainKind(
      { ...base, subject: { value: subject, from: 'context' } } as FigureQuestion,
      left.length,
    );
  }
  const areas = [...new Set(marks.areas.map((a) => a.area))];
  if (areas.length > 0) {
    const now = base.areas.value;
    const next = adds === null ? now.filter((a) => !areas.includes(a)) : [...new Set([...now, ...areas])];
    if (next.length === 0 || next.length === now.length) return null;
    return plainKind({ ...base, areas: { value: next, from: 'context' } } as FigureQuestion, next.length);
  }
  const codes = listOf(marks);
  const now: PeriodChoice = base.periods.value;
  if (codes.length === 0 || now.type !== 'list') return null;
  const next =
    adds === null ? now.codes.filter((c) => !codes.includes(c)) : [...new Set([...now.codes, ...codes])];
  if (next.length === 0 || next.length === now.codes.length) return null;
  return plainKind(
    { ...base, periods: { value: { type: 'list', codes: next }, from: 'context' } } as FigureQuestion,
    next.length,
  );
}

const count = (parts: readonly Subject[]) => parts.flatMap((p) => p.indicators).length;

function without(parts: readonly Subject[], names: readonly Subject[]): Subject[] {
  const gone = new Set(names.flatMap((n) => n.indicators));
  return parts.flatMap((p) => {
    const left = p.indicators.filter((i) => !gone.has(i));
    if (left.length === p.indicators.length) return [p];
    return left.length === 0 ? [] : [{ indicators: left, group: null }];
  });
}

/** A comparison or a figure worked out of one thing alone is its plain value; lists keep their kind. */
function plainKind(question: FigureQuestion, left: number): FigureQuestion {
  const keeps = ['value', 'series', 'rank', 'filter'].includes(question.kind);
  const compares = question.kind === 'compare' && left > 1;
  return keeps || compares ? question : ({ ...question, kind: 'value', yesno: null } as FigureQuestion);
}

/** «so với xi măng», «so với cả nước», «so với năm 2015»: the last value beside another one; null otherwise. */
export function against(text: string, world: ReadingWorld): FigureQuestion | null {
  const turn = world.previous;
  if (!turn || !['value', 'compare', 'series'].includes(turn.question.kind)) return null;
  if (turn.question.subject.value.indicators.length === 0) return null;
  const above = tailOf(text, ABOVE);
  const tail = above ?? tailOf(text, AGAINST);
  if (tail === null || BASE.test(fold(tail))) return null;
  const marks = bareNames(tail, world);
  if (!marks) return null;
  const base = carriedSlots(text, turn, marks.bends);
  const kind =
    above !== null
      ? { kind: 'derived' as const, op: 'difference' as const }
      : base.kind === 'series'
        ? {}
        : { kind: 'compare' as const, ratio: false };
  const names = marks.names.map((n) => n.subjects[0] as Subject);
  const areas = [...new Set(marks.areas.map((a) => a.area))];
  const codes = listOf(marks);
  if (names.length > 0 && areas.length + codes.length === 0) {
    const subject = merge([...partsOf(turn), ...names]);
    if (!subject) return null;
    return {
      ...base,
      ...kind,
      across: 'indicators',
      subject: { value: subject, from: 'context' },
    } as FigureQuestion;
  }
  if (areas.length > 0 && names.length + codes.length === 0) {
    const all = [...new Set([...base.areas.value, ...areas])];
    return all.length < 2
      ? null
      : ({ ...base, ...kind, across: 'areas', areas: { value: all, from: 'context' } } as FigureQuestion);
  }
  const now = base.periods.value;
  if (codes.length !== 1 || names.length + areas.length > 0 || now.type !== 'list' || base.kind === 'series')
    return null;
  const all = [...new Set([...now.codes, ...codes])];
  if (all.length < 2) return null;
  // A target is set against the actual of another year.
  if (base.measure.value === 'target')
    return {
      ...base,
      kind: 'derived',
      op: 'target-gap',
      periods: { value: { type: 'list', codes: all }, from: 'context' },
    } as FigureQuestion;
  return {
    ...base,
    ...kind,
    across: 'periods',
    measure: base.measure.value === 'growth' ? { value: null, from: 'default' } : base.measure,
    basis: { value: null, from: 'default' },
    periods: { value: { type: 'list', codes: all }, from: 'context' },
  } as FigureQuestion;
}
