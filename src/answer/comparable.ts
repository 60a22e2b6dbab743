import type { Observation } from '../stats/facts.js';
import { type Figure, published } from '../stats/figure.js';
import { parsePeriod } from '../stats/period.js';
import type { FactKey, Facts } from '../store/reader.js';
import { equivalents } from './periods-alike.js';

/** What stands against setting two levels against each other (ANSWERING rules 3, 6 and 8). */
export type Obstacle = 'unlike-periods' | 'monthly-releases' | 'unlike-definitions' | 'unlike-bases';

/** How two indicators are related by the words that name several of them. */
export type Kinship = 'same' | 'twins' | 'kin' | 'apart';

/**
 * `same`: one indicator. `twins`: one thing under the names of different sources or times. `kin`: one word
 * means both («gỗ khai thác», «gỗ rừng trồng khai thác»), each measured in its own way. `apart`: unrelated.
 */
export function kinship(facts: Facts, a: string | null, b: string | null): Kinship {
  if (a === b) return 'same';
  if (a === null || b === null) return 'apart';
  const shared = facts.catalogue.groups.filter((g) => g.members.includes(a) && g.members.includes(b));
  if (shared.some((g) => g.rule === 'first')) return 'twins';
  return shared.length > 0 ? 'kin' : 'apart';
}

/** The price base in a value's name; null where it has none. */
export function priceBase(facts: Facts, indicator: string | null): string | null {
  const name = indicator === null ? '' : (facts.indicator(indicator)?.name ?? '');
  return (
    /giá hiện hành|giá so sánh \d{4}|không (?:nêu|rõ) gốc giá/.exec(name)?.[0]?.replace(/nêu|rõ/, '') ?? null
  );
}

const monthsOf = (f: Figure) => parsePeriod(f.period)?.months ?? 0;
const isShort = (f: Figure) => parsePeriod(f.period)?.kind !== 'span' && monthsOf(f) < 12;

/** Why no difference, change or quotient of two levels may be told; null where one may. */
export function obstacle(facts: Facts, a: Figure, b: Figure): Obstacle | null {
  if (monthsOf(a) !== monthsOf(b)) return 'unlike-periods';
  // Each monthly release rests on its own base: a level of one is not set against a level of another.
  if (isShort(a) && a.period !== b.period && a.sources[0] !== b.sources[0]) return 'monthly-releases';
  if (disowned(facts, a, b)) return 'monthly-releases';
  if (priceBase(facts, a.indicator) !== priceBase(facts, b.indicator)) return 'unlike-bases';
  if (kinship(facts, a.indicator, b.indicator) === 'kin' && (a.period !== b.period || a.area !== b.area))
    return 'unlike-definitions';
  return null;
}

const isMonthly = (facts: Facts, f: Figure): boolean =>
  f.sources.length === 1 && /tháng \d+ năm \d{4}/.test(facts.source(f.sources[0] as string)?.title ?? '');

/** Years that two monthly reports state: where the later report's own growth says something else, its levels rest on another base. */
function disowned(facts: Facts, a: Figure, b: Figure): boolean {
  const [early, late] = a.period < b.period ? [a, b] : [b, a];
  if (
    a.indicator === null ||
    a.indicator !== b.indicator ||
    a.area !== b.area ||
    a.sources[0] === b.sources[0]
  )
    return false;
  if (parsePeriod(late.period)?.kind !== 'year' || Number(late.period) - Number(early.period) !== 1)
    return false;
  if (!isMonthly(facts, early) || !isMonthly(facts, late)) return false;
  const own = facts
    .current({ indicator: a.indicator, area: a.area, measure: 'growth', basis: 'yoy', period: late.period })
    .find((o) => o.level === late.level);
  if (!own || Number(early.value) === 0) return false;
  const computed = (Number(late.value) / Number(early.value) - 1) * 100;
  return Math.abs(computed - Number(own.value)) > 5;
}

/** Do two figures come from one document? */
export const oneDocument = (a: Figure, b: Figure): boolean => a.sources[0] === b.sources[0];

/** Documents that appear year after year under one title are one series of their publisher. */
function seriesOf(facts: Facts, source: string): string {
  const s = facts.source(source);
  const plain = (text: string) => text.replace(/\s*\([^()]*\)/g, '').replace(/\d+/g, '#');
  return s ? `${plain(s.publisher)}|${plain(s.title)}` : source;
}

/**
 * The levels of two periods as one series has them, the later first: out of one document where one states both,
 * else, for whole years, out of yearly documents of one title. Null where only different series hold them.
 */
export function inOneSeries(
  facts: Facts,
  key: Omit<FactKey, 'measure' | 'basis' | 'period'>,
  period: string,
  before: string,
): [Figure, Figure] | null {
  const releases = (p: string): Observation[] =>
    equivalents(p)
      .flatMap((code) => facts.releases({ ...key, measure: 'actual', basis: null, period: code }))
      .filter((o) => o.trust !== 'doubtful');
  const now = releases(period);
  const then = releases(before);
  const pair = (fits: (a: Observation, b: Observation) => boolean): [Figure, Figure] | null => {
    for (const a of now)
      for (const b of then)
        if (a.unit === b.unit && fits(a, b)) return [published(a, 'context'), published(b, 'context')];
    return null;
  };
  const year = parsePeriod(period)?.kind === 'year';
  return (
    pair((a, b) => a.source === b.source) ??
    (year ? pair((a, b) => seriesOf(facts, a.source) === seriesOf(facts, b.source)) : null)
  );
}
