import type { FigureQuestion } from '../question/question.js';
import { COUNTRY } from '../stats/facts.js';
import { as, type Figure, published } from '../stats/figure.js';
import { comparePeriods } from '../stats/period.js';
import type { Answer } from './answer.js';
import { familyOf } from './asked.js';
import { answerBaseOrValue } from './base.js';
import { asValue, slotAssumptions, told } from './build.js';
import { mainFigure } from './lookup.js';
import { nextSteps } from './next-steps.js';
import { answerOverview } from './overview.js';
import { levelOf, targetsOf } from './resolve.js';
import { answerValue } from './value.js';
import { newest, periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

/** Questions about the data rather than for a figure: held figures they mention are context. */

/** «nguồn ở đâu»: the sources of the figures that the slots name; without a name, of the area. */
export function answerSource(
  question: Extract<FigureQuestion, { kind: 'source' }>,
  world: AnswerWorld,
  answer: (q: FigureQuestion, w: AnswerWorld) => Answer,
): Answer {
  const earlier = question.of && answer(question.of, world);
  if (earlier && earlier.outcome !== 'refuse' && earlier.outcome !== 'ask')
    return {
      ...earlier,
      question,
      outcome: 'answer',
      figures: earlier.figures
        .filter((f) => f.sources.length > 0 && f.measure !== 'count')
        .map((f) => as('context', f)),
      assumptions: [],
      notes: [],
      missing: [],
      verdict: null,
      choices: [],
      parts: [],
    };
  if (question.subject.value.indicators.length === 0) {
    if (question.periods.from === 'default') return told(question, { asked: [] });
    const all = answerOverview(
      { ...question, kind: 'overview', products: false } as Extract<FigureQuestion, { kind: 'overview' }>,
      world,
    );
    return {
      ...all,
      question,
      outcome: 'answer',
      reason: null,
      figures: all.figures.map((f) => as('context', f)),
      assumptions: [],
      choices: [],
    };
  }
  const base = answerBaseOrValue(asValue(question), world);
  if (base.outcome === 'refuse' && question.measure.value !== null) {
    const any = answerValue(
      asValue({ ...question, measure: { value: null, from: 'default' } } as FigureQuestion),
      world,
    );
    if (any.outcome !== 'refuse')
      return {
        ...any,
        question,
        outcome: 'answer',
        figures: any.figures.map((f) => as('context', f)),
        assumptions: [],
      };
  }
  if (base.outcome === 'refuse') return { ...base, question };
  const notes = base.notes.filter((n) => n.type === 'other-source');
  // What a note tells is a figure of the answer too.
  const figures = [...base.figures.filter((f) => f.role === 'asked'), ...notes.map((n) => n.figure)].map(
    (f) => as('context', f),
  );
  return {
    ...base,
    question,
    outcome: 'answer',
    figures,
    assumptions: base.assumptions.filter((a) => a.type === 'bend'),
    notes,
    missing: [],
    verdict: null,
    choices: base.choices.filter((c) => c.label.type !== 'source'),
  };
}

/** «có những sản phẩm nào», «có số liệu những năm nào», «có những tỉnh nào». */
export function answerCatalogue(
  question: Extract<FigureQuestion, { kind: 'catalogue' }>,
  world: AnswerWorld,
): Answer {
  const targets = question.subject.value.indicators.length > 0 ? targetsOf(world.facts, question) : [];
  const missing = targets.flatMap((t) =>
    t.members.map((indicator) => ({
      indicator,
      area: t.area,
      measure: null,
      period: null,
      held: periodsHeld(world.facts, [indicator], t.area, () => true, question.enterprise),
    })),
  );
  return told(question, {
    asked: [],
    missing: missing.filter((m) => m.held.length > 0),
    areas: targets.map((t) => t.area),
    assumptions: slotAssumptions(question, {}).filter((a) => a.type === 'bend'),
  });
}

/** «… là gì», «đơn vị tính»: what an indicator is, with its newest figure as context. */
export function answerDefinition(
  question: Extract<FigureQuestion, { kind: 'definition' }>,
  world: AnswerWorld,
): Answer {
  const context: Figure[] = [];
  for (const t of targetsOf(world.facts, question)) {
    for (const indicator of t.members) {
      const p = newest(
        periodsHeld(world.facts, [indicator], t.area, familyOf(null, null), question.enterprise),
      );
      const f = p
        ? mainFigure(world.facts, indicator, t.area, p, levelOf(world.facts, indicator, question.enterprise))
        : null;
      if (f) context.push(f);
    }
  }
  return told(question, {
    asked: [],
    context,
    assumptions: slotAssumptions(question, {}).filter((a) => a.type === 'bend'),
  });
}

/** «số liệu đến khi nào»: the newest period held, of an indicator or of the area. */
export function answerFreshness(
  question: Extract<FigureQuestion, { kind: 'freshness' }>,
  world: AnswerWorld,
): Answer {
  const { facts } = world;
  const context: Figure[] = [];
  const targets = question.subject.value.indicators.length > 0 ? targetsOf(facts, question) : [];
  for (const t of targets) {
    for (const indicator of t.members) {
      const level = levelOf(facts, indicator, question.enterprise);
      const last = periodsHeld(
        facts,
        [indicator],
        t.area,
        familyOf(question.measure.value, question.basis.value),
        question.enterprise,
      )
        .sort(comparePeriods)
        .at(-1);
      const f = last ? mainFigure(facts, indicator, t.area, last, level) : null;
      if (f) context.push(f);
    }
  }
  if (targets.length === 0) {
    for (const area of [...new Set([question.areas.value[0] ?? 'lang-son', COUNTRY])]) {
      const last = facts.latest(area);
      if (last) context.push(published(last, 'context'));
    }
  }
  return told(question, {
    asked: [],
    context,
    assumptions: slotAssumptions(question, {}).filter((a) => a.type === 'bend'),
  });
}

/** «trước đây công bố bao nhiêu»: every release of a figure, the current one first. */
export function answerRevisions(
  question: Extract<FigureQuestion, { kind: 'revisions' }>,
  world: AnswerWorld,
): Answer {
  const base = answerValue(asValue(question), world);
  const asked = base.figures.filter((f) => f.role === 'asked' && !f.derived && f.indicator !== null);
  if (asked.length === 0) return { ...base, question };
  const context = asked.flatMap((f) =>
    world.facts
      .releases({
        indicator: f.indicator as string,
        area: f.area,
        level: f.level,
        measure: f.measure as 'actual',
        basis: f.basis as null,
        period: f.period,
      })
      .filter((o) => o.source !== f.sources[0])
      .map((o) => published(o, 'context')),
  );
  return told(question, {
    asked,
    context,
    assumptions: base.assumptions,
    periods: base.periods,
    areas: base.areas,
    choices: nextSteps(question, asked, world).slice(0, 3),
  });
}
