import type { FigureQuestion } from '../question/question.js';
import { compare, divide, multiply, root, round, subtract } from '../stats/decimal.js';
import { derived, type Figure } from '../stats/figure.js';
import { period as parse, shiftYears, spanCode } from '../stats/period.js';
import type { Answer } from './answer.js';
import { slotAssumptions, told } from './build.js';
import { type At, asActual, type Derived, endsOf, finish, levelAt, missingEnd } from './derive-parts.js';
import { find, percentChange } from './lookup.js';
import { nothingHeld } from './nothing-held.js';
import { levelOf, type Target, targetsOf } from './resolve.js';
import type { AnswerWorld } from './world.js';

/** Growth between two named periods; a published growth of the later one over the year before comes first. */
export function change(question: Derived, world: AnswerWorld): Answer {
  const ends = endsOf(question);
  const targets = targetsOf(world.facts, question);
  if (!ends) return nothingHeld(question, targets, world, null);
  const [from, to] = ends;
  const asked: Figure[] = [];
  const context: Figure[] = [];
  for (const t of targets) {
    for (const indicator of t.members) {
      const level = levelOf(world.facts, indicator, question.enterprise);
      const at = { indicator, area: t.area, level };
      const consecutive = parse(from).kind === 'year' && shiftYears(from, 1) === to;
      const publishedGrowth = consecutive
        ? find(world.facts, { ...at, measure: 'growth', basis: 'yoy', period: to })
        : null;
      const computed = between(world, at, from, to);
      if (publishedGrowth && !publishedGrowth.derived) {
        asked.push(publishedGrowth);
        if (computed && Math.abs(Number(computed.value) - Number(publishedGrowth.value)) > 0.15)
          asked.push(computed);
      } else if (computed) asked.push(computed);
      else if (publishedGrowth) asked.push(publishedGrowth);
      else {
        const average =
          parse(from).kind === 'year' && parse(to).kind === 'year'
            ? averageGrowth(world, at, from, to)
            : null;
        if (average) context.push(average);
      }
      if (asked.length > 0 && t.rule === 'first') break;
    }
  }
  if (asked.length === 0) {
    if (context.length > 0)
      return told(question, {
        asked: context,
        assumptions: slotAssumptions(question, { area: targets.find((t) => t.fallback)?.area ?? null }),
      });
    return nothingHeld(asActual(question), targets, world, missingEnd(world, question, targets, [from, to]));
  }
  return finish(question, asked, { context, fallback: targets.find((t) => t.fallback)?.area ?? null });
}

/** Growth of the level in `to` over the level in `from`; both periods were named by the question. */
function between(world: AnswerWorld, at: At, from: string, to: string): Figure | null {
  const base = levelAt(world, at, from);
  const level = levelAt(world, at, to);
  if (!base || !level || base.unit !== level.unit || parse(from).kind !== parse(to).kind) return null;
  // Two monthly releases rest on different bases.
  if (parse(to).kind !== 'year' && base.sources[0] !== level.sources[0]) return null;
  const value = percentChange(level.value, base.value);
  if (value === null) return null;
  return derived({
    indicator: at.indicator,
    area: at.area,
    measure: 'growth',
    basis: `vs:${from}`,
    period: to,
    value,
    unit: '%',
    formula: '(kỳ sau − kỳ trước) ÷ kỳ trước × 100',
    inputs: [level, base],
  });
}

function averageGrowth(world: AnswerWorld, at: At, from: string, to: string): Figure | null {
  // «giai đoạn 2016–2020» publishes the average of the five years 2016 … 2020.
  return find(world.facts, {
    ...at,
    measure: 'growth',
    basis: 'avg_annual',
    period: spanCode(Number(from), Number(to)),
  });
}

/** Average growth a year: published for the span, else the compound rate between its ends. */
export function cagr(question: Derived, world: AnswerWorld): Answer {
  const targets = targetsOf(world.facts, question);
  const p = question.periods.value;
  const ends =
    endsOf(question) ?? (p.type === 'since' ? [p.from, newestYear(world, targets, question)] : null);
  const asked: Figure[] = [];
  for (const t of targets) {
    for (const indicator of t.members) {
      const at = { indicator, area: t.area, level: levelOf(world.facts, indicator, question.enterprise) };
      if (!ends?.[1]) continue;
      const [from, to] = ends as [string, string];
      const direct = averageGrowth(world, at, from, to);
      if (direct) {
        asked.push(direct);
        continue;
      }
      const base = levelAt(world, at, from);
      const level = levelAt(world, at, to);
      const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
      if (!base || !level || years < 1 || compare(base.value, '0') <= 0 || compare(level.value, '0') <= 0)
        continue;
      const ratio = divide(level.value, base.value) as string;
      const value = round(multiply(subtract(root(ratio, years), '1'), '100'), 2);
      asked.push(
        derived({
          indicator,
          area: t.area,
          measure: 'growth',
          basis: 'avg_annual',
          period: spanCode(Number(from), Number(to)),
          value,
          unit: '%',
          formula: `căn bậc ${years} của (${to} ÷ ${from}) − 1`,
          inputs: [level, base],
        }),
      );
      if (t.rule === 'first') break;
    }
  }
  // A published average is not mixed with rates worked out for the rest of a group.
  if (asked.some((f) => !f.derived)) asked.splice(0, asked.length, ...asked.filter((f) => !f.derived));
  if (asked.length === 0)
    return nothingHeld(
      asActual(question),
      targets,
      world,
      ends ? missingEnd(world, question, targets, ends as [string, string]) : null,
    );
  return finish(question, asked, { fallback: targets.find((t) => t.fallback)?.area ?? null });
}

function newestYear(world: AnswerWorld, targets: readonly Target[], question: FigureQuestion): string {
  const years = targets.flatMap((t) =>
    t.members.flatMap((m) =>
      world.facts
        .current({ indicator: m, area: t.area, measure: 'actual' })
        .filter((o) => o.level === levelOf(world.facts, m, question.enterprise) && o.period.length === 4)
        .map((o) => o.period),
    ),
  );
  return years.sort().at(-1) ?? '';
}
