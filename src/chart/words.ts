import type { Question } from '../question/question.js';
import { areaName, basisName, indicatorName, isProduct, measureName } from '../reply/words.js';
import type { ReplyWorld } from '../reply/world.js';
import { compare } from '../stats/decimal.js';
import type { Figure } from '../stats/figure.js';
import { parsePeriod, periodName, periodShort } from '../stats/period.js';
import { capitalise, decapitalise, joinList } from '../vietnamese/print.js';
import type { Selection } from './select.js';
import type { ChartKind, Point, Series } from './spec.js';

/** What a chart says in words: title, names, alt text and caption. */

const LONGEST_CAPTION = 1024;
/** Things named one by one in a caption. */
const MOST_TOLD = 6;
/** Names of several indicators in a title, in letters. */
const LONGEST_LIST = 60;

const only = <T>(values: readonly T[]): T | null => (new Set(values).size === 1 ? (values[0] as T) : null);
/** Of whole years it is the year before. */
const SAME_PERIOD = 'cùng kỳ năm trước';

const filled = (words: readonly (string | null)[]) =>
  words.filter((w): w is string => w !== null && w !== '');

const measureOf = (f: Figure, names: ReplyWorld, period?: string) =>
  f.measure === 'index'
    ? basisName(f.basis, period)
    : measureName(f.measure, f.basis, isProduct(names, f.indicator), period);

const shared = (chosen: Selection) => ({
  indicator: only(chosen.drawn.map((f) => f.indicator)),
  area: only(chosen.drawn.map((f) => f.area)),
  period: only(chosen.drawn.map((f) => f.period)),
});

const company = (f: Figure) => (f.level === 'enterprise' ? ' (cấp doanh nghiệp)' : '');

/** What all figures share: «Xi măng, sản lượng, cả nước», «Sản lượng của 6 sản phẩm, cả nước». */
export function titleOf(chosen: Selection, question: Question, names: ReplyWorld): string {
  const { indicator, area, period } = shared(chosen);
  const measure =
    chosen.kind === 'target'
      ? 'thực hiện và mục tiêu'
      : only(chosen.drawn.map((f) => measureOf(f, names, period ?? undefined)))?.replace(
          SAME_PERIOD,
          chosen.drawn.every((f) => parsePeriod(f.period)?.kind === 'year') ? 'năm trước' : SAME_PERIOD,
        );
  const place = placeOf(chosen, question);
  const several = indicator === null ? severalOf(chosen, names) : null;
  const counted = several !== null && /^\d/.test(several);
  const words = filled([
    indicator === null ? null : `${indicatorName(names, indicator)}${company(chosen.drawn[0] as Figure)}`,
    counted ? null : several,
    counted ? `${measure ?? 'Số liệu'} của ${several}${place}` : (measure ?? null),
    area === null ? areasOf(chosen, place, names) : areaName(names, area),
  ]);
  return capitalise(words.join(', ') || 'So sánh số liệu');
}

/** Several indicators in a few words: what their names begin with, the names where they are few, else how many. */
function severalOf(chosen: Selection, names: ReplyWorld): string {
  const ids = [...new Set(chosen.drawn.map((f) => f.indicator))];
  const all = ids.map((id) => indicatorName(names, id));
  const head = headOf(all);
  if (head !== '') return head;
  const listed = joinList(all.map((n, i) => (i === 0 ? n : decapitalise(n))));
  if (ids.length <= 3 && listed.length <= LONGEST_LIST) return listed;
  return `${ids.length} ${ids.every((id) => isProduct(names, id)) ? 'sản phẩm' : 'chỉ tiêu'}`;
}

/** «Giá trị sản xuất công nghiệp» where that with something in brackets is what all names are; '' where not. */
function headOf(all: readonly string[]): string {
  const heads = all.map((n) => /^(.+?) \([^()]+\)$/.exec(n)?.[1] ?? '');
  return only(heads) ?? '';
}

/** A few areas by name; many in rows are counted, in lines the legend names them. */
function areasOf(chosen: Selection, place: string, names: ReplyWorld): string | null {
  const ids = [...new Set(chosen.drawn.map((f) => f.area))];
  if (ids.length <= 3) return joinList(ids.map((id) => areaName(names, id)));
  if (chosen.axis === 'periods') return null;
  const provinces = ids.every((id) => names.facts.area(id)?.kind === 'province');
  return `${ids.length} ${provinces ? 'tỉnh, thành phố' : 'địa bàn'}${place}`;
}

/** « đứng đầu»: the picture shows a part of a ranking, which nobody could see from it. */
function placeOf(chosen: Selection, question: Question): string {
  if (question.kind !== 'rank' || question.limit === null || chosen.keys.length < question.limit) return '';
  return question.order === 'desc' ? ' đứng đầu' : ' thấp nhất';
}

/** «Năm 2015 · Đơn vị: nghìn tấn». */
export function subtitleOf(chosen: Selection, unit: string, base: 0 | 100): string {
  const codes = chosen.axis === 'periods' ? chosen.keys : [...new Set(chosen.drawn.map((f) => f.period))];
  const [first, last] = [codes[0] as string, codes.at(-1) as string];
  const long = ['month', 'quarter'].includes(parsePeriod(first)?.kind ?? '');
  const name = long ? periodName : periodShort;
  const when = codes.length === 1 ? periodName(first) : `${name(first)} – ${name(last)}`;
  return `${capitalise(when)} · Đơn vị: ${unit}${base === 100 ? ' · vạch gốc: 100' : ''}`;
}

/** A thing on the axis, by what sets it apart from the others. */
export function thingName(f: Figure, chosen: Selection, names: ReplyWorld): string {
  const { indicator, area, period } = shared(chosen);
  const words = filled([
    indicator === null ? indicatorName(names, f.indicator) : null,
    area === null ? areaName(names, f.area) : null,
    period === null ? periodShort(f.period) : null,
  ]);
  return `${capitalise(words.join(', ') || indicatorName(names, f.indicator))}${company(f)}`;
}

/** A series in the legend. */
export function lineName(f: Figure, chosen: Selection, names: ReplyWorld): string {
  if (chosen.kind === 'target') return f.measure === 'target' ? 'Mục tiêu' : 'Thực hiện';
  const { indicator, area } = shared(chosen);
  const heads = chosen.lines.map((l) => l.head);
  const name = indicatorName(names, f.indicator);
  // What the title has said is not said again: «Giá so sánh 2010».
  const common = headOf(heads.map((h) => indicatorName(names, h.indicator)));
  const own = common === '' ? name : name.slice(common.length + 2, -1);
  const words = filled([
    indicator === null ? own : null,
    area === null ? areaName(names, f.area) : null,
    only(heads.map((h) => measureOf(h, names))) === null ? measureOf(f, names) : null,
  ]);
  return `${capitalise(words.join(', '))}${company(f)}`;
}

interface Shown {
  readonly kind: ChartKind;
  readonly title: string;
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly foot: readonly string[];
  readonly highlight: number | null;
}

const NAMES: Record<ChartKind, string> = {
  series: 'Biểu đồ theo thời gian',
  comparison: 'Biểu đồ so sánh',
  ranking: 'Biểu đồ xếp hạng',
  target: 'Biểu đồ thực hiện và mục tiêu',
};

const told = (p: Point, unit: string) =>
  `${p.label} ${unit}${p.mark === 'estimate' ? ' (ước)' : p.mark === 'preliminary' ? ' (sơ bộ)' : ''}`;

interface At {
  readonly at: string;
  readonly index: number;
  readonly point: Point;
}
const held = (s: Series, categories: readonly string[]): At[] =>
  s.points.flatMap((point, index) => (point ? [{ at: categories[index] as string, index, point }] : []));

/** Every value in words, cut where it grows too long. */
export function altOf(shown: Shown): string {
  const parts = shown.series.map((s) => {
    const values = held(s, shown.categories).map((h) => `${h.at}: ${told(h.point, shown.unit)}`);
    return `${s.name ? `${s.name} – ` : ''}${values.join('; ')}`;
  });
  return shorten(`${NAMES[shown.kind]}. ${shown.title}. ${parts.join('. ')}.`, 2000);
}

/** First and last values and what happened between, or the two ends of a ranking. */
export function captionOf(shown: Shown): string {
  const lines = [shown.title];
  if (shown.kind === 'target') lines.push(...targetLines(shown));
  else if (shown.kind === 'series') for (const s of shown.series) lines.push(storyOf(s, shown));
  else lines.push(endsOf(shown));
  lines.push(...shown.foot);
  return shorten(lines.join('\n'), LONGEST_CAPTION);
}

function targetLines(shown: Shown): string[] {
  const out = shown.categories.slice(0, MOST_TOLD).map((at, i) => {
    const [actual, target] = shown.series.map((s) => s.points[i]);
    const told2 = filled([
      actual ? `thực hiện ${told(actual, shown.unit)}` : null,
      target ? `mục tiêu ${told(target, shown.unit)}` : null,
    ]);
    return `${at}: ${told2.join(', ')}.`;
  });
  const more = shown.categories.length - out.length;
  return more > 0 ? [...out, `và ${more} cặp khác trong hình.`] : out;
}

function storyOf(s: Series, shown: Shown): string {
  const all = held(s, shown.categories);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return '';
  const name = s.name ? `${s.name}: ` : '';
  if (all.length === 1) return `${name}${first.at} ${told(first.point, shown.unit)}.`;
  const ends = `${first.at} ${told(first.point, shown.unit)} → ${last.at} ${told(last.point, shown.unit)}`;
  const by = [...all].sort((a, b) => compare(a.point.value, b.point.value));
  const [low, high] = [by[0] as At, by.at(-1) as At];
  const between = filled([
    high === first || high === last ? null : `cao nhất ${high.at} (${high.point.label})`,
    low === first || low === last ? null : `thấp nhất ${low.at} (${low.point.label})`,
    movesOf(all, s.breaks),
  ]);
  return `${name}${ends}${between.length > 0 ? `; ${between.join(', ')}` : ''}.`;
}

/** How often it rose and fell from one period to the next; steps over a gap or a break are not counted. */
function movesOf(all: readonly At[], breaks: readonly number[]): string {
  let [up, down] = [0, 0];
  for (const [i, now] of all.entries()) {
    const before = all[i - 1];
    if (!before || before.index !== now.index - 1 || breaks.includes(now.index)) continue;
    const step = compare(now.point.value, before.point.value);
    if (step > 0) up++;
    if (step < 0) down++;
  }
  if (up + down < 2) return '';
  if (down === 0) return 'kỳ nào cũng cao hơn kỳ trước';
  if (up === 0) return 'kỳ nào cũng thấp hơn kỳ trước';
  return `${up} lần cao hơn và ${down} lần thấp hơn kỳ trước`;
}

function endsOf(shown: Shown): string {
  const all = held(shown.series[0] as Series, shown.categories);
  const by = [...all].sort((a, b) => compare(b.point.value, a.point.value));
  const [high, low] = [by[0] as At, by.at(-1) as At];
  const own = all.find((h) => h.index === shown.highlight && h !== high && h !== low);
  const home = own ? `; ${own.at} ${told(own.point, shown.unit)}` : '';
  const among = all.length > 2 ? `Trong ${all.length} số đã vẽ, cao` : 'Cao';
  return `${among} nhất: ${high.at} ${told(high.point, shown.unit)}; thấp nhất: ${low.at} ${told(low.point, shown.unit)}${home}.`;
}

const shorten = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
