import { COUNTRY, HOME } from '../../stats/facts.js';
import { parsePeriod, shiftYears } from '../../stats/period.js';
import type { FigureQuestion, Question, Slots } from '../question.js';
import { atEnd, has } from '../said.js';
import { months } from './months.js';
import {
  grows,
  type Intent,
  listed,
  many,
  multi,
  named,
  partsOf,
  type Sight,
  unclear,
  value,
} from './sight.js';
import { dividedBy, dividesOutput } from './structure.js';
import { planOfAnotherYear, ratesApart, reaches } from './two-years.js';

type Derived = Extract<FigureQuestion, { kind: 'derived' }>;

const with2 = (slots: Slots, change: Partial<Slots>): Slots => ({ ...slots, ...change });
const severalOf = (s: Sight) => partsOf(s.slots.subject.value).length > 1 || s.slots.areas.value.length > 1;

/** Figures that must be worked out. */
export const derived: Intent = (s) => {
  const { marks, said, slots } = s;
  if (!named(s)) return null;
  const make = (op: Derived['op'], of: Slots = slots): Derived => ({ ...of, kind: 'derived', op });
  const several = severalOf(s);
  const periods = listed(s);
  // «còn thiếu bao nhiêu để đạt kế hoạch»: the plan stands within the words of lacking.
  const plan =
    has(marks, 'plan', 'complete') ||
    (has(marks, 'remaining') && /\b(ke hoach|muc tieu|chi tieu|ve dich|thieu bao nhieu)\b/.test(s.folded));
  // «còn thiếu bao nhiêu» after a plan or what was reached of it.
  const last = slots.subject.from === 'context' ? s.world.previous?.question.measure.value : null;
  const made = special(s, make);
  if (made) return made;
  if (has(marks, 'needed') || (has(marks, 'permonth') && plan && has(marks, 'remaining', 'average')))
    return make('needed-monthly');
  // «đá 2021 còn thiếu bao nhiêu so với mục tiêu 2022»: of two years.
  if (has(marks, 'remaining') && has(marks, 'plan', 'complete') && periods.length === 2)
    return make('target-difference');
  // «phải tăng bao nhiêu để đạt mục tiêu 2022»
  if (has(marks, 'remaining') && plan && has(marks, 'grow') && has(marks, 'howmany', 'percent'))
    return make(amountAsked(s) ? 'target-difference' : 'target-gap');
  // «vượt mục tiêu 2022 bao nhiêu kWh»
  if (periods.length === 2 && !several && reaches(s) && amountAsked(s)) return make('target-difference');
  if (has(marks, 'remaining') && (plan || last === 'target' || last === 'completion'))
    return { ...make('remaining'), ...(/phan tram|%/.test(s.folded) ? { inPercent: true } : {}) };
  if (ratesApart(s)) return { ...make('difference'), ofRates: true };
  const ofPlan = planOfAnotherYear(s);
  if (ofPlan !== null && slots.areas.value.length === 1)
    return { ...make('target-percent'), ...(ofPlan ? { planFirst: true } : {}) };
  if (has(marks, 'sum') && has(marks, 'and') && marks.baseWords.length > 0)
    return unclear(s, 'not-computable', 'tổng của các gốc giá khác nhau', []);
  if (has(marks, 'share', 'percent-of') && !has(marks, 'grow') && !plan && !several && onlyCountry(slots))
    return make(
      'share',
      with2(slots, { areas: { value: [homeOf(s)], from: s.said.areas ? 'text' : 'context' } }),
    );
  if (has(marks, 'share') && !has(marks, 'grow'))
    return dividesOutput(s) ? { ...make('share'), structure: dividedBy(s) } : make('share');
  const two = withLast(s);
  const joined = several || listed({ ...s, slots: two }).length > 1;
  if (has(marks, 'percent-of') && !plan) return make(joined && !valued(slots) ? 'percent-of' : 'share', two);
  if (has(marks, 'percent-of') && has(marks, 'plan') && several) return make('percent-of', two);
  // «mục tiêu 2022 gấp mấy lần thực hiện 2015»: the plan of one year over the actual of the other.
  if (has(marks, 'ratio') && has(marks, 'plan') && periods.length === 2 && !several)
    return make('target-gap');
  if (has(marks, 'ratio') || (has(marks, 'proportion') && several && !grows(s) && !plan))
    return make('ratio', two);
  if (
    has(marks, 'plan') &&
    !has(marks, 'compare') &&
    has(marks, 'versus', 'difference', 'grow', 'fall', 'more', 'change', 'yoy') &&
    comparesActual(s)
  )
    return make(
      has(marks, 'unit-word') && !has(marks, 'percent') && has(marks, 'difference', 'more')
        ? 'target-difference'
        : 'target-gap',
    );
  const pair = several || periods.length > 1 || slots.periods.value.type === 'range';
  // «xem hơn kém thế nào» wants both figures; «hơn kém bao nhiêu» the difference.
  const sideBySide = /(the nao|ra sao)\b/.test(s.folded) && !/(bao nhieu|may)/.test(s.folded);
  // «2016 hơn 2015 bao nhiêu phần trăm»: a rate, of the later on the earlier.
  if (
    has(marks, 'difference', 'more') &&
    has(marks, 'percent') &&
    periods.length === 2 &&
    !several &&
    !plan &&
    !slots.subject.value.indicators.every(rateOnly)
  )
    return make('change', with2(slots, { measure: { value: 'growth', from: 'text' } }));
  if (has(marks, 'difference') && pair && !sideBySide) return make('difference');
  if (has(marks, 'more') && has(marks, 'howmany') && pair && !grows(s)) return make('difference');
  const level =
    !grows(s) &&
    (said.measure === 'actual' ||
      said.measure === null ||
      (said.measure === 'growth' && said.basis === 'avg_annual'));
  if (
    has(marks, 'average') &&
    level &&
    (multi(slots) || has(marks, 'series')) &&
    !(slots.subject.value.indicators.every(rateOnly) && said.measure !== 'actual')
  )
    return make('average');
  if (
    has(marks, 'sum') &&
    (several || multi(slots)) &&
    said.measure !== 'growth' &&
    said.measure !== 'completion'
  )
    return make('sum', months(s));
  // «tổng 12 tháng năm 2024»
  if (has(marks, 'sum') && !said.measure?.match(/growth|completion|target/) && months(s) !== slots)
    return make('sum', months(s));
  if (said.basis === 'avg_annual' && multi(slots) && said.measure === 'growth') return make('cagr');
  // «giảm bao nhiêu tấn»: an amount, not a rate.
  const amount =
    has(marks, 'unit-word') && !has(marks, 'percent') && /(bao nhieu|may) (?!phan\b)\S/.test(s.folded);
  if (
    said.measure === 'growth' &&
    said.basis !== 'avg_annual' &&
    amount &&
    (periods.length === 2 || ranged(slots))
  )
    return make('difference');
  // «gạch 2021 tăng bao nhiêu viên»: over the year before.
  const [year] = periods;
  if (
    said.measure === 'growth' &&
    said.basis !== 'mom' &&
    amount &&
    periods.length === 1 &&
    ['year', 'half', 'quarter', 'cumulative'].includes(parsePeriod(year ?? '')?.kind ?? '')
  )
    return {
      ...make(
        'difference',
        with2(slots, {
          periods: {
            value: { type: 'list', codes: [shiftYears(year as string, -1), year as string] },
            from: 'text',
          },
        }),
      ),
      overYear: true,
    };
  if (
    said.measure === 'growth' &&
    said.basis === null &&
    !has(marks, 'series', 'trend') &&
    has(marks, 'howmany', 'percent')
  ) {
    if (/(the nao|ra sao)/.test(s.folded) && has(marks, 'change')) return null;
    if (slots.periods.value.type === 'range' && slots.periods.value.from.length === 4) return make('change');
  }
  if (
    said.measure === 'growth' &&
    periods.length === 2 &&
    !has(marks, 'series', 'trend') &&
    (has(marks, 'versus', 'compare', 'yoy') || /\b(tu|sang|len|den)\b/.test(s.folded) || has(marks, 'change'))
  )
    return make('change');
  return null;
};

const amountAsked = ({ marks }: Sight): boolean => has(marks, 'unit-word') && !has(marks, 'percent');

const ranged = (slots: Slots) =>
  slots.periods.value.type === 'range' && slots.periods.value.from.length === 4;

const onlyCountry = (slots: Slots) => slots.areas.value.every((a) => a === COUNTRY);

/** «tỷ trọng», after a question of the whole country: of the province before it, else of the home province. */
function homeOf(s: Sight): string {
  const last = s.world.previous?.question.areas.value.filter((a) => a !== COUNTRY) ?? [];
  return last.length === 1 ? (last[0] as string) : HOME;
}

/** Values in money: a part of a total has its price base, which a bare percentage would not heed. */
const valued = (slots: Slots) => slots.subject.value.indicators.every((i) => /^gtsx/.test(i));

/** «gấp mấy lần 2015» after a question of one other period: that period is the other side. */
function withLast(s: Sight): Slots {
  const last = s.world.previous?.question.periods.value;
  const [now] = listed(s);
  if (s.slots.subject.from !== 'context' || s.said.periods?.type !== 'list' || listed(s).length !== 1 || !now)
    return s.slots;
  const before = last?.type === 'list' && last.codes.length === 1 ? last.codes[0] : undefined;
  if (before === undefined || before === now || before.length !== now.length) return s.slots;
  return with2(s.slots, {
    periods: { value: { type: 'list', codes: [before, now] }, from: 'context' },
    measure: { value: null, from: 'default' },
    basis: { value: null, from: 'default' },
  });
}

/** Means over months and days, levels worked out backwards, growth worked out from levels. */
function special(s: Sight, make: (op: Derived['op'], of?: Slots) => Derived): Question | null {
  const { marks, said, slots } = s;
  const periods = listed(s);
  const plan = has(marks, 'plan', 'complete', 'needed', 'remaining');
  const level = !grows(s) && !plan && said.measure !== 'target' && said.measure !== 'completion';
  const rates =
    slots.subject.value.indicators.every(rateOnly) &&
    !slots.subject.value.indicators.some((i) => /^gtsx/.test(i));
  if (level && !rates && has(marks, 'perday')) return make('daily-mean');
  // «mỗi tháng» alone may want each month: the series answers, or the mean where no month is held.
  const each = /(moi|hang) thang/.test(s.folded) && !/(binh quan|trung binh|bq) /.test(s.folded);
  if (level && !rates && has(marks, 'permonth') && !each) return make('monthly-mean');
  const [only] = periods;
  // «trung bình một năm» without a year: over the years held.
  if (level && !rates && has(marks, 'average') && slots.periods.value.type === 'newest')
    return make('average', with2(slots, { periods: { value: { type: 'all' }, from: 'text' } }));
  if (level && !rates && has(marks, 'average') && !has(marks, 'peryear', 'series') && !multi(slots)) {
    const kind = periods.length === 1 && only ? parsePeriod(only)?.kind : undefined;
    if (kind === 'cumulative' || kind === 'half' || kind === 'quarter') return make('monthly-mean');
    if (kind === 'year')
      return unclear(s, 'ambiguous', 'bình quân', [
        make('monthly-mean'),
        value(with2(slots, { measure: { value: 'actual', from: 'text' } })),
      ]);
  }
  if (has(marks, 'backward') && periods.length > 0) {
    const [first, second] = [...periods].sort();
    const target = second === undefined || shiftYears(first as string, 1) === second ? first : undefined;
    if (target !== undefined)
      return make(
        'base',
        with2(slots, {
          measure: { value: 'actual', from: 'text' },
          basis: { value: null, from: 'default' },
          periods: { value: { type: 'list', codes: [target] }, from: 'text' },
        }),
      );
  }
  if (has(marks, 'from-levels') && grows(s) && only !== undefined) {
    const codes = periods.length === 1 ? [shiftYears(only, -1), only] : periods;
    return {
      ...make('change', with2(slots, { periods: { value: { type: 'list', codes }, from: 'text' } })),
      fromLevels: true,
    };
  }
  return null;
}

/** Rates and indices: an average over years is their average growth, not a mean of levels. */
const rateOnly = (id: string) => /^(iip|grdp|gia-tri-tang-them|gtsx)/.test(id);

/** «mục tiêu 2022 so với thực hiện 2021»: a plan against an actual of another year. */
function comparesActual(s: Sight): boolean {
  const { marks } = s;
  if (has(marks, 'complete') && !has(marks, 'output', 'yoy')) return listed(s).length > 1;
  return has(marks, 'output', 'yoy', 'achieve') || listed(s).length > 1;
}

/** Side by side: products, areas, periods, or actual and target. */
export const compare: Intent = (s) => {
  const { marks, said, slots } = s;
  if (!named(s)) return null;
  const make = (across: Extract<FigureQuestion, { kind: 'compare' }>['across']): FigureQuestion => ({
    ...slots,
    kind: 'compare',
    across,
    ratio: false,
  });
  const vs =
    has(marks, 'compare', 'versus', 'more', 'difference') || (has(marks, 'define') && /khac/.test(s.folded));
  if (
    has(marks, 'plan') &&
    (has(marks, 'compare') || (has(marks, 'output', 'achieve') && vs)) &&
    (vs || listed(s).length > 1)
  )
    return make('target');
  if (
    has(marks, 'plan', 'complete') &&
    (has(marks, 'compare') || (has(marks, 'complete') && has(marks, 'output') && listed(s).length > 1))
  )
    return make('target');
  // «gạch 2023 so với kế hoạch 2022»: the plan has a year of its own.
  if (
    listed(s).length === 2 &&
    has(marks, 'plan', 'complete') &&
    /so (voi )?(ke hoach|muc tieu|chi tieu|kh)( nam)? \d{4}/.test(s.folded)
  )
    return make('target');
  if (slots.areas.value.length > 1) return make('areas');
  if (partsOf(slots.subject.value).length > 1 && has(marks, 'compare', 'more', 'difference', 'versus'))
    return make('indicators');
  if (listed(s).length > 1 && vs && said.measure !== 'growth') return make('periods');
  return null;
};

/** «qua các năm», «từ 2010 đến 2015», «xu hướng». */
export const series: Intent = (s) => {
  const { marks } = s;
  if (!named(s)) return null;
  const slots = months(s);
  const trend =
    has(marks, 'trend') ||
    (has(marks, 'change') && (slots.periods.value.type === 'range' || has(marks, 'series')));
  const p = slots.periods.value;
  const ranged = p.type !== 'list' && p.type !== 'newest' && !(p.type === 'last' && p.count === 1);
  if (!ranged && !trend && !has(marks, 'series')) return null;
  if (p.type === 'list' && p.codes.every((c) => !c.endsWith('Y')) && !trend) return null;
  const span =
    p.type === 'list' && p.codes.length === 1 && p.codes[0]?.endsWith('Y') ? spanRange(p.codes[0]) : null;
  const periods: Slots['periods'] = span
    ? { value: span, from: slots.periods.from }
    : ranged
      ? slots.periods
      : { value: { type: 'all' }, from: 'text' };
  const level = trend && s.said.measure === 'growth' && !has(marks, 'grow', 'fall');
  return {
    ...(level
      ? with2(slots, { measure: { value: null, from: 'default' }, basis: { value: null, from: 'default' } })
      : slots),
    periods,
    kind: 'series',
    trend,
    ...(has(marks, 'permonth') ? { perMonth: true } : {}),
    ...(/\b(tung|theo|cac) (thang|quy)\b/.test(s.folded) ? { apart: true } : {}),
  };
};

function spanRange(code: string): { type: 'range'; from: string; to: string } {
  const from = Number(code.slice(0, 4));
  const n = Number(/P(\d+)Y$/.exec(code)?.[1] ?? '1');
  return { type: 'range', from: String(from), to: String(from + n - 1) };
}

/** The plain question: one value, growth, target or completion for each name, area and period. */
export const single: Intent = (s) => {
  if (!named(s)) return null;
  const { marks, slots } = s;
  const ends =
    atEnd(marks, 'question') ||
    (has(marks, 'have') && /(không|khong|ko|chưa|chua|hk|hông|hong)/i.test(marks.text)) ||
    has(marks, 'right');
  const both = has(marks, 'change') || (has(marks, 'grow') && has(marks, 'fall'));
  const m = slots.measure.value;
  const asksHow = has(marks, 'howmany') && !/(the nao|ra sao) (khong|chua)$/.test(s.folded);
  const yesno =
    !ends || asksHow
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
  const plain: FigureQuestion = { ...slots, kind: 'value', yesno };
  // «so tháng trước và so cùng kỳ»: both bases are asked.
  if (has(marks, 'mom') && has(marks, 'yoy')) {
    const of = (basis: 'mom' | 'yoy'): Question => ({
      ...slots,
      measure: { value: 'growth', from: 'text' },
      basis: { value: basis, from: 'text' },
      kind: 'value',
      yesno: null,
    });
    return many(s, [of('mom'), of('yoy')]);
  }
  return plain;
};
