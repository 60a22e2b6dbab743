import type { FigureQuestion } from '../question/question.js';
import { compare, divide, roundLike, subtract } from '../stats/decimal.js';
import { derived, type Figure } from '../stats/figure.js';
import { comparePeriods, period as parse } from '../stats/period.js';
import type { Answer, Missing, Note } from './answer.js';
import { asValue, refused } from './build.js';
import { type At, asActual, asMeasure, caveat, type Derived, finish, levelAt } from './derive-parts.js';
import { find, shareOf, targetOverActual } from './lookup.js';
import { nothingHeld } from './nothing-held.js';
import { levelOf, targetsOf } from './resolve.js';
import { answerValue } from './value.js';
import type { AnswerWorld } from './world.js';

/** A target against the last actual: in % and in units. */
export function targetGap(question: Derived, world: AnswerWorld): Answer {
  const answer = growthOfTarget(question, world);
  if (answer) return answer;
  const codes = question.periods.value.type === 'list' ? question.periods.value.codes : [];
  const lengths = new Set(codes.map((c) => parse(c).months));
  if (lengths.size > 1) return refused(question, 'not-computable', { notes: [caveat('unlike-periods')] });
  const plain = {
    ...question,
    measure: { value: 'target' as const, from: 'text' as const },
    basis: { value: null, from: 'default' as const },
  };
  // «mục tiêu GTSXCN 2022 so với cùng kỳ»: the target is a rate already.
  const rate = answerValue(asValue({ ...plain, basis: { value: 'yoy', from: 'default' } }), world);
  if (rate.outcome !== 'refuse') return rate;
  return nothingHeld(
    plain,
    targetsOf(world.facts, question),
    world,
    [...codes].sort(comparePeriods).at(-1) ?? null,
  );
}

/** The same; null where a target or an actual before it is missing. */
export function growthOfTarget(question: Derived, world: AnswerWorld): Answer | null {
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
      if (!actual || actual.unit !== target.unit || !asLong(actual, target)) continue;
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
  if (asked.length === 0) return null;
  return finish(question, asked, { context, fallback: targets.find((t) => t.fallback)?.area ?? null });
}

/** A year's plan is not measured by ten months. */
const asLong = (a: Figure, b: Figure): boolean => parse(a.period).months === parse(b.period).months;

const differenceOf = (a: Figure, b: Figure): Figure =>
  derived({
    indicator: a.indicator,
    area: a.area,
    measure: 'difference',
    basis: null,
    period: a.period,
    value: subtract(a.value, b.value),
    unit: a.unit,
    formula: 'số thứ nhất − số thứ hai',
    inputs: [a, b],
  });

/** A result in per cent of a plan of another year, or the plan in per cent of the result. */
export function targetPercent(question: Derived, world: AnswerWorld): Answer {
  const targets = targetsOf(world.facts, question);
  const codes =
    question.periods.value.type === 'list' ? [...question.periods.value.codes].sort(comparePeriods) : [];
  const asked: Figure[] = [];
  const missing: Missing[] = [];
  const context: Figure[] = [];
  let lacks: string | null = null;
  for (const t of targets) {
    for (const indicator of t.members) {
      const at = { indicator, area: t.area, level: levelOf(world.facts, indicator, question.enterprise) };
      const plan = codes
        .map((period) => find(world.facts, { ...at, measure: 'target', basis: null, period }))
        .findLast((f) => f !== null);
      const period = codes.find((c) => c !== plan?.period) ?? null;
      const actual = period === null ? null : levelAt(world, at, period);
      if (plan && !actual) {
        lacks = period;
        missing.push({ indicator, area: t.area, measure: 'actual', period, held: [] });
      }
      if (!plan || !actual || plan.unit !== actual.unit || !asLong(plan, actual)) continue;
      const made = question.planFirst ? shareOf(plan, actual) : shareOf(actual, plan);
      if (!made) continue;
      asked.push({ ...made, formula: 'số thứ nhất ÷ số thứ hai × 100' });
      context.push(differenceOf(made.inputs[0] as Figure, made.inputs[1] as Figure));
    }
  }
  if (asked.length > 0)
    return finish(question, asked, {
      context,
      missing,
      fallback: targets.find((t) => t.fallback)?.area ?? null,
    });
  const short = lacks === null ? asMeasure(question, 'target') : asActual(question);
  return nothingHeld(short, targets, world, lacks ?? codes.at(-1) ?? null);
}

function lastActual(world: AnswerWorld, at: At, before: string): Figure | null {
  const rows = world.facts
    .current({ indicator: at.indicator, area: at.area, measure: 'actual' })
    .filter((o) => o.level === at.level && o.period.length === 4 && comparePeriods(o.period, before) < 0);
  const last = rows.at(-1);
  return last ? find(world.facts, { ...at, measure: 'actual', basis: null, period: last.period }) : null;
}

/** What is left to reach the plan, in units or in %; by month for the months still to come. */
export function remaining(question: Derived, world: AnswerWorld): Answer {
  const targets = targetsOf(world.facts, question);
  const code = question.periods.value.type === 'list' ? question.periods.value.codes[0] : undefined;
  const asked: Figure[] = [];
  const notes: Note[] = [];
  for (const t of targets) {
    for (const indicator of t.members) {
      const at = { indicator, area: t.area, level: levelOf(world.facts, indicator, question.enterprise) };
      const partly = () => (question.op === 'remaining' ? stillMissing(world, at, code) : null);
      const missed = question.inPercent ? partly() : null;
      if (missed) {
        asked.push(missed);
        continue;
      }
      const rows = world.facts
        .current({ indicator, area: t.area, measure: 'target' })
        .filter((o) => o.level === at.level && o.basis === null && o.period.length === 4);
      const goal = code ? rows.find((o) => o.period === code.slice(0, 4)) : rows.at(-1);
      // No plan in amounts: what the published completion leaves.
      if (!goal) asked.push(...(question.inUnit ? [] : [partly()].filter((f) => f !== null)));
      if (!goal) continue;
      const target = find(world.facts, { ...at, measure: 'target', basis: null, period: goal.period });
      const done = soFar(world, at, goal.period);
      if (!target || (done && done.unit !== target.unit)) continue;
      if (!done) {
        if (question.op !== 'needed-monthly') continue;
        asked.push(perMonth(at, target, target.value, 12, [target], 'kế hoạch ÷ 12 tháng'));
        notes.push(caveat('plan-over-months'));
        continue;
      }
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
        perMonth(at, target, left, months, [target, done], `(kế hoạch − thực hiện) ÷ ${months} tháng`),
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
  return finish(question, asked, { notes });
}

const perMonth = (
  at: At,
  target: Figure,
  left: string,
  months: number,
  inputs: readonly Figure[],
  formula: string,
): Figure =>
  derived({
    indicator: at.indicator,
    area: at.area,
    measure: 'average',
    basis: null,
    period: target.period,
    value: roundLike(divide(left, String(months)) as string, target.value),
    unit: target.unit,
    formula,
    inputs,
  });

/** «còn thiếu bao nhiêu phần trăm»: 100 % less the published completion. */
function stillMissing(world: AnswerWorld, at: At, code: string | undefined): Figure | null {
  if (!code) return null;
  const done = find(world.facts, { ...at, measure: 'completion', basis: null, period: code });
  if (!done || done.bound !== null) return null;
  return derived({
    indicator: at.indicator,
    area: at.area,
    measure: 'difference',
    basis: null,
    period: done.period,
    value: subtract('100', done.value),
    unit: 'điểm %',
    formula: '100 % − mức hoàn thành',
    inputs: [done],
  });
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
