import type { FigureQuestion } from '../question/question.js';
import { add, compare, divide, multiply, root, round, subtract } from '../stats/decimal.js';
import { derived, type Figure } from '../stats/figure.js';
import {
  comparePeriods,
  period as parse,
  parsePeriod,
  shiftYears,
  spanCode,
  spanEnd,
} from '../stats/period.js';
import type { Answer } from './answer.js';
import { refused, slotAssumptions, told } from './build.js';
import { grid } from './compare.js';
import { find, percentChange, targetOverActual } from './lookup.js';
import { levelOf, type Target, targetsOf } from './resolve.js';
import { askFigure, nothingHeld } from './value.js';
import type { AnswerWorld } from './world.js';

type Derived = Extract<FigureQuestion, { kind: 'derived' }>;
type Level = Figure;

/** Figures that nobody published, worked out from those that somebody did (ANSWERING rule 6). */
export function answerDerived(question: Derived, world: AnswerWorld): Answer {
  switch (question.op) {
    case 'change':
      return change(question, world);
    case 'cagr':
      return cagr(question, world);
    case 'target-gap':
    case 'target-difference':
      return targetGap(question, world);
    case 'remaining':
    case 'needed-monthly':
      return remaining(question, world);
    case 'difference':
    case 'ratio':
      return pair(question, world);
    case 'sum':
    case 'average':
      return total(question, world);
    case 'share':
      return share(question, world);
    case 'base':
      return nothingHeld(question, targetsOf(world.facts, question), world, null);
  }
}

const asActual = <Q extends FigureQuestion>(question: Q): Q => ({
  ...question,
  measure: { value: 'actual', from: 'text' },
  basis: { value: null, from: 'default' },
});

function finish(
  question: Derived,
  asked: readonly Figure[],
  extra: { context?: readonly Figure[]; fallback?: string | null } = {},
): Answer {
  return told(question, {
    asked,
    context: [...asked.flatMap((f) => f.inputs), ...(extra.context ?? [])],
    assumptions: slotAssumptions(question, { area: extra.fallback ?? null }),
  });
}

/** Growth between two named periods; a published growth of the later one over the year before comes first. */
function change(question: Derived, world: AnswerWorld): Answer {
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

function missingEnd(
  world: AnswerWorld,
  question: Derived,
  targets: readonly Target[],
  ends: readonly string[],
): string | null {
  return (
    ends.find((p) =>
      targets.every((t) =>
        t.members.every((m) => askFigure(world, asActual(question), m, t.area, p) === null),
      ),
    ) ??
    ends[0] ??
    null
  );
}

/** First and last period of the question, in order of time; null where it names fewer than two. */
function endsOf(question: FigureQuestion): [string, string] | null {
  const p = question.periods.value;
  if (p.type === 'range') return [p.from, p.to];
  if (p.type === 'list' && p.codes.length === 1 && parsePeriod(p.codes[0] as string)?.kind === 'span') {
    const span = parse(p.codes[0] as string);
    return [String(span.year), String(spanEnd(span))];
  }
  if (p.type === 'list' && p.codes.length >= 2) {
    const sorted = [...p.codes].sort(comparePeriods);
    return [sorted[0] as string, sorted.at(-1) as string];
  }
  return null;
}

interface At {
  readonly indicator: string;
  readonly area: string;
  readonly level: 'area' | 'enterprise';
}

const levelAt = (world: AnswerWorld, at: At, period: string): Level | null =>
  find(world.facts, { ...at, measure: 'actual', basis: null, period });

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
function cagr(question: Derived, world: AnswerWorld): Answer {
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

/** A target against the last actual: in % and in units. */
function targetGap(question: Derived, world: AnswerWorld): Answer {
  const targets = targetsOf(world.facts, question);
  const codes =
    question.periods.value.type === 'list' ? [...question.periods.value.codes].sort(comparePeriods) : [];
  const asked: Figure[] = [];
  const context: Figure[] = [];
  for (const t of targets) {
    for (const indicator of t.members) {
      const at = { indicator, area: t.area, level: levelOf(world.facts, indicator, question.enterprise) };
      const goals = world.facts
        .current({ indicator, area: t.area, measure: 'target' })
        .filter((o) => o.level === at.level && o.basis === null);
      const goal =
        codes.length > 0
          ? [...codes]
              .reverse()
              .map((c) => goals.find((g) => g.period === c))
              .find((g) => g !== undefined)
          : goals.at(-1);
      if (!goal) continue;
      const target = find(world.facts, { ...at, measure: 'target', basis: null, period: goal.period });
      if (!target) continue;
      const others = codes.filter((c) => c !== goal.period);
      const actual =
        others.map((c) => levelAt(world, at, c)).find((f) => f !== null) ??
        (others.length > 0 ? null : lastActual(world, at, goal.period));
      if (!actual || actual.unit !== target.unit) continue;
      const inputs = [target, actual];
      const of = { indicator, area: t.area, period: target.period, inputs };
      const change = targetOverActual(target, actual);
      if (change === null) continue;
      const gap = derived({
        ...of,
        measure: 'difference',
        basis: null,
        value: subtract(target.value, actual.value),
        unit: target.unit,
        formula: 'mục tiêu − thực hiện',
      });
      asked.push(question.op === 'target-difference' ? gap : change);
      context.push(question.op === 'target-difference' ? change : gap);
    }
  }
  if (asked.length === 0) {
    const plain = {
      ...question,
      measure: { value: 'target' as const, from: 'text' as const },
      basis: { value: null, from: 'default' as const },
    };
    return nothingHeld(plain, targets, world, codes.at(-1) ?? null);
  }
  return finish(question, asked, { context, fallback: targets.find((t) => t.fallback)?.area ?? null });
}

function lastActual(world: AnswerWorld, at: At, before: string): Figure | null {
  const rows = world.facts
    .current({ indicator: at.indicator, area: at.area, measure: 'actual' })
    .filter((o) => o.level === at.level && o.period.length === 4 && comparePeriods(o.period, before) < 0);
  const last = rows.at(-1);
  return last ? find(world.facts, { ...at, measure: 'actual', basis: null, period: last.period }) : null;
}

/** What is left to reach the plan, in units; by month for the months still to come. */
function remaining(question: Derived, world: AnswerWorld): Answer {
  const targets = targetsOf(world.facts, question);
  const code = question.periods.value.type === 'list' ? question.periods.value.codes[0] : undefined;
  const asked: Figure[] = [];
  for (const t of targets) {
    for (const indicator of t.members) {
      const at = { indicator, area: t.area, level: levelOf(world.facts, indicator, question.enterprise) };
      const rows = world.facts
        .current({ indicator, area: t.area, measure: 'target' })
        .filter((o) => o.level === at.level && o.basis === null && o.period.length === 4);
      const goal = code ? rows.find((o) => o.period === code.slice(0, 4)) : rows.at(-1);
      if (!goal) continue;
      const target = find(world.facts, { ...at, measure: 'target', basis: null, period: goal.period });
      const done = soFar(world, at, goal.period);
      if (!target || !done || done.unit !== target.unit) continue;
      const left = subtract(target.value, done.value);
      if (question.op === 'remaining') {
        asked.push(
          derived({
            indicator,
            area: t.area,
            measure: 'difference',
            basis: null,
            period: target.period,
            value: left,
            unit: target.unit,
            formula: 'kế hoạch − thực hiện',
            inputs: [target, done],
          }),
        );
        continue;
      }
      const months =
        12 -
        (parse(done.period).kind === 'year' ? 12 : parse(done.period).month + parse(done.period).months - 1);
      if (months < 1 || compare(left, '0') <= 0) continue;
      asked.push(
        derived({
          indicator,
          area: t.area,
          measure: 'average',
          basis: null,
          period: target.period,
          value: round(divide(left, String(months)) as string, 2),
          unit: target.unit,
          formula: `(kế hoạch − thực hiện) ÷ ${months} tháng`,
          inputs: [target, done],
        }),
      );
    }
  }
  if (asked.length === 0) {
    const base = nothingHeld(
      { ...question, measure: { value: 'actual', from: 'text' } } as FigureQuestion,
      targets,
      world,
      code ?? null,
    );
    return { ...base, reason: 'not-computable' };
  }
  return finish(question, asked);
}

/** What was done of a year: the year, else the longest run from January. */
function soFar(world: AnswerWorld, at: At, year: string): Figure | null {
  const whole = levelAt(world, at, year);
  if (whole) return whole;
  const runs = world.facts
    .current({ indicator: at.indicator, area: at.area, measure: 'actual' })
    .filter(
      (o) =>
        o.level === at.level &&
        o.period.slice(0, 4) === year &&
        ['cumulative', 'half', 'quarter'].includes(parse(o.period).kind) &&
        parse(o.period).month === 1,
    );
  const last = runs.sort((a, b) => parse(a.period).months - parse(b.period).months).at(-1);
  return last ? find(world.facts, { ...at, measure: 'actual', basis: null, period: last.period }) : null;
}

/** Difference or ratio of two levels: two periods, two products in one unit, or two areas. */
function pair(question: Derived, world: AnswerWorld): Answer {
  const level =
    question.measure.value === 'target' || question.measure.value === 'growth'
      ? question
      : asActual(question);
  const ends = endsOf(level);
  const at =
    ends && question.periods.value.type !== 'list'
      ? ({ ...level, periods: { value: { type: 'list', codes: ends }, from: 'text' } } as FigureQuestion)
      : level;
  const { figures, periods, fallback } = grid(at, world);
  const [a, b] = figures;
  if (figures.length < 2 || !a || !b) {
    const targets = targetsOf(world.facts, level);
    const base = nothingHeld(
      level,
      targets,
      world,
      periods.find((p) => !figures.some((f) => f.period === p)) ?? periods[0] ?? null,
    );
    return {
      ...base,
      figures: [...figures.map((f) => ({ ...f, role: 'context' as const })), ...base.figures],
    };
  }
  if (figures.length > 2) return refused(question, 'not-computable', { context: figures });
  if (a.unit !== b.unit)
    return refused(question, 'not-computable', {
      context: [a, b],
      notes: [{ type: 'text', text: `hai số khác đơn vị (${a.unit} và ${b.unit})` }],
    });
  const later = a.period !== b.period && comparePeriods(a.period, b.period) < 0 ? [b, a] : [a, b];
  const [first, second] = later as [Figure, Figure];
  if (question.op === 'ratio') {
    const q = divide(first.value, second.value);
    if (q === null) return refused(question, 'not-computable', { context: [a, b] });
    return finish(
      question,
      [
        derived({
          indicator: first.indicator,
          area: first.area,
          measure: 'ratio',
          basis: null,
          period: first.period,
          value: round(q, 2),
          unit: 'lần',
          formula: 'số thứ nhất ÷ số thứ hai',
          inputs: [first, second],
        }),
      ],
      { fallback },
    );
  }
  return finish(
    question,
    [
      derived({
        indicator: first.indicator,
        area: first.area,
        measure: 'difference',
        basis: null,
        period: first.period,
        value: subtract(first.value, second.value),
        unit: first.unit === '%' ? 'điểm %' : first.unit,
        formula: 'số thứ nhất − số thứ hai',
        inputs: [first, second],
      }),
    ],
    { fallback },
  );
}

/** Sum or average of a product over periods, or of like products in one period. */
function total(question: Derived, world: AnswerWorld): Answer {
  const level = asActual(question);
  const span =
    level.periods.value.type === 'list' &&
    level.periods.value.codes.length === 1 &&
    parsePeriod(level.periods.value.codes[0] as string)?.kind === 'span'
      ? endsOf(level)
      : null;
  const over = span
    ? ({
        ...level,
        periods: { value: { type: 'range', from: span[0], to: span[1] }, from: 'text' },
      } as Derived)
    : level;
  const { figures, periods, missing, fallback } = grid(over, world);
  const first = figures[0];
  if (!first) return nothingHeld(level, targetsOf(world.facts, level), world, periods[0] ?? null);
  const wanted =
    over.periods.value.type === 'range' && over.periods.value.from.length === 4
      ? Number(over.periods.value.to) - Number(over.periods.value.from) + 1
      : null;
  const kinds = new Set(figures.map((f) => f.unit));
  if (kinds.size > 1)
    return refused(question, 'not-computable', {
      context: figures,
      notes: [{ type: 'text', text: 'các số khác đơn vị, không cộng được' }],
    });
  // An index or a rate is never summed; a sum with a gap would be too small without saying so.
  if (first.measure !== 'actual' || first.unit === '%')
    return refused(question, 'not-computable', { context: figures });
  if (
    missing.some((m) => m.period !== null) ||
    (wanted !== null && new Set(figures.map((f) => f.period)).size < wanted)
  )
    return refused(question, 'no-data', { context: figures, missing });
  const sum = figures.reduce((s, f) => add(s, f.value), '0');
  const ps = [...new Set(figures.map((f) => f.period))].sort(comparePeriods);
  const period =
    ps.length > 1 && ps.every((p) => p.length === 4)
      ? spanCode(Number(ps[0]), Number(ps.at(-1)))
      : (ps[0] as string);
  const value = question.op === 'sum' ? sum : round(divide(sum, String(figures.length)) as string, 2);
  return finish(
    question,
    [
      derived({
        indicator: new Set(figures.map((f) => f.indicator)).size === 1 ? first.indicator : first.indicator,
        area: first.area,
        measure: question.op === 'sum' ? 'sum' : 'average',
        basis: null,
        period,
        value,
        unit: first.unit,
        formula:
          question.op === 'sum'
            ? `tổng ${figures.length} số`
            : `tổng ${figures.length} số ÷ ${figures.length}`,
        inputs: figures,
      }),
    ],
    { fallback },
  );
}

/** Part of the whole: a product's share of its country's, or one indicator of another, in %. */
function share(question: Derived, world: AnswerWorld): Answer {
  const level = asActual(question);
  const targets = targetsOf(world.facts, level);
  const { figures, periods, fallback } = grid(level, world);
  let part = figures[0];
  let whole = figures[1];
  if (part && !whole && part.area !== 'ca-nuoc' && part.indicator) {
    whole =
      find(world.facts, {
        indicator: part.indicator,
        area: 'ca-nuoc',
        level: 'area',
        measure: 'actual',
        basis: null,
        period: part.period,
      }) ?? undefined;
  }
  if (part && whole && compare(part.value, whole.value) > 0) [part, whole] = [whole, part];
  if (!part || !whole || part.unit !== whole.unit || figures.length > 2) {
    const base = nothingHeld(level, targets, world, periods[0] ?? null);
    return {
      ...base,
      reason: 'not-computable',
      figures: [...figures.map((f) => ({ ...f, role: 'context' as const })), ...base.figures],
    };
  }
  const q = divide(part.value, whole.value);
  if (q === null) return refused(question, 'not-computable', { context: [part, whole] });
  return finish(
    question,
    [
      derived({
        indicator: part.indicator,
        area: part.area,
        measure: 'share',
        basis: null,
        period: part.period,
        value: round(multiply(q, '100'), 2),
        unit: '%',
        formula: 'phần ÷ toàn bộ × 100',
        inputs: [part, whole],
      }),
    ],
    { fallback },
  );
}

/** The level of the year before, from a level and its growth: «điện thương phẩm 2020» from 2021 and +4,1 %. */
export function baseYear(world: AnswerWorld, indicator: string, area: string, period: string): Figure | null {
  if (parsePeriod(period)?.kind !== 'year') return null;
  const at = { indicator, area, level: levelOf(world.facts, indicator, false) };
  const next = shiftYears(period, 1);
  const level = levelAt(world, at, next);
  const growth = find(world.facts, { ...at, measure: 'growth', basis: 'yoy', period: next });
  if (!level || level.derived || !growth || growth.derived || growth.sources[0] !== level.sources[0])
    return null;
  const factor = add('1', divide(growth.value, '100') as string);
  const value = divide(level.value, factor);
  if (value === null || compare(factor, '0') <= 0) return null;
  return derived({
    indicator,
    area,
    measure: 'actual',
    basis: null,
    period,
    value: roundLike(value, level.value),
    unit: level.unit,
    formula: `${next} ÷ (1 + tốc độ tăng ${next})`,
    inputs: [level, growth],
  });
}

/** As many digits as the level it comes from would bear. */
function roundLike(value: string, like: string): string {
  const size = Math.max(0, like.replace(/^-/, '').split('.')[0]!.length - 4);
  const grain = `1${'0'.repeat(size)}`;
  return multiply(round(divide(value, grain) as string, 0), grain);
}
