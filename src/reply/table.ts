import type { Answer } from '../answer/answer.js';
import type { Figure } from '../stats/figure.js';
import { parsePeriod, periodShort } from '../stats/period.js';
import { capitalise } from '../vietnamese/print.js';
import { besides } from './beside.js';
import { type Table, widthOf } from './cells.js';
import { amount, areaName, indicatorName, marks, signed, split } from './words.js';
import type { ReplyWorld } from './world.js';

/** Longest row of a table that fits a phone in monospace. */
export const WIDEST = 36;

export const one = <T>(values: readonly T[]): T | null =>
  new Set(values).size === 1 ? (values[0] as T) : null;

/** The figures in columns: a thing or a period, the number, its growth; null where that would be too wide. */
export function tableOf(asked: readonly Figure[], answer: Answer, world: ReplyWorld): Table | null {
  const indicator = one(asked.map((f) => f.indicator));
  const area = one(asked.map((f) => f.area));
  const period = one(asked.map((f) => f.period));
  if (one(asked.map((f) => `${f.measure}|${f.basis}`)) === null) return null;
  const sorts = [indicator, area, period].filter((x) => x === null).length;
  // Two things to name in each row would not fit, and reads badly.
  if (sorts !== 1) return null;
  const years = asked.every((f) => parsePeriod(f.period)?.kind === 'year');
  const months = asked.every((f) => parsePeriod(f.period)?.kind === 'month');
  const head =
    indicator === null ? 'Chỉ tiêu' : area === null ? 'Địa bàn' : years ? 'Năm' : months ? 'Tháng' : 'Kỳ';
  const named = (f: Figure) =>
    capitalise(
      indicator === null
        ? indicatorName(world, f.indicator)
        : area === null
          ? areaName(world, f.area)
          : periodShort(f.period),
    );
  const change = asked[0]?.measure === 'growth' || asked[0]?.unit === '%';
  const unit = change ? null : one(asked.map((f) => split(f).unit));
  const sameMarks = one(asked.map(marks)) !== null;
  const number = (f: Figure) => {
    if (f.measure === 'growth') return signed(f);
    const text = unit === null ? amount(f) : amount(f).slice(0, -unit.length - 1);
    return `${f.bound ? `${f.bound} ` : ''}${text}`;
  };
  const growth = asked.map((f) =>
    f.measure === 'actual'
      ? besides(f, answer).find((c) => c.measure === 'growth' && c.basis === 'yoy')
      : undefined,
  );
  const value = {
    head: unit === null ? (change && asked[0]?.measure === 'growth' ? 'Tăng' : 'Số liệu') : capitalise(unit),
    align: 'right' as const,
    ...(unit === null ? {} : { unit }),
  };
  const narrow: Table = {
    kind: 'table',
    columns: [{ head, align: 'left' }, value],
    rows: asked.map((f) => [named(f), `${number(f)}${sameMarks ? '' : marks(f)}`]),
  };
  const wide: Table = {
    ...narrow,
    columns: [...narrow.columns, { head: years ? 'So năm trước' : 'So cùng kỳ', align: 'right' }],
    rows: narrow.rows.map((row, i) => [...row, growth[i] ? signed(growth[i] as Figure) : '–']),
  };
  if (growth.some((g) => g !== undefined) && widthOf(wide) <= WIDEST) return wide;
  return widthOf(narrow) <= WIDEST && growth.every((g) => g === undefined) ? narrow : null;
}
