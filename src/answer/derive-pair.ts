import type { FigureQuestion } from '../question/question.js';
import { add, compare, divide, multiply, round, subtract } from '../stats/decimal.js';
import { derived, type Figure } from '../stats/figure.js';
import { comparePeriods, parsePeriod, spanCode } from '../stats/period.js';
import type { Answer } from './answer.js';
import { refused } from './build.js';
import { grid } from './compare.js';
import { asActual, type Derived, endsOf, finish } from './derive-parts.js';
import { find } from './lookup.js';
import { nothingHeld } from './nothing-held.js';
import { targetsOf } from './resolve.js';
import type { AnswerWorld } from './world.js';

/** Difference or ratio of two levels: two periods, two products in one unit, or two areas. */
export function pair(question: Derived, world: AnswerWorld): Answer {
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
export function total(question: Derived, world: AnswerWorld): Answer {
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
export function share(question: Derived, world: AnswerWorld): Answer {
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
