import type { FigureQuestion } from '../question/question.js';
import { COUNTRY, HOME } from '../stats/facts.js';
import type { Figure } from '../stats/figure.js';
import { parsePeriod } from '../stats/period.js';
import type { Answer, Choice } from './answer.js';
import { askFigure, familyOf } from './asked.js';
import { refused } from './build.js';
import type { LikeSet } from './set.js';
import { nearest, periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

type Over = Extract<FigureQuestion, { kind: 'rank' | 'filter' }>;

/** So many areas at least make a set worth offering. */
const SET = 3;

/**
 * «tỉnh nào nhiều gỗ nhất», where only one province (or none) has such a figure: said so, with the figures there are, and
 * the rankings of provinces that are held.
 */
export function lonelyArea(question: Over, set: LikeSet, world: AnswerWorld): Answer {
  const { facts } = world;
  const { period } = set;
  const members = question.subject.value.indicators;
  const at = (area: string): Figure[] =>
    period === null ? [] : members.flatMap((m) => askFigure(world, question, m, area, period) ?? []);
  const said = question.areas.value.filter((a) => a !== COUNTRY);
  const own = [...new Set([...said, HOME])].flatMap(at);
  const held = [...new Set(own.map((f) => f.area))].map((a) => facts.area(a)?.name ?? a);
  const others = held.length > 0 ? 'các tỉnh khác' : 'các tỉnh';
  return refused(question, 'no-data', {
    context: own.length > 0 ? own : at(COUNTRY),
    notes: [
      {
        type: 'reason',
        text: `${held.length > 0 ? `Kho số liệu chỉ có số của ${held.join(', ')}; chưa` : 'Chưa'} có số của ${others}`,
        period,
      },
    ],
    choices: offers(question, period, world),
    periods: period ? [period] : [],
    areas: [],
  });
}

/** The nearest years in which the thing asked about is held for several provinces, else what else is. */
function offers(question: Over, period: string | null, world: AnswerWorld): Choice[] {
  const own = question.subject.value.indicators.flatMap((i) => spreadOf(i, period, world));
  const all =
    own.length > 0 ? own : world.facts.catalogue.indicators.flatMap((i) => spreadOf(i.id, period, world));
  return all.map(({ indicator, year }) => ({
    question: {
      ...question,
      subject: { value: { indicators: [indicator], group: null }, from: 'text' },
      measure: { value: null, from: 'default' },
      basis: { value: null, from: 'default' },
      periods: { value: { type: 'list', codes: [year] }, from: 'text' },
    } as FigureQuestion,
    label: { type: 'reading' },
  }));
}

function spreadOf(indicator: string, period: string | null, world: AnswerWorld) {
  const { facts } = world;
  const count = new Map<string, number>();
  const there = facts.catalogue.areas.filter((a) => a.kind === 'province' && facts.everHeld(indicator, a.id));
  if (there.length < SET) return [];
  for (const a of there)
    for (const p of periodsHeld(facts, [indicator], a.id, familyOf(null, null)))
      count.set(p, (count.get(p) ?? 0) + 1);
  const years = [...count]
    .filter(([p, n]) => n >= SET && parsePeriod(p)?.kind === 'year')
    .map(([p]) => p)
    .sort();
  if (period !== null && years.includes(period)) return [{ indicator, year: period }];
  return nearest(years, period).map((year) => ({ indicator, year }));
}
