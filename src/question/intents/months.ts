import type { Slots } from '../question.js';
import type { Sight } from './sight.js';

/** More periods than any series holds. */
export const EVERY = 600;

/** «năm 2023 tháng nào cao nhất»: the months of the year. */
export function months(s: Sight): Slots {
  const p = s.slots.periods.value;
  const monthly =
    /(thang (nao|may|cao|thap|nhieu|it|lon|nho|tang|giam)|tung thang|theo thang|cac thang|qua cac thang|hang thang|moi thang|12 thang)/.test(
      s.folded,
    );
  const quarterly = /(quy (nao|may|cao|thap|nhieu|it|lon|nho|tang|giam)|tung quy|theo quy|cac quy)/.test(
    s.folded,
  );
  if (!monthly && !quarterly) return s.slots;
  // «tháng nào cao nhất» without a year: in every month held; «theo tháng»: the last twelve.
  if (p.type === 'newest' || p.type === 'all') {
    const every = /\b(thang|quy) nao\b/.test(s.folded);
    const unit = monthly ? ('month' as const) : ('quarter' as const);
    const last = { type: 'last' as const, count: every ? EVERY : monthly ? 12 : 8, unit };
    return { ...s.slots, periods: { value: last, from: 'text' } };
  }
  if (p.type !== 'list' || p.codes.length !== 1) return s.slots;
  const code = p.codes[0] as string;
  const year = code.slice(0, 4);
  const run = /^\d{4}-01-01\/P(\d+)M$/.exec(code);
  const last = code.endsWith('-S1') ? 6 : run ? Number(run[1]) : code.endsWith('-Q1') ? 3 : 12;
  if (code.length !== 4 && last === 12) return s.slots;
  const range = monthly
    ? { type: 'range' as const, from: `${year}-01`, to: `${year}-${String(last).padStart(2, '0')}` }
    : { type: 'range' as const, from: `${year}-Q1`, to: `${year}-Q4` };
  return { ...s.slots, periods: { value: range, from: s.slots.periods.from } };
}
