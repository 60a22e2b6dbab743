import {
  cumulativeCode,
  parsePeriod,
  periodName,
  quarterCode,
  shift,
  shiftYears,
  yearCode,
} from '../stats/period.js';
import { fold, hasMarks } from '../vietnamese/text.js';
import type { Bend, FigureQuestion, Question } from './question.js';
import type { Turn } from './world.js';

/** Follow-ups that only the turn before them gives a meaning: which offer is picked, which period is a step away. */

const NUMBERS: Readonly<Record<string, number>> = {
  mot: 1,
  nhat: 1,
  dau: 1,
  'dau tien': 1,
  hai: 2,
  nhi: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  nam: 5,
};
const ORDINAL = '(\\d|mot|nhat|dau tien|dau|hai|nhi|ba|tu|bon|nam|cuoi cung|cuoi)';
const THING = '(?:cai|y|so|phuong an|lua chon|dong|muc|cau|san pham|tinh|chi tieu|nut)';
const PICK = new RegExp(
  `^(?:(?:chon|lay|xem|thi|la|cho|toi|minh|em|anh|y) )*(?:${THING} (?:thu )?${ORDINAL}|thu ${ORDINAL}|(\\d))(?: (?:di|nhe|nha|a|do|ay|thi sao|bao nhieu))*$`,
);
const FIRST =
  /^(?:(?:chi|lay|xem|cho|toi|chon) )*(\d{1,2}|hai|ba|bon|nam) (?:(?:cai|san pham|tinh|dong|muc|thu) )?(?:dau tien|dau|tren cung)(?: (?:thoi|di|nhe))*$/;
const YES =
  /^(?:da |vang |u |uh )?(?:co|dung|dung roi|dung vay|phai|phai roi|vang|u|chuan|chuan roi|dung the)$/;

/** A text as follow-ups are compared: folded, without signs. */
export const plainOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}% ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * «cái đầu», «2», «đúng rồi» after a reply that offered readings: the one that is meant; after a list of figures «cái đầu» is the first
 * of them. Null where the text says something of its own.
 */
export function pickOf(text: string, turn: Turn | null): FigureQuestion | null {
  if (turn === null) return null;
  const said = plainOf(text);
  const offered = turn.offered ?? [];
  if (YES.test(said)) return offered.length === 1 ? (offered[0] as FigureQuestion) : null;
  const first = FIRST.exec(said);
  if (first && turn.question.kind === 'rank')
    return {
      ...turn.question,
      limit: NUMBERS[first[1] as string] ?? Number(first[1]),
      subject: { value: turn.question.subject.value, from: turn.told.length > 0 ? 'context' : 'default' },
      periods: { value: turn.question.periods.value, from: 'context' },
    };
  const hit = PICK.exec(said);
  if (!hit) return null;
  const bare = hit[3] !== undefined;
  const word = hit[1] ?? hit[2] ?? hit[3] ?? '';
  const last = word.startsWith('cuoi');
  const n = NUMBERS[word] ?? Number(word);
  const of = <T>(list: readonly T[]): T | null => (last ? list.at(-1) : list[n - 1]) ?? null;
  if (offered.length > 0) return of(offered);
  const listed = ['rank', 'filter', 'overview'].includes(turn.question.kind);
  const id = bare || !listed ? null : of(turn.told);
  if (id === null) return null;
  return {
    ...turn.question,
    kind: 'value',
    yesno: null,
    subject: { value: { indicators: [id], group: null }, from: 'context' },
    periods: { value: turn.question.periods.value, from: 'context' },
  } as FigureQuestion;
}

const LEAD = '^(?:(?:the|vay|con|roi|thi|cua|o|a|u|ua|so|lay|cho|xem) )*';
const WHAT = '((?:(?:muc tieu|ke hoach|chi tieu|san luong|tang truong|toc do tang)(?: cua)? )?)';
const STEP = new RegExp(
  `${LEAD}${WHAT}(?:(\\d{1,2}|hai|ba|bon|sau) )?(nam|thang|quy) (lien truoc|lien ke truoc|truoc|ke tiep|tiep theo|tiep|sau)((?: (?:do|day|ay|nua|lien ke))*)(?= |$)(.*)$`,
);
const WHOLE = new RegExp(`${LEAD}(?:ca|tron|nguyen) nam(?: (?:do|ay))?(?= |$)(.*)$`);
const SO_FAR = new RegExp(
  `${LEAD}(?:luy ke|cong don|tinh tu dau nam|tu dau nam)(?: (?:den|toi) (?:do|thang do|quy do|gio|nay|luc do))?(?= |$)(.*)$`,
);

/** The one period that the turn was about; null where there are several or none. */
export function periodOf(turn: Turn): string | null {
  const settled = turn.periods ?? [];
  if (settled.length === 1) return settled[0] as string;
  const p = turn.question.periods.value;
  return p.type === 'list' && p.codes.length === 1 ? (p.codes[0] as string) : null;
}

/** A follow-up with its period named outright. */
export interface Stepped {
  readonly text: string;
  readonly bend: Bend;
}

/**
 * «năm trước thì sao», «3 tháng trước đó nữa», «cả năm», «lũy kế» counted from the period of the last turn instead of from today: the
 * same text with that period by name. Null where the text or the turn does not fit.
 */
export function stepOf(text: string, turn: Turn | null): Stepped | null {
  const from = turn ? periodOf(turn) : null;
  const p = from === null ? null : parsePeriod(from);
  if (from === null || p === null || p.kind === 'span') return null;
  const said = plainOf(text);
  const named = (codes: readonly string[], tail: string | undefined, typed: string): Stepped => {
    const name = codes.map(periodName).join(', ');
    return { text: `${name}${tail ?? ''}`, bend: { typed: typed.trim(), read: name } };
  };
  const typedAs = (tail: string | undefined) =>
    said.slice(0, said.length - (tail?.length ?? 0)).replace(/^(?:(?:the|vay|con|roi|thi) )+/, '');
  const whole = WHOLE.exec(said);
  // «cả năm 2024» names its year itself.
  const own = /\d|^ (?:nay|ngoai|truoc|sau|toi|kia|qua|nao)\b/;
  if (whole && p.kind !== 'year' && !own.test(whole[1] ?? ''))
    return named([yearCode(p.year)], whole[1], restored(text, typedAs(whole[1])));
  const sum = SO_FAR.exec(said);
  if (sum && (p.kind === 'month' || p.kind === 'quarter') && !own.test(sum[1] ?? ''))
    return named([cumulativeCode(p.year, p.month + p.months - 1)], sum[1], restored(text, typedAs(sum[1])));
  const step = STEP.exec(said);
  if (!step) return null;
  const [, what = '', count, unit, way = '', after = '', tail] = step;
  const forward = !/truoc/.test(way);
  // «5 năm trước» counts from today; «3 tháng trước đó nữa» from there.
  if (count !== undefined && after === '' && !/lien|ke tiep/.test(way)) return null;
  // «thang sau» without accents may be June, where more is said.
  if (way === 'sau' && unit === 'thang' && !hasMarks(text) && /\d/.test(tail ?? '')) return null;
  if (/sáu|trược/iu.test(text)) return null;
  // «so tháng trước» compares with it; «số tháng trước» is its figure.
  if (unit === 'thang' && !forward && /(?<!\p{L})(?:so|sv)(?: với| voi)? th/iu.test(text)) return null;
  const n = count === undefined ? 1 : (NUMBERS[count] ?? (count === 'sau' ? 6 : Number(count)));
  const one = stepsFrom(from, unit as 'nam' | 'thang' | 'quy', forward ? 1 : -1, n, count !== undefined);
  if (one === null) return null;
  const stepped = named(one, tail, restored(text, typedAs(tail).slice(what.length)));
  return { ...stepped, text: `${what}${stepped.text}` };
}

function stepsFrom(
  from: string,
  unit: 'nam' | 'thang' | 'quy',
  sign: 1 | -1,
  n: number,
  counted: boolean,
): string[] | null {
  const p = parsePeriod(from);
  if (p === null || n < 1 || n > 12) return null;
  const run = (move: (by: number) => string): string[] => {
    const all = Array.from({ length: counted ? n : 1 }, (_, i) => move(sign * (i + 1)));
    return sign < 0 ? all.reverse() : all;
  };
  if (unit === 'nam') return run((by) => shiftYears(from, by));
  if (unit === 'thang') return p.kind === 'month' ? run((by) => shift(from, by)) : null;
  if (p.kind === 'quarter') return run((by) => shift(from, by));
  if (p.kind === 'month') return run((by) => shift(quarterCode(p.year, Math.ceil(p.month / 3)), by));
  return null;
}

/** A folded stretch as it was typed, where it can be found again. */
export function restored(text: string, folded: string): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  const at = fold(clean).indexOf(folded);
  return at < 0 || fold(clean).length !== clean.length ? folded : clean.slice(at, at + folded.length);
}

/** Does the question stand on the turn before it: nothing of its own but the period? */
export const leans = (q: Question): boolean => 'subject' in q && q.subject.from === 'context';

/** Orders for a picture or a file that name a set of their own carry nothing: «xuất Excel mục tiêu 2022». */
export function ownSet(rest: string): boolean {
  const said = plainOf(rest);
  return (
    /\b(?:19|20)\d{2}\b/.test(said) &&
    /\b(?:muc tieu|ke hoach|chi tieu|tang truong|san luong|ket qua|tinh hinh|tong hop|hoan thanh)\b/.test(
      said,
    ) &&
    !/\b(?:do|nay|tren|no|con|the|thi sao|vua roi)\b/.test(said)
  );
}
