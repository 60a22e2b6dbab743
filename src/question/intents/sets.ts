import { readNumberWords } from '../../vietnamese/numerals.js';
import type { FigureQuestion, Slots, Threshold } from '../question.js';
import { at, has } from '../said.js';
import { thresholdOf } from '../threshold.js';
import {
  grows,
  type Intent,
  many,
  named,
  names,
  partsOf,
  quantity,
  type Sight,
  unclear,
  whole,
} from './sight.js';

type Rank = Extract<FigureQuestion, { kind: 'rank' }>;

const overAreas = (s: Sight) =>
  names(s) >= 1 &&
  (has(s.marks, 'areas') ||
    /(?<!\d)(\d{1,2}|hai|ba|bon|nam|sau|bay|tam|chin|muoi|bao nhieu|may) tinh\b/.test(s.folded));

const COUNTED = /^(san|tinh|mat|dia|sp|chi|thu|nam|thang)$/;

/** «top 3», «5 tỉnh», «ba sản phẩm»: how many are wanted; null where no number says. */
function wanted(s: Sight): number | null {
  const { marks } = s;
  const q = quantity(s);
  const counts =
    q &&
    (has(marks, 'top') ||
      COUNTED.test(marks.tokens[q.end]?.fold ?? '') ||
      marks.tokens[q.at - 1]?.fold === 'top');
  if (q && counts && /^\d{1,2}$/.test(q.quantity.value)) return Number(q.quantity.value);
  for (let i = 0; i < marks.tokens.length; i++) {
    const words = readNumberWords(marks.tokens, i);
    if (!words || words.year) continue;
    const after = marks.tokens[i + words.length]?.fold ?? '';
    const before = marks.tokens[i - 1]?.fold ?? '';
    if ((COUNTED.test(after) || before === 'top') && after !== 'nam' && Number(words.value) <= 60)
      return Number(words.value);
  }
  return null;
}

/** Ranks products, provinces or periods. */
export const rank: Intent = (s) => {
  const { marks, said, slots } = s;
  if (!has(marks, 'most', 'least', 'rank', 'top', 'descending', 'ascending')) return null;
  // «ít nhất 6 %» is a threshold.
  if (thresholdOf(marks) && !has(marks, 'top', 'rank')) return null;
  const most = at(marks, 'most');
  const least = at(marks, 'least');
  const falls = has(marks, 'fall') && !has(marks, 'grow', 'change');
  const limitSaid = wanted(s);
  const single = has(marks, 'most', 'least') && !has(marks, 'rank', 'descending', 'ascending');
  const limit = limitSaid ?? (single ? 1 : null);
  const make = (across: Rank['across'], of: Slots, order: 'asc' | 'desc'): Rank => ({
    ...of,
    kind: 'rank',
    order,
    limit,
    across,
    threshold: null,
    position: false,
  });
  const down = least >= 0 || has(marks, 'ascending') || (falls && most >= 0);
  const order = down ? 'asc' : 'desc';
  const both = most >= 0 && least >= 0 && Math.abs(most - least) <= 4 && !overAreas(s);
  const either = (across: Rank['across'], of: Slots) =>
    both ? many(s, [make(across, of, 'desc'), make(across, of, 'asc')]) : make(across, of, order);
  if (overAreas(s)) return either('areas', areasOnly(s));
  // «Lạng Sơn đứng thứ mấy về GTSXCN»
  if (
    has(marks, 'rank') &&
    names(s) > 0 &&
    said.areas &&
    /(thu|hang) (may|bao nhieu)|xep hang bao nhieu/.test(s.folded)
  )
    return { ...make('areas', areasOnly(s), 'desc'), limit: null, position: true };
  const several = partsOf(slots.subject.value).length > 1 || said.those;
  if (names(s) === 0 && !said.those) {
    const aboutLast = s.world.previous && !has(marks, 'products', 'rank', 'top') && has(marks, 'whatyear');
    if (aboutLast || (has(marks, 'whatyear') && named(s))) return either('periods', months(s));
    if (has(marks, 'whatyear') && !has(marks, 'products')) return null;
    return either('indicators', { ...whole(slots), measure: ranked(slots) });
  }
  if ((several || has(marks, 'products')) && !has(marks, 'whatyear'))
    return either('indicators', { ...slots, measure: ranked(slots) });
  return either('periods', months(s));
};

/** «bảng IIP các tỉnh 2015», «so sánh GTSXCN giữa các tỉnh»: every province, the greatest first. */
export const acrossAreas: Intent = (s) =>
  names(s) > 0 && has(s.marks, 'areas') && !has(s.marks, 'average', 'sum')
    ? {
        ...areasOnly(s),
        kind: 'rank',
        order: 'desc',
        limit: wanted(s),
        across: 'areas',
        threshold: null,
        position: false,
      }
    : null;

/** «IIP 2015 tỉnh nào cao nhất cả nước»: the country is where the provinces are, not a place of its own. */
const areasOnly = (s: Sight): Slots => ({ ...s.slots, areas: { value: s.slots.areas.value, from: 'text' } });

/** «năm 2023 tháng nào cao nhất»: the months of the year. */
export function months(s: Sight): Slots {
  const p = s.slots.periods.value;
  const monthly =
    /(thang nao|thang may|tung thang|theo thang|cac thang|qua cac thang|hang thang|moi thang|12 thang)/.test(
      s.folded,
    );
  const quarterly = /(quy nao|tung quy|theo quy|cac quy)/.test(s.folded);
  if ((!monthly && !quarterly) || p.type !== 'list' || p.codes.length !== 1) return s.slots;
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

/** Without a measure word products are ranked by growth: amounts of different units are never ranked. */
const ranked = (slots: Slots): Slots['measure'] =>
  slots.measure.value === null ? { value: 'growth', from: 'default' } : slots.measure;

/** Which of a set pass a threshold, and how many. */
export const filter: Intent = (s) => {
  const { marks, said, slots } = s;
  const t = thresholdOf(marks);
  const count = has(marks, 'count');
  const set =
    count || has(marks, 'products') || (has(marks, 'which') && names(s) === 0) || said.those || overAreas(s);
  if (!set) return null;
  const fresh = names(s) === 0 && !said.those ? whole(slots) : slots;
  const across = overAreas(s) ? ('areas' as const) : ('indicators' as const);
  const make = (threshold: Threshold, of: Slots): FigureQuestion => ({
    ...of,
    kind: 'filter',
    threshold,
    count,
    across,
  });
  const sign = (op: Threshold['op']): Threshold => ({ op, value: null, to: null, unit: null });
  const ofPlan = has(marks, 'plan') && t?.unit === '%' && !grows(s);
  if (said.measure === 'completion' || ofPlan || (has(marks, 'plan') && has(marks, 'notyet'))) {
    const completion: Slots = {
      ...fresh,
      measure: { value: 'completion', from: 'text' },
      basis: { value: null, from: 'default' },
    };
    if (t) return make(t, completion);
    const below = has(marks, 'notyet', 'not', 'below') || /(hut|chua dat|khong dat|duoi)/.test(s.folded);
    if (has(marks, 'which', 'count', 'those') || (has(marks, 'products') && below))
      return make(sign(below ? 'below-plan' : 'meets-plan'), completion);
    return null;
  }
  if (t) {
    const falls = has(marks, 'fall') && !has(marks, 'grow', 'change');
    const measure = slots.measure.value ?? (t.unit === '%' ? 'growth' : 'actual');
    return make(falls && t.value ? turn(t) : t, {
      ...fresh,
      measure: { value: measure, from: slots.measure.from },
    });
  }
  if (
    said.measure === 'growth' &&
    (has(marks, 'which', 'count', 'those') ||
      across === 'areas' ||
      /(cac|nhung) san pham (tang|giam)/.test(s.folded))
  ) {
    const up = has(marks, 'grow');
    const falls = has(marks, 'fall');
    if (up !== falls && !(up && has(marks, 'howmany') && !count))
      return make(sign(falls ? 'negative' : 'positive'), fresh);
  }
  return null;
};

/** «giảm trên 5 %» is a growth below −5. */
function turn(t: Threshold): Threshold {
  const flip = { '>': '<', '>=': '<=', '<': '>', '<=': '>=' } as const;
  const minus = (v: string | null) => (v === null ? null : v.startsWith('-') ? v.slice(1) : `-${v}`);
  if (t.op === 'between') return { ...t, value: minus(t.to), to: minus(t.value) };
  return { ...t, op: flip[t.op as keyof typeof flip] ?? t.op, value: minus(t.value) };
}

/** «còn năm 2016»: the last ranking, filter or overview once more, for another period or place. */
export const again: Intent = (s) => {
  const { marks, said, slots, world } = s;
  const last = world.previous?.question;
  if (
    !last ||
    names(s) > 0 ||
    said.those ||
    !['rank', 'filter', 'overview', 'compare', 'series', 'derived'].includes(last.kind)
  )
    return null;
  const onlyWhen = [...marks.features.keys()].every((f) =>
    ['also', 'filler', 'howmany', 'and', 'question', 'achieve', 'which'].includes(f),
  );
  if (!onlyWhen || (!said.periods && !said.areas) || marks.quantities.length > 0) return null;
  return {
    ...last,
    text: marks.text,
    subject: { value: last.subject.value, from: 'context' },
    areas: said.areas
      ? slots.areas
      : { value: last.areas.value, from: last.areas.from === 'default' ? 'default' : 'context' },
    periods: said.periods
      ? { value: said.periods, from: 'text' }
      : { value: last.periods.value, from: 'context' },
    bends: marks.bends,
    leftover: [],
  } as FigureQuestion;
};

/** All that an area holds for a period and measure. */
export const overview: Intent = (s) => {
  const { marks, said, slots } = s;
  if (names(s) > 0 || said.those) return null;
  if (has(marks, 'sum') && has(marks, 'products') && !said.measure?.match(/growth|completion/))
    return unclear(s, 'not-computable', 'tổng của các sản phẩm khác đơn vị', []);
  const wide = has(marks, 'products', 'overview');
  const measured = said.measure !== null && !s.world.previous;
  // «sản lượng kem 2016»: a filler may hide a product that was not read; only bare words make an overview.
  const bare =
    said.periods !== null && measured && (said.measure !== 'actual' || !has(marks, 'filler', 'and'));
  if (!wide && !bare) return null;
  // «tổng quan» alone needs nothing else; a stray «kết quả» beside nothing is no question.
  if (
    !has(marks, 'products') &&
    said.periods === null &&
    said.yearless === null &&
    !said.measure &&
    !/(tinh hinh|tong quan|toan canh|tong hop|bao cao)/.test(s.folded)
  )
    return null;
  return {
    ...whole(slots),
    areas: said.areas ? slots.areas : { value: ['lang-son'], from: 'default' },
    measure: said.measure ? { value: said.measure, from: 'text' } : { value: null, from: 'default' },
    basis: said.basis ? { value: said.basis, from: 'text' } : { value: null, from: 'default' },
    kind: 'overview',
    products: has(marks, 'products') && !/chi tieu/.test(s.folded),
  };
};
