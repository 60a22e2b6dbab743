import { divide } from '../stats/decimal.js';
import type { Basis, Measure } from '../stats/facts.js';
import { COUNTRY } from '../stats/facts.js';
import type { Figure } from '../stats/figure.js';
import { parsePeriod, periodName } from '../stats/period.js';
import { scale } from '../stats/unit.js';
import { printDecimal } from '../vietnamese/print.js';
import { type Shown, scaledUnit } from './scales.js';
import type { ReplyWorld } from './world.js';

/** How figures, measures and names are worded. */

export const indicatorName = (world: ReplyWorld, id: string | null): string =>
  id === null ? '' : (world.facts.indicator(id)?.name ?? id);

export const isProduct = (world: ReplyWorld, id: string | null): boolean =>
  world.facts.indicator(id ?? '')?.kind === 'product';

export function areaName(world: ReplyWorld, id: string): string {
  return id === COUNTRY ? 'cả nước' : (world.facts.area(id)?.name ?? id);
}

const MEASURES: Record<Measure, string> = {
  actual: 'thực hiện',
  target: 'mục tiêu',
  growth: 'tăng trưởng',
  index: 'chỉ số',
  completion: 'hoàn thành kế hoạch',
  difference: 'chênh lệch',
  share: 'tỷ trọng',
  sum: 'tổng',
  average: 'bình quân',
  count: 'số lượng',
  ratio: 'tỷ lệ',
};

/** «sản lượng», «mục tiêu», «tăng trưởng so với năm 2020» … */
export function measureName(
  measure: Measure | null,
  basis: Basis | null,
  product = true,
  period?: string,
): string {
  if (measure === null || measure === 'actual') return product ? 'sản lượng' : 'thực hiện';
  if (measure === 'growth') return `tăng trưởng ${basisName(basis, period)}`.trim();
  if (measure === 'target' && basis)
    return basis.startsWith('vs_actual')
      ? 'mục tiêu so với thực hiện'
      : `mục tiêu tăng trưởng ${basisName(basis, period)}`.trim();
  return MEASURES[measure];
}

/** «so với năm 2020» of a whole year, «so với cùng kỳ năm trước», «bình quân hằng năm» … */
export function basisName(basis: Basis | null, period?: string): string {
  if (basis === null) return '';
  if (basis === 'yoy') {
    const p = period === undefined ? null : parsePeriod(period);
    return p?.kind === 'year' ? `so với năm ${p.year - 1}` : 'so với cùng kỳ năm trước';
  }
  if (basis === 'mom') return 'so với tháng trước';
  if (basis === 'avg_annual') return 'bình quân hằng năm';
  if (basis === 'vs_plan') return 'so với kế hoạch';
  if (basis === 'prev_year_100') return 'năm trước = 100';
  if (basis.startsWith('vs_actual:')) return `so với thực hiện ${periodName(basis.slice(10))}`;
  return `so với ${periodName(basis.slice(3))}`;
}

/** The base of a figure, with its leading space; nothing for a level. */
export function baseOf(f: Figure): string {
  if (f.measure === 'growth' || (f.measure === 'target' && f.basis))
    return ` ${basisName(f.basis, f.period)}`;
  return f.measure === 'index' ? ' (năm trước = 100)' : '';
}

const STATUS: Record<string, string> = { A: '', P: 'sơ bộ', E: 'ước', '': '' };
export const statusName = (f: Figure): string => STATUS[f.status] ?? '';

/** Number and unit apart, in the reply's scale. */
export function split(f: Figure, value = f.value): { number: string; unit: string } {
  const shown = (f as Shown).scale;
  if (shown === undefined) {
    const own = scale(value, f.unit);
    return { number: printDecimal(own.value), unit: own.unit };
  }
  const scaled = shown === null ? value : (divide(value, shown.factor) as string);
  return { number: printDecimal(scaled), unit: scaledUnit(f.unit, shown) };
}

/** Number and unit as printed: «890 triệu kWh», «4,1 %», «7–8 %». */
export function amount(f: Figure, value = f.value): string {
  const one = split(f, value);
  if (f.valueTo !== null && value === f.value) {
    const to = split(f, f.valueTo);
    if (to.unit === one.unit) return `${one.number}–${to.number} ${one.unit}`;
  }
  return `${one.number} ${one.unit}`;
}

export const positive = (value: string): string => value.replace(/^-/, '');
export const isNothing = (value: string): boolean => /^-?0(\.0+)?$/.test(value);

const isChange = (f: Figure) => f.measure === 'growth' || (f.measure === 'target' && f.unit === '%');

/** The figure with its bound and direction: «gần 930 triệu kWh», «tăng 4,1 %», «giảm 2,8 %», «không đổi (0 %)». */
export function spoken(f: Figure): string {
  const bound = f.bound ? `${f.bound} ` : '';
  if (isChange(f)) {
    if (isNothing(f.value) && f.valueTo === null) return `không đổi (${amount(f, positive(f.value))})`;
    if (f.value.startsWith('-')) return `giảm ${bound}${amount(f, positive(f.value))}`;
    return `tăng ${bound}${amount(f)}`;
  }
  if (f.measure === 'completion') return `${bound}${amount(f)} kế hoạch`;
  return `${bound}${amount(f)}`;
}

/** «+4,1 %», «−2,8 %», «0 %» for tables. */
export function signed(f: Figure): string {
  const bound = f.bound ? `${f.bound} ` : '';
  if (isNothing(f.value)) return amount(f, positive(f.value));
  return f.value.startsWith('-') ? `${bound}−${amount(f, positive(f.value))}` : `${bound}+${amount(f)}`;
}

/** In brackets after a number: «ước», «sơ bộ», «suy ra». */
export function marks(f: Figure): string {
  const words = [statusName(f), f.derived && f.measure !== 'count' ? 'suy ra' : ''].filter((w) => w !== '');
  return words.length > 0 ? ` (${words.join(', ')})` : '';
}

/** Spoken with its status. */
export const full = (f: Figure): string => `${spoken(f)}${marks(f)}`;
