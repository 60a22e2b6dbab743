import type { FigureQuestion } from '../question/question.js';
import type { Figure } from '../stats/figure.js';
import { comparePeriods, period as parse, spanEnd } from '../stats/period.js';
import type { Answer, Missing } from './answer.js';
import { askFigure, familyOf } from './asked.js';
import { slotAssumptions, told } from './build.js';
import { find } from './lookup.js';
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
  for (const target of targets) {
    const runs = runOf(world, question, target.members, target.area, target.rule);
    for (const run of runs) {
      asked.push(...run.figures);
      if (span) {
        const average = find(world.facts, {
          indicator: run.indicator,
          area: target.area,
          level: levelOf(world.facts, run.indicator, question.enterprise),
          measure: 'growth',
          basis: 'avg_annual',
          period: span,
        });
        if (average) context.push(average);
      }
    }
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
  if (asked.length === 0) return null;
  const wanted = question.periods.value;
  const gaps =
    wanted.type === 'range' && wanted.from.length === 4
      ? years(Number(wanted.from), Number(wanted.to)).filter((y) => !asked.some((f) => f.period === y))
      : [];
  return told(question, {
    asked,
    context,
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

const years = (from: number, to: number): string[] =>
  Array.from({ length: Math.min(100, to - from + 1) }, (_, i) => String(from + i));
