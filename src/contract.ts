import type { Answer } from './answer/answer.js';
import type { Result } from './ask.js';
import type { FigureQuestion, Question } from './question/question.js';
import type { Figure } from './stats/figure.js';
import { spanCode } from './stats/period.js';

/** The machine-readable answer: plain data with the contract's own names, ready for JSON. */
export interface Contract {
  readonly text: string;
  readonly outcome: Answer['outcome'];
  readonly restated: string | null;
  readonly reason: Answer['reason'];
  readonly question: ContractQuestion | null;
  readonly figures: readonly ContractFigure[];
  readonly choices: readonly { readonly label: string; readonly question: string }[];
  readonly leftover: readonly string[];
  readonly reply: string;
}

interface ContractQuestion {
  readonly kind: string;
  readonly indicators: readonly string[];
  readonly areas: readonly string[];
  readonly measure: string | null;
  readonly basis: string | null;
  readonly periods: readonly string[];
}

type ContractFigure = Omit<Figure, 'level' | 'inputs' | 'note'> & { readonly level: Figure['level'] };

/** A result as the contract writes it; `text` is what the person typed. */
export function toContract(text: string, result: Result): Contract {
  const { answer, reply } = result;
  return {
    text,
    outcome: answer.outcome,
    restated: reply.restated,
    reason: answer.reason,
    question: questionOf(answer),
    figures: answer.figures.map((f) => ({
      role: f.role,
      indicator: f.indicator,
      area: f.area,
      measure: f.measure,
      basis: f.basis,
      period: f.period,
      value: f.value,
      valueTo: f.valueTo,
      bound: f.bound,
      unit: f.unit,
      status: f.status,
      derived: f.derived,
      formula: f.formula,
      sources: f.sources,
      level: f.level,
    })),
    choices: reply.buttons.map((b) => ({ label: b.label, question: b.sentence })),
    leftover: leftoverOf(answer.question),
    reply: reply.plain,
  };
}

/** A line that asks nothing, or that a bug kept from its answer: as the contract tells a fault. */
export function faultContract(text: string, reply: string): Contract {
  return {
    text,
    outcome: 'refuse',
    restated: null,
    reason: 'fault',
    question: null,
    figures: [],
    choices: [],
    leftover: [],
    reply,
  };
}

function leftoverOf(question: Question): readonly string[] {
  if ('leftover' in question) return question.leftover;
  if (question.kind === 'many') return question.parts.flatMap(leftoverOf);
  return [];
}

const MEASURE_KINDS: Record<string, string> = {
  growth: 'growth',
  target: 'target',
  completion: 'completion',
};

/** «value» by measure: growth, target and completion are kinds of their own in the contract. */
function kindOf(q: FigureQuestion): string {
  if (q.kind === 'value') return MEASURE_KINDS[q.measure.value ?? ''] ?? 'value';
  return q.kind;
}

function questionOf(answer: Answer): ContractQuestion | null {
  const q = answer.question;
  if ('subject' in q) return slotsOf(q, kindOf(q), answer);
  if (q.kind === 'unclear')
    return q.slots && q.slots.subject.value.indicators.length > 0
      ? slotsOf({ ...q.slots, kind: 'value', yesno: null }, 'unclear', answer)
      : null;
  if (q.kind === 'out-of-scope')
    return q.about ? slotsOf({ ...q.about, kind: 'value', yesno: null }, 'out-of-scope', answer) : null;
  if (q.kind === 'many') {
    const parts = answer.parts.map(questionOf).filter((p) => p !== null);
    return {
      kind: 'many',
      indicators: [...new Set(parts.flatMap((p) => p.indicators))],
      areas: [...new Set(parts.flatMap((p) => p.areas))],
      measure: parts[0]?.measure ?? null,
      basis: parts[0]?.basis ?? null,
      periods: [...new Set(parts.flatMap((p) => p.periods))],
    };
  }
  return { kind: q.kind, indicators: [], areas: [], measure: null, basis: null, periods: [] };
}

function slotsOf(q: FigureQuestion, kind: string, answer: Answer): ContractQuestion {
  const choice = q.periods.value;
  const periods =
    choice.type === 'list'
      ? choice.codes
      : choice.type === 'range' && choice.from.length === 4
        ? [spanCode(Number(choice.from), Number(choice.to))]
        : answer.periods;
  return {
    kind,
    indicators: q.subject.value.indicators,
    areas:
      answer.areas.length > 0 && q.areas.from === 'default'
        ? answer.areas.filter((a) => a !== '')
        : q.areas.value,
    measure: q.measure.value ?? answer.figures.find((f) => f.role === 'asked')?.measure ?? null,
    basis: q.basis.value ?? answer.figures.find((f) => f.role === 'asked')?.basis ?? null,
    periods,
  };
}
