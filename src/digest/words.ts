import type { Block, Span } from '../reply/reply.js';
import { COUNTRY } from '../stats/facts.js';
import { periodName, shiftYears } from '../stats/period.js';
import { scale } from '../stats/unit.js';
import type { Facts } from '../store/reader.js';
import type { Days, Wish } from '../store/subscriptions.js';
import type { ToldFigure } from '../store/told.js';
import { capitalise, decapitalise, printDecimal } from '../vietnamese/print.js';
import { dayName, weekday } from './times.js';

/** How digests, alerts and corrections are worded; the figures themselves are worded by the reply. */

export const line = (text: string): Block => ({ kind: 'line', spans: [{ text }] });
export const note = (text: string): Block => ({ kind: 'note', spans: [{ text }] });
export const heading = (text: string): Block => ({ kind: 'line', spans: [{ text, style: 'strong' }] });
export const list = (items: readonly (readonly Span[])[]): Block => ({ kind: 'list', items });

const WEEKDAYS = ['thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy', 'chủ nhật'];

export const TITLE = (now: number) =>
  `Bản tin số liệu công nghiệp, ${WEEKDAYS[weekday(now) - 1]} ${dayName(now)}`;
export const NEW_SINCE = (at: number) => `Mới hoặc điều chỉnh từ ${dayName(at)}`;
export const NOTHING_NEW = (at: number) => `Không có số liệu mới hoặc điều chỉnh từ ${dayName(at)}.`;
export const FOLLOWED = 'Đang theo dõi';
export const UPCOMING = 'Có mục tiêu, chờ số thực hiện';
export const MORE_NEWS = (n: number) => `Còn ${n} nhóm số liệu mới khác; gõ câu hỏi để xem.`;
export const ALERT = 'Báo tin về chỉ tiêu đang theo dõi';
export const CORRECTION = 'Đính chính';
export const TOPIC_GONE =
  'Chủ đề nhận bản tin đã đóng hoặc đã bị xóa nên bản tin của chủ đề đó tạm dừng. Gõ /dangky ở nơi muốn nhận để bật lại.';

const MEASURES: Record<ToldFigure['measure'], string> = {
  actual: 'số thực hiện',
  target: 'mục tiêu',
  growth: 'tốc độ tăng',
  index: 'chỉ số',
  completion: 'mức hoàn thành kế hoạch',
};

const STATUS: Record<string, string> = { P: ' (sơ bộ)', E: ' (ước)' };

/** «điện thương phẩm, Lạng Sơn, năm 2021, số thực hiện». */
export function nameOf(
  f: Pick<ToldFigure, 'indicator' | 'area' | 'period' | 'measure'>,
  facts: Facts,
): string {
  const indicator = facts.indicator(f.indicator)?.name ?? f.indicator;
  const name = facts.area(f.area)?.name ?? f.area;
  const area = f.area === COUNTRY ? decapitalise(name) : name;
  return `${decapitalise(indicator)}, ${area}, ${periodName(f.period)}, ${MEASURES[f.measure]}`;
}

/** A figure as it was told: «gần 890 triệu kWh (ước)», «giảm 2,8 %». */
export function figureText(f: Omit<ToldFigure, 'indicator'>): string {
  const change = f.measure === 'growth';
  const one = scale(change ? f.value.replace(/^-/, '') : f.value, f.unit);
  const to = f.valueTo === null ? null : scale(f.valueTo, f.unit);
  const number = printDecimal(one.value);
  const range =
    to === null
      ? `${number} ${one.unit}`
      : to.unit === one.unit
        ? `${number}–${printDecimal(to.value)} ${one.unit}`
        : `${number} ${one.unit}–${printDecimal(to.value)} ${to.unit}`;
  const direction = change ? (f.value.startsWith('-') ? 'giảm ' : 'tăng ') : '';
  return `${direction}${f.bound ? `${f.bound} ` : ''}${range}${STATUS[f.status] ?? ''}`;
}

/** «… trước đây bot đã báo 890 triệu kWh (ngày 24/11/2026).» */
export const beforeText = (f: ToldFigure & { readonly at: number }, facts: Facts): string =>
  `${nameOf(f, facts)}: trước đây bot đã báo ${figureText(f)} (ngày ${dayName(f.at)}).`;

export const WITHDRAWN = 'Nguồn đã rút số liệu này, hiện chưa có số thay thế.';

const DAYS: Record<Days, string> = {
  daily: 'mỗi ngày',
  workdays: 'ngày làm việc (thứ hai đến thứ sáu)',
  monday: 'thứ hai hằng tuần',
};
export const daysText = (days: Days): string => DAYS[days];

/** «7:05». */
export const timeText = (w: Pick<Wish, 'hour' | 'minute'>): string =>
  `${w.hour}:${String(w.minute).padStart(2, '0')}`;

export function contentText(content: Wish['content'], facts: Facts): string {
  if (content === 'all') return 'mọi số liệu của Lạng Sơn';
  if (content === 'watch') return 'các chỉ tiêu đang theo dõi';
  const group = facts.catalogue.groups.find((g) => g.id === content.slice(6));
  return `nhóm ${decapitalise(group?.name ?? content.slice(6))}`;
}

export const whenEmptyText = (w: Wish['whenEmpty']): string =>
  w === 'silent' ? 'chỉ gửi khi có số liệu mới' : 'luôn gửi, kể cả khi không có gì mới';

/** «tăng từ 10 % trở lên». */
export const crossesText = (crosses: string): string =>
  `${crosses.startsWith('-') ? 'giảm' : 'tăng'} từ ${printDecimal(crosses.replace(/^-/, ''))} % trở lên`;

/** The growth and its base beside the threshold that was asked for. */
export const crossedText = (growth: Omit<ToldFigure, 'indicator'>, threshold: string): string =>
  `Qua ngưỡng theo dõi (${crossesText(threshold)}): ${figureText(growth)} so với ` +
  `${growth.basis === 'mom' ? 'tháng trước' : periodName(shiftYears(growth.period, -1))}.`;

/** «Để so sánh, năm 2020: 900 nghìn tấn.» */
export const baseText = (base: ToldFigure): string =>
  `Để so sánh, ${periodName(base.period)}: ${figureText(base)}.`;

/** «Điều chỉnh: xi măng, …: trước đây công bố 945 nghìn tấn.» */
export const replacedText = (f: ToldFigure, facts: Facts): string =>
  `Điều chỉnh: ${nameOf(f, facts)}: trước đây công bố ${figureText(f)}.`;

export const belowPlanText = (actual: ToldFigure, target: ToldFigure): string =>
  `Dưới kế hoạch ${periodName(target.period)}: thực hiện ${figureText(actual)}, mục tiêu ${figureText(target)}.`;

/** «Điện thương phẩm, Lạng Sơn, năm 2021, số thực hiện: trước đây bot đã báo 890 triệu kWh (ngày 24/11/2026).» */
export const correctionText = (f: ToldFigure & { readonly at: number }, facts: Facts): string =>
  capitalise(beforeText(f, facts));

export const nowText = (f: ToldFigure): string => `Số liệu hiện nay: ${figureText(f)}.`;
