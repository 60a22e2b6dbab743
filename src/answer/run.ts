import type { FigureQuestion } from '../question/question.js';
import type { Basis } from '../stats/facts.js';
import { type Figure, published } from '../stats/figure.js';
import { comparePeriods, period as parse, periodsBetween, spanCode, spanEnd } from '../stats/period.js';
import type { Answer, Missing } from './answer.js';
import { askFigure, familyOf } from './asked.js';
import { slotAssumptions, told } from './build.js';
import { caveat } from './derive-parts.js';
import { find, observed } from './lookup.js';
import { nextSteps } from './next-steps.js';
import { levelOf, targetsOf } from './resolve.js';
import { expand, periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

/** Which indicators a series runs over: for a name with twins, the first that is held over the range. */
function runOf(
  world: AnswerWorld,
  question: FigureQuestion,
  members: readonly string[],
  area: string,
  rule: 'all' | 'first',
): { indicator: string; figures: Figure[] }[] {
  const family = familyOf(question.measure.value, question.basis.value);
  const runs = members.map((indicator) => {
    const heldPeriods = periodsHeld(world.facts, [indicator], area, family, question.enterprise).sort(
      comparePeriods,
    );
    const periods = expand(question.periods.value, heldPeriods);
    const figures = periods.flatMap((p) => askFigure(world, question, indicator, area, p) ?? []);
    return { indicator, figures };
  });
  const some = runs.filter((r) => r.figures.length > 0);
  if (rule === 'first' && some.length > 1) {
    // The member with the most points answers, the earlier in order when equal.
    const most = Math.max(...some.map((r) => r.figures.length));
    return [some.find((r) => r.figures.length === most) as (typeof some)[number]];
  }
  return some;
}

/** A span without a figure of its own, told as the years it holds; null where none is held. */
export function seriesOver(question: FigureQuestion, span: string, world: AnswerWorld): Answer | null {
  const p = parse(span);
  const range = {
    ...question,
    periods: {
      value: { type: 'range' as const, from: String(p.year), to: String(spanEnd(p)) },
      from: question.periods.from,
    },
  };
  return series(range as FigureQuestion, world, span);
}

export function series(
  question: FigureQuestion,
  world: AnswerWorld,
  span: string | null = null,
): Answer | null {
  const targets = targetsOf(world.facts, question);
  const asked: Figure[] = [];
  const context: Figure[] = [];
  const missing: Missing[] = [];
  const range = question.periods.value;
  const over =
    span ??
    (range.type === 'range' && range.from.length === 4
      ? spanCode(Number(range.from), Number(range.to))
      : null);
  for (const target of targets) {
    const runs = runOf(world, question, target.members, target.area, target.rule);
    for (const run of runs) {
      asked.push(...run.figures);
    }
    if (over && runs.length > 0)
      for (const m of target.members) context.push(...ofSpan(world, question, m, target.area, over));
    for (const m of target.members) {
      if (runs.some((r) => r.indicator === m) || target.rule === 'first') continue;
      missing.push({
        indicator: m,
        area: target.area,
        measure: question.measure.value,
        period: null,
        held: periodsHeld(
          world.facts,
          [m],
          target.area,
          familyOf(question.measure.value, question.basis.value),
          question.enterprise,
        ),
      });
    }
  }
  if (asked.length === 0 && over) {
    // «2016–2020» of which no single year is held but the five years together are.
    const whole = targets.flatMap((t) =>
      t.members.flatMap((m) => ofSpan(world, question, m, t.area, over, false)),
    );
    if (whole.length > 0)
      return told(question, {
        asked: whole,
        assumptions: slotAssumptions(question, { area: targets.find((t) => t.fallback)?.area ?? null }),
        choices: nextSteps(question, whole.slice(-1), world),
        areas: [...new Set(targets.map((t) => t.area))],
      });
  }
  if (asked.length === 0) return null;
  const wanted = question.periods.value;
  const gaps = wanted.type === 'range' ? lacking(wanted, asked) : [];
  const mixed = asked.length > 1 && targets.length === 1 ? releasesOf(asked, world) : null;
  if (mixed) context.push(...mixed);
  return told(question, {
    asked,
    context,
    notes: mixed ? [caveat('mixed-releases')] : [],
    missing:
      targets.length === 1 && gaps.length > 0
        ? [
            ...missing,
            ...gaps.map((period) => ({
              indicator: asked[0]?.indicator ?? null,
              area: targets[0]?.area ?? '',
              measure: null,
              period,
              held: [],
            })),
          ]
        : missing,
    assumptions: slotAssumptions(question, { area: targets.find((t) => t.fallback)?.area ?? null }),
    choices: nextSteps(question, asked.slice(-1), world).filter((c) => c.label.type !== 'period'),
    areas: [...new Set(targets.map((t) => t.area))],
  });
}

/** What was published for the span of years as a whole: its average growth, its target. */
function ofSpan(
  world: AnswerWorld,
  question: FigureQuestion,
  indicator: string,
  area: string,
  period: string,
  forContext = true,
): Figure[] {
  const level = levelOf(world.facts, indicator, question.enterprise);
  const measure = question.measure.value;
  const wanted: readonly (readonly ['growth' | 'target', Basis | null])[] =
    measure === 'target'
      ? [
          ['target', null],
          ['target', 'avg_annual'],
        ]
      : measure === null || measure === 'growth' || (measure === 'actual' && forContext)
        ? [['growth', 'avg_annual']]
        : [];
  return wanted.flatMap(([m, basis]) => {
    const f = find(world.facts, { indicator, area, level, measure: m, basis, period });
    return f ? [f] : [];
  });
}

/** The periods of a range that a series lacks. */
function lacking(wanted: { readonly from: string; readonly to: string }, asked: readonly Figure[]): string[] {
  const kind = parse(wanted.from).kind;
  if (kind !== parse(wanted.to).kind || kind === 'span' || kind === 'cumulative') return [];
  return periodsBetween(wanted.from, wanted.to).filter((p) => !asked.some((f) => f.period === p));
}

/**
 * A run of levels out of several documents is no clean series: the growths published for its periods, which say
 * more than the levels do. Null for a run out of one document, or of rates.
 */
function releasesOf(asked: readonly Figure[], world: AnswerWorld): Figure[] | null {
  const [first] = asked;
  if (!first || asked.some((f) => f.measure !== 'actual' || f.indicator !== first.indicator)) return null;
  if (new Set(asked.map((f) => f.sources[0])).size === 1) return null;
  return asked.flatMap((f) => {
    const o = observed(world.facts, {
      indicator: f.indicator as string,
      area: f.area,
      level: f.level,
      measure: 'growth',
      basis: 'yoy',
      period: f.period,
    });
    return o ? [published(o, 'context')] : [];
  });
}
