import type { FigureQuestion } from '../question/question.js';
import { subtract } from '../stats/decimal.js';
import { derived, type Figure } from '../stats/figure.js';
import { comparePeriods } from '../stats/period.js';
import type { Answer, Missing, Note } from './answer.js';
import { askFigure, beside, familyOf } from './asked.js';
import { asValue, slotAssumptions, told } from './build.js';
import { obstacle } from './comparable.js';
import { caveat, distinct, remarks } from './derive-parts.js';
import { changeOf, shareOf, targetOverActual } from './lookup.js';
import { nextSteps } from './next-steps.js';
import { nothingHeld } from './nothing-held.js';
import { targetsOf } from './resolve.js';
import { expand, periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

type Compare = Extract<FigureQuestion, { kind: 'compare' }>;

/** The figures of a comparison, what it lacks, and the periods looked at. */
export interface Grid {
  readonly figures: Figure[];
  readonly missing: Missing[];
  readonly periods: string[];
  readonly fallback: string | null;
}

/** Every figure the question's names, areas and periods span, in the order said. */
export function grid(question: FigureQuestion, world: AnswerWorld): Grid {
  if (question.sides) {
    // Each name has its own period.
    const each = question.sides.map((side) =>
      grid(
        {
          ...question,
          sides: undefined,
          subject: { value: side.subject, from: 'text' },
          periods: { value: { type: 'list', codes: [side.period] }, from: 'text' },
        } as unknown as FigureQuestion,
        world,
      ),
    );
    return {
      figures: each.flatMap((g) => g.figures),
      missing: each.flatMap((g) => g.missing),
      periods: each.flatMap((g) => g.periods),
      fallback: each.find((g) => g.fallback)?.fallback ?? null,
    };
  }
  const targets = targetsOf(world.facts, question);
  const family = familyOf(question.measure.value, question.basis.value);
  const heldPeriods = [
    ...new Set(
      targets.flatMap((t) => periodsHeld(world.facts, t.members, t.area, family, question.enterprise)),
    ),
  ].sort(comparePeriods);
  const periods =
    question.periods.value.type === 'newest'
      ? (newestShared(
          question,
          targets.map((t) => ({ area: t.area, members: t.members })),
          world,
        ) ?? expand(question.periods.value, heldPeriods))
      : expand(question.periods.value, heldPeriods);
  const figures: Figure[] = [];
  const missing: Missing[] = [];
  for (const t of targets) {
    // The same for every period that one lacks.
    const heldOf = new Map<string, string[]>();
    for (const p of periods) {
      const found = t.members.map((m) => ({ m, f: askFigure(world, question, m, t.area, p) }));
      const hits = found.filter((x) => x.f !== null);
      const taken = t.rule === 'first' ? hits.slice(0, 1) : hits;
      figures.push(...taken.map((x) => x.f as Figure));
      for (const x of found) {
        if (x.f !== null || (t.rule === 'first' && taken.length > 0)) continue;
        const held = heldOf.get(x.m) ?? periodsHeld(world.facts, [x.m], t.area, family, question.enterprise);
        heldOf.set(x.m, held);
        missing.push({ indicator: x.m, area: t.area, measure: question.measure.value, period: p, held });
      }
    }
  }
  return { figures, missing, periods, fallback: targets.find((t) => t.fallback)?.area ?? null };
}

/** The newest year that every side of a comparison holds. */
function newestShared(
  question: FigureQuestion,
  sides: readonly { area: string; members: readonly string[] }[],
  world: AnswerWorld,
): string[] | null {
  const family = familyOf(question.measure.value, question.basis.value);
  const sets = sides.map(
    (s) =>
      new Set(
        periodsHeld(world.facts, s.members, s.area, family, question.enterprise).filter(
          (p) => p.length === 4,
        ),
      ),
  );
  const shared = [...(sets[0] ?? [])].filter((p) => sets.every((s) => s.has(p))).sort();
  const last = shared.at(-1);
  return last ? [last] : null;
}

/** Puts figures side by side; of two that may be set against each other the difference, change or share too. */
export function answerCompare(question: Compare, world: AnswerWorld): Answer {
  if (question.across === 'target') return againstTarget(question, world);
  const { figures, missing, periods, fallback } = grid(question, world);
  if (figures.length === 0)
    return nothingHeld(question, targetsOf(world.facts, question), world, periods[0] ?? null);
  const context: Figure[] = figures.flatMap((f) =>
    beside(world, f).filter((b) => b.measure === 'growth' && b.basis === 'yoy'),
  );
  const [a, b] = figures;
  const against =
    a && b && figures.length === 2 ? sideBySide(question, a, b, world) : { context: [], notes: [] };
  return told(question, {
    asked: figures,
    context: [...context, ...against.context],
    missing,
    notes: distinct(against.notes),
    assumptions: slotAssumptions(question, {
      period: question.periods.from === 'default' ? (periods[0] ?? null) : null,
      area: fallback,
    }),
    choices: nextSteps(question, figures, world).filter(
      (c) => c.label.type === 'source' || c.label.type === 'measure',
    ),
    periods,
  });
}

/** What two figures side by side come to; or what forbids it, and the published growth in its place. */
function sideBySide(
  question: Compare,
  a: Figure,
  b: Figure,
  world: AnswerWorld,
): { context: Figure[]; notes: Note[] } {
  const none = { context: [], notes: [] };
  if (a.unit !== b.unit || a.measure !== b.measure) return none;
  const against = a.measure === 'actual' ? obstacle(world.facts, a, b) : null;
  if (against) return { context: [], notes: [caveat(against)] };
  // Two products of two years: nobody asked what lies between them.
  if (a.indicator !== b.indicator && a.period !== b.period) return none;
  const later = question.across === 'periods' && comparePeriods(a.period, b.period) < 0;
  const [from, to] = later ? [a, b] : [b, a];
  const part = partOf(a, b, world);
  if (part) return { context: [part], notes: remarks(world, a, b) };
  const gap = derived({
    ...common(to),
    value: subtract(to.value, from.value),
    measure: 'difference',
    basis: null,
    unit: to.unit === '%' ? 'điểm %' : to.unit,
    role: 'context',
    formula: 'hiệu hai số',
    inputs: [to, from],
  });
  const notes = a.measure === 'actual' ? remarks(world, a, b) : [];
  if ((a.measure === 'index' || a.basis === 'yoy') && a.period !== b.period)
    notes.push(caveat('previous-year-indices'));
  const change = question.across === 'periods' && to.measure === 'actual' ? changeOf(to, from) : null;
  return { context: change ? [gap, { ...change, role: 'context', bound: null }] : [gap], notes };
}

/** A province beside its country, in amounts: its share says more than what it lacks to the whole. */
function partOf(a: Figure, b: Figure, world: AnswerWorld): Figure | null {
  if (a.measure !== 'actual' || a.unit === '%' || a.area === b.area || a.period !== b.period) return null;
  const kind = (f: Figure) => world.facts.area(f.area)?.kind;
  const [part, whole] = kind(b) === 'country' ? [a, b] : [b, a];
  if (kind(whole) !== 'country' || kind(part) === 'country') return null;
  const share = shareOf(part, whole);
  return share && { ...share, role: 'context' };
}

const common = (f: Figure) => ({ indicator: f.indicator, area: f.area, period: f.period });

/** Actual and target: of each named period whichever is held; of one period both, with completion. */
function againstTarget(question: Compare, world: AnswerWorld): Answer {
  const base = asValue(question);
  const measured = (measure: 'actual' | 'target' | 'completion', periods: readonly string[] | null) =>
    grid(
      {
        ...base,
        ...(periods
          ? { periods: { value: { type: 'list' as const, codes: periods }, from: 'text' as const } }
          : {}),
        measure: { value: measure, from: 'text' },
        basis: { value: null, from: 'default' },
      } as FigureQuestion,
      world,
    );
  const actual = measured('actual', null);
  const periods = question.periods.value.type === 'list' ? question.periods.value.codes : actual.periods;
  const target = measured('target', periods);
  const done = measured('completion', periods);
  // With two periods named, the actual is of the one and the target of the other.
  const figures = [...actual.figures, ...target.figures, ...(periods.length > 1 ? [] : done.figures)];
  if (figures.length === 0)
    return nothingHeld(question, targetsOf(world.facts, question), world, periods[0] ?? null);
  const context: Figure[] = [];
  const [a] = actual.figures;
  const [t] = target.figures;
  if (
    a &&
    t &&
    actual.figures.length === 1 &&
    target.figures.length === 1 &&
    a.unit === t.unit &&
    a.period !== t.period
  ) {
    // A plan set after the result is measured by it; a result after the plan, by the plan.
    const change = comparePeriods(a.period, t.period) < 0 ? targetOverActual(t, a) : null;
    const gap = derived({
      ...common(a),
      measure: 'difference',
      basis: null,
      value: subtract(a.value, t.value),
      unit: a.unit,
      formula: 'thực hiện − mục tiêu',
      inputs: [a, t],
    });
    context.push({ ...(change ?? gap), role: 'context' });
  }
  const lacking =
    periods.length > 1
      ? []
      : [...actual.missing, ...target.missing.map((m) => ({ ...m, measure: 'target' as const }))];
  return told(question, {
    asked: figures,
    context,
    missing: lacking,
    assumptions: slotAssumptions(question, {
      period: question.periods.from === 'default' ? (actual.periods[0] ?? null) : null,
      area: actual.fallback,
    }),
    choices: nextSteps(question, figures, world),
    periods,
  });
}
