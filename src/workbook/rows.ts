import type { Answer } from '../answer/answer.js';
import { areaName, basisName, indicatorName, isProduct, measureName, statusName } from '../reply/words.js';
import type { ReplyWorld } from '../reply/world.js';
import type { Figure } from '../stats/figure.js';
import { bounds, periodName } from '../stats/period.js';
import { unitName } from '../stats/unit.js';
import { capitalise, printDecimal } from '../vietnamese/print.js';

/** An answer as a flat table, one row a figure; what both .xlsx and .csv hold. */

/** Names and sources of the catalogue. */
export type Names = ReplyWorld;

export const HEADS = [
  'Chỉ tiêu',
  'Khu vực',
  'Kỳ',
  'Thước đo',
  'Giá trị',
  'Đơn vị',
  'Trạng thái',
  'Nguồn',
  'Địa chỉ',
  'Ghi chú',
  'Từ ngày',
  'Đến ngày',
] as const;
export const VALUE_COLUMN = 4;
/** First and last day of the period, for filters and pivots. */
export const DATE_COLUMNS = [10, 11] as const;

/** A decimal that a spreadsheet can hold without altering it, or the text that stands for it. */
export type Amount =
  | { readonly exact: true; readonly decimal: string; readonly places: number }
  | { readonly exact: false; readonly text: string };

export interface Row {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly measure: string;
  readonly amount: Amount;
  /** What stands before and behind the number where it is no plain amount: «trên », «–8». */
  readonly around: readonly [before: string, behind: string];
  readonly unit: string;
  readonly status: string;
  readonly source: string;
  readonly address: string;
  readonly note: string;
  /** First and last day at midnight UTC; null for a figure without a period. */
  readonly days: readonly [from: Date, to: Date] | null;
}

/** Spreadsheets count with 15 significant digits. */
const MOST_DIGITS = 15;

export function amountOf(value: string): Amount {
  const [whole = '', fraction = ''] = value.replace(/^-/, '').split('.');
  const digits = `${whole}${fraction}`.replace(/^0+/, '').length;
  return digits > MOST_DIGITS
    ? { exact: false, text: printDecimal(value) }
    : { exact: true, decimal: value, places: fraction.length };
}

/** Every figure of an answer and its parts, as rows in the order in which they are told. */
export function rowsOf(answer: Answer, names: Names): Row[] {
  const own = answer.figures.map((f) => rowOf(f, names));
  return answer.figures.length > 0 ? own : answer.parts.flatMap((p) => rowsOf(p, names));
}

function rowOf(f: Figure, names: Names): Row {
  const sources = f.sources.map((id) => names.facts.source(id)).filter((s) => s !== undefined);
  const amount = amountOf(f.value);
  return {
    indicator:
      f.indicator === null
        ? 'Số chỉ tiêu'
        : `${indicatorName(names, f.indicator)}${f.level === 'enterprise' ? ' (cấp doanh nghiệp)' : ''}`,
    area: capitalise(areaName(names, f.area)),
    period: f.period === '' ? '' : capitalise(periodName(f.period)),
    measure: capitalise(
      f.measure === 'index'
        ? `Chỉ số (${basisName(f.basis, f.period)})`
        : measureName(f.measure, f.basis, isProduct(names, f.indicator), f.period),
    ),
    amount,
    around: [f.bound ? `${f.bound} ` : '', f.valueTo === null ? '' : `–${printDecimal(f.valueTo)}`],
    unit: unitName(f.unit),
    status: f.derived ? ['Suy ra', statusName(f)].filter((w) => w !== '').join(', ') : published(f),
    source: sources.map((s) => `${s.publisher}: ${s.title}`).join('; '),
    address: sources
      .map((s) => s.url)
      .filter((u) => u !== '')
      .join(' '),
    note: notesOf(f, amount, names).join('; '),
    days: daysOf(f.period),
  };
}

function daysOf(code: string): [Date, Date] | null {
  if (code === '') return null;
  const { from, to } = bounds(code);
  return [day(from, 1), day(to + 1, 0)];
}

/** A day of a month by its running number, at midnight UTC; day 0 is the last of the month before. */
const day = (month: number, of: number) => new Date(Date.UTC(Math.floor(month / 12), month % 12, of));

const published = (f: Figure): string =>
  f.status === '' ? (f.measure === 'target' ? 'Mục tiêu' : '') : capitalise(statusName(f) || 'chính thức');

/** The data's own remarks name a source by its id, which nobody else knows. */
const named = (note: string, names: Names): string =>
  note.replace(/\b[A-Z]\d{2,3}\b/g, (id) => {
    const source = names.facts.source(id);
    return source ? source.publisher.replace(/\s*\([^()]*\)/g, '') : id;
  });

function notesOf(f: Figure, amount: Amount, names: Names): string[] {
  return [
    f.role === 'context' ? 'số liệu kèm theo' : '',
    f.bound ? `nguồn ghi «${f.bound}»` : '',
    f.valueTo === null ? '' : `khoảng từ ${printDecimal(f.value)} đến ${printDecimal(f.valueTo)}`,
    amount.exact ? '' : 'giá trị ghi dạng chữ vì có hơn 15 chữ số',
    f.formula ? `cách tính: ${f.formula}` : '',
    named(f.note, names),
  ].filter((w) => w !== '');
}
