import type { Answer } from '../answer/answer.js';
import type { Figure } from '../stats/figure.js';
import { comparePeriods, periodName, periodShort } from '../stats/period.js';
import { capitalise } from '../vietnamese/print.js';
import type { Block, Span } from './reply.js';
import { amount, areaName, basisName, full, indicatorName, marks, measureName, spoken } from './words.js';
import type { ReplyWorld } from './world.js';

const strong = (text: string): Span => ({ text, style: 'strong' });
const plain = (text: string): Span => ({ text });

/** The most figures told as a list; more become a table. */
const MOST_LISTED = 3;

const sameThing = (a: Figure, b: Figure) =>
  a.indicator === b.indicator && a.area === b.area && a.level === b.level;
const samePeriod = (a: Figure, b: Figure) =>
  a.period === b.period || comparePeriods(a.period, b.period) === 0;

/** What a figure is, before the number: «mục tiêu», «tăng trưởng bình quân hằng năm» … nothing for a level. */
function label(f: Figure): string {
  switch (f.measure) {
    case 'actual':
      return f.unit === 'tỷ đồng' || f.unit === 'dự án' ? 'thực hiện ' : 'sản lượng ';
    case 'growth':
      return '';
    case 'target':
      return f.unit === '%' ? 'mục tiêu ' : 'mục tiêu ';
    case 'completion':
      return 'thực hiện ';
    case 'index':
      return 'chỉ số ';
    case 'count':
      return '';
    default:
      return `${measureName(f.measure, f.basis)} `;
  }
}

/** The figure with what it is and its base: «tăng 4,1 % so với cùng kỳ năm trước». */
export function phraseOf(f: Figure): string {
  const base =
    f.measure === 'growth'
      ? ` ${basisName(f.basis)}`
      : f.measure === 'target' && f.basis
        ? ` ${basisName(f.basis)}`
        : f.measure === 'index'
          ? ' (năm trước = 100)'
          : '';
  if (f.measure === 'completion' && f.bound === 'dưới')
    return `chưa đạt kế hoạch (nguồn không nêu con số; ${spoken(f)})`;
  return `${label(f)}${full(f)}${base}`;
}

/** The figure alone, where a heading already says what it is. */
const bareOf = (f: Figure): string =>
  f.measure === 'completion' && f.bound === 'dưới'
    ? 'chưa đạt kế hoạch'
    : f.measure === 'growth' || f.measure === 'completion'
      ? full(f)
      : `${f.bound ? `${f.bound} ` : ''}${amount(f)}${marks(f)}`;

/** Context told straight after an asked figure of the same thing and period. */
function besides(f: Figure, answer: Answer): Figure[] {
  return answer.figures.filter(
    (c) =>
      c.role === 'context' &&
      c.indicator !== null &&
      sameThing(c, f) &&
      samePeriod(c, f) &&
      !isNoted(c, answer) &&
      !(c.measure === f.measure && c.basis === f.basis),
  );
}

/** Told in a note of its own. */
function isNoted(c: Figure, answer: Answer): boolean {
  return answer.notes.some(
    (n) =>
      (n.type === 'other-source' && n.figure.value === c.value && n.figure.sources[0] === c.sources[0]) ||
      (n.type === 'enterprise' && n.figure.value === c.value && n.figure.level === c.level) ||
      (n.type === 'published-and-computed' && n.computed.value === c.value && c.derived),
  );
}

const levelText = (f: Figure) => (f.level === 'enterprise' ? ' (cấp doanh nghiệp)' : '');

/** One figure told large: the number first, then what it is. */
export function headline(f: Figure, answer: Answer, world: ReplyWorld): Block[] {
  const base =
    f.measure === 'growth' || (f.measure === 'target' && f.basis)
      ? ` ${basisName(f.basis)}`
      : f.measure === 'index'
        ? ' (năm trước = 100)'
        : '';
  const kind =
    f.measure === 'target'
      ? 'mục tiêu '
      : f.measure === 'completion'
        ? ''
        : f.measure === 'index'
          ? 'chỉ số '
          : ['difference', 'share', 'sum', 'average', 'ratio'].includes(f.measure)
            ? `${measureName(f.measure, f.basis)} `
            : '';
  const number =
    f.measure === 'completion' && f.bound === 'dưới' ? 'Chưa đạt kế hoạch' : capitalise(spoken(f));
  const blocks: Block[] = [
    {
      kind: 'line',
      spans: [
        strong(number),
        plain(
          `${marks(f)}${base} – ${kind}${indicatorName(world, f.indicator)}${levelText(f)}, ${areaName(world, f.area)}, ${periodName(f.period)}.`,
        ),
      ],
    },
  ];
  for (const c of besides(f, answer))
    blocks.push({ kind: 'line', spans: [plain(`${capitalise(phraseOf(c))}.`)] });
  return blocks;
}

/** Asked figures as a headline, a list or a table. */
export function figureBlocks(answer: Answer, world: ReplyWorld): Block[] {
  const asked = answer.figures.filter((f) => f.role === 'asked' && f.measure !== 'count');
  const [only] = asked;
  if (!only) return [];
  if (asked.length === 1) return headline(only, answer, world);
  if (asked.length <= MOST_LISTED) return [title(asked, world), list(asked, answer, world)];
  return [title(asked, world), table(asked, answer, world)];
}

const one = <T>(values: readonly T[]): T | null => (new Set(values).size === 1 ? (values[0] as T) : null);

/** What all the figures share, as a heading. */
function title(asked: readonly Figure[], world: ReplyWorld): Block {
  const indicator = one(asked.map((f) => f.indicator));
  const area = one(asked.map((f) => f.area));
  const period = one(asked.map((f) => f.period));
  const product = asked.every((f) => world.facts.indicator(f.indicator ?? '')?.kind === 'product');
  const measure =
    one(asked.map((f) => measureName(f.measure, f.basis, product))) ??
    one(asked.map((f) => measureName(f.measure, null, product)));
  const words = [
    indicator ? indicatorName(world, indicator) : null,
    measure,
    area ? areaName(world, area) : null,
    period ? periodName(period) : null,
  ].filter((w) => w !== null);
  return { kind: 'line', spans: [strong(`${capitalise(words.join(', ') || 'Kết quả')}:`)] };
}

function list(asked: readonly Figure[], answer: Answer, world: ReplyWorld): Block {
  const measure = one(asked.map((f) => measureName(f.measure, f.basis)));
  const indicator = one(asked.map((f) => f.indicator));
  const area = one(asked.map((f) => f.area));
  const period = one(asked.map((f) => f.period));
  return {
    kind: 'list',
    items: asked.map((f) => {
      const head = [
        indicator ? null : indicatorName(world, f.indicator),
        area ? null : areaName(world, f.area),
        period ? null : periodName(f.period),
      ].filter((w) => w !== null);
      const rest = besides(f, answer).map(phraseOf);
      const own = measure ? bareOf(f) : phraseOf(f);
      const name =
        head.length > 0 ? capitalise(head.join(', ')) : capitalise(measureName(f.measure, f.basis));
      return [
        plain(`${name}${levelText(f)}: `),
        strong(own),
        plain(rest.length > 0 ? `; ${rest.join('; ')}` : ''),
      ];
    }),
  };
}

/** Longest row of a table that fits a phone in monospace. */
export const WIDEST = 36;

function table(asked: readonly Figure[], answer: Answer, world: ReplyWorld): Block {
  const indicator = one(asked.map((f) => f.indicator));
  const area = one(asked.map((f) => f.area));
  const period = one(asked.map((f) => f.period));
  const measure = one(asked.map((f) => f.measure));
  const basis = one(asked.map((f) => f.basis));
  const named = (f: Figure) => {
    const words = [
      indicator ? null : indicatorName(world, f.indicator),
      area ? null : areaName(world, f.area),
      period ? null : periodShort(f.period),
      measure
        ? basis === null && f.basis && f.measure === 'target'
          ? 'tốc độ tăng'
          : null
        : measureName(f.measure, f.basis),
    ];
    return capitalise(words.filter((w) => w !== null).join(', '));
  };
  const growth = asked.map((f) =>
    f.measure === 'actual'
      ? besides(f, answer).find((c) => c.measure === 'growth' && c.basis === 'yoy')
      : undefined,
  );
  const withGrowth = growth.some((g) => g !== undefined);
  const head = indicator === null ? 'Chỉ tiêu' : area === null ? 'Địa bàn' : 'Kỳ';
  return {
    kind: 'table',
    columns: [
      { head, align: 'left' },
      { head: 'Số liệu', align: 'right' },
      ...(withGrowth ? [{ head: 'So cùng kỳ', align: 'right' as const }] : []),
    ],
    rows: asked.map((f, i) => [
      `${named(f)}${levelText(f)}`,
      `${f.measure === 'growth' ? signed(f) : `${f.bound ? `${f.bound} ` : ''}${amount(f)}`}${marks(f)}`,
      ...(withGrowth ? [growth[i] ? signed(growth[i] as Figure) : '–'] : []),
    ]),
  };
}

/** «+4,1 %», «−2,8 %» for tables. */
function signed(f: Figure): string {
  const bound = f.bound ? `${f.bound} ` : '';
  return f.value.startsWith('-') ? `${bound}−${amount(f, f.value.slice(1))}` : `${bound}+${amount(f)}`;
}
