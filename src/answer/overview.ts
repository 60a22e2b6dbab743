import type { FigureQuestion } from '../question/question.js';
import { HOME } from '../stats/facts.js';
import { type Figure, published } from '../stats/figure.js';
import { comparePeriods } from '../stats/period.js';
import type { Answer, Missing } from './answer.js';
import { basesOf, beside, familyOf } from './asked.js';
import { slotAssumptions, told, variant } from './build.js';
import { find, mainFigure } from './lookup.js';
import { nothingHeld } from './nothing-held.js';
import { expand, newest } from './when.js';
import type { AnswerWorld } from './world.js';

type Overview = Extract<FigureQuestion, { kind: 'overview' }>;

/** Figures of every indicator of an area in one period, for a measure. */
export function everyFigure(
  world: AnswerWorld,
  question: FigureQuestion,
  area: string,
  period: string,
  products: boolean,
): Figure[] {
  const { facts } = world;
  const measure = question.measure.value;
  const out: Figure[] = [];
  for (const i of facts.catalogue.indicators) {
    if (products && i.kind !== 'product') continue;
    if (!facts.everHeld(i.id, area)) continue;
    const at = { indicator: i.id, area, period, level: 'area' as const };
    if (measure === null || measure === 'actual') {
      const main = mainFigure(facts, i.id, area, period, 'area');
      if (main && (measure === null || main.measure === 'actual' || main.measure === 'index')) out.push(main);
      continue;
    }
    for (const basis of basesOf(measure, question.basis.value, period)) {
      const found = find(facts, { ...at, measure, basis });
      if (found) {
        out.push(found);
        break;
      }
    }
  }
  return out;
}

/** Periods an area holds for a measure, over all indicators. */
export function areaPeriods(
  world: AnswerWorld,
  question: FigureQuestion,
  area: string,
  products: boolean,
): string[] {
  const family = familyOf(question.measure.value, question.basis.value);
  const kinds = new Map(world.facts.catalogue.indicators.map((i) => [i.id, i.kind]));
  const found = new Set<string>();
  for (const o of world.facts.current({ area })) {
    if (o.level !== 'area' || !family(o.measure, o.basis)) continue;
    if (products && kinds.get(o.indicator) !== 'product') continue;
    found.add(o.period);
  }
  return [...found].sort(comparePeriods);
}

/** «các sản phẩm chủ yếu năm 2021», «mục tiêu 2022»: all that an area holds for a period and measure. */
export function answerOverview(question: Overview, world: AnswerWorld): Answer {
  const area = question.areas.value[0] ?? HOME;
  const products = question.products;
  const heldPeriods = areaPeriods(world, question, area, products);
  const choice = question.periods.value;
  const periods =
    choice.type === 'newest'
      ? [busiest(world, question, area, products, heldPeriods)].filter((p) => p !== null)
      : expand(choice, heldPeriods);
  const asked: Figure[] = [];
  for (const p of periods) asked.push(...everyFigure(world, question, area, p, products));
  const missing: Missing[] = [];
  if (question.measure.value === null) {
    // An indicator of which only a target is held is told by its target, saying that it is one.
    const goals = { ...question, measure: { value: 'target' as const, from: 'default' as const } };
    for (const p of periods) {
      const planned = everyFigure(world, goals, area, p, products).filter(
        (g) => !asked.some((f) => f.indicator === g.indicator && f.period === g.period),
      );
      if (planned.length > 0 && asked.length === 0)
        missing.push({ indicator: null, area, measure: 'actual', period: p, held: heldPeriods });
      asked.push(...planned);
    }
  }
  if (asked.length === 0) {
    const near = nothingHeld(question, [], world, periods[0] ?? null);
    return {
      ...near,
      missing: [
        {
          indicator: null,
          area,
          measure: question.measure.value,
          period: periods[0] ?? null,
          basis: question.basis.value,
          held: heldPeriods,
        },
      ],
      choices: [
        // No target of growth is published: the targets themselves may be.
        ...(question.measure.value === 'target' && question.basis.value !== null
          ? [
              {
                question: { ...question, basis: { value: null, from: 'default' as const } },
                label: { type: 'reading' as const },
              },
            ]
          : []),
        ...steps(question, area, heldPeriods, periods[0]),
      ],
      areas: [area],
    };
  }
  const context =
    question.measure.value === null || question.measure.value === 'actual'
      ? asked.flatMap((f) => beside(world, f).filter((b) => b.measure === 'growth'))
      : [];
  // What the sources say of the plan without a number belongs to the picture of a year.
  const plan = periods.flatMap((period) =>
    world.facts
      .current({ area, measure: 'completion', period })
      .filter((o) => o.level === 'area')
      .map((o) => published(o, 'context')),
  );
  const settled = question.periods.from === 'default' ? (periods[0] ?? null) : null;
  return told(question, {
    asked,
    missing,
    context: [...context, ...(question.measure.value === null ? plan : [])],
    assumptions: slotAssumptions(question, { period: settled }),
    choices: steps(question, area, heldPeriods, periods[0]),
    periods,
    areas: [area],
  });
}

/** The newest year; with products the newest year in which several are held. */
function busiest(
  world: AnswerWorld,
  question: Overview,
  area: string,
  products: boolean,
  heldPeriods: readonly string[],
): string | null {
  const years = heldPeriods.filter((p) => p.length === 4);
  for (const y of [...years].reverse())
    if (everyFigure(world, question, area, y, products).length >= 3) return y;
  return newest(heldPeriods);
}

function steps(question: Overview, area: string, heldPeriods: readonly string[], period: string | undefined) {
  const years = heldPeriods.filter((p) => p.length === 4);
  const near = [
    years.filter((y) => period === undefined || y < period).at(-1),
    years.find((y) => period !== undefined && y > period),
  ];
  return near
    .filter((p) => p !== undefined)
    .map((p) => ({
      question: variant(question, {
        kind: 'overview',
        products: question.products,
        areas: { value: [area], from: 'text' },
        periods: { value: { type: 'list', codes: [p] }, from: 'text' },
      } as Partial<FigureQuestion>),
      label: { type: 'period' as const, period: p, direction: 'other' as const },
    }));
}
