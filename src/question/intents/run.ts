import { has } from '../said.js';
import { type Intent, named, names, unclear, whole } from './sight.js';

/** «mấy năm liền tăng», «có tăng liên tục không», «giảm liên tục từ năm nào»: rises or falls that follow each other. */
export const run: Intent = (s) => {
  const { marks, slots } = s;
  if (!has(marks, 'run')) return null;
  const [up, down] = [has(marks, 'grow'), has(marks, 'fall')];
  if (up === down || has(marks, 'most', 'least', 'rank', 'top')) return null;
  const growth = { value: 'growth', from: 'text' } as const;
  const threshold = { op: up ? 'positive' : 'negative', value: null, to: null, unit: null } as const;
  // No one period says which products rise without a break.
  if (names(s) === 0 && has(marks, 'products', 'which'))
    return unclear(s, 'ambiguous', 'liên tục', [
      { ...whole(slots), measure: growth, kind: 'filter', threshold, count: false, across: 'indicators' },
    ]);
  if (!named(s)) return null;
  const all = { value: { type: 'all' }, from: 'default' } as const;
  const unsaid = slots.periods.value.type === 'newest' || slots.periods.from === 'context';
  const periods = unsaid ? all : slots.periods;
  if (periods.value.type === 'list' && periods.value.codes.length === 1) return null;
  if (/\b(may|bao nhieu) (nam|thang|quy)\b/.test(s.folded))
    return {
      ...slots,
      periods,
      measure: growth,
      basis: { value: null, from: 'default' },
      kind: 'filter',
      threshold,
      count: true,
      run: true,
      across: 'periods',
    };
  return {
    ...slots,
    periods,
    measure: { value: null, from: 'default' },
    basis: { value: null, from: 'default' },
    kind: 'series',
    trend: true,
  };
};
