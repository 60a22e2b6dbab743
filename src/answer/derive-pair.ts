import type { FigureQuestion } from '../question/question.js';
import { divide, percentOf, round, subtract } from '../stats/decimal.js';
import { derived, type Figure, published } from '../stats/figure.js';
import { comparePeriods, shiftYears } from '../stats/period.js';
import { unitName } from '../stats/unit.js';
import type { Answer, Note } from './answer.js';
import { baseYear } from './base-year.js';
import { refused } from './build.js';
import { chainedRatio } from './chain.js';
import { obstacle, oneDocument } from './comparable.js';
import { type Grid, grid } from './compare.js';
import { asActual, asMeasure, caveat, type Derived, endsOf, finish, remarks } from './derive-parts.js';
import { nothingHeld } from './nothing-held.js';
import { targetsOf } from './resolve.js';
import type { AnswerWorld } from './world.js';

/** The question of the two figures that are set against each other. */
function sidesOf(question: Derived, world: AnswerWorld): Derived {
  const measure = question.measure.value;
  const names = question.subject.value.parts?.length ?? 1;
  // «tăng gấp mấy lần» between two years speaks of levels; of two products it may set rates side by side.
  const rates = measure === 'growth' && (names > 1 || question.areas.value.length > 1);
  if (question.ofRates) return asMeasure(question, 'growth');
  // Of indices the rate is told where the index itself is not held.
  if (measure === null && question.op === 'difference' && !amounts(world, question)) return question;
  return measure === 'target' ? question : rates ? asMeasure(question, 'growth') : asActual(question);
}

const amounts = (world: AnswerWorld, question: Derived): boolean =>
  question.subject.value.indicators.some((i) => world.facts.indicator(i)?.unit !== '%');

/** Difference, ratio or percentage of two figures: two periods, two products in one unit, or two areas. */
export function pair(question: Derived, world: AnswerWorld): Answer {
  const level = sidesOf(question, world);
  const ends = endsOf(level);
  const at =
    ends && (question.periods.value.type !== 'list' || question.periods.value.codes.length === 1)
      ? ({ ...level, periods: { value: { type: 'list', codes: ends }, from: 'text' } } as Derived)
      : level;
  const held = withBases(question.overYear ? ownBases(grid(at, world), world) : grid(at, world), world);
  const couples = couplesOf(held, question);
  const [first] = couples;
  if (!first) return unpaired(question, at, held, world);
  const asked: Figure[] = [];
  const notes: Note[] = [];
  for (const [a, b] of couples) {
    if (a.unit !== b.unit)
      return refused(question, 'not-computable', {
        context: [a, b],
        notes: [{ type: 'text', text: `hai số khác đơn vị (${unitName(a.unit)} và ${unitName(b.unit)})` }],
      });
    const against = a.measure === 'actual' && b.measure === 'actual' ? obstacle(world.facts, a, b) : null;
    // A percentage may set a part of a year against the year; the words say of which.
    const part = question.op === 'percent-of' && against === 'unlike-periods';
    if (against && !part)
      return refused(question, 'not-computable', {
        context: [a, b, ...publishedGrowth(world, a, b)],
        notes: [caveat(against)],
      });
    // Indices of two years each count from the year before: only their product leads from one year to the other.
    const times = question.op === 'ratio' && a.measure === 'index' && a.period !== b.period;
    const made = times ? chainedRatio(world.facts, a, b) : of(question.op, a, b);
    if (made === null && times)
      return refused(question, 'not-computable', {
        context: [a, b],
        notes: [caveat('previous-year-indices')],
      });
    if (made === null)
      return refused(question, 'not-computable', { context: [a, b], notes: [caveat('zero-base')] });
    asked.push(made);
    if (times) continue;
    const rates = a.measure === 'index' || (a.measure === 'growth' && a.basis === 'yoy');
    if (a.measure !== 'growth') notes.push(...remarks(world, a, b));
    if (rates && a.period !== b.period) notes.push(caveat('previous-year-indices'));
  }
  const apart = notes.some((n) => n.type === 'caveat' && n.caveat === 'two-documents');
  return finish(question, asked, {
    fallback: held.fallback,
    // Levels of two documents: what was published of the change is told beside them.
    context: apart ? couples.flatMap(([a, b]) => overOneYear(world, a, b)) : [],
    notes,
    missing: couples.length * 2 < held.figures.length + held.missing.length ? rest(held, couples) : [],
  });
}

/**
 * Only the later year was named: the year before is what its own document says of it, by level and growth, not
 * what another document has for that year.
 */
function ownBases(held: Grid, world: AnswerWorld): Grid {
  const later = (f: Figure) =>
    held.figures.find(
      (l) => l.indicator === f.indicator && l.area === f.area && l.period === shiftYears(f.period, 1),
    );
  return {
    ...held,
    figures: held.figures.map((f) => {
      const late = later(f);
      const own =
        late && f.indicator !== null && !oneDocument(f, late)
          ? baseYear(world, f.indicator, f.area, f.period)
          : null;
      return own ?? f;
    }),
  };
}

/** A level that is not published but follows from the next year's level and growth stands in for it. */
function withBases(held: Grid, world: AnswerWorld): Grid {
  const found = held.missing.flatMap((m) =>
    m.indicator !== null && m.period !== null && (m.measure === 'actual' || m.measure === null)
      ? (baseYear(world, m.indicator, m.area, m.period) ?? [])
      : [],
  );
  if (held.figures.length + found.length !== 2) return held;
  return {
    ...held,
    figures: [...held.figures, ...found],
    missing: held.missing.filter(
      (m) => !found.some((f) => f.indicator === m.indicator && f.period === m.period),
    ),
  };
}

/** The published growth from one period to the other, where they lie a year apart. */
const overOneYear = (world: AnswerWorld, a: Figure, b: Figure): Figure[] => {
  const [from, to] = [a.period, b.period].sort(comparePeriods) as [string, string];
  return shiftYears(from, 1) === to ? publishedGrowth(world, a, b).filter((g) => g.basis === 'yoy') : [];
};

/** The published growth of the later period, where the earlier lies a year or a month before. */
function publishedGrowth(world: AnswerWorld, a: Figure, b: Figure): Figure[] {
  if (a.indicator === null || a.indicator !== b.indicator || a.area !== b.area) return [];
  const [later] = [a, b].sort((x, y) => comparePeriods(y.period, x.period));
  return world.facts
    .current({ indicator: a.indicator, area: a.area, measure: 'growth', period: later?.period ?? '' })
    .filter((o) => o.level === a.level)
    .map((o) => published(o, 'context'));
}

/**
 * The figures two by two: the two there are; of several indicators each with its own two periods. The later
 * period comes first in a difference or a ratio, the order said in a percentage.
 */
function couplesOf({ figures }: Grid, question: Derived): [Figure, Figure][] {
  const order = (a: Figure, b: Figure): [Figure, Figure] =>
    question.op !== 'percent-of' && a.indicator === b.indicator && comparePeriods(a.period, b.period) < 0
      ? [b, a]
      : [a, b];
  const [a, b] = figures;
  if (!a || !b) return [];
  if (figures.length === 2) return [order(a, b)];
  const ids = [...new Set(figures.map((f) => `${f.indicator}|${f.area}`))];
  const own = ids.map((id) => figures.filter((f) => `${f.indicator}|${f.area}` === id));
  return own.flatMap((g) => (g.length === 2 ? [order(g[0] as Figure, g[1] as Figure)] : []));
}

const rest = (held: Grid, couples: readonly [Figure, Figure][]) =>
  held.missing.filter(
    (m) => !couples.some((c) => c.some((f) => f.indicator === m.indicator && f.area === m.area)),
  );

function unpaired(question: Derived, level: FigureQuestion, held: Grid, world: AnswerWorld): Answer {
  const context = held.figures.map((f) => ({ ...f, role: 'context' as const }));
  if (held.figures.length > 1)
    return refused(question, 'not-computable', {
      context,
      missing: held.missing,
      notes: [caveat('several-members')],
    });
  const absent = held.periods.find((p) => !held.figures.some((f) => f.period === p)) ?? null;
  const base = nothingHeld(level, targetsOf(world.facts, level), world, absent ?? held.periods[0] ?? null);
  return { ...base, figures: [...context, ...base.figures] };
}

function of(op: Derived['op'], a: Figure, b: Figure): Figure | null {
  const common = { indicator: a.indicator, area: a.area, period: a.period, basis: null, inputs: [a, b] };
  if (op === 'difference')
    return derived({
      ...common,
      measure: 'difference',
      value: subtract(a.value, b.value),
      unit: a.unit === '%' ? 'điểm %' : a.unit,
      formula: 'số thứ nhất − số thứ hai',
    });
  const q = divide(a.value, b.value);
  if (q === null) return null;
  if (op === 'ratio')
    return derived({
      ...common,
      measure: 'ratio',
      value: round(q, 2),
      unit: 'lần',
      formula: 'số thứ nhất ÷ số thứ hai',
    });
  return derived({
    ...common,
    measure: 'share',
    value: percentOf(q),
    unit: '%',
    formula: 'số thứ nhất ÷ số thứ hai × 100',
  });
}
