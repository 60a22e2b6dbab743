import { parsePeriod } from '../stats/period.js';
import { type FigureQuestion, HELP_TOPICS, type Question, type Slots } from './question.js';

/**
 * A Question that was kept earlier (behind a button, in an address, by a digest), perhaps by an earlier version of the
 * program. What it could not say then is filled in where its absence has one meaning only; null where it has several, or
 * where the kind is no longer known: then the question has to be asked anew.
 */
export function revive(stored: object | null): Question | null {
  const q = stored as Loose | null;
  if (q === null || typeof q.kind !== 'string' || typeof q.text !== 'string') return null;
  if (q.kind === 'help')
    return HELP_TOPICS.some((topic) => topic === q.topic) ? (q as unknown as Question) : null;
  if (q.kind === 'many') {
    const parts = isList(q.parts) ? q.parts.map((part) => revive(part as object | null)) : [];
    return parts.length === 0 || parts.includes(null) ? null : ({ ...q, parts } as unknown as Question);
  }
  const own = OWN[q.kind as FigureQuestion['kind']];
  if (own === undefined) return null;
  const slots = slotsIn(q);
  if (slots === null) return null;
  const full: Loose = { ...own.filled, ...q, ...slots };
  const sound = Object.entries(own.fits ?? {}).every(([field, fits]) => fits(full[field]));
  return sound ? (full as unknown as Question) : null;
}

type Loose = Readonly<Record<string, unknown>>;
type Fits = (value: unknown) => boolean;

const ACROSS = ['indicators', 'areas', 'periods'];
const OPS = [
  ...[
    'change',
    'cagr',
    'base',
    'target-gap',
    'target-difference',
    'target-percent',
    'remaining',
    'needed-monthly',
  ],
  ...['monthly-mean', 'daily-mean', 'difference', 'ratio', 'sum', 'average', 'share', 'percent-of'],
];

const among =
  (...values: readonly unknown[]): Fits =>
  (value) =>
    values.includes(value);
const isFlag = among(true, false);
const isCount: Fits = (value) => value === null || Number.isInteger(value);
const isThreshold: Fits = (value) => typeof (value as Loose | null | undefined)?.op === 'string';
const isClaim: Fits = (value) => typeof (value as Loose | null | undefined)?.value === 'string';

/** Of each kind: what an absent field means, and what the fields must be like. */
const OWN: Readonly<
  Record<FigureQuestion['kind'], { readonly filled: Loose; readonly fits?: Readonly<Record<string, Fits>> }>
> = {
  value: { filled: { yesno: null }, fits: { yesno: among(null, 'meets-plan', 'rises', 'falls', 'held') } },
  series: { filled: { trend: false }, fits: { trend: isFlag } },
  compare: { filled: { ratio: false }, fits: { ratio: isFlag, across: among(...ACROSS, 'target') } },
  rank: {
    filled: { limit: null, threshold: null, position: false },
    fits: {
      limit: isCount,
      threshold: (value) => value === null || isThreshold(value),
      position: isFlag,
      across: among(...ACROSS),
      order: among('desc', 'asc'),
    },
  },
  filter: {
    filled: { count: false },
    fits: { count: isFlag, across: among(...ACROSS), threshold: isThreshold },
  },
  derived: { filled: {}, fits: { op: among(...OPS) } },
  overview: { filled: { products: false }, fits: { products: isFlag } },
  definition: { filled: {} },
  freshness: { filled: {} },
  revisions: { filled: {} },
  confirm: { filled: {}, fits: { claims: (value) => isList(value) && value.every(isClaim) } },
  source: {
    filled: {},
    fits: { of: (value) => value === undefined || revive(value as object | null) !== null },
  },
  catalogue: { filled: {}, fits: { topic: among('products', 'periods', 'areas') } },
};

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isNames = (value: unknown): boolean => isList(value) && value.every((v) => typeof v === 'string');
const isName = (value: unknown): boolean => value === null || typeof value === 'string';

/** A slot that does not say where its value is from was said. */
function slotIn(value: unknown, fits: (inside: unknown) => boolean) {
  const slot = value as Loose | null | undefined;
  if (typeof slot !== 'object' || slot === null || !fits(slot.value)) return null;
  return { value: slot.value, from: slot.from ?? 'text' };
}

function isSubject(value: unknown): boolean {
  const subject = value as Loose | null | undefined;
  if (typeof subject !== 'object' || subject === null || !isNames(subject.indicators)) return false;
  return subject.parts === undefined || (isList(subject.parts) && subject.parts.every(isSubject));
}

const isPeriod: Fits = (code) => typeof code === 'string' && parsePeriod(code) !== null;

function isPeriods(value: unknown): boolean {
  const p = (value ?? {}) as Loose;
  switch (p.type) {
    case 'list':
      return isList(p.codes) && p.codes.every(isPeriod);
    case 'range':
      return isPeriod(p.from) && isPeriod(p.to);
    case 'since':
      return isPeriod(p.from);
    case 'last':
      return Number.isInteger(p.count) && ['year', 'quarter', 'month'].includes(p.unit as string);
    default:
      return p.type === 'newest' || p.type === 'all';
  }
}

function slotsIn(q: Loose): Partial<Slots> | null {
  const subject = slotIn(q.subject, isSubject);
  const areas = slotIn(q.areas, isNames);
  const measure = slotIn(q.measure, isName);
  const basis = slotIn(q.basis, isName);
  const periods = slotIn(q.periods, isPeriods);
  if (!subject || !areas || !measure || !basis || !periods) return null;
  const grouped = { ...subject, value: { group: null, ...(subject.value as object) } };
  const { enterprise = false, bends = [], leftover = [] } = q;
  if (typeof enterprise !== 'boolean' || !isList(bends) || !isNames(leftover)) return null;
  return { subject: grouped, areas, measure, basis, periods, enterprise, bends, leftover } as Partial<Slots>;
}
