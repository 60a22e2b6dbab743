import { shiftYears } from '../stats/period.js';
import type { Answer } from './answer.js';
import { refused } from './build.js';
import { oneDocument } from './comparable.js';
import type { Derived } from './derive-parts.js';
import { find } from './lookup.js';
import { levelOf, targetsOf } from './resolve.js';
import type { AnswerWorld } from './world.js';

/**
 * «tăng bao nhiêu so với năm 2015», which names the base alone: the newest year that one document holds together with it, or whose
 * growth over it is published. Levels of
 * different sources are set against each other only where both periods are named (ANSWERING rule 6): then that is asked for.
 */
export function sinceBase(question: Derived, from: string, world: AnswerWorld): Derived | Answer {
  const { facts } = world;
  const years = new Set<string>();
  const together = new Set<string>();
  const bases = [];
  for (const { members, area } of targetsOf(facts, question))
    for (const indicator of members) {
      const key = { indicator, area, level: levelOf(facts, indicator, question.enterprise) };
      const base = find(facts, { ...key, measure: 'actual', basis: null, period: from });
      if (!base) continue;
      bases.push({ ...base, role: 'context' as const });
      for (const o of facts.current({ indicator, area, measure: 'actual' })) {
        if (o.level !== key.level || o.period.length !== 4 || o.period <= from) continue;
        years.add(o.period);
        const level = find(facts, { ...key, measure: 'actual', basis: null, period: o.period });
        const overIt =
          shiftYears(from, 1) === o.period &&
          facts.current({ indicator, area, measure: 'growth', basis: 'yoy', period: o.period }).length > 0;
        if (overIt || (level && oneDocument(level, base))) together.add(o.period);
      }
    }
  const between = (to: string | undefined): Derived => ({
    ...question,
    periods: { value: { type: 'list', codes: to === undefined ? [from] : [to, from] }, from: 'text' },
  });
  const to = [...together].sort().at(-1);
  if (to !== undefined || years.size === 0) return between(to);
  const newest = [...years].sort().slice(-2).reverse();
  return refused(question, 'not-computable', {
    context: bases,
    notes: [
      {
        type: 'text',
        text: `hãy nêu rõ kỳ cần so với năm ${from}; số các năm sau lấy từ nguồn công bố khác`,
      },
    ],
    choices: newest.map((year) => ({ question: between(year), label: { type: 'reading' as const } })),
    periods: [from],
  });
}
