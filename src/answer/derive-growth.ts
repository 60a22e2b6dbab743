import type { FigureQuestion } from '../question/question.js';
import { compare, divide, multiply } from '../stats/decimal.js';
import { derived, type Figure, published } from '../stats/figure.js';
import { period as parse, periodsBetween, shiftYears, spanCode } from '../stats/period.js';
import type { Answer, Note } from './answer.js';
import { refused, slotAssumptions, told } from './build.js';
import { chainedAverage, chainedGrowth, yearlyRate } from './chain.js';
import { obstacle, oneDocument } from './comparable.js';
import {
  type At,
  asActual,
  caveat,
  type Derived,
  distinct,
  documents,
  endsOf,
  finish,
  levelAt,
  missingEnd,
  remarks,
} from './derive-parts.js';
import { changeOf, differ, find, observed } from './lookup.js';
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
  const notes: Note[] = [];
  const blocked: Figure[] = [];
  for (const t of targets) {
    for (const indicator of t.members) {
      const level = levelOf(world.facts, indicator, question.enterprise);
      const at = { indicator, area: t.area, level };
      const told = ofLevels(world, at, from, to);
      const given = question.fromLevels ? null : yearly(world, at, from, to);
      if (given && !given.derived) {
        asked.push(given);
        if (told.figure && differ(told.figure, given)) {
          asked.push(told.figure);
          notes.push(...told.notes);
        }
      } else if (told.figure) {
        asked.push(told.figure);
        notes.push(...told.notes);
      } else if (given) asked.push(given);
      else {
        const average =
          parse(from).kind === 'year' && parse(to).kind === 'year'
            ? averageGrowth(world, at, from, to)
            : null;
        // Without levels the rates of the years between say what they come to.
        const chained =
          average || told.levels.length > 0 || question.fromLevels
            ? null
            : chainedGrowth(world.facts, at, from, to);
        if (average) context.push(average);
        if (chained) asked.push(chained);
        notes.push(...told.notes);
        blocked.push(...told.levels);
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
    if (blocked.length > 0)
      return refused(question, 'not-computable', { context: blocked, notes: distinct(notes) });
    return nothingHeld(asActual(question), targets, world, missingEnd(world, question, targets, [from, to]));
  }
  return finish(question, asked, { context, notes, fallback: targets.find((t) => t.fallback)?.area ?? null });
}

/** The growth that is counted from one period to the other: published over a year or over a month. */
function yearly(world: AnswerWorld, at: At, from: string, to: string): Figure | null {
  if (parse(from).kind === 'span' || shiftYears(from, 1) !== to) return null;
  const growth = find(world.facts, { ...at, measure: 'growth', basis: 'yoy', period: to });
  // Levels of two releases are set against each other below, with what has to be said of them.
  return growth?.derived && growth.inputs.some((i) => i.measure === 'actual') ? null : growth;
}

/** Growth of the level in `to` over the level in `from`; both periods were named by the question. */
function ofLevels(
  world: AnswerWorld,
  at: At,
  from: string,
  to: string,
): { figure: Figure | null; notes: Note[]; levels: Figure[] } {
  const base = levelAt(world, at, from);
  const level = levelAt(world, at, to);
  if (!base || !level || base.unit !== level.unit) return { figure: null, notes: [], levels: [] };
  const levels = [level, base].map((f) => ({ ...f, role: 'context' as const }));
  const against = obstacle(world.facts, level, base);
  if (against) return { figure: null, notes: [caveat(against)], levels };
  const figure = changeOf(level, base);
  if (figure === null) return { figure: null, notes: [caveat('zero-base')], levels };
  return { figure, notes: remarks(world, level, base), levels };
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

/** Average growth a year: published for the span, else the compound rate between its ends or of its indices. */
export function cagr(question: Derived, world: AnswerWorld): Answer {
  const targets = targetsOf(world.facts, question);
  const p = question.periods.value;
  const ends =
    endsOf(question) ??
    (p.type === 'since' || p.type === 'all'
      ? [
          p.type === 'since' ? p.from : edgeYear(world, targets, question, 0),
          edgeYear(world, targets, question, -1),
        ]
      : null);
  const asked: Figure[] = [];
  const notes: Note[] = [];
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
      const made = compound(world, at, from, to);
      if (!made) continue;
      asked.push(made);
      const [level, base] = made.inputs;
      if (level?.measure === 'actual' && base) {
        notes.push(...documents(world, level, base));
        const chained = oneDocument(level, base) ? null : chainedAverage(world.facts, at, from, to);
        if (chained && differ(chained, made))
          notes.push({ type: 'rates-and-levels', rates: chained, levels: made });
      }
      if (t.rule === 'first') break;
    }
  }
  // A published average is not mixed with rates worked out for the rest of a group.
  if (asked.some((f) => !f.derived)) {
    asked.splice(0, asked.length, ...asked.filter((f) => !f.derived));
    notes.splice(0);
  }
  if (asked.length === 0)
    return nothingHeld(
      asActual(question),
      targets,
      world,
      ends ? missingEnd(world, question, targets, ends as [string, string]) : null,
    );
  return finish(question, asked, { notes, fallback: targets.find((t) => t.fallback)?.area ?? null });
}

/** The compound yearly rate between two levels, or of the yearly indices where there are no levels. */
function compound(world: AnswerWorld, at: At, from: string, to: string): Figure | null {
  const common = {
    indicator: at.indicator,
    area: at.area,
    measure: 'growth' as const,
    basis: 'avg_annual' as const,
    period: spanCode(Number(from.slice(0, 4)), Number(to.slice(0, 4))),
    unit: '%',
  };
  const base = levelAt(world, at, from);
  const level = levelAt(world, at, to);
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  if (years < 1 || parse(from).kind !== 'year' || parse(to).kind !== 'year') return null;
  if (base && level && compare(base.value, '0') > 0 && compare(level.value, '0') > 0) {
    const ratio = divide(level.value, base.value) as string;
    return derived({
      ...common,
      value: yearlyRate(ratio, years),
      formula: `căn bậc ${years} của (${to} ÷ ${from}) − 1`,
      inputs: [level, base],
    });
  }
  const indices = periodsBetween(from, to).map((period) =>
    observed(world.facts, { ...at, measure: 'index', basis: 'prev_year_100', period }),
  );
  if (indices.some((i) => i === null || compare(i.value, '0') <= 0)) return null;
  const factors = indices.flatMap((i) => (i ? [published(i, 'context')] : []));
  const product = factors.reduce((c, f) => multiply(c, divide(f.value, '100') as string), '1');
  return derived({
    ...common,
    value: yearlyRate(product, factors.length),
    formula: `căn bậc ${factors.length} của tích các chỉ số − 1`,
    inputs: factors,
  });
}

/** The first year held, or the last. */
function edgeYear(
  world: AnswerWorld,
  targets: readonly Target[],
  question: FigureQuestion,
  at: 0 | -1,
): string {
  const years = targets.flatMap((t) =>
    t.members.flatMap((m) =>
      world.facts
        .current({ indicator: m, area: t.area, measure: 'actual' })
        .filter((o) => o.level === levelOf(world.facts, m, question.enterprise) && o.period.length === 4)
        .map((o) => o.period),
    ),
  );
  return years.sort().at(at) ?? '';
}
