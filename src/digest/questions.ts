import type { FigureQuestion } from '../question/question.js';
import type { Basis, Measure } from '../stats/facts.js';
import { parsePeriod } from '../stats/period.js';
import type { FactKey } from '../store/reader.js';

/** What a digest asks: a value question said outright, as a button's is. */
export function valueQuestion(what: {
  readonly indicators: readonly string[];
  readonly area: string;
  readonly period: string;
  readonly measure?: Measure | null;
  readonly basis?: Basis | null;
  readonly enterprise?: boolean;
}): FigureQuestion {
  const { indicators, area, period, measure = null, basis = null, enterprise = false } = what;
  return {
    kind: 'value',
    yesno: null,
    text: '',
    subject: { value: { indicators, group: null }, from: 'text' },
    areas: { value: [area], from: 'text' },
    measure: { value: measure, from: measure === null ? 'default' : 'text' },
    basis: { value: basis, from: basis === null ? 'default' : 'text' },
    periods: { value: { type: 'list', codes: [period] }, from: 'text' },
    enterprise,
    bends: [],
    leftover: [],
  };
}

/** Periods of a picture: what a phone shows well. */
const SHOWN = { year: 15, quarter: 12, month: 25 } as const;

/** The last periods of the series that a figure belongs to. */
export function seriesQuestion(key: FactKey): FigureQuestion {
  const { indicator, area, measure, basis, period } = key;
  const kind = parsePeriod(period)?.kind;
  const unit = kind === 'month' || kind === 'quarter' ? kind : 'year';
  return {
    kind: 'series',
    trend: false,
    text: '',
    subject: { value: { indicators: [indicator], group: null }, from: 'text' },
    areas: { value: [area], from: 'text' },
    measure: { value: measure, from: 'text' },
    basis: { value: basis, from: 'text' },
    periods: { value: { type: 'last', count: SHOWN[unit], unit }, from: 'text' },
    enterprise: false,
    bends: [],
    leftover: [],
  };
}

/**
 * A question as it is followed: always of the newest period. Null when it is about something that cannot be followed: a
 * certain period, a comparison, a ranking.
 */
export function followed(question: { readonly kind: string }): FigureQuestion | null {
  const q = question as FigureQuestion;
  if (q.kind !== 'value' || q.yesno !== null || q.leftover.length > 0) return null;
  if (q.periods.from === 'text' && q.periods.value.type !== 'newest') return null;
  if (q.subject.from !== 'text' || q.subject.value.indicators.length === 0) return null;
  return { ...q, text: '', periods: { value: { type: 'newest' }, from: 'default' }, bends: [] };
}

/**
 * What an answer is about as it can be followed: one thing in one place, by the measure asked for, whatever the period.
 * Null when it is about more or other than that.
 */
export function followableIn(question: { readonly kind: string }): FigureQuestion | null {
  const q = question as FigureQuestion;
  if ((q.kind !== 'value' && q.kind !== 'series') || q.enterprise || q.leftover.length > 0) return null;
  const { indicators, group } = q.subject.value;
  if (indicators.length !== 1 || group !== null || q.areas.value.length !== 1) return null;
  const measure = q.measure.value;
  if (measure !== null && measure !== 'actual' && measure !== 'growth' && measure !== 'target') return null;
  return {
    ...valueQuestion({ indicators, area: q.areas.value[0] as string, period: '' }),
    // The actual is what is followed when nothing else is said.
    measure: measure === 'actual' ? { value: null, from: 'default' } : q.measure,
    basis: measure === 'actual' ? { value: null, from: 'default' } : q.basis,
    periods: { value: { type: 'newest' }, from: 'default' },
  };
}
