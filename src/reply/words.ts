import type { Basis, Measure } from '../stats/facts.js';
import { COUNTRY } from '../stats/facts.js';
import type { Figure } from '../stats/figure.js';
import { periodName } from '../stats/period.js';
import { scale } from '../stats/unit.js';
import { printDecimal } from '../vietnamese/print.js';
import type { ReplyWorld } from './world.js';

/** How figures, measures and names are worded. */

export const indicatorName = (world: ReplyWorld, id: string | null): string =>
  id === null ? '' : (world.facts.indicator(id)?.name ?? id);

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

/** «sản lượng», «mục tiêu», «tăng trưởng so với cùng kỳ» … */
export function measureName(measure: Measure | null, basis: Basis | null, product = true): string {
  if (measure === null) return product ? 'sản lượng' : 'thực hiện';
  if (measure === 'actual') return product ? 'sản lượng' : 'thực hiện';
  if (measure === 'growth') return `tăng trưởng ${basisName(basis)}`.trim();
  if (measure === 'target' && basis)
    return basis.startsWith('vs_actual')
      ? 'mục tiêu so với thực hiện'
      : `mục tiêu tăng trưởng ${basisName(basis)}`.trim();
  return MEASURES[measure];
}

/** «so với cùng kỳ năm trước», «bình quân hằng năm», «so với năm 2019» … */
export function basisName(basis: Basis | null): string {
  if (basis === null) return '';
  if (basis === 'yoy') return 'so với cùng kỳ năm trước';
  if (basis === 'mom') return 'so với tháng trước';
  if (basis === 'avg_annual') return 'bình quân hằng năm';
  if (basis === 'vs_plan') return 'so với kế hoạch';
  if (basis === 'prev_year_100') return 'năm trước = 100';
  if (basis.startsWith('vs_actual:')) return `so với thực hiện ${periodName(basis.slice(10))}`;
  return `so với ${periodName(basis.slice(3))}`;
}

const STATUS: Record<string, string> = { A: '', P: 'sơ bộ', E: 'ước', '': '' };
export const statusName = (f: Figure): string => STATUS[f.status] ?? '';

/** Number and unit as printed: «890 triệu kWh», «4,1 %», «7–8 %». */
export function amount(f: Figure, value = f.value): string {
  const one = scale(value, f.unit);
  if (f.valueTo !== null && value === f.value) {
    const to = scale(f.valueTo, f.unit);
    if (to.unit === one.unit) return `${printDecimal(one.value)}–${printDecimal(to.value)} ${one.unit}`;
  }
  return `${printDecimal(one.value)} ${one.unit}`;
}

const isChange = (f: Figure) => f.measure === 'growth' || (f.measure === 'target' && f.unit === '%');

/** The figure with its bound and direction: «gần 930 triệu kWh», «tăng 4,1 %», «giảm 2,8 %», «dưới 100 % kế hoạch». */
export function spoken(f: Figure): string {
  const bound = f.bound ? `${f.bound} ` : '';
  if (f.measure === 'growth') {
    if (f.value.startsWith('-')) return `giảm ${bound}${amount(f, f.value.slice(1))}`;
    if (/^0(\.0+)?$/.test(f.value)) return `không tăng, không giảm (${amount(f)})`;
    return `tăng ${bound}${amount(f)}`;
  }
  if (isChange(f)) return `tăng ${bound}${amount(f)}`;
  if (f.measure === 'completion') return `${bound}${amount(f)} kế hoạch`;
  return `${bound}${amount(f)}`;
}

/** In brackets after a number: «ước», «sơ bộ», «suy ra». */
export function marks(f: Figure): string {
  const words = [statusName(f), f.derived && f.measure !== 'count' ? 'suy ra' : ''].filter((w) => w !== '');
  return words.length > 0 ? ` (${words.join(', ')})` : '';
}

/** Spoken with its status. */
export const full = (f: Figure): string => `${spoken(f)}${marks(f)}`;
