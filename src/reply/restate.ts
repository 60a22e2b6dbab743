import type { Answer } from '../answer/answer.js';
import { periodName } from '../stats/period.js';
import { choiceName, subjectName } from './phrase.js';
import { areaName, measureName } from './words.js';
import type { ReplyWorld } from './world.js';

/** How the question was read: «Điện thương phẩm · Lạng Sơn · năm 2021 · sản lượng». Null where nothing was. */
export function restate(answer: Answer, world: ReplyWorld): string | null {
  const q = answer.question;
  if (!('subject' in q)) return null;
  const name =
    q.subject.value.indicators.length > 0
      ? q.kind === 'catalogue' && q.subject.value.group === null && q.subject.value.indicators.length > 6
        ? `${q.subject.value.indicators.length} chỉ tiêu`
        : subjectName(q, world)
      : q.kind === 'overview' || q.kind === 'rank' || q.kind === 'filter'
        ? 'Các sản phẩm'
        : 'Số liệu';
  const areas = (answer.areas.length > 0 ? answer.areas : q.areas.value).filter((a) => a !== '');
  const periods =
    q.periods.value.type === 'list' || answer.periods.length === 1
      ? answer.periods.length > 0 && answer.periods.length <= 3
        ? answer.periods.map(periodName).join(', ')
        : choiceName(q.periods.value)
      : choiceName(q.periods.value);
  const product =
    q.subject.value.indicators.some((i) => world.facts.indicator(i)?.kind === 'product') ||
    q.subject.value.indicators.length === 0;
  const measure =
    {
      source: 'nguồn',
      catalogue: 'danh mục',
      definition: 'khái niệm',
      freshness: 'kỳ mới nhất',
      revisions: 'các lần công bố',
    }[q.kind as string] ??
    measureName(
      q.measure.value,
      q.basis.value,
      product,
      answer.periods.length === 1 ? answer.periods[0] : undefined,
    );
  const place =
    areas.length > 3 ? `${areas.length} địa bàn` : areas.map((a) => areaName(world, a)).join(', ');
  return [name, place, periods, measure].filter((s) => s !== '').join(' · ');
}
