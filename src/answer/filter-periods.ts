import type { Figure } from '../stats/figure.js';
import { comparePeriods, parsePeriod, periodShort } from '../stats/period.js';
import type { Answer } from './answer.js';
import { askFigure, familyOf } from './asked.js';
import { slotAssumptions, told } from './build.js';
import { asTold, countOf, type Filter, noneOf } from './filter-count.js';
import { longestRun } from './longest-run.js';
import { nothingHeld } from './nothing-held.js';
import { targetsOf } from './resolve.js';
import { passes } from './threshold.js';
import { expand, periodsHeld } from './when.js';
import type { AnswerWorld } from './world.js';

/** «những năm nào xi măng giảm», «năm nào vượt 100 triệu tấn»: the periods of a series that pass, oldest first. */
export function filterPeriods(question: Filter, world: AnswerWorld): Answer {
  const targets = targetsOf(world.facts, question);
  const passing: Figure[] = [];
  const looked: Figure[] = [];
  const rivals: Figure[] = [];
  for (const t of targets) {
    const runs = t.members.map((m) => runOf(question, m, t.area, world));
    // Twins of one name follow each other in time: each period once, the earlier name first.
    const run = t.rule === 'first' ? onceEach(runs.flat()) : runs.flat();
    for (const f of run) {
      const rival = rivalOf(question, f, world);
      // A period in which the other has no figure says nothing.
      if (rival === undefined) continue;
      looked.push(f);
      if (
        rival === null
          ? !passes(f, question.threshold)
          : !passes(f, { ...question.threshold, value: rival.value })
      )
        continue;
      if (!like(f, question)) continue;
      passing.push(f);
      if (rival) rivals.push(rival);
    }
  }
  if (looked.length === 0) return nothingHeld(question, targets, world, null);
  if (question.run) return longestRun(question, looked, passing);
  const shown = asTold(passing);
  const periods = [...new Set(looked.map((f) => f.period))].sort(comparePeriods);
  const [first, last] = [periods[0] as string, periods.at(-1) as string];
  const years = parsePeriod(first)?.kind === 'year';
  const span = `${periods.length} ${years ? 'năm' : 'kỳ'} có số liệu, từ ${periodShort(first)} đến ${periodShort(last)}`;
  return told(question, {
    asked: [...shown, ...countOf(question, passing, targets[0]?.area ?? '', last)],
    context: [...passing.filter((f) => !shown.includes(f)), ...rivals],
    notes: [
      passing.length === 0 ? noneOf(span, years ? 'năm' : 'kỳ') : { type: 'text', text: `xét ${span}` },
    ],
    assumptions: slotAssumptions(question, { area: targets.find((t) => t.fallback)?.area ?? null }),
    areas: [...new Set(targets.map((t) => t.area))],
  });
}

function runOf(question: Filter, indicator: string, area: string, world: AnswerWorld): Figure[] {
  const own = familyOf(question.measure.value, question.basis.value);
  // A growth may be worked out from the levels of two years.
  const family: typeof own =
    question.measure.value === 'growth' ? (m, b) => own(m, b) || m === 'actual' : own;
  const held = periodsHeld(world.facts, [indicator], area, family, question.enterprise);
  return expand(question.periods.value, held).flatMap(
    (p) => askFigure(world, question, indicator, area, p) ?? [],
  );
}

/** The other area's figure of the same period, where a filter is by it; null where it is by a number, undefined where there is none. */
function rivalOf(question: Filter, f: Figure, world: AnswerWorld): Figure | null | undefined {
  const [other] = question.threshold.than ?? [];
  if (other === undefined || f.indicator === null) return null;
  return askFigure(world, question, f.indicator, other, f.period) ?? undefined;
}

const onceEach = (figures: readonly Figure[]): Figure[] =>
  figures
    .filter((f, i) => figures.findIndex((x) => x.period === f.period) === i)
    .sort((a, b) => comparePeriods(a.period, b.period));

/** Only an amount in the threshold's unit can pass it. */
const like = (f: Figure, question: Filter): boolean =>
  question.threshold.unit === null || question.threshold.unit === f.unit;
