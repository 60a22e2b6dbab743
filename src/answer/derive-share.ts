import type { FigureQuestion } from '../question/question.js';
import { COUNTRY } from '../stats/facts.js';
import type { Figure } from '../stats/figure.js';
import { comparePeriods, parsePeriod } from '../stats/period.js';
import type { Answer, Note } from './answer.js';
import { refused } from './build.js';
import { kinship, obstacle, priceBase } from './comparable.js';
import { type Grid, grid } from './compare.js';
import { asActual, caveat, type Derived, finish, remarks } from './derive-parts.js';
import { find, shareOf } from './lookup.js';
import { nothingHeld } from './nothing-held.js';
import { targetsOf } from './resolve.js';
import { periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

/** Part of the whole: a product's share of its country's, or one indicator of another, in %. */
export function share(question: Derived, world: AnswerWorld): Answer {
  const level = question.measure.value === 'target' ? question : asActual(question);
  const held = atBestPeriod(level, world);
  const found = couples(held, level, world);
  const good = found.filter(([part, whole]) => obstacle(world.facts, part, whole) === null);
  const asked: Figure[] = [];
  const notes: Note[] = [];
  for (const [part, whole] of good) {
    const made = shareOf(part, whole);
    if (made === null)
      return refused(question, 'not-computable', { context: [part, whole], notes: [caveat('zero-base')] });
    asked.push(made);
    notes.push(...remarks(world, part, whole));
  }
  if (asked.length > 0)
    return finish(question, asked, {
      fallback: held.fallback,
      notes,
      period: question.periods.from === 'default' ? (asked[0]?.period ?? null) : null,
    });
  const [bad] = found;
  const why = bad ? obstacle(world.facts, ...bad) : null;
  if (bad && why) return refused(question, 'not-computable', { context: bad, notes: [caveat(why)] });
  const base = nothingHeld(level, targetsOf(world.facts, level), world, held.periods[0] ?? null);
  return {
    ...base,
    reason: 'not-computable',
    figures: [...held.figures.map((f) => ({ ...f, role: 'context' as const })), ...base.figures],
  };
}

/** The periods asked; where none was said, the newest in which part and whole are held. */
function atBestPeriod(level: Derived, world: AnswerWorld): Grid {
  const first = grid(level, world);
  if (level.periods.value.type !== 'newest' || usable(first, level, world)) return first;
  const periods = targetsOf(world.facts, level)
    .flatMap((t) => periodsHeld(world.facts, t.members, t.area, (m) => m === 'actual', level.enterprise))
    .filter((p, i, all) => all.indexOf(p) === i && parsePeriod(p)?.kind !== 'month')
    .sort(comparePeriods)
    .reverse();
  for (const p of periods) {
    const at = grid({ ...level, periods: { value: { type: 'list', codes: [p] }, from: 'default' } }, world);
    if (usable(at, level, world)) return at;
  }
  return first;
}

const usable = (g: Grid, level: Derived, world: AnswerWorld) =>
  couples(g, level, world).some(([a, b]) => obstacle(world.facts, a, b) === null);

/** Part and whole of one unit: an area in a larger one, a branch in its total, one product beside another. */
function couples({ figures }: Grid, level: FigureQuestion, world: AnswerWorld): [Figure, Figure][] {
  const areas = [...new Set(figures.map((f) => f.area))].sort((a, b) => size(a, world) - size(b, world));
  const parts = level.subject.value.parts ?? [level.subject.value];
  const out: [Figure, Figure][] = [];
  const add = (part: Figure | undefined, whole: Figure | null | undefined) => {
    if (part && whole && part !== whole && part.unit === whole.unit) out.push([part, whole]);
  };
  if (parts.length > 1 && areas.length === 1) {
    const [a, b] = parts.map((p) => figures.filter((f) => p.indicators.includes(f.indicator ?? '')));
    for (const part of a ?? []) {
      const like = (b ?? []).filter(
        (w) => priceBase(world.facts, w.indicator) === priceBase(world.facts, part.indicator),
      );
      add(part, like[0] ?? b?.[0]);
    }
    return out;
  }
  const [small, large] = areas;
  if (small !== undefined && large !== undefined) {
    const wholes = figures.filter((f) => f.area === large);
    const own = figures.filter((f) => f.area === small);
    for (const part of own)
      add(
        part,
        wholes.find((w) => w.indicator === part.indicator && w.period === part.period),
      );
    if (out.length > 0) return out;
    // Another indicator of the same word may be the same thing, or may not: the obstacle says.
    for (const part of own)
      add(
        part,
        wholes.find((w) => kinship(world.facts, w.indicator, part.indicator) === 'twins') ?? wholes[0],
      );
    return out;
  }
  if (figures.length === 2 && figures[0]?.indicator === figures[1]?.indicator) {
    add(figures[0], figures[1]);
    return out;
  }
  for (const part of figures)
    if (part.area !== COUNTRY && part.indicator !== null)
      add(
        part,
        find(world.facts, {
          indicator: part.indicator,
          area: COUNTRY,
          level: 'area',
          measure: 'actual',
          basis: null,
          period: part.period,
        }),
      );
  return out;
}

const size = (area: string, world: AnswerWorld): number =>
  ['province', 'region', 'country'].indexOf(world.facts.area(area)?.kind ?? 'province');
