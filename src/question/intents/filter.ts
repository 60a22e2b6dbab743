import { add, compare, subtract } from '../../stats/decimal.js';
import { HOME } from '../../stats/facts.js';
import type { FigureQuestion, Question, Slots, Threshold } from '../question.js';
import { has } from '../said.js';
import { FLIPPED, foldsBefore, isBound, thresholdOf } from '../threshold.js';
import { amongAreas } from './among.js';
import { months } from './months.js';
import { overAreas } from './provinces.js';
import { grows, type Intent, many, named, names, type Sight, unclear, value, whole } from './sight.js';

type Filter = Extract<FigureQuestion, { kind: 'filter' }>;

const sign = (op: Threshold['op']): Threshold => ({ op, value: null, to: null, unit: null });
const text = <T>(value: T) => ({ value, from: 'text' as const });

/** Which of a set pass a threshold, and how many. */
export const filter: Intent = (s) =>
  overPeriods(s) ?? lacking(s) ?? plansAgainstActuals(s) ?? withVerdict(s, overSet(s));

/** «tất cả sản phẩm đều tăng phải không», «có sản phẩm nào giảm không». */
function withVerdict(s: Sight, q: Question | null): Question | null {
  if (q?.kind !== 'filter' || q.count) return q;
  const asks = has(s.marks, 'right') || /\b(khong|ko|chua)[ ?.!]*$/.test(s.folded);
  if (!asks) return q;
  if (/\b(tat ca|moi|toan bo|cac) .*\bdeu\b/.test(s.folded)) {
    const did = !/\b(chua|khong|ko) (dat|hoan thanh|vuot)\b/.test(s.folded);
    const plan = q.threshold.op === 'below-plan' && did;
    return { ...q, yesno: 'all', ...(plan ? { threshold: sign('meets-plan') } : {}) };
  }
  return /\bco (san pham|sp|mat hang|chi tieu|tinh|dia phuong|cai|mat hang) nao\b/.test(s.folded)
    ? { ...q, yesno: 'any' }
    : q;
}

/** Which way the words go: up, down, or neither alone. */
function direction(s: Sight): 'positive' | 'negative' | null {
  const [up, down] = [has(s.marks, 'grow'), has(s.marks, 'fall')];
  return up === down ? null : up ? 'positive' : 'negative';
}

const fallsOnly = (s: Sight) => has(s.marks, 'fall') && !has(s.marks, 'grow', 'change');

/** «những năm nào xi măng giảm», «tháng nào vượt 100 nghìn tấn», «mấy năm gỗ tăng»: the periods of one series. */
function overPeriods(s: Sight): FigureQuestion | null {
  const { marks, said } = s;
  // «nước máy năm …» is no «mấy năm».
  const count =
    has(marks, 'years', 'count') &&
    /\b(may|bao nhieu) (nam|thang|quy)\b(?! (nay|qua|gan|tro|lien|ve|truoc|roi))/.test(s.folded);
  const which =
    has(marks, 'whatyear') ||
    /\b(nam|thang|quy) nao\b|\b(nhung|cac) (nam|thang|quy) ma\b/.test(s.folded) ||
    count;
  if (!which || !named(s) || has(marks, 'most', 'least', 'rank', 'top', 'nth', 'newest')) return null;
  const parts = months(s);
  const { slots } = s;
  const unsaid = slots.periods.value.type === 'newest' || slots.periods.from === 'context';
  const of = eachYear(
    parts === slots && unsaid ? { ...slots, periods: { value: { type: 'all' }, from: 'default' } } : parts,
  );
  const p = of.periods.value;
  if (p.type === 'list' && p.codes.length === 1 && !p.codes[0]?.endsWith('Y')) return null;
  const make = (threshold: Threshold, measure: Slots['measure']): Filter => ({
    ...of,
    measure,
    kind: 'filter',
    threshold,
    count,
    across: 'periods',
  });
  // «những năm nào IIP Lạng Sơn cao hơn cả nước»
  const than = thanOf(s, 'areas');
  if (than) {
    const own = (said.areas ?? []).filter((a) => !than.includes(a));
    return {
      ...make({ ...sign(lower(s) ? '<' : '>'), than }, slots.measure),
      areas: own.length > 0 ? { value: own, from: 'text' } : { value: [HOME], from: 'default' },
    };
  }
  const t = thresholdOf(marks);
  if (said.measure === 'completion') {
    const below = has(marks, 'notyet', 'not', 'below') || /\b(hut|khong dat|chua dat)\b/.test(s.folded);
    return make(t ?? sign(below ? 'below-plan' : 'meets-plan'), text('completion' as const));
  }
  if (t) {
    const measure = said.measure ?? (t.unit === '%' && !isIndexed(s, t) ? 'growth' : 'actual');
    return make(fallsOnly(s) && t.value ? turn(t) : t, text(measure));
  }
  if (said.measure !== 'growth' || (has(marks, 'howmany') && !count)) return null;
  const way = direction(s);
  return way && make(sign(way), text('growth' as const));
}

/** «giai đoạn 2005–2015 năm nào giảm»: each year of the span, over the year before; not one figure of the span. */
function eachYear(slots: Slots): Slots {
  const p = slots.periods.value;
  const [, from, years] = (p.type === 'list' && /^(\d{4})-01-01\/P(\d+)Y$/.exec(p.codes[0] ?? '')) || [];
  const yearly: Slots =
    slots.basis.value === 'avg_annual' ? { ...slots, basis: { value: null, from: 'default' } } : slots;
  if (!from || p.type !== 'list' || p.codes.length > 1) return yearly;
  const to = String(Number(from) + Number(years) - 1);
  return { ...yearly, periods: { value: { type: 'range', from, to }, from: slots.periods.from } };
}

/** «sản phẩm nào chưa có số liệu năm 2021»: those without such a figure. */
function lacking(s: Sight): FigureQuestion | null {
  if (names(s) > 0 || !has(s.marks, 'products', 'which', 'count')) return null;
  const lacks =
    /\b(chua|khong|ko|k|chua he|khong he|thieu) (co )?(cac |bat ky )?(so lieu|du lieu|so|thong tin|tang truong|toc do|muc tieu|ke hoach|chi tieu)\b/;
  if (!lacks.test(s.folded) || s.said.periods === null) return null;
  if (has(s.marks, 'complete') || /\b(dat|hoan thanh|vuot)\b/.test(s.folded)) return null;
  return {
    ...whole(s.slots),
    measure: s.said.measure ? text(s.said.measure) : { value: null, from: 'default' },
    kind: 'filter',
    threshold: sign('absent'),
    count: has(s.marks, 'count'),
    across: 'indicators',
  };
}

/** «kế hoạch 2022 của sản phẩm nào thấp hơn thực hiện 2021»: a target beside what was done the year before. */
function plansAgainstActuals(s: Sight): FigureQuestion | null {
  const { marks } = s;
  if (names(s) > 0 || s.said.those || !has(marks, 'plan') || !has(marks, 'which', 'count', 'products'))
    return null;
  if (thresholdOf(marks) || has(marks, 'most', 'least')) return null;
  const beside =
    has(marks, 'output', 'yoy') || (s.said.periods?.type === 'list' && s.said.periods.codes.length === 2);
  const lower = /\b(thap|nho|it|kem) hon\b/.test(s.folded);
  const higher = /\b(cao|lon|nhieu) hon\b|\btang so voi\b|\bvuot\b/.test(s.folded);
  const only = /\b(chua|khong) co\b/.test(s.folded);
  if (!beside || !(lower || higher || only)) return null;
  return {
    ...whole(s.slots),
    measure: text('target' as const),
    basis: { value: null, from: 'default' },
    kind: 'filter',
    threshold: sign(only ? 'target-only' : lower ? 'target-below' : 'target-above'),
    count: has(marks, 'count'),
    across: 'indicators',
  };
}

/** Over products or provinces. */
function overSet(s: Sight): Question | null {
  const { marks, said, slots } = s;
  const t = thresholdOf(marks);
  // «tỷ lệ sản phẩm đạt kế hoạch»: how many, of how many.
  const part =
    /\b(ty le|ti le|may phan tram|bao nhieu phan tram|bao nhieu %|may %) (so )?(san pham|sp|mat hang)\b/.test(
      s.folded,
    );
  const count = has(marks, 'count') || part;
  const areas = overAreas(s);
  const set =
    count || has(marks, 'products') || (has(marks, 'which') && names(s) === 0) || said.those || areas;
  if (!set) return null;
  // «tăng gấp đôi mức chung»: nothing here says what is common.
  if (/\bmuc chung\b|\bmat bang chung\b|\btrung binh chung\b/.test(s.folded))
    return unclear(s, 'not-computable', 'mức chung của các sản phẩm khác nhau', []);
  // «cái nào tăng cao hơn» sets them side by side.
  if (said.those && t === null && has(marks, 'more', 'compare', 'versus')) return null;
  const across = areas ? ('areas' as const) : ('indicators' as const);
  const than = thanOf(s, across);
  const fresh = (names(s) === 0 || (than && !areas)) && !said.those ? whole(slots) : slots;
  const among = areas ? amongAreas(s) : null;
  const make = (threshold: Threshold, of: Slots): Filter => ({
    ...of,
    kind: 'filter',
    threshold,
    count,
    across,
    ...(among === null ? {} : { among }),
  });
  // «sản phẩm nào tăng gần bằng điện thương phẩm»: one product is no set.
  if (
    !than &&
    !areas &&
    !said.those &&
    names(s) === 1 &&
    slots.subject.value.indicators.length === 1 &&
    has(marks, 'which')
  ) {
    const reading = make(t ?? sign('positive'), { ...whole(slots), measure: text('growth' as const) });
    return grows(s) && has(marks, 'products')
      ? unclear(s, 'ambiguous', s.marks.text, [reading, value(slots)])
      : null;
  }
  if (than) {
    const op = lower(s) ? '<' : '>';
    const measure = said.measure ?? (areas ? null : 'growth');
    return make(
      { ...sign(op), than },
      {
        ...fresh,
        measure: measure === null ? slots.measure : text(measure),
        areas: areas ? { value: ['lang-son'], from: 'default' } : fresh.areas,
      },
    );
  }
  const ofPlan = has(marks, 'plan', 'complete') && t?.unit === '%' && !grows(s);
  // «sản phẩm nào chưa đạt 2021»
  const unreached =
    t === null &&
    /\b(chi tieu|san pham|mat hang|sp)( nao| gi)?( con| van)? (chua|khong) dat\b/.test(s.folded);
  if (said.measure === 'completion' || ofPlan || unreached || (has(marks, 'plan') && has(marks, 'notyet'))) {
    const completion: Slots = {
      ...fresh,
      measure: text('completion' as const),
      basis: { value: null, from: 'default' },
    };
    const beyond = beyondPlan(s);
    if (beyond) return make(beyond, completion);
    if (t) return make(t, completion);
    const below = has(marks, 'notyet', 'not', 'below') || /(hut|chua dat|khong dat|duoi)/.test(s.folded);
    // «các sản phẩm hoàn thành kế hoạch» are those that did; «tỷ lệ hoàn thành kế hoạch các sản phẩm» is of all.
    const whoDid =
      /\b(san pham|mat hang|sp)( (da|duoc|co|ma|nao))* (hoan thanh|vuot|dat)\b/.test(s.folded) &&
      !has(marks, 'howmany', 'percent') &&
      !/\b(bao nhieu|may) (%|phan tram)/.test(s.folded);
    if (has(marks, 'which', 'count', 'those') || (has(marks, 'products') && below) || whoDid)
      return make(sign(below ? 'below-plan' : 'meets-plan'), completion);
    return null;
  }
  if (t) {
    const index = areas && isIndexed(s, t) && !grows(s);
    const measure = slots.measure.value ?? (t.unit === '%' && !index ? 'growth' : 'actual');
    return make(fallsOnly(s) && t.value ? turn(t) : t, {
      ...fresh,
      measure: { value: measure, from: slots.measure.from },
    });
  }
  // «năm 2021 có bao nhiêu sản phẩm có số liệu»
  if (count && said.measure === null && names(s) === 0 && said.periods !== null && across === 'indicators')
    return make(sign('held'), { ...fresh, measure: text('actual' as const) });
  // «có bao nhiêu sản phẩm có mục tiêu năm 2022»
  if (count && said.measure === 'target' && names(s) === 0 && !grows(s)) return make(sign('held'), fresh);
  // «sản phẩm nào có mục tiêu giảm»; «có mục tiêu tăng trưởng» asks whose target is a rate.
  const goals = said.measure === 'target' && names(s) === 0 && !/tang truong/.test(s.folded);
  if (said.measure === 'growth' || (goals && grows(s))) return grown(s, across, make, fresh, count);
  return null;
}

function grown(
  s: Sight,
  across: Filter['across'],
  make: (t: Threshold, of: Slots) => Filter,
  fresh: Slots,
  count: boolean,
) {
  const { marks } = s;
  const list =
    has(marks, 'which', 'count', 'those') ||
    across === 'areas' ||
    /\b(san pham|mat hang|sp)( cong nghiep| chu yeu)?( cua)?( ca nuoc| lang son| tinh| toan quoc)?( bi| co| dang| deu| cung)* (tang|giam)(?! (truong|hay|giam|bao nhieu|may|ra sao|the nao|nhat|manh|cao|thap|nhieu|dan))/.test(
      s.folded,
    );
  const [up, falls] = [has(marks, 'grow'), has(marks, 'fall')];
  // «các sản phẩm cả nước tháng 1/2025 giảm»: what falls is never all of them.
  const fallen =
    falls &&
    !up &&
    has(marks, 'products') &&
    !has(marks, 'howmany', 'change') &&
    !/\b(muc|toc do|ty le|ti le) giam\b/.test(s.folded);
  if (!list && !fallen) return null;
  // «mấy sản phẩm tăng, mấy sản phẩm giảm»
  if (
    up &&
    falls &&
    count &&
    (s.folded.match(/\b(may|bao nhieu) (san pham|mat hang|sp|tinh|cai)\b/g)?.length ?? 0) > 1
  )
    return many(s, [make(sign('positive'), fresh), make(sign('negative'), fresh)]);
  // «không tăng», «không giảm»
  const unmoved = /\b(khong|chua|chang|ko) (he |bi |co )?(tang|giam)\b(?! hay)/.exec(s.folded)?.[3];
  if (unmoved && up !== falls)
    return make({ op: unmoved === 'tang' ? '<=' : '>=', value: '0', to: null, unit: '%' }, fresh);
  if (up === falls || (up && has(marks, 'howmany') && !count)) return null;
  return make(sign(falls ? 'negative' : 'positive'), fresh);
}

/** «thấp hơn», «không bằng»: less than the one that follows. */
const lower = (s: Sight): boolean =>
  /\b(thap|cham|it|nho|kem|yeu) hon\b|\bkhong bang\b|\bthua\b/.test(s.folded);

/** Whose figure is the measure: «tăng nhanh hơn gạch» → gạch, «cao hơn Lạng Sơn» → Lạng Sơn. */
function thanOf(s: Sight, across: 'areas' | 'indicators'): readonly string[] | null {
  if (s.marks.quantities.length > 0 || !(has(s.marks, 'which', 'count') || across === 'areas')) return null;
  const more = /\b(hon|khong bang|thua)\b(?! (thang|nam|cung|ky))/.exec(s.folded);
  if (!more) return null;
  const at = s.folded.slice(0, more.index).split(' ').length - 1;
  if (across === 'areas') {
    const area = s.marks.areas.find((a) => a.at > at);
    return area ? [area.area] : null;
  }
  const name = names(s) === 1 ? s.marks.names[0] : undefined;
  return name && name.at > at && (grows(s) || s.said.measure === 'completion')
    ? (name.subjects[0]?.indicators ?? null)
    : null;
}

/** «vượt kế hoạch trên 10 %» is 110 % of it, «hụt 10 %» 90 %. */
function beyondPlan(s: Sight): Threshold | null {
  const t = thresholdOf(s.marks);
  const [mark] = s.marks.quantities;
  if (mark?.quantity.unit !== '%' || compare(mark.quantity.value, '100') >= 0) return null;
  const over = /\bvuot\b/.test(s.folded);
  const under = /\b(hut|thieu)\b/.test(s.folded);
  if (over === under) return null;
  const of = (v: string) => (over ? add('100', v) : subtract('100', v));
  if (t?.op === 'between' && t.value && t.to)
    return over ? { ...t, value: of(t.value), to: of(t.to) } : { ...t, value: of(t.to), to: of(t.value) };
  const op = t && t.op !== '=' && isBound(t.op) ? t.op : '>=';
  // «vượt 10 % kế hoạch»: by as much or more.
  const own = t && /vuot( muc| qua)?$/.test(foldsBefore(s.marks, mark, 3)) ? '>=' : op;
  return { op: over ? own : FLIPPED[own], value: of(mark.quantity.value), to: null, unit: '%' };
}

/** «IIP trên 120 %»: an index counts from a hundred, not from nothing. */
const isIndexed = (s: Sight, t: Threshold): boolean =>
  t.unit === '%' &&
  t.value !== null &&
  compare(t.value, '50') >= 0 &&
  s.slots.subject.value.indicators.length > 0 &&
  s.slots.subject.value.indicators.every((i) => i.startsWith('iip'));

/** «giảm trên 5 %» is a growth below −5. */
function turn(t: Threshold): Threshold {
  const minus = (v: string | null) => (v === null ? null : v.startsWith('-') ? v.slice(1) : `-${v}`);
  if (t.op === 'between') return { ...t, value: minus(t.to), to: minus(t.value) };
  return { ...t, op: isBound(t.op) ? FLIPPED[t.op] : t.op, value: minus(t.value) };
}
