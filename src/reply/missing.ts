import type { Missing } from '../answer/answer.js';
import { decapitalise } from '../vietnamese/print.js';
import { periodsSaid, periodsText } from './periods.js';
import type { Block } from './reply.js';
import { areaName, indicatorName, isProduct } from './words.js';
import type { ReplyWorld } from './world.js';

const LACKING: Partial<Record<string, string>> = {
  target: 'mục tiêu',
  growth: 'tốc độ tăng',
  completion: 'mức hoàn thành kế hoạch',
  index: 'chỉ số',
};

/** What lacks, with the base that was asked for. */
function lackingName(m: Missing): string | undefined {
  if (m.measure === 'growth' && m.basis === 'avg_annual') return 'tốc độ tăng bình quân';
  if (m.measure === 'target' && m.basis) return 'mục tiêu tăng trưởng';
  return LACKING[m.measure ?? ''];
}

/** One indicator in one area with all the periods in which it lacks. */
interface Gap extends Missing {
  readonly periods: readonly string[];
}

function gapsOf(missing: readonly Missing[]): Gap[] {
  const found = new Map<string, Gap>();
  for (const m of missing) {
    // What is held cannot be lacking.
    if (m.period !== null && m.held.includes(m.period)) continue;
    const key = `${m.measure}|${m.basis ?? ''}|${m.area}|${m.indicator}`;
    const before = found.get(key);
    const periods = m.period === null ? [] : [m.period];
    found.set(key, { ...(before ?? m), periods: [...(before?.periods ?? []), ...periods] });
  }
  return [...found.values()];
}

function whatOf(m: Missing, world: ReplyWorld): string {
  if (m.measure === null) return 'số liệu';
  if (m.measure === 'actual' && m.indicator !== null)
    return isProduct(world, m.indicator) ? 'sản lượng' : 'số';
  return lackingName(m) ?? 'số thực hiện';
}

/** «Chưa có sản lượng điện thương phẩm năm 2018 của Lạng Sơn; đang có: các năm 2015, 2021.» */
export function missingBlocks(missing: readonly Missing[], world: ReplyWorld): Block[] {
  const groups = new Map<string, Gap[]>();
  for (const g of gapsOf(missing)) {
    const key = `${whatOf(g, world)}|${g.area}|${g.periods.join()}`;
    groups.set(key, [...(groups.get(key) ?? []), g]);
  }
  return [...groups.values()].map((list): Block => {
    const first = list[0] as Gap;
    const what = whatOf(first, world);
    const base = first.measure === 'growth' && first.basis === 'mom' ? ' so với tháng trước' : '';
    const when = `${first.periods.length > 0 ? ` ${periodsSaid(first.periods)}` : ''}${base}`;
    const where = areaName(world, first.area);
    const name = (g: Gap) => (g.indicator ? decapitalise(indicatorName(world, g.indicator)) : 'các chỉ tiêu');
    if (list.length === 1) {
      const held = first.held.length > 0 ? `; đang có: ${periodsText(first.held)}` : '';
      const of = first.indicator === null && what !== 'số liệu' ? '' : ` ${name(first)}`;
      return { kind: 'note', spans: [{ text: `Chưa có ${what}${of}${when} của ${where}${held}.` }] };
    }
    const names = list.map((g) => (g.held.length > 0 ? `${name(g)} (có: ${periodsText(g.held)})` : name(g)));
    const shown = names.length > 6 ? [...names.slice(0, 6), '…'] : names;
    const between = list.some((g) => g.held.length > 0) ? '; ' : ', ';
    return {
      kind: 'note',
      spans: [{ text: `Chưa có ${what}${when} của ${where}: ${shown.join(between)}.` }],
    };
  });
}
