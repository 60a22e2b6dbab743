import { has } from '../said.js';
import { grows, type Intent, listed, named, unclear, value } from './sight.js';

/**
 * «xi măng tăng bao nhiêu so với năm 2015»: the one period that is said is the base. A year is set against the newest held
 * one; of a month it is asked back which month is meant.
 */
export const sinceBase: Intent = (s) => {
  const { marks, said, slots } = s;
  const [code, ...others] = listed(s);
  const [mark] = marks.periods;
  if (!code || others.length > 0 || !mark || marks.periods.length > 1 || slots.periods.from !== 'text')
    return null;
  if (!has(marks, 'versus') || has(marks, 'yoy', 'mom', 'plan', 'complete', 'which', 'products', 'count'))
    return null;
  const ratio = has(marks, 'ratio');
  if (!grows(s) && !ratio) return null;
  if (said.measure !== null && said.measure !== 'growth' && said.measure !== 'actual') return null;
  const versus = marks.features.get('versus') ?? [];
  // «so với năm 2015», «so với 2015»; not «2015 so với xi măng».
  const before = marks.tokens.slice(0, mark.at).map((t) => t.fold);
  const leads = versus.some((v) => {
    const between = before
      .slice(v)
      .filter((f) => !['so', 'voi', 'sv', 'vs', 'cua', 'nam', 'ngay'].includes(f));
    return v < mark.at && between.length === 0;
  });
  if (!leads || /\b(den|toi) nay\b/.test(s.folded)) return null;
  const year = /^\d{4}$/.test(code);
  if (!named(s) || !year) {
    const part = marks.tokens
      .slice(mark.at, mark.end)
      .map((t) => t.raw)
      .join(' ');
    return unclear(s, 'ambiguous', `so với ${part}`, named(s) ? [value(slots)] : []);
  }
  if (slots.areas.value.length > 1) return null;
  return {
    ...slots,
    measure: { value: ratio ? 'actual' : 'growth', from: 'text' },
    basis: { value: null, from: 'default' },
    periods: { value: { type: 'since', from: code }, from: 'text' },
    kind: 'derived',
    op: ratio ? 'ratio' : 'change',
  };
};
