import type { FigureQuestion } from '../question/question.js';
import { HOME } from '../stats/facts.js';
import type { Figure } from '../stats/figure.js';
import { comparePeriods, parsePeriod, shift, shiftYears } from '../stats/period.js';
import type { Choice } from './answer.js';
import { askFigure, familyOf } from './asked.js';
import { variant } from './build.js';
import { observed } from './lookup.js';
import { equivalents } from './periods-alike.js';
import { periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

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
  const askHome = (i: string, period: string) => askFigure(world, question, i, HOME, period) !== null;
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
  // An area that was only carried over can be dropped.
  if (
    question.areas.from === 'context' &&
    first.area !== HOME &&
    indicators.some((i) => askHome(i, first.period))
  )
    choices.push({
      question: variant({ ...question, subject } as FigureQuestion, {
        areas: { value: [HOME], from: 'text' },
        periods: { value: { type: 'list', codes: [first.period] }, from: 'text' },
      }),
      label: { type: 'area', area: HOME },
    });
  choices.push({
    question: variant(
      { ...question, subject } as FigureQuestion,
      {
        areas,
        periods: { value: { type: 'list', codes: [first.period] }, from: 'text' },
        kind: 'source',
        ...(question.kind === 'series' || question.kind === 'compare'
          ? { of: { ...question, text: '', bends: [], leftover: [] } }
          : {}),
      } as Partial<FigureQuestion>,
    ),
    label: { type: 'source' },
  });
  return choices;
}
