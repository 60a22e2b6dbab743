import { shift, shiftYears } from '../../stats/period.js';
import type { FigureQuestion } from '../question.js';
import { at, has } from '../said.js';
import { grows, type Intent, listed, named, value } from './sight.js';

/** «tháng 4/2019 so với tháng 3»: the month before as base is growth over the month before. */
export const monthBefore: Intent = (s) => {
  const { marks, said, slots } = s;
  if (!named(s) || !has(marks, 'versus', 'yoy', 'mom')) return null;
  // «tháng 3 với tháng 4» lists two months; «so với» compares.
  if (!/\b(so|sv|vs|hon|kem|tang|giam|ky)\b/.test(s.folded)) return null;
  const read = marks.periods.map((p) => p.reading);
  const codes = read.flatMap((r) => (r.type === 'choice' && r.choice.type === 'list' ? r.choice.codes : []));
  const month = codes.find((c) => /^\d{4}-\d{2}$/.test(c));
  if (!month || said.measure === 'target' || said.measure === 'completion') return null;
  const before = shift(month, -1);
  const base = read.find((r) => r.type === 'yearless' && r.make === 'month');
  const isBefore =
    (base?.type === 'yearless' && base.n === Number(before.slice(5))) ||
    (codes.length === 2 && codes.includes(before));
  if (!isBefore) return null;
  return {
    ...slots,
    measure: { value: 'growth', from: 'text' },
    basis: { value: 'mom', from: 'text' },
    periods: { value: { type: 'list', codes: [month] }, from: 'text' },
    kind: 'value',
    yesno: null,
  };
};

/** «cùng kỳ của tháng 3/2024 là bao nhiêu tấn»: the level of a year earlier, not the growth. */
export const yearBefore: Intent = (s) => {
  const { marks, said, slots } = s;
  const codes = listed(s);
  if (!named(s) || !has(marks, 'yoy') || has(marks, 'versus', 'percent', 'mom') || grows(s)) return null;
  if (/\b(so|sv)\b/.test(s.folded)) return null;
  const { indicators } = s.world.lexicon.catalogue;
  const isRate = (id: string) => indicators.find((i) => i.id === id)?.unit === '%';
  const levelAt = (periods: readonly string[]): FigureQuestion =>
    value({
      ...slots,
      // Of a rate or an index there is no amount.
      measure: slots.subject.value.indicators.every(isRate)
        ? { value: null, from: 'default' }
        : { value: 'actual', from: 'text' },
      basis: { value: null, from: 'default' },
      periods: { value: { type: 'list', codes: periods }, from: 'text' },
    });
  // «cùng kỳ 10 tháng 2012»: the period is named, its level is asked.
  if (codes.length === 1 && /cung k[iy] (nam )?\d/.test(s.folded) && marks.periods.length === 1)
    return { ...levelAt(codes), periods: slots.periods };
  // «than cùng kỳ năm ngoái»: of the year that is last year today.
  if (said.periods === null && codes.length === 0 && /cung k[iy] nam (ngoai\b|truoc$)/.test(s.folded.trim()))
    return levelAt([String(Number(s.world.today.slice(0, 4)) - 1)]);
  if (codes.length === 0 || said.periods === null) return null;
  // «cùng kỳ năm trước bia tháng 11/2024 là bao nhiêu»: asks what it was then.
  const yoy = at(marks, 'yoy');
  const then =
    yoy >= 0 &&
    yoy < (marks.names[0]?.at ?? -1) &&
    has(marks, 'howmany') &&
    !/\b(tang|giam)\b/.test(s.folded);
  if (then) return levelAt(codes.map((c) => shiftYears(c, -1)));
  const level = /cung k[iy] cua\b/.test(s.folded) || (has(marks, 'unit-word') && /cung k[iy]/.test(s.folded));
  return level ? levelAt(codes.map((c) => shiftYears(c, -1))) : null;
};
