import type { FigureQuestion } from '../question/question.js';
import { COUNTRY, HOME, type PublishedMeasure } from '../stats/facts.js';
import { type Figure, published } from '../stats/figure.js';
import type { Answer, Choice, Missing, Note } from './answer.js';
import { askFigure, familyOf } from './asked.js';
import { refused, slotAssumptions, variant } from './build.js';
import { equivalents } from './periods-alike.js';
import { held, levelOf, type Target } from './resolve.js';
import { setGap } from './set-gap.js';
import { nearest, periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

/** Nothing of what was asked is held: why, what is near, and buttons to it. */
export function nothingHeld(
  question: FigureQuestion,
  targets: readonly Target[],
  world: AnswerWorld,
  period: string | null,
  extra: readonly Figure[] = [],
): Answer {
  const { facts } = world;
  const measure = question.measure.value;
  const context: Figure[] = [...extra];
  const notes: Note[] = [];
  const missing: Missing[] = [];
  const choices: Choice[] = [];
  const gap = targets.length === 0 ? setGap(question, world, period) : null;
  if (gap) {
    missing.push(gap.missing);
    choices.push(...gap.choices);
  }
  let otherMeasures = false;
  let measureEver = measure === null;
  for (const target of targets) {
    for (const indicator of target.members) {
      const level = levelOf(facts, indicator, question.enterprise);
      const holds = (w: Way, area: string) =>
        periodsHeld(facts, [indicator], area, familyOf(w.measure, w.basis), question.enterprise);
      const ways = waysOf(question);
      const way = ways.find((w) => holds(w, target.area).length > 0) ?? (ways[0] as Way);
      const heldPeriods = holds(way, target.area);
      if (heldPeriods.length > 0) measureEver = true;
      missing.push({
        indicator,
        area: target.area,
        measure,
        period,
        basis: question.basis.value,
        held: heldPeriods,
      });
      if (period) {
        for (const p of equivalents(period)) {
          for (const o of facts.current({ indicator, area: target.area, period: p })) {
            if (o.level !== level) {
              if (o.level === 'enterprise')
                notes.push({ type: 'enterprise', figure: published(o, 'context') });
              continue;
            }
            context.push(published(o, 'context'));
            otherMeasures = true;
          }
        }
      }
      if (heldPeriods.length > 0) {
        const near = nearest(heldPeriods, period);
        for (const p of near)
          choices.push({
            question: variant(question, {
              subject: { value: { indicators: [indicator], group: null }, from: 'text' },
              areas: { value: [target.area], from: 'text' },
              periods: { value: { type: 'list', codes: [p] }, from: 'text' },
              ...way.said,
            }),
            label: { type: 'reading' },
          });
      } else if (
        target.area !== COUNTRY &&
        held(facts, indicator, COUNTRY) &&
        period &&
        askFigure(world, question, indicator, COUNTRY, period)
      ) {
        choices.push({
          question: variant(question, { areas: { value: [COUNTRY], from: 'text' } }),
          label: { type: 'area', area: COUNTRY },
        });
      } else if (target.area === 'lang-son' && held(facts, indicator, COUNTRY)) {
        for (const p of nearest(holds(way, COUNTRY), period))
          choices.push({
            question: variant(question, {
              subject: { value: { indicators: [indicator], group: null }, from: 'text' },
              areas: { value: [COUNTRY], from: 'text' },
              periods: { value: { type: 'list', codes: [p] }, from: 'text' },
            }),
            label: { type: 'reading' },
          });
      } else if (target.area !== 'lang-son' && held(facts, indicator, 'lang-son')) {
        choices.push({
          question: variant(question, { areas: { value: ['lang-son'], from: 'text' } }),
          label: { type: 'area', area: 'lang-son' },
        });
      }
    }
  }
  const areaHasPeriod = targets.flatMap((t) =>
    period && t.area !== COUNTRY
      ? t.members.filter((m) => askFigure(world, question, m, COUNTRY, period))
      : [],
  );
  if (areaHasPeriod.length > 0)
    choices.push({
      question: variant(question, { areas: { value: [COUNTRY], from: 'text' } }),
      label: { type: 'area', area: COUNTRY },
    });
  // «mục tiêu 2022», with a subject that was only carried over: it can be dropped.
  if (
    question.subject.from === 'context' &&
    question.measure.from === 'text' &&
    question.periods.from === 'text' &&
    period !== null &&
    measure !== null &&
    facts.current({ area: HOME, measure: measure as PublishedMeasure, period }).length > 0
  )
    choices.unshift({
      question: variant(question, {
        kind: 'overview',
        products: true,
        subject: { value: { indicators: [], group: null }, from: 'default' },
        areas: { value: [HOME], from: 'text' },
      } as Partial<FigureQuestion>),
      label: { type: 'reading' },
    });
  const told3 = notes.flatMap((n) => (n.type === 'enterprise' ? [n.figure] : []));
  const explicit = measure !== null;
  const reason =
    explicit &&
    (otherMeasures || !measureEver) &&
    targets.some((t) => t.members.some((m) => held(facts, m, t.area)))
      ? 'no-measure'
      : 'no-data';
  return refused(question, reason, {
    context: [...context, ...told3],
    notes,
    missing,
    choices: choices.filter(
      (c, i) => choices.findIndex((d) => JSON.stringify(d) === JSON.stringify(c)) === i,
    ),
    assumptions: slotAssumptions(question, { area: targets.find((t) => t.fallback)?.area ?? null }),
    periods: period ? [period] : [],
    areas: targets.map((t) => t.area),
  });
}

interface Way {
  readonly measure: FigureQuestion['measure']['value'];
  readonly basis: FigureQuestion['basis']['value'];
  /** What a button has to say for it. */
  readonly said: Partial<FigureQuestion>;
}

/** What is looked for; where no measure was said also the rates that may be all there is. */
const waysOf = (question: FigureQuestion): readonly Way[] => [
  { measure: question.measure.value, basis: question.basis.value, said: {} },
  ...(question.measure.value === null
    ? [
        {
          measure: 'growth' as const,
          basis: 'mom' as const,
          said: {
            measure: { value: 'growth', from: 'text' },
            basis: { value: 'mom', from: 'text' },
          } as const,
        },
      ]
    : []),
];
