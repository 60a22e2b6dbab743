import type { FigureQuestion } from '../question/question.js';
import type { Figure } from '../stats/figure.js';
import type { Missing, Note } from './answer.js';
import { askFigure } from './asked.js';
import { obstacle } from './comparable.js';
import { asActual, caveat, remarks } from './derive-parts.js';
import { changeOf } from './lookup.js';
import type { AnswerWorld } from './world.js';

/** A product's growth over an earlier year that the question names, from its two levels; what it lacks where one is held. */
export function growthOver(
  question: FigureQuestion,
  world: AnswerWorld,
  of: { readonly indicator: string; readonly area: string },
  period: string,
  base: string,
): { readonly growth: Figure | null; readonly lacking: Missing | null } {
  const at = (p: string) => askFigure(world, asActual(question), of.indicator, of.area, p);
  const [now, then] = [at(period), at(base)];
  if (now && then)
    return {
      growth: now.unit === then.unit && !obstacle(world.facts, now, then) ? changeOf(now, then) : null,
      lacking: null,
    };
  // What was not made in the later year either is no part of the set.
  return { growth: null, lacking: now ? { ...of, measure: 'actual', period: base, held: [] } : null };
}

/** What has to be said of growths over a named year. */
export function baseNotes(world: AnswerWorld, figures: readonly Figure[]): Note[] {
  const mixed = figures.some((f) => {
    const [a, b] = f.basis?.startsWith('vs:') ? f.inputs : [];
    return a !== undefined && b !== undefined && remarks(world, a, b).length > 0;
  });
  return mixed ? [caveat('two-documents')] : [];
}
