import { fill, type Said } from './fill.js';
import type { FigureQuestion, Question, Slots, Subject } from './question.js';
import { at, atEnd, has, saidIn } from './said.js';
import type { Marks } from './slots.js';
import { thresholdOf } from './threshold.js';
import type { ReadingWorld } from './world.js';

/** What an intent sees: the marks, the slots said, and the slots filled. */
export interface Sight {
  readonly marks: Marks;
  readonly said: Said;
  readonly slots: Slots;
  readonly world: ReadingWorld;
}

/** One way of understanding a question; null where it does not fit. */
type Intent = (sight: Sight) => Question | null;

const named = (s: Sight) => s.slots.subject.value.indicators.length > 0;
const names = (s: Sight) => s.marks.names.length;
const quantity = (s: Sight) => s.marks.quantities[0];
const partsOf = (subject: Subject) => subject.parts ?? [subject];
const listed = (s: Sight) => (s.slots.periods.value.type === 'list' ? s.slots.periods.value.codes : []);

/** Words that could have restricted the answer but were not understood. */
const unread = (s: Sight): readonly string[] => s.marks.leftover;

const courtesy: Intent = ({ marks, said }) => {
  if (
    marks.names.length > 0 ||
    said.periods ||
    said.yearless ||
    said.areas ||
    marks.elsewhere.length + marks.outside.length > 0
  )
    return null;
  if (said.those || said.measure || marks.leftover.length > 0) return null;
  const only = (...allowed: string[]) =>
    [...marks.features.keys()].every((f) => allowed.includes(f) || f === 'filler');
  const text = marks.text;
  if (has(marks, 'help') && !has(marks, 'source', 'fresh', 'define', 'products', 'forecast', 'cause'))
    return { kind: 'help', text, topic: 'help' };
  if (has(marks, 'greeting') && only('greeting', 'also', 'question', 'which', 'howmany'))
    return { kind: 'help', text, topic: 'greeting' };
  if (has(marks, 'thanks') && only('thanks', 'achieve', 'also', 'greeting'))
    return { kind: 'help', text, topic: 'thanks' };
  return null;
};

const outside: Intent = (s) => {
  const { marks, slots, world } = s;
  const topic = has(marks, 'cause')
    ? 'cause'
    : has(marks, 'forecast')
      ? 'forecast'
      : marks.outside.length > 0
        ? 'other'
        : null;
  if (!topic) return null;
  // «rừng», «nông nghiệp» beside a product that was understood: the product may still be meant; refuse, offering it.
  if (topic === 'forecast' && has(marks, 'plan')) return null;
  const about = named(s) && (marks.names.length > 0 || topic !== 'other') ? slots : null;
  void world;
  return {
    kind: 'out-of-scope',
    text: marks.text,
    topic,
    about,
    leftover: [...marks.outside, ...marks.leftover],
  };
};

const elsewhere: Intent = (s) => {
  const { marks, slots } = s;
  if (marks.elsewhere.length === 0) return null;
  return unclear(
    s,
    'unknown-area',
    marks.elsewhere[0] as string,
    named(s) ? [value({ ...slots, areas: { value: ['lang-son'], from: 'default' } })] : [],
  );
};

const ambiguous: Intent = (s) => {
  const doubtful = s.marks.names.find((n) => n.subjects.length > 1);
  if (!doubtful) return null;
  const typed = s.marks.tokens
    .slice(doubtful.at, doubtful.end)
    .map((t) => t.raw)
    .join(' ');
  const readings = doubtful.subjects
    .slice(0, 5)
    .map((subject) => value({ ...s.slots, subject: { value: subject, from: 'text' } }));
  return unclear(s, 'ambiguous', typed, readings);
};

const definition: Intent = (s) => {
  if (!has(s.marks, 'define', 'unit')) return null;
  if (!named(s) || quantity(s)) return null;
  return { ...s.slots, kind: 'definition' };
};

const revisions: Intent = (s) =>
  has(s.marks, 'revision') && named(s) ? { ...s.slots, kind: 'revisions' } : null;

const freshness: Intent = (s) => {
  const ends =
    has(s.marks, 'fresh') ||
    (has(s.marks, 'newest') && has(s.marks, 'whatyear') && !has(s.marks, 'most', 'least'));
  return ends ? { ...s.slots, kind: 'freshness' } : null;
};

const source: Intent = (s) => {
  if (!has(s.marks, 'source') || has(s.marks, 'revision')) return null;
  return { ...s.slots, kind: 'source' };
};

const confirm: Intent = (s) => {
  const q = quantity(s);
  if (!q || !named(s)) return null;
  if (thresholdOf(s.marks) && !has(s.marks, 'right')) return null;
  if (has(s.marks, 'which', 'count', 'products') && !has(s.marks, 'right')) return null;
  const asks =
    has(s.marks, 'right') ||
    atEnd(s.marks, 'question') ||
    /[?]\s*$/.test(s.marks.text) ||
    has(s.marks, 'greeting');
  if (!asks && q.quantity.unit === null) return null;
  if (has(s.marks, 'top', 'rank', 'remaining')) return null;
  return { ...s.slots, kind: 'confirm', claim: q.quantity.value, claimUnit: q.quantity.unit };
};

const catalogue: Intent = (s) => {
  const { marks, said, slots } = s;
  if (
    has(marks, 'most', 'least', 'rank', 'top') ||
    thresholdOf(marks) ||
    said.measure === 'growth' ||
    said.measure === 'completion'
  )
    return null;
  const asksWhat = has(marks, 'have', 'which', 'overview', 'howmany', 'count');
  if (has(marks, 'years') && !said.periods && !said.measure)
    return { ...slots, kind: 'catalogue', topic: 'periods' };
  if (
    has(marks, 'areas') &&
    names(s) === 0 &&
    has(marks, 'have', 'overview') &&
    has(marks, 'which', 'overview') &&
    !said.periods
  )
    return { ...slots, kind: 'catalogue', topic: 'areas' };
  if (has(marks, 'whatyear') && has(marks, 'have') && named(s) && !said.periods)
    return { ...slots, kind: 'catalogue', topic: 'periods' };
  if (
    has(marks, 'products') &&
    asksWhat &&
    names(s) === 0 &&
    !said.those &&
    !said.periods &&
    said.measure !== 'target' &&
    has(marks, 'which', 'have', 'overview', 'count')
  )
    return { ...slots, kind: 'catalogue', topic: 'products' };
  if (
    names(s) === 0 &&
    has(marks, 'have') &&
    has(marks, 'which') &&
    !said.periods &&
    !said.measure &&
    !said.those
  )
    return { ...slots, kind: 'catalogue', topic: 'products' };
  if (
    names(s) === 1 &&
    has(marks, 'products') &&
    has(marks, 'have') &&
    has(marks, 'which') &&
    !said.periods &&
    !said.measure
  )
    return { ...slots, kind: 'catalogue', topic: 'products' };
  return null;
};

/** A set to rank or filter: no product named, or several, or the last answer's. */
const overAreas = (s: Sight) => has(s.marks, 'areas') && names(s) >= 1;

const rank: Intent = (s) => {
  const { marks, said, slots } = s;
  if (!has(marks, 'most', 'least', 'rank', 'top', 'descending', 'ascending')) return null;
  const n = quantity(s);
  const topN = has(marks, 'top')
    ? n
    : n &&
        (marks.tokens[n.end]?.fold === 'san' ||
          marks.tokens[n.end]?.fold === 'tinh' ||
          marks.tokens[n.end]?.fold === 'mat' ||
          marks.tokens[n.end]?.fold === 'dia' ||
          marks.tokens[n.end]?.fold === 'sp')
      ? n
      : null;
  const down =
    has(marks, 'least', 'ascending') ||
    (has(marks, 'fall') && has(marks, 'most') && !has(marks, 'grow', 'change'));
  const order = down ? 'asc' : 'desc';
  const single = has(marks, 'most', 'least') && !has(marks, 'rank', 'descending', 'ascending');
  const limit = topN ? Number(topN.quantity.value) : single ? 1 : null;
  if (limit !== null && (!Number.isInteger(limit) || limit < 1)) return null;
  const make = (across: 'indicators' | 'areas' | 'periods', slotsOf: Slots = slots): FigureQuestion => ({
    ...slotsOf,
    kind: 'rank',
    order,
    limit,
    across,
    threshold: null,
  });
  if (overAreas(s)) return make('areas');
  const several = partsOf(slots.subject.value).length > 1 || said.those;
  if (names(s) === 0 && (has(marks, 'products') || !has(marks, 'whatyear')) && !said.those) {
    if (!has(marks, 'products', 'which', 'rank', 'top') && s.world.previous) return make('periods');
    return make('indicators', {
      ...slots,
      subject: { value: { indicators: [], group: null }, from: 'default' },
      measure: ranked(slots),
    });
  }
  if (several || (has(marks, 'products') && !has(marks, 'whatyear')))
    return make('indicators', { ...slots, measure: ranked(slots) });
  return make('periods');
};

/** Amounts of different units are never ranked: without a measure word products are ranked by growth. */
const ranked = (slots: Slots): Slots['measure'] =>
  slots.measure.value === null || slots.measure.value === 'actual'
    ? { value: 'growth', from: slots.measure.value === 'actual' ? 'text' : 'default' }
    : slots.measure;

const filter: Intent = (s) => {
  const { marks, said, slots } = s;
  const t = thresholdOf(marks);
  const count = has(marks, 'count');
  const set =
    count ||
    (has(marks, 'products') && !has(marks, 'most')) ||
    (has(marks, 'which') && names(s) === 0) ||
    said.those ||
    overAreas(s);
  if (!set) return null;
  const fresh: Slots =
    names(s) === 0 && !said.those
      ? { ...slots, subject: { value: { indicators: [], group: null }, from: 'default' } }
      : slots;
  const make = (threshold: NonNullable<typeof t>, slotsOf: Slots): FigureQuestion => ({
    ...slotsOf,
    kind: 'filter',
    threshold,
    count,
    across: overAreas(s) ? 'areas' : 'indicators',
  });
  const sign = (op: 'positive' | 'negative' | 'below-plan' | 'meets-plan') => ({
    op,
    value: null,
    to: null,
    unit: null,
  });
  if (said.measure === 'completion' || (has(marks, 'plan') && has(marks, 'notyet'))) {
    const completion: Slots = {
      ...fresh,
      measure: { value: 'completion', from: 'text' },
      basis: { value: null, from: 'default' },
    };
    if (t) return make(t, completion);
    if (has(marks, 'which', 'count', 'products', 'those'))
      return make(sign(has(marks, 'notyet', 'not', 'below') ? 'below-plan' : 'meets-plan'), completion);
  }
  if (t) {
    const falls = has(marks, 'fall') && !has(marks, 'grow', 'change');
    const measure = slots.measure.value ?? (t.unit === '%' ? 'growth' : 'actual');
    const turned = falls && t.value ? turn(t) : t;
    return make(turned, { ...fresh, measure: { value: measure, from: slots.measure.from } });
  }
  if (said.measure === 'growth' && has(marks, 'which', 'count', 'products', 'those')) {
    const grows = has(marks, 'grow');
    const falls = has(marks, 'fall');
    if (grows !== falls && !(grows && has(marks, 'howmany') && !count))
      return make(sign(falls ? 'negative' : 'positive'), fresh);
  }
  return null;
};

/** «giảm trên 5 %» is a growth below −5. */
function turn(t: NonNullable<ReturnType<typeof thresholdOf>>): typeof t {
  const flip = { '>': '<', '>=': '<=', '<': '>', '<=': '>=' } as const;
  const minus = (v: string | null) => (v === null ? null : v.startsWith('-') ? v.slice(1) : `-${v}`);
  if (t.op === 'between') return { ...t, value: minus(t.to), to: minus(t.value) };
  return { ...t, op: flip[t.op as keyof typeof flip] ?? t.op, value: minus(t.value) };
}

const derived: Intent = (s) => {
  const { marks, said, slots } = s;
  if (!named(s)) return null;
  const make = (
    op: Extract<FigureQuestion, { kind: 'derived' }>['op'],
    slotsOf: Slots = slots,
  ): FigureQuestion => ({ ...slotsOf, kind: 'derived', op });
  const several = partsOf(slots.subject.value).length > 1 || slots.areas.value.length > 1;
  const periods = listed(s);
  if (
    has(marks, 'needed') ||
    (has(marks, 'remaining', 'permonth') && has(marks, 'permonth') && has(marks, 'plan', 'complete'))
  )
    return make('needed-monthly');
  if (has(marks, 'remaining') && has(marks, 'plan', 'complete')) return make('remaining');
  if (has(marks, 'share') && !has(marks, 'grow')) return make('share');
  if (has(marks, 'ratio')) return make('ratio');
  if (
    has(marks, 'plan') &&
    has(marks, 'versus', 'difference', 'grow', 'fall', 'more', 'change') &&
    comparesActual(s)
  )
    return make('target-gap');
  if (has(marks, 'difference') && (several || periods.length > 1 || slots.periods.value.type === 'range'))
    return make('difference');
  if (has(marks, 'more') && has(marks, 'howmany') && several) return make('difference');
  if (
    has(marks, 'average') &&
    slots.periods.value.type !== 'newest' &&
    !said.measure?.startsWith('growth') &&
    (said.measure === 'actual' || (!grows(s) && !has(marks, 'peryear'))) &&
    multi(slots)
  )
    return make('average');
  if (
    has(marks, 'sum') &&
    (several || multi(slots)) &&
    said.measure !== 'growth' &&
    said.measure !== 'completion'
  )
    return make('sum');
  if (said.basis === 'avg_annual' && multi(slots)) return make('cagr');
  if (said.measure === 'growth' && said.basis === null && slots.periods.value.type === 'range')
    return make('change');
  if (
    said.measure === 'growth' &&
    periods.length === 2 &&
    !said.periods?.type.startsWith('all') &&
    (has(marks, 'versus', 'compare') || between2(s))
  )
    return make('change');
  return null;
};

const grows = (s: Sight) => has(s.marks, 'grow', 'fall', 'change');
const multi = (slots: Slots): boolean => {
  const p = slots.periods.value;
  return (
    p.type === 'range' ||
    p.type === 'since' ||
    p.type === 'last' ||
    p.type === 'all' ||
    (p.type === 'list' && (p.codes.length > 1 || p.codes.some((c) => c.endsWith('Y'))))
  );
};
const between2 = (s: Sight) => /(từ|tu)\s/i.test(s.marks.text) || has(s.marks, 'change');

/** «mục tiêu 2022 so với thực hiện 2021»: a plan against an actual of another year. */
function comparesActual(s: Sight): boolean {
  const { marks } = s;
  if (has(marks, 'complete') && !has(marks, 'output', 'yoy')) return false;
  return has(marks, 'output', 'yoy', 'achieve') || listed(s).length > 1;
}

const compare: Intent = (s) => {
  const { marks, said, slots } = s;
  if (!named(s)) return null;
  const make = (across: Extract<FigureQuestion, { kind: 'compare' }>['across']): FigureQuestion => ({
    ...slots,
    kind: 'compare',
    across,
    ratio: has(marks, 'ratio'),
  });
  const asks = has(marks, 'compare', 'more', 'difference') || (has(marks, 'versus') && !has(marks, 'filler'));
  const vs = has(marks, 'compare', 'versus', 'more', 'difference');
  if (slots.areas.value.length > 1) return make('areas');
  if (partsOf(slots.subject.value).length > 1 && asks) return make('indicators');
  const periods = listed(s);
  if (periods.length > 1 && vs && said.measure !== 'growth') return make('periods');
  if (vs && has(marks, 'plan', 'complete') && has(marks, 'output')) return make('target');
  return null;
};

const series: Intent = (s) => {
  const { marks, slots } = s;
  if (!named(s)) return null;
  const trend = has(marks, 'trend');
  if (!multi(slots) && !trend && !has(marks, 'series')) return null;
  if (listed(s).length > 0 && !trend && !has(marks, 'series')) return null;
  const periods = multi(slots) ? slots.periods : ({ value: { type: 'all' }, from: 'text' } as const);
  return { ...slots, periods, kind: 'series', trend };
};

const single: Intent = (s) => {
  if (!named(s)) return null;
  const { marks } = s;
  const ends =
    atEnd(marks, 'question') ||
    (has(marks, 'have') && /không|khong|ko|chưa|chua/i.test(marks.text)) ||
    has(marks, 'right');
  const both = has(marks, 'change') || (has(marks, 'grow') && has(marks, 'fall'));
  const m = s.slots.measure.value;
  const yesno =
    !ends || has(marks, 'howmany')
      ? null
      : m === 'completion'
        ? 'meets-plan'
        : m === 'growth' && !both
          ? has(marks, 'fall')
            ? 'falls'
            : 'rises'
          : has(marks, 'have') && m === null
            ? 'held'
            : null;
  return { ...s.slots, kind: 'value', yesno };
};

const overview: Intent = (s) => {
  const { marks, said, slots } = s;
  if (names(s) > 0 || said.those) return null;
  const wide = has(marks, 'products', 'overview');
  // «mục tiêu 2022», «tăng trưởng 2021»: a measure and a period, no product, nothing to carry.
  const bare = said.periods !== null && said.measure !== null && !s.world.previous;
  const period = said.periods !== null && !s.world.previous && has(marks, 'output', 'have', 'filler');
  if (!wide && !bare && !period) return null;
  return {
    ...slots,
    subject: { value: { indicators: [], group: null }, from: 'default' },
    areas: said.areas ? slots.areas : { value: ['lang-son'], from: 'default' },
    periods: said.periods ? slots.periods : said.yearless ? slots.periods : slots.periods,
    measure: said.measure ? { value: said.measure, from: 'text' } : { value: null, from: 'default' },
    basis: said.basis ? { value: said.basis, from: 'text' } : { value: null, from: 'default' },
    kind: 'overview',
    products: has(marks, 'products'),
  };
};

/** The plain question about the slots. */
export const value = (slots: Slots): FigureQuestion => ({ ...slots, kind: 'value', yesno: null });

/** Not understood: which part, and what could be meant. */
export function unclear(
  s: Sight,
  reason: Extract<Question, { kind: 'unclear' }>['reason'],
  part: string,
  readings: readonly FigureQuestion[],
): Question {
  return {
    kind: 'unclear',
    text: s.marks.text,
    reason,
    part,
    readings,
    leftover: unread(s),
    slots: named(s) ? s.slots : null,
  };
}

/** In order; the first that fits builds the question. */
export const INTENTS: readonly (readonly [string, Intent])[] = [
  ['courtesy', courtesy],
  ['outside', outside],
  ['elsewhere', elsewhere],
  ['ambiguous', ambiguous],
  ['definition', definition],
  ['confirm', confirm],
  ['catalogue', catalogue],
  ['freshness', freshness],
  ['revisions', revisions],
  ['source', source],
  ['rank', rank],
  ['filter', filter],
  ['overview', overview],
  ['derived', derived],
  ['compare', compare],
  ['series', series],
  ['value', single],
];

export function sightOf(marks: Marks, world: ReadingWorld): Sight {
  const said = saidIn(marks);
  return { marks, said, slots: fill(said, marks, world), world };
}

export const position = at;
