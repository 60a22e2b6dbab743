import type { FigureQuestion, Subject } from '../question/question.js';
import { COUNTRY, HOME, type Level } from '../stats/facts.js';
import type { Facts } from '../store/reader.js';

/** One name of the question in one area, with the indicators it means there. */
export interface Target {
  readonly area: string;
  readonly members: readonly string[];
  /** `first`: the first member held answers, the others are told beside it. */
  readonly rule: 'all' | 'first';
  readonly group: string | null;
  /** The area was not said and the country stands in for a province that never has it. */
  readonly fallback: boolean;
}

export const partsOf = (subject: Subject): readonly Subject[] => subject.parts ?? [subject];

/** Level at which an indicator is told: single enterprises only where nothing else exists or they were named. */
export function levelOf(facts: Facts, indicator: string, enterprise: boolean): Level {
  return enterprise || facts.enterpriseOnly(indicator) ? 'enterprise' : 'area';
}

/** Does the area hold the indicator at the level at which it is told? */
export function held(facts: Facts, indicator: string, area: string): boolean {
  return facts.everHeld(indicator, area) || (facts.enterpriseOnly(indicator) && area === HOME);
}

/**
 * The question's names in the question's areas. Without a place: Lạng Sơn; an indicator it never has but the
 * country does is the country's (ANSWERING rule 1). A named place is never swapped.
 */
export function targetsOf(facts: Facts, question: FigureQuestion): Target[] {
  const targets: Target[] = [];
  for (const part of partsOf(question.subject.value)) {
    const group =
      part.group === null ? null : (facts.catalogue.groups.find((g) => g.id === part.group) ?? null);
    const rule = group?.rule ?? 'all';
    const common = { rule, group: part.group } as const;
    for (const area of question.areas.value) {
      const here = part.indicators.filter((i) => held(facts, i, area));
      if (here.length > 0) {
        targets.push({ ...common, area, members: here, fallback: false });
        continue;
      }
      const home = question.areas.from === 'default' && area === HOME;
      const there = home ? part.indicators.filter((i) => facts.everHeld(i, COUNTRY)) : [];
      if (there.length > 0) targets.push({ ...common, area: COUNTRY, members: there, fallback: true });
      else targets.push({ ...common, area, members: part.indicators, fallback: false });
    }
  }
  return targets;
}

/** The products of which an area holds anything, in the catalogue's order. */
export const productsOf = (facts: Facts, area: string): readonly string[] =>
  facts.catalogue.indicators
    .filter((i) => i.kind === 'product' && facts.everHeld(i.id, area))
    .map((i) => i.id);

/** What a set is made of: what the question names, else every product of the area. */
export const poolOf = (facts: Facts, question: FigureQuestion, area: string): readonly string[] =>
  question.subject.value.indicators.length > 0
    ? targetsOf(facts, question).flatMap((t) => t.members)
    : productsOf(facts, area);
