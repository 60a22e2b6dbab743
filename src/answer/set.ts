import type { FigureQuestion } from '../question/question.js';
import { HOME } from '../stats/facts.js';
import { type Figure, published } from '../stats/figure.js';
import { comparePeriods, parsePeriod } from '../stats/period.js';
import type { Missing } from './answer.js';
import { askFigure, basesOf, familyOf } from './asked.js';
import { observed } from './lookup.js';
import { areaPeriods } from './overview.js';
import { levelOf, poolOf } from './resolve.js';
import { growthOver } from './set-base.js';
import { expand, newest, periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

/** A set of like figures: one area, measure, basis and period over products, or one indicator over areas. */
export interface LikeSet {
  readonly figures: readonly Figure[];
  /** What belongs to the set but has no such figure. */
  readonly absent: readonly Missing[];
  readonly period: string | null;
  readonly area: string;
}

/** A question that sets areas side by side. */
type OverAreas = Extract<FigureQuestion, { kind: 'rank' | 'filter' }>;

/** What a figure stands for in a set: its indicator, its area or its period. */
export const memberOf = (f: Figure, across: 'indicators' | 'areas' | 'periods'): string =>
  across === 'areas' ? f.area : across === 'periods' ? f.period : (f.indicator ?? '');

/** Products of an area in one period, like with like (ANSWERING rule 8). */
export function productSet(question: FigureQuestion, world: AnswerWorld): LikeSet {
  const { facts } = world;
  const named = question.subject.value.indicators;
  const area = question.areas.value[0] ?? HOME;
  const measure = question.measure.value ?? 'growth';
  const basis = question.basis.value;
  const asked = { ...question, measure: { value: measure, from: question.measure.from } } as FigureQuestion;
  const choice = question.periods.value;
  const heldPeriods =
    named.length > 0
      ? periodsHeld(facts, named, area, familyOf(measure, basis))
      : areaPeriods(world, asked, area, true);
  const period =
    choice.type === 'list'
      ? (choice.codes[0] ?? null)
      : choice.type === 'newest'
        ? busy(asked, world, area, heldPeriods)
        : (expand(choice, heldPeriods).at(-1) ?? null);
  const figures: Figure[] = [];
  const absent: Missing[] = [];
  const pool = poolOf(facts, question, area);
  const over = basis?.startsWith('vs:') ? basis.slice(3) : null;
  if (period !== null) {
    for (const indicator of pool) {
      if (over !== null) {
        const { growth, lacking } = growthOver(asked, world, { indicator, area }, period, over);
        if (growth) figures.push(growth);
        else if (lacking) absent.push(lacking);
        continue;
      }
      const f = first(asked, world, indicator, area, period);
      if (f) figures.push(f);
      // A product counts as absent where it has something in the period, only not this measure.
      else if (named.length > 0 || facts.current({ indicator, area, period }).some((o) => o.level === 'area'))
        absent.push({ indicator, area, measure, period, held: [] });
    }
  }
  return { figures, absent, period, area };
}

/** The newest year with figures of more than two products, else the newest. */
function busy(
  question: FigureQuestion,
  world: AnswerWorld,
  area: string,
  heldPeriods: readonly string[],
): string | null {
  const years = heldPeriods.filter((p) => parsePeriod(p)?.kind === 'year');
  for (const y of [...years].reverse()) {
    const n = world.facts.catalogue.indicators.filter(
      (i) => i.kind === 'product' && first(question, world, i.id, area, y) !== null,
    ).length;
    if (n > 2) return y;
  }
  return newest(heldPeriods);
}

function first(
  question: FigureQuestion,
  world: AnswerWorld,
  indicator: string,
  area: string,
  period: string,
): Figure | null {
  const measure = question.measure.value ?? 'growth';
  if (!world.facts.everHeld(indicator, area)) return null;
  if (measure === 'actual') return askFigure(world, question, indicator, area, period);
  // A ranking sets published figures side by side; what would have to be worked out is counted as absent.
  for (const basis of basesOf(measure, question.basis.value, period)) {
    const o = observed(world.facts, {
      indicator,
      area,
      measure,
      basis,
      period,
      level: levelOf(world.facts, indicator, false),
    });
    if (o) return published(o);
  }
  return null;
}

/** One indicator over the provinces, or the areas named. */
export function areaSet(question: OverAreas, world: AnswerWorld): LikeSet {
  const { facts } = world;
  const indicator = firstSpread(question, world);
  const measure = question.measure.value;
  const areas = areasOf(question, facts);
  const choice = question.periods.value;
  const family = familyOf(measure, question.basis.value);
  const heldPeriods = [...new Set(areas.flatMap((a) => periodsHeld(facts, [indicator], a, family)))].sort();
  const period =
    choice.type === 'list'
      ? (choice.codes[0] ?? null)
      : choice.type === 'newest'
        ? spread(question, world, indicator, areas, heldPeriods)
        : (expand(choice, heldPeriods).at(-1) ?? null);
  const figures: Figure[] = [];
  const absent: Missing[] = [];
  if (period !== null) {
    for (const area of areas) {
      const f = facts.everHeld(indicator, area) ? askFigure(world, question, indicator, area, period) : null;
      if (f && f.measure === (measure === null || measure === 'actual' ? f.measure : measure))
        figures.push(f);
      // A province that was merged into another before lacks nothing.
      else if (stillThere(question, periodsHeld(facts, [indicator], area, family), period))
        absent.push({ indicator, area, measure, period, held: [] });
    }
  }
  // Like with like: the commonest measure of the set.
  const main = figures[0]?.measure;
  const like = figures.filter(
    (f) =>
      f.measure ===
      (figures.filter((x) => x.measure === 'index').length > figures.length / 2 ? 'index' : main),
  );
  return { figures: like, absent, period, area: '' };
}

/** Does an area without the figure lack it? One that holds it later does, and one that was named and never does. */
const stillThere = (question: OverAreas, held: readonly string[], period: string): boolean =>
  held.some((p) => comparePeriods(p, period) > 0) || (question.among !== undefined && held.length === 0);

/** Of a group's members the one held by the most provinces. */
function firstSpread(question: OverAreas, world: AnswerWorld): string {
  const members = question.subject.value.indicators;
  const provinces = areasOf(question, world.facts);
  let best = members[0] as string;
  let most = -1;
  for (const m of members) {
    const n = provinces.filter((a) => world.facts.everHeld(m, a)).length;
    if (n > most) {
      most = n;
      best = m;
    }
  }
  return best;
}

function spread(
  question: FigureQuestion,
  world: AnswerWorld,
  indicator: string,
  areas: readonly string[],
  heldPeriods: readonly string[],
): string | null {
  const years = heldPeriods.filter((p) => parsePeriod(p)?.kind === 'year');
  for (const y of [...years].reverse()) {
    if (
      areas.filter(
        (a) => world.facts.everHeld(indicator, a) && askFigure(world, question, indicator, a, y) !== null,
      ).length > 2
    )
      return y;
  }
  return newest(heldPeriods);
}

/** The areas named, else every province; what the sources could not place is none. */
const areasOf = (question: OverAreas, facts: AnswerWorld['facts']): readonly string[] =>
  question.among ??
  facts.catalogue.areas.filter((a) => a.kind === 'province' && a.id !== 'khong-xac-dinh').map((a) => a.id);
