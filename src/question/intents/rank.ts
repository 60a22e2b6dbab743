import { COUNTRY, HOME } from '../../stats/facts.js';
import { readNumberWords } from '../../vietnamese/numerals.js';
import { unitAt } from '../quantities.js';
import type { FigureQuestion, Question, Slots } from '../question.js';
import { at, has } from '../said.js';
import { thresholdOf } from '../threshold.js';
import { amongAreas } from './among.js';
import { filter } from './filter.js';
import { months } from './months.js';
import { placeAsked } from './place.js';
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

/** Ranks products, provinces or periods. */
export const rank: Intent = (s) => {
  const { marks, said, slots } = s;
  const nth = placeOf(s);
  const place = has(marks, 'most', 'least') ? null : placeAsked(s);
  if (place !== null) return place;
  if (!has(marks, 'most', 'least', 'rank', 'top', 'descending', 'ascending') && nth === null) return null;
  // «giảm bao nhiêu so với đỉnh 2012»: the peak is what it is set against.
  if (/\bso (voi )?(muc |nam )?(dinh|day|cao nhat|thap nhat)\b/.test(s.folded) && named(s) && grows(s))
    return null;
  // «ít nhất 6 %» is a threshold.
  if (thresholdOf(marks) && !has(marks, 'top', 'rank', 'nth')) return null;
  const most = at(marks, 'most');
  const least = at(marks, 'least');
  const falls = has(marks, 'fall') && !has(marks, 'grow', 'change');
  const limitSaid = nth === null ? (countedMonths(s) ?? wanted(s)) : null;
  const single = has(marks, 'most', 'least') && !has(marks, 'rank', 'descending', 'ascending');
  const among = amongAreas(s);
  // «trong 3 tỉnh A, B, C tỉnh nào cao nhất»: the number counts those named.
  const counted = among !== null && limitSaid === among.length;
  const limit = (counted ? null : limitSaid) ?? (single ? 1 : null);
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
    ...(falls && most >= 0 && across !== 'periods' ? { falls } : {}),
    ...(unit !== undefined && across === 'indicators' ? { unit } : {}),
    ...(among !== null && across === 'areas' ? { among } : {}),
  });
  const short = /\b(hut|thieu)\b/.test(s.folded) && said.measure === 'completion';
  const lowNth = nth !== null && /\b(thap|it|cham|kem) (nhat )?thu\b/.test(s.folded);
  const down =
    least >= 0 || has(marks, 'ascending') || ((falls || short) && (most >= 0 || nth !== null)) || lowNth;
  const order = down ? 'asc' : 'desc';
  const claimed = claimOf(s, (across, of) => make(across, of, order));
  if (claimed) return claimed;
  const both = most >= 0 && least >= 0 && Math.abs(most - least) <= 4;
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
  const several = partsOf(slots.subject.value).length > 1 || said.those;
  if (names(s) === 0 && !said.those) {
    const aboutLast = s.world.previous && !has(marks, 'products', 'rank', 'top') && has(marks, 'whatyear');
    if (aboutLast || (has(marks, 'whatyear') && named(s))) return either('periods', everyPeriod(s));
    if (has(marks, 'whatyear') && !has(marks, 'products')) return null;
    return either('indicators', { ...whole(slots), measure: ranked(slots, unit, bySize(s)) });
  }
  if ((several || has(marks, 'products')) && !has(marks, 'whatyear'))
    return either('indicators', { ...slots, measure: ranked(slots, unit) });
  // «đứng chót IIP 2013»: one year has no extreme of its own; the provinces have.
  if (ofProvinces(s)) return either('areas', areasOnly(s));
  return either('periods', everyPeriod(s));
};

/** One whole year of something that is no product, of no province named. */
function ofProvinces(s: Sight): boolean {
  const p = s.slots.periods.value;
  const { indicators } = s.slots.subject.value;
  const catalogue = s.world.lexicon.catalogue.indicators;
  return (
    p.type === 'list' &&
    p.codes.length === 1 &&
    /^\d{4}$/.test(p.codes[0] as string) &&
    !has(s.marks, 'whatyear') &&
    !/\b(thang|quy|nganh|khu vuc)\b/.test(s.folded) &&
    (s.said.areas ?? []).every((a) => a === COUNTRY) &&
    indicators.every((i) => catalogue.find((c) => c.id === i)?.kind !== 'product')
  );
}

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
  const slots = level(countedParts(s) ?? months(s));
  // «tháng nào cao nhất» looks within the year that was asked about, «năm nào» within the years.
  const within = ['range', 'since', 'last'].includes(slots.periods.value.type);
  return has(s.marks, 'whatyear') && slots.periods.from === 'context' && !within
    ? { ...slots, periods: { value: { type: 'all' }, from: 'default' } }
    : slots;
}

/** «3 tháng cao nhất năm 2024», «top 3 tháng … 2024»: so many of the year's months, not its first quarter. */
function countedParts(s: Sight): Slots | null {
  const p = s.slots.periods.value;
  const code = p.type === 'list' && p.codes.length === 1 ? (p.codes[0] as string) : '';
  if (countedMonths(s) === null || !/^\d{4}-(Q1|S1|01-01\/P\d+M)$/.test(code)) return null;
  const year = code.slice(0, 4);
  const range = { type: 'range', from: `${year}-01`, to: `${year}-12` } as const;
  return { ...s.slots, periods: { value: range, from: 'text' } };
}

/** How many months are wanted; null where no number counts them. */
function countedMonths(s: Sight): number | null {
  const said =
    /\btop (\d{1,2}) thang\b/.exec(s.folded) ??
    /\b(\d{1,2}) thang (co )?(san luong )?(cao|thap|nhieu|it|lon|nho|tang|giam)( \w+)? nhat\b/.exec(s.folded);
  return said ? Number(said[1]) : null;
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
  if (has(marks, 'whatyear') || said.those || names(s) !== 1) return null;
  if (/\b(nao|gi|ai)\b/.test(s.folded)) return null;
  // «Lạng Sơn có nằm trong 10 tỉnh thấp nhất không», «nước máy có thuộc top 3 không»: as many as said.
  const within =
    /\b(nam trong|thuoc|lot (vao )?|co trong|vao) (top|nhom|tot|so)?( \d+| nhung| cac| may)?/.test(
      s.folded,
    ) && has(marks, 'question', 'right');
  if (within && said.areas && (overAreas(s) || has(marks, 'top')))
    return { ...make('areas', areasOnly(s)), claim: said.areas };
  if (
    within &&
    has(marks, 'products', 'top') &&
    !said.areas?.length &&
    (grows(s) || said.measure === 'completion')
  ) {
    const { indicators } = slots.subject.value;
    return {
      ...make('indicators', { ...whole(slots), measure: ranked(slots, undefined) }),
      claim: indicators,
    };
  }
  if (!has(marks, 'right') || has(marks, 'top')) return null;
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
  const among = amongAreas(s);
  const elsewhere = among === null && (s.said.areas?.some((a) => a !== COUNTRY && a !== HOME) ?? false);
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
    limit: among === null ? wanted(s) : null,
    across: 'areas',
    threshold: null,
    position: false,
    ...(among === null ? {} : { among }),
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
