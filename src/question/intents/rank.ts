import { COUNTRY, HOME } from '../../stats/facts.js';
import { readNumberWords } from '../../vietnamese/numerals.js';
import { unitAt } from '../quantities.js';
import type { FigureQuestion, Question, Slots } from '../question.js';
import { at, has } from '../said.js';
import { thresholdOf } from '../threshold.js';
import { filter } from './filter.js';
import { months } from './months.js';
import { overAreas, PROVINCES } from './provinces.js';
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
    // «năm hai nghìn không trăm hai mươi mốt sản phẩm nào»: the end of a year counts nothing.
    if (marks.periods.some((p) => p.at <= i && i < p.end)) continue;
    const words = readNumberWords(marks.tokens, i);
    if (!words || words.year) continue;
    const after = marks.tokens[i + words.length]?.fold ?? '';
    const before = marks.tokens[i - 1]?.fold ?? '';
    if ((COUNTED.test(after) || before === 'top') && after !== 'nam' && Number(words.value) <= 60)
      return Number(words.value);
  }
  return null;
}

const PLACES: Readonly<Record<string, number>> = {
  nhat: 1,
  nhi: 2,
  hai: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
};

/** «cao thứ hai», «đứng thứ 3»: the one place that is wanted; null where none is. */
function placeOf(s: Sight): number | null {
  if (!has(s.marks, 'nth', 'rank')) return null;
  const said = /\bthu (nhat|nhi|hai|ba|tu|bon|nam|sau|bay|\d{1,2})\b(?! thang)/.exec(s.folded)?.[1];
  return said === undefined ? null : (PLACES[said] ?? Number(said));
}

/** The unit that amounts are ranked within: «tính bằng tấn». */
function unitSaid(s: Sight): string | undefined {
  const at = s.marks.features.get('unit-word')?.[0];
  return at === undefined ? undefined : (unitAt(s.marks.tokens, at)?.unit ?? undefined);
}

/** «Lạng Sơn đứng thứ mấy», «cao hơn bao nhiêu tỉnh»: the place of one province. */
const asksPlace = (s: Sight): boolean =>
  (has(s.marks, 'rank') && /(thu|hang) (may|bao nhieu)|xep hang bao nhieu/.test(s.folded)) ||
  /\b(cao|lon|nhieu|tot|thap|kem|it|hon) (hon )?(may|bao nhieu) (tinh|dia phuong)\b/.test(s.folded);

/** The province whose place is asked, said or carried over; null where none is. */
function placed(s: Sight): readonly string[] | null {
  if (!asksPlace(s) || !named(s)) return null;
  const own = (areas: readonly string[]) => areas.filter((a) => a !== COUNTRY);
  if (names(s) > 0) return s.said.areas && own(s.said.areas).length > 0 ? own(s.said.areas) : null;
  if (!s.said.areas && !/\b(ca nuoc|toan quoc|tinh)\b/.test(s.folded)) return null;
  const said = own(s.said.areas ?? s.slots.areas.value);
  return said.length > 0 ? said : [HOME];
}

/** Ranks products, provinces or periods. */
export const rank: Intent = (s) => {
  const { marks, said, slots } = s;
  const nth = placeOf(s);
  const place = placed(s);
  if (place !== null && !has(marks, 'most', 'least'))
    return {
      ...slots,
      areas: { value: place, from: 'text' },
      kind: 'rank',
      order: 'desc',
      limit: null,
      across: 'areas',
      threshold: null,
      position: true,
    };
  if (!has(marks, 'most', 'least', 'rank', 'top', 'descending', 'ascending') && nth === null) return null;
  // «giảm bao nhiêu so với đỉnh 2012»: the peak is what it is set against.
  if (/\bso (voi )?(muc |nam )?(dinh|day|cao nhat|thap nhat)\b/.test(s.folded) && named(s) && grows(s))
    return null;
  // «ít nhất 6 %» is a threshold.
  if (thresholdOf(marks) && !has(marks, 'top', 'rank', 'nth')) return null;
  const most = at(marks, 'most');
  const least = at(marks, 'least');
  const falls = has(marks, 'fall') && !has(marks, 'grow', 'change');
  const limitSaid = nth === null ? wanted(s) : null;
  const single = has(marks, 'most', 'least') && !has(marks, 'rank', 'descending', 'ascending');
  const limit = limitSaid ?? (single ? 1 : null);
  const unit = unitSaid(s);
  const make = (across: Rank['across'], of: Slots, order: 'asc' | 'desc'): Rank => ({
    ...of,
    kind: 'rank',
    order,
    limit,
    across,
    threshold: null,
    position: false,
    ...(nth === null ? {} : { nth }),
    ...(unit !== undefined && across === 'indicators' ? { unit } : {}),
  });
  const short = /\b(hut|thieu)\b/.test(s.folded) && said.measure === 'completion';
  const lowNth = nth !== null && /\b(thap|it|cham|kem) (nhat )?thu\b/.test(s.folded);
  const down =
    least >= 0 || has(marks, 'ascending') || ((falls || short) && (most >= 0 || nth !== null)) || lowNth;
  const order = down ? 'asc' : 'desc';
  const claimed = claimOf(s, (across, of) => make(across, of, order));
  if (claimed) return claimed;
  const both = most >= 0 && least >= 0 && Math.abs(most - least) <= 4 && !overAreas(s);
  const either = (across: Rank['across'], of: Slots): Question => {
    // «sản phẩm nào tăng mạnh nhất qua các năm»: products are ranked within one period.
    const years = of.periods.value.type;
    if (across === 'indicators' && of.periods.from === 'text' && (years === 'all' || years === 'every'))
      return unclear(s, 'ambiguous', 'qua các năm', [
        make(across, { ...of, periods: { value: { type: 'newest' }, from: 'default' } }, order),
      ]);
    return both ? many(s, [make(across, of, 'desc'), make(across, of, 'asc')]) : make(across, of, order);
  };
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
    if (aboutLast || (has(marks, 'whatyear') && named(s))) return either('periods', everyPeriod(s));
    if (has(marks, 'whatyear') && !has(marks, 'products')) return null;
    return either('indicators', { ...whole(slots), measure: ranked(slots, unit, bySize(s)) });
  }
  if ((several || has(marks, 'products')) && !has(marks, 'whatyear'))
    return either('indicators', { ...slots, measure: ranked(slots, unit) });
  return either('periods', everyPeriod(s));
};

/** «ngành nào tăng cao nhất»: what is held goes by product; the ranking or the list of products is offered. */
export const branches: Intent = (s) => {
  if (!/\b(nganh|linh vuc|khu vuc) (nao|gi)\b/.test(s.folded) || has(s.marks, 'products', 'have'))
    return null;
  const asks =
    has(s.marks, 'most', 'least', 'rank', 'top', 'grow', 'fall', 'complete') || thresholdOf(s.marks) !== null;
  if (!asks) return null;
  const found = names(s) === 0 ? (rank(s) ?? filter(s)) : null;
  const reading = found && 'subject' in found && found.subject.value.indicators.length === 0 ? [found] : [];
  return unclear(s, 'ambiguous', 'by-branch', reading);
};

/** «năm nào cao nhất» looks in every year, whatever year the last question was about. */
function everyPeriod(s: Sight): Slots {
  const slots = level(months(s));
  // «tháng nào cao nhất» looks within the year that was asked about, «năm nào» within the years.
  const within = ['range', 'since', 'last'].includes(slots.periods.value.type);
  return has(s.marks, 'whatyear') && slots.periods.from === 'context' && !within
    ? { ...slots, periods: { value: { type: 'all' }, from: 'default' } }
    : slots;
}

/** A mean over years has no best year: what is carried of it is its level. */
const level = (slots: Slots): Slots =>
  slots.measure.from === 'context' && slots.basis.value === 'avg_annual'
    ? { ...slots, measure: { value: null, from: 'default' }, basis: { value: null, from: 'default' } }
    : slots;

/**
 * «gạch là sản phẩm tăng cao nhất năm 2021 phải không»: who is said to come first is no restriction of the ranking. Null
 * where nothing is claimed.
 */
function claimOf(s: Sight, make: (across: Rank['across'], of: Slots) => Rank): Rank | null {
  const { marks, said, slots } = s;
  if (!has(marks, 'right') || has(marks, 'whatyear', 'top') || said.those || names(s) !== 1) return null;
  if (/\b(nao|gi|ai)\b/.test(s.folded)) return null;
  const said1 = said.periods?.type === 'list' ? said.periods.codes : [];
  // «Thái Nguyên là tỉnh có IIP cao nhất 2015 phải không»
  if (said.areas && /\b(tinh|dia phuong)\b/.test(s.folded))
    return { ...make('areas', areasOnly(s)), limit: 1, claim: said.areas };
  if (has(marks, 'products') || grows(s) || said.measure === 'completion') {
    const { indicators } = slots.subject.value;
    return {
      ...make('indicators', { ...whole(slots), measure: ranked(slots, undefined) }),
      limit: 1,
      claim: indicators,
    };
  }
  // «xi măng cao nhất là năm 2016 đúng không»
  if (said1.length !== 1) return null;
  const periods: Slots['periods'] = { value: { type: 'all' }, from: 'default' };
  return { ...make('periods', { ...slots, periods }), limit: 1, claim: said1 };
}

/** «bảng IIP các tỉnh 2015», «so sánh GTSXCN giữa các tỉnh»: every province, the greatest first. */
export const acrossAreas: Intent = (s) => {
  const elsewhere = s.said.areas?.some((a) => a !== 'ca-nuoc' && a !== 'lang-son') ?? false;
  if (
    names(s) === 0 ||
    !has(s.marks, 'areas') ||
    !PROVINCES.test(s.folded) ||
    elsewhere ||
    has(s.marks, 'average', 'sum')
  )
    return null;
  return {
    ...areasOnly(s),
    kind: 'rank',
    order: 'desc',
    limit: wanted(s),
    across: 'areas',
    threshold: null,
    position: false,
  };
};

/** «IIP 2015 tỉnh nào cao nhất cả nước»: the country is where the provinces are, not a place of its own. */
const areasOnly = (s: Sight): Slots => ({ ...s.slots, areas: { value: s.slots.areas.value, from: 'text' } });

/** «sản phẩm nào nhiều nhất»: amounts, no growth. */
const bySize = (s: Sight): boolean => /\b(nhieu|lon|nho|it) nh[au]t\b/.test(s.folded) && !grows(s);

/** Without a measure word products are ranked by growth; within one unit by amount. */
const ranked = (slots: Slots, unit: string | undefined, size = false): Slots['measure'] =>
  slots.measure.value !== null
    ? slots.measure
    : (unit === undefined || unit === '%') && !size
      ? { value: 'growth', from: 'default' }
      : { value: 'actual', from: 'text' };
