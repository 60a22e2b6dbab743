import type { Answer } from '../answer/answer.js';
import type { Figure } from '../stats/figure.js';
import { bounds, comparePeriods, type PeriodKind, period, shift } from '../stats/period.js';
import type { ChartKind } from './spec.js';

/** Which figures of an answer make one picture, and along which axis. */

export interface Line {
  /** What the figures of this line share. */
  readonly head: Figure;
  readonly figures: ReadonlyMap<string, Figure>;
}

export interface Selection {
  readonly kind: ChartKind;
  /** Along the axis: periods, or things (indicator and area). */
  readonly axis: 'periods' | 'things';
  readonly keys: readonly string[];
  readonly lines: readonly Line[];
  readonly drawn: readonly Figure[];
  /** Asked figures that have no place in the picture. */
  readonly left: readonly Figure[];
}

/** More lines than this cannot be told apart. */
const MOST_LINES = 6;
/** A longer axis is no longer filled up with the periods that are missing. */
const LONGEST_AXIS = 400;

export const isChange = (f: Figure): boolean =>
  f.measure === 'growth' || (f.measure === 'target' && f.unit === '%' && f.basis !== null);

/** The asked figures, those of the parts too. */
export function figuresOf(answer: Answer): readonly Figure[] {
  return answer.figures.length > 0 ? answer.figures : answer.parts.flatMap(figuresOf);
}

/** «chưa đạt kế hoạch» without a number: nothing that could be drawn. */
const isWordOnly = (f: Figure) => f.measure === 'completion' && f.bound === 'dưới';

export const thingOf = (f: Figure): string => `${f.indicator}|${f.area}|${f.level}`;
const lineOf = (f: Figure): string => `${thingOf(f)}|${f.measure}|${f.basis ?? ''}`;

/** The figures that can stand on one scale, the largest such set; null where fewer than two can. */
export function select(answer: Answer, isProduct: (indicator: string | null) => boolean): Selection | null {
  const usable = figuresOf(answer).filter(
    (f) => f.indicator !== null && f.measure !== 'count' && !isWordOnly(f),
  );
  const asked = usable.filter((f) => f.role === 'asked');
  return (
    pairs(asked, usable) ??
    overTime(asked) ??
    sideBySide(alike(asked, usable, answer, isProduct), answer, asked)
  );
}

const FREE: readonly string[] = ['difference', 'ratio', 'share'];

/** Groups in the order of their first member, the largest first. */
function largest<T>(items: readonly T[], key: (item: T) => string): T[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

const scaleOf = (f: Figure): string =>
  `${f.unit}|${isChange(f)}|${f.measure === 'completion' || FREE.includes(f.measure) ? f.measure : ''}|${f.measure === 'index'}`;

/** The actual beside the target of the same thing and period. */
function pairs(asked: readonly Figure[], usable: readonly Figure[]): Selection | null {
  if (!asked.some((f) => f.measure === 'target' || f.measure === 'actual')) return null;
  const level = usable.filter((f) => !isChange(f) && (f.measure === 'actual' || f.measure === 'target'));
  const things = [...new Set(asked.map(thingOf))];
  const chosen = new Map<string, { actual?: Figure; target?: Figure }>();
  for (const f of level) {
    const key = `${thingOf(f)}|${f.period}`;
    if (!things.includes(thingOf(f))) continue;
    const pair = chosen.get(key) ?? {};
    if (f.measure === 'actual') pair.actual ??= f;
    else if (f.measure === 'target') pair.target ??= f;
    chosen.set(key, pair);
  }
  const all = [...chosen].filter(([, p]) => p.actual && p.target && p.actual.unit === p.target.unit);
  const unit = largest(all, ([, p]) => p.actual?.unit ?? '');
  const periods = [...new Set(asked.filter((f) => f.measure === 'actual').map((f) => f.period))];
  // A long series with one target is a series.
  if (unit.length === 0 || unit.length * 2 < periods.length) return null;
  const members = unit.flatMap(([, p]) => [p.actual as Figure, p.target as Figure]);
  const one = new Set(members.map(thingOf)).size === 1;
  const key = one ? (f: Figure) => f.period : (f: Figure) => `${thingOf(f)}|${f.period}`;
  const keys = [...new Set(members.map(key))];
  const line = (measure: string): Line => {
    const own = members.filter((f) => f.measure === measure);
    return { head: own[0] as Figure, figures: new Map(own.map((f) => [key(f), f])) };
  };
  return {
    kind: 'target',
    axis: one ? 'periods' : 'things',
    keys: one ? keys.sort(comparePeriods) : keys,
    lines: [line('actual'), line('target')],
    drawn: members,
    left: leftOf(asked, members),
  };
}

/** Several periods of one kind: a series for each thing and measure. */
function overTime(asked: readonly Figure[]): Selection | null {
  const same = largest(asked, scaleOf);
  const alike = largest(same, (f) => kindOf(f.period));
  const periods = [...new Set(alike.map((f) => f.period))];
  if (periods.length < 2) return null;
  const names = [...new Set(alike.map(lineOf))];
  const several = names.filter((n) => alike.filter((f) => lineOf(f) === n).length > 1);
  // Each thing with a period of its own is no series.
  if (several.length === 0) return null;
  // The longest first, as they were told where they are as long; a lone point among lines says nothing.
  const length = (name: string) => alike.filter((f) => lineOf(f) === name).length;
  const kept = [...several].sort((a, b) => length(b) - length(a)).slice(0, MOST_LINES);
  const lines = kept.map((name): Line => {
    const own = alike.filter((f) => lineOf(f) === name);
    const figures = new Map<string, Figure>();
    // Published figures stand before computed ones of the same period.
    for (const f of own) if (!figures.has(f.period)) figures.set(f.period, f);
    return { head: own[0] as Figure, figures };
  });
  const drawn = lines.flatMap((l) => [...l.figures.values()]);
  return {
    kind: 'series',
    axis: 'periods',
    keys: complete(drawn.map((f) => f.period)),
    lines,
    drawn,
    left: leftOf(asked, drawn),
  };
}

/**
 * What may stand side by side: different indicators of one unit (cubic metres of water and of timber) only where the
 * question itself compares them, else their changes; values on different price bases never.
 */
function alike(
  asked: readonly Figure[],
  usable: readonly Figure[],
  answer: Answer,
  isProduct: (indicator: string | null) => boolean,
): readonly Figure[] {
  const { kind } = answer.question;
  if (kind === 'compare' || new Set(asked.map((f) => f.indicator)).size === 1) return asked;
  const ratios = asked.filter((f) => isProduct(f.indicator) && (isChange(f) || f.measure === 'completion'));
  if (ratios.length >= 2) return ratios;
  if (kind === 'rank' || kind === 'filter') return asked;
  return usable.filter((f) => isProduct(f.indicator) && f.measure === 'growth');
}

/** One period, several things. */
function sideBySide(usable: readonly Figure[], answer: Answer, asked: readonly Figure[]): Selection | null {
  const same = largest(usable, (f) => `${scaleOf(f)}|${f.measure}|${f.basis ?? ''}|${f.period}`);
  const figures = new Map<string, Figure>();
  for (const f of same) if (!figures.has(thingOf(f))) figures.set(thingOf(f), f);
  if (figures.size < 2) return null;
  const drawn = [...figures.values()];
  const ranked = answer.question.kind === 'rank' || answer.question.kind === 'filter';
  return {
    kind: ranked ? 'ranking' : 'comparison',
    axis: 'things',
    keys: [...figures.keys()],
    lines: [{ head: drawn[0] as Figure, figures }],
    drawn,
    left: leftOf(asked, drawn),
  };
}

/** Cumulative periods of like length go together: ten months beside ten months. */
function kindOf(code: string): string {
  const p = period(code);
  const kind: PeriodKind = p.kind;
  return kind === 'cumulative' ? `${kind}${p.months}` : kind === 'half' ? `${kind}${p.month}` : kind;
}

/** Every period from the first to the last: one without a figure is a gap that is seen. */
function complete(periods: readonly string[]): string[] {
  const sorted = [...new Set(periods)].sort(comparePeriods);
  const [first, last] = [sorted[0] as string, sorted.at(-1) as string];
  if (period(first).kind === 'span') return sorted;
  const step = (code: string) => {
    const p = period(code);
    if (p.kind === 'half') return `${p.year + 1}${code.slice(4)}`;
    return shift(code, 1);
  };
  const out = [first];
  while (bounds(out.at(-1) as string).to < bounds(last).to && out.length < LONGEST_AXIS)
    out.push(step(out.at(-1) as string));
  return out.length < LONGEST_AXIS && sorted.every((p) => out.includes(p)) ? out : sorted;
}

const leftOf = (asked: readonly Figure[], drawn: readonly Figure[]) =>
  asked.filter((f) => !drawn.includes(f));
