import type { PeriodChoice } from '../question/question.js';
import type { PublishedBasis, PublishedMeasure } from '../stats/facts.js';
import { bounds, comparePeriods, parsePeriod, spanCode } from '../stats/period.js';
import type { Facts } from '../store/reader.js';
import { equivalents } from './periods-alike.js';
import { levelOf } from './resolve.js';

type Family = (measure: PublishedMeasure, basis: PublishedBasis | null) => boolean;

/** Periods held for the indicators in an area, oldest first. */
export function periodsHeld(
  facts: Facts,
  indicators: readonly string[],
  area: string,
  family: Family,
  enterprise = false,
): string[] {
  const found = new Set<string>();
  for (const indicator of indicators) {
    const level = levelOf(facts, indicator, enterprise);
    for (const o of facts.current({ indicator, area })) {
      if (o.level === level && family(o.measure, o.basis)) found.add(o.period);
    }
  }
  return [...found].sort(comparePeriods);
}

/** The newest whole year among periods; without any year the newest of any kind. */
export function newest(periods: readonly string[]): string | null {
  const years = periods.filter((p) => parsePeriod(p)?.kind === 'year');
  return years.at(-1) ?? periods.at(-1) ?? null;
}

/** A choice of periods as the codes to look up, oldest first except for a list, which keeps its order. */
export function expand(choice: PeriodChoice, heldPeriods: readonly string[]): string[] {
  switch (choice.type) {
    case 'list':
      return [...choice.codes];
    case 'newest': {
      const one = newest(heldPeriods);
      return one ? [one] : [];
    }
    case 'all': {
      const years = heldPeriods.filter((p) => parsePeriod(p)?.kind === 'year');
      return years.length > 0 ? years : [...heldPeriods];
    }
    case 'since':
    case 'range': {
      const from = bounds(choice.from).from;
      const to = choice.type === 'range' ? bounds(choice.to).to : Number.POSITIVE_INFINITY;
      const kind = parsePeriod(choice.from)?.kind;
      return heldPeriods.filter(
        (p) => parsePeriod(p)?.kind === kind && bounds(p).from >= from && bounds(p).to <= to,
      );
    }
    case 'every':
      return everyHeld(choice, heldPeriods);
    case 'last':
      return heldPeriods.filter((p) => parsePeriod(p)?.kind === choice.unit).slice(-choice.count);
  }
}

/** The same part of each year held: of two codes of one stretch («-S1», «-01-01/P6M») the one asked for. */
function everyHeld(
  { likes, from, last }: Extract<PeriodChoice, { type: 'every' }>,
  heldPeriods: readonly string[],
): string[] {
  const years = [...new Set(heldPeriods.map((p) => p.slice(0, 4)))].filter(
    (y) => from === undefined || y >= from,
  );
  const found = years.flatMap((year) =>
    likes.flatMap((like) => equivalents(year + like).find((p) => heldPeriods.includes(p)) ?? []),
  );
  return last === undefined ? found : found.slice(-last * likes.length);
}

/** The choice as one code or several, for the JSON contract. */
export function codesOf(choice: PeriodChoice, settled: readonly string[]): readonly string[] {
  if (choice.type === 'list') return choice.codes;
  if (choice.type === 'range' && choice.from.length === 4)
    return [spanCode(Number(choice.from), Number(choice.to))];
  return settled;
}

/** The held periods nearest to the one asked: one before, one after, else the newest. */
export function nearest(heldPeriods: readonly string[], period: string | null): string[] {
  if (!period) return heldPeriods.slice(-1);
  const before = heldPeriods.filter((p) => comparePeriods(p, period) < 0).at(-1);
  const after = heldPeriods.find((p) => comparePeriods(p, period) > 0);
  return [before, after].filter((p) => p !== undefined);
}
