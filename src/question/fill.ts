import type { Basis, Measure } from '../stats/facts.js';
import { HOME } from '../stats/facts.js';
import { fold } from '../vietnamese/text.js';
import { completed, type Joint, runningFrom, type Yearless } from './joint.js';
import { rebased } from './price-base.js';
import type { PeriodChoice, Slot, Slots, Subject } from './question.js';
import type { Marks } from './slots.js';
import type { ReadingWorld, Turn } from './world.js';

/** The slots as the text gives them; null where it says nothing. */
export interface Said {
  readonly subject: Subject | null;
  readonly areas: readonly string[] | null;
  readonly measure: Measure | null;
  readonly basis: Basis | null;
  readonly periods: PeriodChoice | null;
  /** A month or quarter without its year. */
  readonly yearless: Yearless | null;
  /** A year that may repeat the month before it or be a whole year. */
  readonly doubt: Joint['doubt'];
  readonly enterprise: boolean;
  /** «lũy kế»: from January to the end of the period. */
  readonly running: boolean;
  /** «còn», «thì sao»: carries what is missing even where a product is named. */
  readonly also: boolean;
  /** «mấy sản phẩm đó»: the last answer's set. */
  readonly those: boolean;
}

/** The set told last; of names that were said the names themselves, each still one. */
function thoseOf({ question, told }: Turn): Subject {
  const said = question.subject.value;
  const same =
    said.parts && said.indicators.length === told.length && told.every((id) => said.indicators.includes(id));
  return same ? said : { indicators: told, group: null };
}

const MONTHLY = /\b(theo|tung|cac|qua cac|hang|12) (thang|quy)\b/;

function yearOf(choice: PeriodChoice | undefined): number | null {
  if (choice?.type === 'list' && choice.codes[0]) return Number(choice.codes[0].slice(0, 4));
  if (choice?.type === 'range') return Number(choice.to.slice(0, 4));
  return null;
}

/** «so với cùng kỳ» after a change between two periods: of the later one, no longer over the base of then. */
function laterOf({ kind, periods }: Turn['question']): PeriodChoice {
  const p = periods.value;
  if (kind !== 'derived' || p.type !== 'list' || p.codes.length !== 2) return p;
  return { type: 'list', codes: [...p.codes].sort().slice(-1) };
}

/** A month on the month before is no base of a year or a quarter. */
function fits(basis: Basis | null, periods: PeriodChoice): boolean {
  return basis !== 'mom' || periods.type !== 'list' || periods.codes.every((c) => /^\d{4}-\d{2}$/.test(c));
}

/** «mấy dự án điện gió»: a number of things, that neither grows nor has a plan. */
const isCount = (subject: Subject, { lexicon }: ReadingWorld): boolean =>
  subject.indicators.every((id) => lexicon.catalogue.indicators.find((i) => i.id === id)?.kind === 'count');

/** «2015 bao nhiêu khối» after a growth: a unit of amounts asks for the amount. */
const wantsAmount = (marks: Marks, previous: Turn['question'] | null): boolean =>
  (previous?.measure.value === 'growth' || previous?.measure.value === 'completion') &&
  marks.features.has('unit-word') &&
  marks.features.has('howmany') &&
  !marks.features.has('percent');

/**
 * Fills what the text leaves open: from the previous question where the rules of follow-ups allow it
 * (ANSWERING rule 11), then by default. Every slot says where it comes from.
 */
export function fill(said: Said, marks: Marks, world: ReadingWorld): Slots {
  const previous = world.previous?.question ?? null;
  const named = said.subject !== null;
  // A complete question (a product and a period) carries nothing.
  const counted = said.subject !== null && isCount(said.subject, world);
  const complete = named && (said.periods !== null || said.yearless !== null || counted) && !said.also;
  const carry = previous !== null && !complete;

  let subject: Slot<Subject>;
  if (said.subject) subject = { value: said.subject, from: 'text' };
  else if (said.those && world.previous && world.previous.told.length > 0)
    subject = { value: thoseOf(world.previous), from: 'context' };
  else if (carry && previous)
    subject = {
      value: rebased(previous.subject.value, marks, world.lexicon) ?? { indicators: [], group: null },
      from: 'context',
    };
  else subject = { value: { indicators: [], group: null }, from: 'default' };

  let areas: Slot<readonly string[]>;
  if (said.areas) areas = { value: said.areas, from: 'text' };
  else if (carry && previous && previous.areas.from !== 'default')
    areas = { value: previous.areas.value, from: 'context' };
  else areas = { value: [HOME], from: 'default' };

  let periods: Slot<PeriodChoice>;
  if (
    said.periods?.type === 'all' &&
    carry &&
    previous &&
    MONTHLY.test(fold(marks.text)) &&
    yearOf(previous.periods.value) !== null
  )
    // «theo tháng», after a question of one year: of that year.
    periods = { value: { type: 'list', codes: [String(yearOf(previous.periods.value))] }, from: 'context' };
  else if (said.periods) periods = { value: said.periods, from: 'text' };
  else if (said.yearless) {
    const carriedYear = carry ? yearOf(previous?.periods.value) : null;
    const [year, month] = world.today.split('-').map(Number) as [number, number];
    // The last such month that is over.
    const code = completed(said.yearless, carriedYear ?? year);
    const latest =
      carriedYear ??
      (Number(completed(said.yearless, year).slice(5, 7)) >= month && said.yearless.make === 'month'
        ? year - 1
        : year);
    periods = {
      value: { type: 'list', codes: [carriedYear ? code : completed(said.yearless, latest)] },
      from: carriedYear ? 'context' : 'default',
    };
  } else if (carry && previous && previous.periods.from !== 'default')
    periods = { value: said.basis === null ? previous.periods.value : laterOf(previous), from: 'context' };
  else periods = { value: { type: 'newest' }, from: 'default' };

  if (said.running) periods = { ...periods, value: runningFrom(periods.value) };

  let measure: Slot<Measure | null>;
  if (said.measure) measure = { value: said.measure, from: 'text' };
  else if (carry && (counted || wantsAmount(marks, previous))) measure = { value: null, from: 'default' };
  else if (carry && previous?.measure.value && said.measure === null && !named)
    measure = { value: previous.measure.value, from: 'context' };
  else if (carry && previous?.measure.value && named && (said.also || said.periods === null))
    measure = { value: previous.measure.value, from: 'context' };
  else measure = { value: null, from: 'default' };

  let basis: Slot<Basis | null>;
  if (said.basis) basis = { value: said.basis, from: 'text' };
  else if (measure.from === 'context' && previous && fits(previous.basis.value, periods.value))
    basis = { value: previous.basis.value, from: 'context' };
  else basis = { value: null, from: 'default' };

  return {
    text: marks.text,
    subject,
    areas,
    measure,
    basis,
    periods,
    enterprise: said.enterprise,
    bends: marks.bends,
    leftover: marks.leftover,
  };
}
