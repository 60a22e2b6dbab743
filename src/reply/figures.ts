import type { Answer } from '../answer/answer.js';
import type { Figure } from '../stats/figure.js';
import { parsePeriod, periodName, shiftYears } from '../stats/period.js';
import { capitalise, decapitalise } from '../vietnamese/print.js';
import { bareOf, besides, isVersus, phraseOf } from './beside.js';
import { gridList, gridTable, isGrid, unitOf } from './grid.js';
import { headline, namedLevel, withEstimate } from './headline.js';
import type { Block, Span } from './reply.js';
import { one, tableOf } from './table.js';
import { isRun, trendBlock } from './trend.js';
import { twinOf, versusBlock, versusContext } from './versus.js';
import { areaName, baseOf, basisName, full, indicatorName, isProduct, marks, measureName } from './words.js';
import type { ReplyWorld } from './world.js';

const strong = (text: string): Span => ({ text, style: 'strong' });
const plain = (text: string): Span => ({ text });

/** The most figures told as a list; more become a table. */
const MOST_LISTED = 3;

/** Asked figures as a headline, a list or a table. */
export function figureBlocks(answer: Answer, world: ReplyWorld): Block[] {
  const asked = answer.figures.filter((f) => f.role === 'asked' && f.measure !== 'count');
  const [only] = asked;
  if (!only) return [];
  const rivals = rivalsOf(answer);
  if (rivals.length > 0) {
    const both = [...asked, ...rivals];
    return [title(both, answer, world), gridTable(both, world) ?? gridList(both, answer, world)];
  }
  const span = spanBlocks(answer, world);
  if (asked.length === 1) return [...headline(only, answer, world), ...versusContext(answer, world), ...span];
  const versus = asked.every(isVersus)
    ? asked.map((f) => versusBlock(f, twinOf(f, answer), world)).filter((b) => b !== null)
    : [];
  // A list of many is a list, whatever it is counted against.
  const set = answer.question.kind === 'rank' || answer.question.kind === 'filter';
  if (versus.length === asked.length && !set) return versus;
  if (asked.every((f) => f.measure === 'share')) return asked.flatMap((f) => headline(f, answer, world));
  const trend = answer.question.kind === 'series' && answer.question.trend;
  const lead = publishedLead(answer);
  const opening = [
    ...(lead ? headline(lead, { ...answer, figures: [] }, world) : []),
    ...versusContext(answer, world),
    ...answer.figures
      .filter((f) => f.role === 'context' && f.measure === 'share')
      .flatMap((f) => headline(f, answer, world)),
  ];
  // A trend tells of each thing by itself.
  if (!trend && isGrid(asked)) {
    const table = gridTable(asked, world);
    return [
      ...opening,
      title(asked, answer, world, table ? unitOf(asked) : null),
      table ?? gridList(asked, answer, world),
      ...span,
    ];
  }
  return [
    ...opening,
    ...groups(asked, answer.question.kind === 'series').flatMap((g) => {
      const turn =
        trend && isRun(g)
          ? trendBlock(
              g,
              answer.figures.filter(
                (c) => c.role === 'context' && isYoy(c) && c.indicator === g[0]?.indicator,
              ),
            )
          : null;
      const body = (g.length > MOST_LISTED ? tableOf(g, answer, world) : null) ?? list(g, answer, world);
      return [...(turn ? [turn] : []), title(g, answer, world), body];
    }),
    ...span,
  ];
}

/** The other area's figures, by which a filter took its periods. */
function rivalsOf(answer: Answer): Figure[] {
  const q = answer.question;
  if (q.kind !== 'filter' || q.across !== 'periods') return [];
  const than = q.threshold.than ?? [];
  return answer.figures.filter((f) => f.role === 'context' && than.includes(f.area));
}

/**
 * Two periods of two releases, a year apart: the growth that the later release published leads, as nothing may be
 * worked out from the levels.
 */
function publishedLead(answer: Answer): Figure | null {
  if (!answer.notes.some((n) => n.type === 'caveat' && n.caveat === 'monthly-releases')) return null;
  const asked = answer.figures.filter((f) => f.role === 'asked').map((f) => f.period);
  return (
    answer.figures.find(
      (f) =>
        f.role === 'context' &&
        isYoy(f) &&
        !f.derived &&
        asked.includes(f.period) &&
        asked.includes(shiftYears(f.period, -1)),
    ) ?? null
  );
}

/** What was published for a span of years as a whole, beside the years of a series. */
function spanBlocks(answer: Answer, world: ReplyWorld): Block[] {
  if (answer.question.kind !== 'series') return [];
  const found = answer.figures.filter(
    (f) => f.role === 'context' && !f.derived && parsePeriod(f.period)?.kind === 'span',
  );
  const names = new Set(answer.figures.map((f) => f.indicator)).size > 1;
  return found.map((f): Block => {
    const name = names ? ` – ${decapitalise(indicatorName(world, f.indicator))}` : '';
    return {
      kind: 'line',
      spans: [plain(`Cả ${periodName(f.period)}: ${phraseOf(f, world)}${name}.`)],
    };
  });
}

/** Several things over several periods are told one thing after the other. */
function groups(asked: readonly Figure[], series: boolean): Figure[][] {
  const things = new Map<string, Figure[]>();
  for (const f of asked) {
    const key = `${f.indicator}|${f.area}|${f.level}|${series ? f.measure : ''}`;
    things.set(key, [...(things.get(key) ?? []), f]);
  }
  const several = things.size > 1 && new Set(asked.map((f) => f.period)).size > 1;
  const long = [...things.values()].every((g) => g.length > 1);
  return several && long && asked.length > MOST_LISTED ? [...things.values()] : [[...asked]];
}

/** «so với năm 2020» of one year, «so với năm trước» of several. */
function sharedBasis(asked: readonly Figure[]): string {
  const said = one(asked.map((f) => basisName(f.basis, f.period)));
  if (said !== null) return said;
  const basis = one(asked.map((f) => f.basis));
  return basis === 'yoy' && asked.every((f) => parsePeriod(f.period)?.kind === 'year')
    ? 'so với năm trước'
    : '';
}

/** What all the figures share, as a heading. */
function title(
  asked: readonly Figure[],
  answer: Answer,
  world: ReplyWorld,
  unit: string | null = null,
): Block {
  const indicator = one(asked.map((f) => f.indicator));
  const area = one(asked.map((f) => f.area));
  const period = one(asked.map((f) => f.period));
  const measure = one(asked.map((f) => f.measure));
  const product = asked.every((f) => isProduct(world, f.indicator));
  const name = indicator ? decapitalise(indicatorName(world, indicator)) : '';
  const what =
    measure === 'growth'
      ? `tốc độ tăng ${name} ${period ? periodName(period) : ''} ${sharedBasis(asked)}`
      : measure === 'index'
        ? `${name || 'chỉ số'} ${period ? periodName(period) : ''} (năm trước = 100)`
        : `${measure === null || (measure === 'actual' && !product) ? (name ? '' : answer.question.kind === 'overview' ? 'các chỉ tiêu chủ yếu' : 'số liệu') : measureName(measure, null, product)} ${name} ${period ? periodName(period) : ''}`;
  const shared = asked.every((f) => f.level === 'enterprise') ? ' (cấp doanh nghiệp)' : '';
  const where = area ? `, ${areaName(world, area)}` : '';
  const growths = asked.flatMap((f) => besides(f, answer).filter(isYoy));
  const base =
    besideShort(asked) && period !== null && measure !== 'growth' && measure !== 'index' && growths.length > 0
      ? ` (tăng, giảm ${basisName('yoy', period)})`
      : '';
  const shown = asked.length > MOST_LISTED ? (one(asked.map(marks)) ?? '') : '';
  const mark =
    unit === null || unit === '%' ? shown : ` (${unit}${shown === '' ? ')' : `, ${shown.slice(2)}`}`;
  return {
    kind: 'line',
    spans: [strong(`${capitalise(`${what.replace(/\s+/g, ' ').trim()}${shared}${where}`)}${mark}${base}:`)],
  };
}

/** How a growth told beside a level in a long list is put: the base stands in the heading. */
const besideShort = (asked: readonly Figure[]) => asked.length > MOST_LISTED;

function list(asked: readonly Figure[], answer: Answer, world: ReplyWorld): Block {
  const indicator = one(asked.map((f) => f.indicator));
  const area = one(asked.map((f) => f.area));
  const period = one(asked.map((f) => f.period));
  const level = one(asked.map((f) => f.level));
  const measure = one(asked.map((f) => f.measure));
  const alike = measure !== null && one(asked.map((f) => f.basis)) !== null;
  const short = besideShort(asked) && period !== null;
  // One change told twice: as published, and as two levels give it.
  const twice = measure === 'growth' && asked.some((f) => f.derived) && asked.some((f) => !f.derived);
  const own = (f: Figure, named: boolean) => {
    if (alike || (!named && f.measure !== 'growth')) return bareOf(f);
    if (f.measure === 'actual' && answer.question.kind === 'overview') return bareOf(f);
    // The heading or the name says what it is: only the base is still needed.
    if (measure !== null || f.measure === 'index') return `${bareOf(f)}${baseOf(f)}`;
    return phraseOf(f, world);
  };
  const lead = publishedLead(answer);
  return {
    kind: 'list',
    items: asked.map((f) => {
      const head = [
        indicator ? null : indicatorName(world, f.indicator),
        area ? null : areaName(world, f.area),
        period ? null : periodName(f.period),
      ].filter((w) => w !== null);
      const rest = besides(f, answer)
        .filter((c) => c !== lead)
        .map((c) => `${short && isYoy(c) ? full(c) : phraseOf(c, world)}${withEstimate(c, f, answer)}`);
      const name =
        head.length > 0
          ? head.join(', ')
          : f.measure === 'growth'
            ? twice
              ? f.derived
                ? 'tính từ hai mức'
                : 'nguồn công bố'
              : 'tốc độ tăng'
            : measureName(f.measure, null, isProduct(world, f.indicator));
      return [
        plain(`${level ? capitalise(name) : namedLevel(capitalise(name), f)}: `),
        strong(own(f, head.length > 0)),
        plain(rest.length > 0 ? `; ${rest.join('; ')}` : ''),
      ];
    }),
  };
}

const isYoy = (f: Figure) => f.measure === 'growth' && f.basis === 'yoy';
