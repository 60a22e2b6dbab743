import type { Answer, Assumption, Missing, Note } from '../answer/answer.js';
import type { Figure } from '../stats/figure.js';
import { comparePeriods, periodName, periodShort } from '../stats/period.js';
import { decapitalise, joinList, printDate } from '../vietnamese/print.js';
import type { Block } from './reply.js';
import { amount, areaName, basisName, full, indicatorName, spoken } from './words.js';
import type { ReplyWorld } from './world.js';

const note = (text: string): Block => ({ kind: 'note', spans: [{ text }] });

/** Periods held, the newest few. */
export function heldText(held: readonly string[]): string {
  const sorted = [...held].sort(comparePeriods);
  const years = sorted.filter((p) => /^\d{4}$/.test(p));
  if (years.length > 6 && years.length === sorted.length) return `năm ${years[0]}–${years.at(-1)}`;
  const shown = sorted.slice(-5).map((p) => (/^\d{4}$/.test(p) ? p : periodName(p)));
  return sorted.length > shown.length ? `… ${shown.join(', ')}` : shown.join(', ');
}

const MEASURE_LACKING: Partial<Record<string, string>> = {
  target: 'mục tiêu',
  growth: 'tốc độ tăng',
  completion: 'mức hoàn thành kế hoạch',
  actual: 'số thực hiện',
  index: 'chỉ số',
};

/** «Chưa có số thực hiện năm 2021: điện sản xuất (có: Q1/2010, 10T/2013, 2015)». One line a measure and period. */
export function missingBlocks(missing: readonly Missing[], world: ReplyWorld): Block[] {
  const groups = new Map<string, Missing[]>();
  for (const m of missing) {
    const key = `${m.measure ?? 'actual'}|${m.area}|${m.period ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), m]);
  }
  const blocks: Block[] = [];
  for (const list of groups.values()) {
    const first = list[0] as Missing;
    const what = first.measure === null ? 'số liệu' : (MEASURE_LACKING[first.measure] ?? 'số liệu');
    const when = first.period ? ` ${periodName(first.period)}` : '';
    const names = [...new Map(list.map((m) => [m.indicator, m])).values()].map((m) => {
      const name = m.indicator ? decapitalise(indicatorName(world, m.indicator)) : 'các chỉ tiêu';
      return m.held.length > 0 ? `${name} (có: ${heldText(m.held)})` : name;
    });
    const shown = names.length > 6 ? [...names.slice(0, 6), `${names.length - 6} chỉ tiêu khác`] : names;
    blocks.push(note(`Chưa có ${what}${when} của ${areaName(world, first.area)}: ${shown.join('; ')}.`));
  }
  return blocks;
}

const CARRIED = { subject: 'chỉ tiêu', area: 'địa bàn', period: 'kỳ', measure: 'nội dung hỏi' } as const;

function assumptionText(a: Assumption, answer: Answer, world: ReplyWorld): string | null {
  switch (a.type) {
    case 'period':
      return `Lấy kỳ mới nhất có số liệu: ${periodName(a.period)}.`;
    case 'area':
      return `Lạng Sơn không có chỉ tiêu này trong kho số liệu: đây là số của ${areaName(world, a.area)}.`;
    case 'carried': {
      const values = a.what.map((w) => `${CARRIED[w]}${carriedValue(w, answer, world)}`);
      return `Giữ từ câu trước: ${joinList(values)}.`;
    }
    case 'bend':
      return `Hiểu «${a.bend.typed}» là «${a.bend.read}».`;
    case 'leftover':
      return `Chưa hiểu: ${joinList(a.words.map((w) => `«${w}»`))}.`;
    case 'derived':
    case 'measure':
      return null;
  }
}

function carriedValue(what: keyof typeof CARRIED, answer: Answer, world: ReplyWorld): string {
  if (what === 'area' && answer.areas[0])
    return ` (${joinList(answer.areas.map((x) => areaName(world, x)))})`;
  if (what === 'period' && answer.periods.length === 1)
    return ` (${periodName(answer.periods[0] as string)})`;
  return '';
}

/** What was assumed, one short clause each. */
export function assumptionBlocks(answer: Answer, world: ReplyWorld): Block[] {
  const texts = answer.assumptions.map((a) => assumptionText(a, answer, world)).filter((t) => t !== null);
  return texts.map(note);
}

/** How derived figures were worked out, with their inputs. */
export function formulaBlocks(figures: readonly Figure[], world: ReplyWorld): Block[] {
  const told = new Set<string>();
  const blocks: Block[] = [];
  for (const f of figures) {
    if (!f.derived || f.measure === 'count' || f.formula === null) continue;
    const inputs = f.inputs
      .slice(0, 3)
      .map(
        (i) =>
          `${spoken(i)} (${i.area === f.area ? '' : `${areaName(world, i.area)}, `}${i.indicator !== f.indicator ? `${decapitalise(indicatorName(world, i.indicator))}, ` : ''}${periodShort(i.period)})`,
      );
    const text = `Suy ra: ${f.formula}${inputs.length > 0 ? `, từ ${joinList(inputs)}${f.inputs.length > 3 ? ' …' : ''}` : ''}.`;
    if (told.has(text)) continue;
    told.add(text);
    blocks.push(note(text));
    if (blocks.length === 3) break;
  }
  return blocks;
}

function noteText(n: Note, world: ReplyWorld): string {
  switch (n.type) {
    case 'other-source': {
      const source = world.facts.source(n.figure.sources[0] ?? '');
      const name = decapitalise(indicatorName(world, n.figure.indicator));
      const when = source ? printDate(source.edition) : '';
      return `Nguồn khác ghi ${name} ${periodName(n.figure.period)}: ${full(n.figure)}${source ? ` (${source.publisher}${when ? `, ${when}` : ''})` : ''}.`;
    }
    case 'target-below-actual':
      return `Lưu ý: mục tiêu ${periodName(n.target.period)} (${amount(n.target)}) thấp hơn thực hiện ${periodName(n.actual.period)} (${amount(n.actual)}), đúng như nguồn công bố.`;
    case 'enterprise':
      return `Chỉ có số của doanh nghiệp, không phải số toàn tỉnh: ${decapitalise(indicatorName(world, n.figure.indicator))} ${periodName(n.figure.period)} ${full(n.figure)}${n.figure.measure === 'growth' ? ` ${basisName(n.figure.basis)}` : ''}.`;
    case 'published-and-computed':
      return `Tốc độ tăng tính từ hai mức đã công bố là ${spoken(n.computed)} (suy ra), khác số nguồn công bố (${spoken(n.published)}).`;
    case 'text':
      return `${n.text.charAt(0).toUpperCase()}${n.text.slice(1)}.`;
  }
}

export function noteBlocks(notes: readonly Note[], world: ReplyWorld): Block[] {
  const seen = new Set<string>();
  return notes.flatMap((n): Block[] => {
    const text = noteText(n, world);
    if (seen.has(text)) return [];
    seen.add(text);
    return [{ kind: 'note', spans: [n.type === 'text' ? { text, literal: true } : { text }] }];
  });
}
