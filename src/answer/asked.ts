import type { FigureQuestion } from '../question/question.js';
import type { Basis, Measure, PublishedBasis, PublishedMeasure } from '../stats/facts.js';
import { type Figure, published } from '../stats/figure.js';
import { parsePeriod } from '../stats/period.js';
import { find, mainFigure, observed } from './lookup.js';
import { levelOf } from './resolve.js';
import type { AnswerWorld } from './world.js';

/** Which held facts count for a question's measure when the newest period is looked for. */
export function familyOf(
  measure: Measure | null,
  basis: Basis | null,
): (m: PublishedMeasure, b: PublishedBasis | null) => boolean {
  if (measure === null) return (m, b) => m === 'actual' || m === 'index' || (m === 'growth' && b === 'yoy');
  if (measure === 'actual') return (m) => m === 'actual' || m === 'index';
  if (measure === 'growth') {
    if (basis === null || basis === 'yoy') return (m, b) => (m === 'growth' && b === 'yoy') || m === 'index';
    return (m, b) => m === 'growth' && b === basis;
  }
  if (measure === 'target') return (m, b) => m === 'target' && (basis === null || b === basis);
  return (m) => m === measure;
}

/** The bases tried for a measure, in order. */
export function basesOf(measure: Measure, basis: Basis | null, period: string): readonly (Basis | null)[] {
  const span = parsePeriod(period)?.kind === 'span';
  if (measure === 'growth') return basis ? [basis] : span ? ['avg_annual'] : ['yoy'];
  if (measure === 'index') return ['prev_year_100'];
  if (measure === 'target') return basis ? [basis] : span ? [null, 'avg_annual'] : [null, 'yoy'];
  return [null];
}

/** The figure a question asks of one indicator in one area and period. */
export function askFigure(
  world: AnswerWorld,
  question: FigureQuestion,
  indicator: string,
  area: string,
  period: string,
): Figure | null {
  const { facts } = world;
  const level = levelOf(facts, indicator, question.enterprise);
  const measure = question.measure.value;
  const at = { indicator, area, period, level };
  if (measure === null || measure === 'actual') {
    const main = mainFigure(facts, indicator, area, period, level);
    // «sản lượng» of something that has only a growth is not answered by the growth.
    if (measure === 'actual')
      return main && (main.measure === 'actual' || main.measure === 'index') ? main : null;
    return main;
  }
  for (const basis of basesOf(measure, question.basis.value, period)) {
    const found = find(facts, { ...at, measure, basis });
    if (found) return found;
  }
  if (measure === 'completion') {
    const over = observed(facts, { ...at, measure: 'growth', basis: 'vs_plan' });
    if (over) return published(over);
  }
  return null;
}

/** Figures told beside an asked one: growth, index, target, completion, level of the same period. */
export function beside(world: AnswerWorld, f: Figure): Figure[] {
  const { facts } = world;
  if (f.indicator === null) return [];
  const at = { indicator: f.indicator, area: f.area, period: f.period, level: f.level };
  const out: Figure[] = [];
  const add = (measure: Measure, basis: Basis | null) => {
    if (f.measure === measure && f.basis === basis) return;
    const found = find(facts, { ...at, measure, basis });
    // A growth worked out from another release of the level would not be that of the level told.
    const [own] = found?.derived ? found.inputs : [];
    if (own?.measure === 'actual' && f.measure === 'actual' && own.value !== f.value) return;
    if (found) out.push({ ...found, role: 'context' });
  };
  if (f.measure === 'growth') {
    add('actual', null);
    return [...out, ...f.inputs.filter((i) => i.measure === 'index')];
  }
  if (f.measure === 'target') {
    add('actual', null);
    if (out.length > 0) add('completion', null);
    return out;
  }
  add('growth', 'yoy');
  if (f.measure === 'completion') add('actual', null);
  add('target', null);
  add('target', 'yoy');
  if (f.measure !== 'completion') add('completion', null);
  if (f.measure === 'completion' && !f.derived && f.basis === null) {
    const over = observed(facts, { ...at, measure: 'growth', basis: 'vs_plan' });
    if (over) out.push(published(over, 'context'));
  }
  return out;
}
