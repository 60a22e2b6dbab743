import type { FigureQuestion } from '../question/question.js';
import { compare } from '../stats/decimal.js';
import type { Measure } from '../stats/facts.js';
import { type Figure, published } from '../stats/figure.js';
import { comparePeriods, parsePeriod, shiftYears, spanEnd } from '../stats/period.js';
import type { Answer, Assumption, Missing, Note } from './answer.js';
import { askFigure, basesOf, beside, familyOf } from './asked.js';
import { slotAssumptions, told } from './build.js';
import { differ, growthFromLevels, observed, otherReleases } from './lookup.js';
import { nextSteps } from './next-steps.js';
import { nothingHeld } from './nothing-held.js';
import { levelOf, type Target, targetsOf } from './resolve.js';
import { seriesOver } from './run.js';
import { expand, periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

type ValueQuestion = Extract<FigureQuestion, { kind: 'value' }>;

/** Answers value, growth, target and completion questions, with or without a measure word. */
export function answerValue(question: ValueQuestion, world: AnswerWorld): Answer {
  const targets = targetsOf(world.facts, question);
  const family = familyOf(question.measure.value, question.basis.value);
  const everything = targets.flatMap((t) =>
    periodsHeld(world.facts, t.members, t.area, family, question.enterprise),
  );
  const periods = expand(question.periods.value, [...new Set(everything)].sort(comparePeriods));
  if (periods.length === 0) {
    const growth = onlyGrowth(question, targets, world);
    return growth ? answerValue(growth, world) : nothingHeld(question, targets, world, null);
  }

  const asked: Figure[] = [];
  const context: Figure[] = [];
  const missing: Missing[] = [];
  const notes: Note[] = [];
  for (const period of periods) {
    for (const target of targets) {
      const got = inTarget(question, target, period, world);
      asked.push(...got.asked);
      context.push(...got.context);
      missing.push(...got.missing);
    }
  }
  if (asked.length === 0) {
    const span = periods.length === 1 && parsePeriod(periods[0] as string)?.kind === 'span';
    if (span && (question.measure.value === null || question.measure.value === 'actual')) {
      const series = seriesOver(question, periods[0] as string, world);
      if (series) return series;
    }
    const until = spanUntil(question, everything, periods);
    if (until) return answerValue(until, world);
    const growth = onlyGrowth(question, targets, world);
    const rates = growth ? answerValue(growth, world) : null;
    if (rates && rates.outcome !== 'refuse') return rates;
    return nothingHeld(question, targets, world, periods[0] ?? null, context);
  }
  for (const f of asked) {
    context.push(...beside(world, f));
    notes.push(...otherReleases(world.facts, f));
  }
  notes.push(...doubleGrowth(world, asked.length === 1 ? [...asked, ...context] : asked));
  const told2 = notes.flatMap((n) =>
    n.type === 'other-source' ? [n.figure] : n.type === 'published-and-computed' ? [n.computed] : [],
  );
  for (const f of asked) {
    if (f.measure !== 'target' || f.basis !== null) continue;
    const before =
      f.indicator === null
        ? null
        : observed(world.facts, {
            indicator: f.indicator,
            area: f.area,
            level: f.level,
            measure: 'actual',
            basis: null,
            period: shiftYears(f.period, -1),
          });
    if (!before) continue;
    const actual = published(before, 'context');
    context.push(actual);
    if (compare(f.value, actual.value) < 0) notes.push({ type: 'target-below-actual', target: f, actual });
  }
  const settled =
    question.periods.value.type === 'newest' || question.periods.from === 'default'
      ? (periods[0] ?? null)
      : null;
  const assumptions: Assumption[] = slotAssumptions(question, {
    period: settled,
    area: targets.find((t) => t.fallback)?.area ?? null,
  });
  return told(question, {
    asked,
    context: [...context, ...told2],
    missing,
    notes,
    assumptions,
    verdict: verdictOf(question, asked),
    choices: nextSteps(question, asked, world),
    periods,
    areas: [...new Set(targets.map((t) => t.area))],
  });
}

/** «tăng bình quân mỗi năm đến 2025»: of the years that end there; null where no such span is held. */
function spanUntil(
  question: ValueQuestion,
  heldPeriods: readonly string[],
  [year, ...others]: readonly string[],
): ValueQuestion | null {
  if (question.basis.value !== 'avg_annual' || others.length > 0 || !/^\d{4}$/.test(year ?? '')) return null;
  const code = heldPeriods.find((c) => {
    const p = parsePeriod(c);
    return p?.kind === 'span' && spanEnd(p) === Number(year);
  });
  return code === undefined
    ? null
    : { ...question, periods: { value: { type: 'list', codes: [code] }, from: question.periods.from } };
}

/** Nothing but rates of another base is held («IIP khai khoáng» over the month before): they are what can be told. */
function onlyGrowth(
  question: ValueQuestion,
  targets: readonly Target[],
  world: AnswerWorld,
): ValueQuestion | null {
  // Of a product an amount is asked.
  const ids = targets.flatMap((t) => t.members);
  if (question.measure.value !== null || ids.some((i) => world.facts.indicator(i)?.kind === 'product'))
    return null;
  for (const basis of ['mom', 'avg_annual'] as const) {
    const some = targets.some(
      (t) =>
        periodsHeld(world.facts, t.members, t.area, familyOf('growth', basis), question.enterprise).length >
        0,
    );
    if (some)
      return {
        ...question,
        measure: { value: 'growth', from: 'default' },
        basis: { value: basis, from: 'default' },
      };
  }
  return null;
}

interface InTarget {
  readonly asked: Figure[];
  readonly context: Figure[];
  readonly missing: Missing[];
}

function inTarget(question: ValueQuestion, target: Target, period: string, world: AnswerWorld): InTarget {
  const { facts } = world;
  const found = target.members.map((indicator) => ({
    indicator,
    figure: askFigure(world, question, indicator, target.area, period),
  }));
  let hits = found.filter((f) => f.figure !== null);
  // In a group a published growth is not mixed with growths worked out from levels.
  if (hits.some((h) => !h.figure?.derived))
    hits = hits.filter((h) => !h.figure?.derived || h.figure.inputs.some((i) => i.measure === 'index'));
  let measure: Measure | null = null;
  if (hits.length === 0 && question.measure.value === null) {
    // Only a target is held: the target, saying that the actual is not.
    const goals = target.members.map((indicator) => ({
      indicator,
      figure: goal(world, question, indicator, target.area, period),
    }));
    hits = goals.filter((g) => g.figure !== null);
    if (hits.length > 0) measure = 'target';
  }
  const wanted = question.measure.value ?? (hits.length > 0 ? null : 'actual');
  const lacking = (indicator: string, of: Measure | null): Missing => ({
    indicator,
    area: target.area,
    measure: of,
    period,
    basis: of === question.measure.value ? question.basis.value : null,
    held: periodsHeld(
      facts,
      [indicator],
      target.area,
      familyOf(of, of === 'growth' ? question.basis.value : null),
      question.enterprise,
    ),
  });
  const asked: Figure[] = [];
  const context: Figure[] = [];
  const missing: Missing[] = [];
  // Twins of one name («Bia», «Bia các loại») are both told where both are held, each by its full name.
  asked.push(...hits.map((h) => h.figure as Figure));
  // Every member of a group that is not held is named; twins of a name are not.
  if (target.rule === 'all' && hits.length > 0) {
    for (const m of target.members)
      if (!hits.some((h) => h.indicator === m))
        missing.push(lacking(m, wanted ?? (measure === 'target' ? 'target' : 'actual')));
  }
  if (measure === 'target') for (const h of hits) missing.push(lacking(h.indicator, 'actual'));
  if (hits.length === 0) for (const m of target.members) missing.push(lacking(m, wanted));
  return { asked, context, missing };
}

export function goal(
  world: AnswerWorld,
  question: ValueQuestion,
  indicator: string,
  area: string,
  period: string,
): Figure | null {
  const level = levelOf(world.facts, indicator, question.enterprise);
  for (const basis of basesOf('target', null, period)) {
    const o = observed(world.facts, { indicator, area, level, measure: 'target', basis, period });
    if (o) return published(o);
  }
  return null;
}

/** Published growth beside the growth of the published levels, where they differ by more than rounding. */
function doubleGrowth(world: AnswerWorld, asked: readonly Figure[]): Note[] {
  const notes: Note[] = [];
  for (const f of asked) {
    if (f.measure !== 'growth' || f.basis !== 'yoy' || f.derived || f.indicator === null) continue;
    const computed = growthFromLevels(world.facts, {
      indicator: f.indicator,
      area: f.area,
      level: f.level,
      measure: 'growth',
      basis: 'yoy',
      period: f.period,
    });
    if (!computed) continue;
    if (differ(computed, f)) notes.push({ type: 'published-and-computed', published: f, computed });
  }
  return notes;
}

function verdictOf(question: ValueQuestion, asked: readonly Figure[]): boolean | null {
  const [f] = asked;
  if (!question.yesno || !f) return null;
  if (question.yesno === 'held') return true;
  if (question.yesno === 'meets-plan') {
    if (f.measure === 'growth') return compare(f.value, '0') >= 0;
    if (f.bound === 'dưới') return false;
    return compare(f.value, '100') >= 0;
  }
  if (question.yesno === 'rises') return compare(f.value, '0') > 0;
  return compare(f.value, '0') < 0;
}
