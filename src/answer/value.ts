import type { FigureQuestion } from '../question/question.js';
import { compare } from '../stats/decimal.js';
import type { Basis, Measure, PublishedBasis, PublishedMeasure } from '../stats/facts.js';
import { COUNTRY } from '../stats/facts.js';
import { type Figure, published } from '../stats/figure.js';
import { comparePeriods, parsePeriod, shift, shiftYears } from '../stats/period.js';
import type { Answer, Assumption, Choice, Missing, Note } from './answer.js';
import { refused, slotAssumptions, told, variant } from './build.js';
import { equivalents, find, growthFromLevels, mainFigure, observed, otherReleases } from './lookup.js';
import { held, levelOf, type Target, targetsOf } from './resolve.js';
import { seriesOver } from './series.js';
import { expand, periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

type ValueQuestion = Extract<FigureQuestion, { kind: 'value' }>;

/** Which held facts count for a question's measure when the newest period is looked for. */
export function familyOf(
  measure: Measure | null,
  basis: Basis | null,
): (m: PublishedMeasure, b: PublishedBasis | null) => boolean {
  if (measure === null) return (m, b) => m === 'actual' || m === 'index' || (m === 'growth' && b === 'yoy');
  if (measure === 'actual') return (m) => m === 'actual' || m === 'index';
  if (measure === 'growth') {
    if (basis === null || basis === 'yoy') return (m, b) => (m === 'growth' && b === 'yoy') || m === 'index';
    return (m, b) => m === 'growth' && b === basis;
  }
  if (measure === 'target') return (m, b) => m === 'target' && (basis === null || b === basis);
  return (m) => m === measure;
}

/** The bases tried for a measure, in order. */
export function basesOf(measure: Measure, basis: Basis | null, period: string): readonly (Basis | null)[] {
  const span = parsePeriod(period)?.kind === 'span';
  if (measure === 'growth') return basis ? [basis] : span ? ['avg_annual'] : ['yoy'];
  if (measure === 'index') return ['prev_year_100'];
  if (measure === 'target') return basis ? [basis] : span ? [null, 'avg_annual'] : [null, 'yoy'];
  return [null];
}

/** The figure a question asks of one indicator in one area and period. */
export function askFigure(
  world: AnswerWorld,
  question: FigureQuestion,
  indicator: string,
  area: string,
  period: string,
): Figure | null {
  const { facts } = world;
  const level = levelOf(facts, indicator, question.enterprise);
  const measure = question.measure.value;
  const at = { indicator, area, period, level };
  if (measure === null || measure === 'actual') {
    const main = mainFigure(facts, indicator, area, period, level);
    // «sản lượng» of something that has only a growth is not answered by the growth.
    if (measure === 'actual')
      return main && (main.measure === 'actual' || main.measure === 'index') ? main : null;
    return main;
  }
  for (const basis of basesOf(measure, question.basis.value, period)) {
    const found = find(facts, { ...at, measure, basis });
    if (found) return found;
  }
  if (measure === 'completion') {
    const over = observed(facts, { ...at, measure: 'growth', basis: 'vs_plan' });
    if (over) return published(over);
  }
  return null;
}

/** Figures told beside an asked one: growth, index, target, completion, level of the same period. */
export function beside(world: AnswerWorld, f: Figure): Figure[] {
  const { facts } = world;
  if (f.indicator === null) return [];
  const at = { indicator: f.indicator, area: f.area, period: f.period, level: f.level };
  const out: Figure[] = [];
  const add = (measure: Measure, basis: Basis | null) => {
    if (f.measure === measure && f.basis === basis) return;
    const found = find(facts, { ...at, measure, basis });
    if (found) out.push({ ...found, role: 'context' });
  };
  if (f.measure === 'growth') {
    add('actual', null);
    return [...out, ...f.inputs.filter((i) => i.measure === 'index')];
  }
  if (f.measure === 'target') {
    add('actual', null);
    if (out.length > 0) add('completion', null);
    return out;
  }
  add('growth', 'yoy');
  if (f.measure === 'completion') add('actual', null);
  add('target', null);
  add('target', 'yoy');
  if (f.measure !== 'completion') add('completion', null);
  if (f.measure === 'completion' && !f.derived && f.basis === null) {
    const over = observed(facts, { ...at, measure: 'growth', basis: 'vs_plan' });
    if (over) out.push(published(over, 'context'));
  }
  return out;
}

/** Answers value, growth, target and completion questions, with or without a measure word. */
export function answerValue(question: ValueQuestion, world: AnswerWorld): Answer {
  const targets = targetsOf(world.facts, question);
  const family = familyOf(question.measure.value, question.basis.value);
  const everything = targets.flatMap((t) =>
    periodsHeld(world.facts, t.members, t.area, family, question.enterprise),
  );
  const periods = expand(question.periods.value, [...new Set(everything)].sort(comparePeriods));
  if (periods.length === 0) return nothingHeld(question, targets, world, null);

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
    return nothingHeld(question, targets, world, periods[0] ?? null, context);
  }
  for (const f of asked) {
    context.push(...beside(world, f));
    notes.push(...otherReleases(world.facts, f));
  }
  notes.push(...doubleGrowth(world, asked));
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

function goal(
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
    const apart = Math.abs(Number(computed.value) - Number(f.value));
    if (apart > 0.15) notes.push({ type: 'published-and-computed', published: f, computed });
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

/** What a person wants next: the year before and after, the target, the growth, the source. */
export function nextSteps(question: FigureQuestion, asked: readonly Figure[], world: AnswerWorld): Choice[] {
  const first = asked[0];
  if (!first || first.indicator === null) return [];
  const choices: Choice[] = [];
  const areas = { value: [first.area], from: 'text' as const };
  const subject = question.subject;
  const withPeriod = (period: string, extra: Partial<FigureQuestion> = {}) =>
    variant({ ...question, subject } as FigureQuestion, {
      areas,
      periods: { value: { type: 'list', codes: [period] }, from: 'text' },
      ...extra,
    });
  const indicators = [...new Set(asked.map((f) => f.indicator as string))];
  const has = (period: string) =>
    indicators.some((i) =>
      equivalents(period).some((p) => askFigure(world, question, i, first.area, p) !== null),
    );
  const kind = parsePeriod(first.period)?.kind;
  if (kind !== 'span') {
    for (const [direction, by] of [
      ['previous', -1],
      ['next', 1],
    ] as const) {
      let period = shift(first.period, by);
      if (!has(period) && kind === 'year') {
        // The nearest year held in that direction.
        const years = periodsHeld(
          world.facts,
          indicators,
          first.area,
          familyOf(question.measure.value, question.basis.value),
          question.enterprise,
        ).filter((p) => parsePeriod(p)?.kind === 'year');
        const near =
          by < 0 ? years.filter((y) => y < first.period).at(-1) : years.find((y) => y > first.period);
        if (!near) continue;
        period = near;
      } else if (!has(period)) continue;
      choices.push({ question: withPeriod(period), label: { type: 'period', period, direction } });
    }
  }
  if (first.measure !== 'target') {
    const targets = indicators.flatMap((i) =>
      periodsHeld(world.facts, [i], first.area, (m) => m === 'target', question.enterprise),
    );
    const goal = targets.includes(first.period)
      ? first.period
      : targets.sort(comparePeriods).find((p) => p >= first.period);
    if (goal)
      choices.push({
        question: withPeriod(goal, {
          measure: { value: 'target', from: 'text' },
          basis: { value: null, from: 'default' },
        }),
        label: { type: 'measure', measure: 'target', period: goal },
      });
  } else if (
    observed(world.facts, {
      indicator: first.indicator,
      area: first.area,
      level: first.level,
      measure: 'actual',
      basis: null,
      period: shiftYears(first.period, -1),
    })
  ) {
    const before = shiftYears(first.period, -1);
    choices.push({
      question: withPeriod(before, { measure: { value: 'actual', from: 'text' } }),
      label: { type: 'measure', measure: 'actual', period: before },
    });
  }
  choices.push({
    question: variant(
      { ...question, subject } as FigureQuestion,
      {
        areas,
        periods: { value: { type: 'list', codes: [first.period] }, from: 'text' },
        kind: 'source',
      } as Partial<FigureQuestion>,
    ),
    label: { type: 'source' },
  });
  return choices;
}

/** Nothing of what was asked is held: why, what is near, and buttons to it. */
export function nothingHeld(
  question: FigureQuestion,
  targets: readonly Target[],
  world: AnswerWorld,
  period: string | null,
  extra: readonly Figure[] = [],
): Answer {
  const { facts } = world;
  const measure = question.measure.value;
  const context: Figure[] = [...extra];
  const notes: Note[] = [];
  const missing: Missing[] = [];
  const choices: Choice[] = [];
  let otherMeasures = false;
  let measureEver = measure === null;
  for (const target of targets) {
    for (const indicator of target.members) {
      const level = levelOf(facts, indicator, question.enterprise);
      const family = familyOf(measure, question.basis.value);
      const heldPeriods = periodsHeld(facts, [indicator], target.area, family, question.enterprise);
      if (heldPeriods.length > 0) measureEver = true;
      missing.push({ indicator, area: target.area, measure, period, held: heldPeriods });
      if (period) {
        for (const p of equivalents(period)) {
          for (const o of facts.current({ indicator, area: target.area, period: p })) {
            if (o.level !== level) {
              if (o.level === 'enterprise')
                notes.push({ type: 'enterprise', figure: published(o, 'context') });
              continue;
            }
            context.push(published(o, 'context'));
            otherMeasures = true;
          }
        }
      }
      if (heldPeriods.length > 0) {
        const near = nearest(heldPeriods, period);
        for (const p of near)
          choices.push({
            question: variant(question, {
              subject: { value: { indicators: [indicator], group: null }, from: 'text' },
              areas: { value: [target.area], from: 'text' },
              periods: { value: { type: 'list', codes: [p] }, from: 'text' },
            }),
            label: { type: 'reading' },
          });
      } else if (
        target.area !== COUNTRY &&
        held(facts, indicator, COUNTRY) &&
        period &&
        askFigure(world, question, indicator, COUNTRY, period)
      ) {
        choices.push({
          question: variant(question, { areas: { value: [COUNTRY], from: 'text' } }),
          label: { type: 'area', area: COUNTRY },
        });
      } else if (target.area !== 'lang-son' && held(facts, indicator, 'lang-son')) {
        choices.push({
          question: variant(question, { areas: { value: ['lang-son'], from: 'text' } }),
          label: { type: 'area', area: 'lang-son' },
        });
      }
    }
  }
  const areaHasPeriod = targets.flatMap((t) =>
    period && t.area !== COUNTRY
      ? t.members.filter((m) => askFigure(world, question, m, COUNTRY, period))
      : [],
  );
  if (areaHasPeriod.length > 0)
    choices.push({
      question: variant(question, { areas: { value: [COUNTRY], from: 'text' } }),
      label: { type: 'area', area: COUNTRY },
    });
  const told3 = notes.flatMap((n) => (n.type === 'enterprise' ? [n.figure] : []));
  const explicit = measure !== null;
  const reason =
    explicit &&
    (otherMeasures || !measureEver) &&
    targets.some((t) => t.members.some((m) => held(facts, m, t.area)))
      ? 'no-measure'
      : 'no-data';
  return refused(question, reason, {
    context: [...context, ...told3],
    notes,
    missing,
    choices: choices.filter(
      (c, i) => choices.findIndex((d) => JSON.stringify(d) === JSON.stringify(c)) === i,
    ),
    assumptions: slotAssumptions(question, {}),
    periods: period ? [period] : [],
    areas: targets.map((t) => t.area),
  });
}

/** The held periods nearest to the one asked: one before, one after, else the newest. */
function nearest(heldPeriods: readonly string[], period: string | null): string[] {
  if (!period) return heldPeriods.slice(-1);
  const before = heldPeriods.filter((p) => comparePeriods(p, period) < 0).at(-1);
  const after = heldPeriods.find((p) => comparePeriods(p, period) > 0);
  return [before, after].filter((p) => p !== undefined);
}
