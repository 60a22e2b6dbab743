import { COUNTRY, HOME } from '../../stats/facts.js';
import type { FigureQuestion } from '../question.js';
import { has } from '../said.js';
import { amongAreas } from './among.js';
import { named, names, type Sight } from './sight.js';

type Rank = Extract<FigureQuestion, { kind: 'rank' }>;

/** «đứng thứ mấy», «cao hơn bao nhiêu tỉnh». */
const asksPlace = (s: Sight): boolean =>
  (has(s.marks, 'rank', 'nth') &&
    /\b(thu|hang|vi tri|top|tot) (may|bao nhieu)\b|xep hang bao nhieu|\bvi tri\b|\bthu hang\b|\bdung o dau\b/.test(
      s.folded,
    )) ||
  (has(s.marks, 'rank') &&
    has(s.marks, 'products') &&
    /\b(the nao|ra sao|o dau|vi tri nao)\b/.test(s.folded)) ||
  /\b(cao|lon|nhieu|tot|thap|kem|it|hon) (hon )?(may|bao nhieu) (tinh|dia phuong)\b/.test(s.folded);

/** «Lạng Sơn đứng thứ mấy về IIP 2015», «gạch đứng thứ mấy về tăng trưởng 2021»: the place of one; null where none is asked. */
export function placeAsked(s: Sight): Rank | null {
  if (!asksPlace(s) || !named(s)) return null;
  const base = {
    ...s.slots,
    kind: 'rank',
    order: 'desc',
    limit: null,
    threshold: null,
    position: true,
  } as const;
  const measure = amongProducts(s);
  if (measure) return { ...base, measure, across: 'indicators' };
  const areas = placed(s);
  if (areas === null) return null;
  const among = regional(s) ? amongAreas(s) : null;
  return {
    ...base,
    areas: { value: areas, from: 'text' },
    across: 'areas',
    ...(among === null ? {} : { among }),
  };
}

/** By what a product is placed among the products: a rate, or an amount where the products are named as the set. */
function amongProducts(s: Sight): Rank['measure'] | null {
  const { indicators } = s.slots.subject.value;
  const catalogue = s.world.lexicon.catalogue.indicators;
  if (!indicators.every((i) => catalogue.find((c) => c.id === i)?.kind === 'product')) return null;
  // «gạch Lạng Sơn đứng thứ mấy cả nước»: among the provinces.
  const provinces = /\b(tinh|dia phuong|vung)\b/.test(
    s.folded.replace(/\b((cua|trong|toan) tinh|tinh (bang|theo))\b/g, ''),
  );
  const inCountry = (s.said.areas?.length ?? 0) > 1 && s.said.areas?.includes(COUNTRY);
  if (provinces || inCountry) return null;
  const { value, from } = s.slots.measure;
  if (value === 'growth' || value === 'completion') return { value, from };
  if (!has(s.marks, 'products')) return null;
  return value === null ? { value: 'growth', from: 'default' } : { value, from };
}

/** The area whose place is asked, said or carried over; null where none is. */
function placed(s: Sight): readonly string[] | null {
  const own = (areas: readonly string[]) => {
    const there = areas.filter((a) => a !== COUNTRY);
    const provinces = there.filter((a) => !isRegion(s, a));
    return provinces.length > 0 ? provinces : there;
  };
  if (names(s) > 0) return s.said.areas && own(s.said.areas).length > 0 ? own(s.said.areas) : null;
  if (!s.said.areas && !/\b(ca nuoc|toan quoc|tinh)\b/.test(s.folded)) return null;
  const said = own(s.said.areas ?? s.slots.areas.value);
  return said.length > 0 ? said : [HOME];
}

const isRegion = (s: Sight, area: string): boolean =>
  s.world.lexicon.catalogue.areas.some((a) => a.id === area && a.kind === 'region');

const regional = (s: Sight): boolean => s.said.areas?.some((a) => isRegion(s, a)) ?? false;
