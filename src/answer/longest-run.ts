import type { Figure } from '../stats/figure.js';
import { comparePeriods, parsePeriod, periodShort, shift } from '../stats/period.js';
import type { Answer } from './answer.js';
import { slotAssumptions, told } from './build.js';
import { asTold, countOf, type Filter, noneOf } from './filter-count.js';

/** «mấy năm liền tăng»: the longest run of periods that follow each other and all pass; of equal ones the latest. */
export function longestRun(question: Filter, looked: readonly Figure[], passing: readonly Figure[]): Answer {
  const runs: Figure[][] = [];
  for (const f of [...passing].sort((a, b) => comparePeriods(a.period, b.period))) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.indicator === f.indicator && shift(last.period, 1) === f.period) runs.at(-1)?.push(f);
    else runs.push([f]);
  }
  const most = Math.max(0, ...runs.map((r) => r.length));
  const best = runs.filter((r) => r.length === most).at(-1) ?? [];
  const others = runs.filter((r) => r !== best && r.length > 1);
  const span = (r: readonly Figure[]) =>
    `${periodShort(r[0]?.period ?? '')}–${periodShort(r.at(-1)?.period ?? '')}`;
  const periods = [...new Set(looked.map((f) => f.period))].sort(comparePeriods);
  const [first, last] = [periods[0] as string, periods.at(-1) as string];
  const word = parsePeriod(first)?.kind === 'year' ? 'năm' : 'kỳ';
  const seen = `${periods.length} ${word} có số liệu, từ ${periodShort(first)} đến ${periodShort(last)}`;
  const way = question.threshold.op === 'negative' ? 'giảm' : 'tăng';
  const beside =
    others.length > 0
      ? [{ type: 'text' as const, text: `các đợt ${way} liên tục khác: ${others.map(span).join(', ')}` }]
      : [];
  const shown = asTold(best);
  return told(question, {
    asked: [...shown, ...countOf(question, best, looked[0]?.area ?? '', last)],
    context: best.filter((f) => !shown.includes(f)),
    notes: most === 0 ? [noneOf(seen, word)] : [...beside, { type: 'text', text: `xét ${seen}` }],
    assumptions: slotAssumptions(question, {}),
    areas: [...new Set(looked.map((f) => f.area))],
  });
}
