import type { FigureQuestion, Question, Reason } from '../question/question.js';
import { HOME } from '../stats/facts.js';
import type { Figure } from '../stats/figure.js';
import { fromJanuary } from '../stats/period.js';
import type { Answer, Assumption, Choice, Missing, Note, Outcome } from './answer.js';

/** The parts of an answer that a kind fills; the rest has defaults. */
export interface Made {
  readonly asked: readonly Figure[];
  readonly context?: readonly Figure[];
  readonly missing?: readonly Missing[];
  readonly notes?: readonly Note[];
  readonly choices?: readonly Choice[];
  readonly assumptions?: readonly Assumption[];
  readonly verdict?: boolean | null;
  readonly periods?: readonly string[];
  readonly areas?: readonly string[];
}

const keyOf = (f: Figure) =>
  [f.indicator, f.area, f.level, f.measure, f.basis, f.period, f.value, f.valueTo, f.sources.join()].join(
    '|',
  );

/** Asked figures first, then context; no figure twice. */
export function gather(asked: readonly Figure[], context: readonly Figure[]): Figure[] {
  const seen = new Set<string>();
  const out: Figure[] = [];
  for (const f of [
    ...asked.map((a) => ({ ...a, role: 'asked' as const })),
    ...context.map((c) => ({ ...c, role: 'context' as const })),
  ]) {
    const key = keyOf(f);
    if (seen.has(key)) continue;
    seen.add(key);
    out.push(f);
  }
  return out;
}

/** What the slots filled in or bent, for the reply's one short clause. */
export function slotAssumptions(
  question: FigureQuestion,
  settled: { period?: string | null; area?: string | null },
): Assumption[] {
  const out: Assumption[] = [];
  for (const bend of question.bends) out.push({ type: 'bend', bend });
  if (question.leftover.length > 0) out.push({ type: 'leftover', words: question.leftover });
  const carried: ('subject' | 'area' | 'period' | 'measure')[] = [];
  if (question.subject.from === 'context') carried.push('subject');
  // The home province is what is meant anyway.
  if (question.areas.from === 'context' && question.areas.value.join() !== HOME) carried.push('area');
  if (question.periods.from === 'context') carried.push('period');
  if (question.measure.from === 'context') carried.push('measure');
  if (carried.length > 0) out.push({ type: 'carried', what: carried });
  if (settled.area) out.push({ type: 'area', area: settled.area });
  if (settled.period && question.periods.value.type === 'newest')
    out.push({ type: 'period', period: settled.period });
  return out;
}

/** An answer with figures: `answer` when nothing was assumed, else `assumed`. */
export function told(question: FigureQuestion, made: Made): Answer {
  const beside = (made.notes ?? []).flatMap((n) => (n.type === 'rates-and-levels' ? [n.rates] : []));
  const figures = gather(made.asked, [...(made.context ?? []), ...beside]);
  const assumptions = [...(made.assumptions ?? [])];
  if (
    made.asked.some((f) => f.derived && f.measure !== 'count') &&
    !assumptions.some((a) => a.type === 'derived')
  )
    assumptions.push({ type: 'derived' });
  const outcome: Outcome = assumptions.length > 0 ? 'assumed' : 'answer';
  return {
    outcome,
    reason: null,
    question,
    figures,
    assumptions,
    missing: made.missing ?? [],
    notes: made.notes ?? [],
    choices: (made.choices ?? []).slice(0, 5),
    parts: [],
    verdict: made.verdict ?? null,
    periods: made.periods ?? [...new Set(made.asked.map((f) => f.period))],
    areas: made.areas ?? [...new Set(made.asked.map((f) => f.area))],
  };
}

/** A refusal or a question back. Figures are context at most. */
export function refused(
  question: Question,
  reason: Reason,
  made: Partial<Omit<Made, 'asked'>> & { outcome?: 'ask' | 'refuse' } = {},
): Answer {
  return {
    outcome: made.outcome ?? 'refuse',
    reason,
    question,
    figures: gather([], made.context ?? []),
    assumptions: made.assumptions ?? [],
    missing: made.missing ?? [],
    notes: made.notes ?? [],
    choices: (made.choices ?? []).slice(0, 5),
    parts: [],
    verdict: null,
    periods: made.periods ?? [],
    areas: made.areas ?? [],
  };
}

/** The question of a button: the same slots, said outright. */
export function variant(question: FigureQuestion, change: Partial<FigureQuestion>): FigureQuestion {
  const plain = {
    text: '',
    subject: { value: question.subject.value, from: 'text' as const },
    areas: { value: question.areas.value, from: 'text' as const },
    measure:
      question.measure.value === null
        ? question.measure
        : { value: question.measure.value, from: 'text' as const },
    basis:
      question.basis.value === null ? question.basis : { value: question.basis.value, from: 'text' as const },
    periods: question.periods,
    enterprise: question.enterprise,
    bends: [],
    leftover: [],
    kind: 'value' as const,
    yesno: null,
  };
  return { ...plain, ...change } as FigureQuestion;
}

/** The plain question about the same slots. */
export const asValue = (question: FigureQuestion): Extract<FigureQuestion, { kind: 'value' }> =>
  ({ ...question, kind: 'value', yesno: null }) as Extract<FigureQuestion, { kind: 'value' }>;

/** A question of months from January on, as one of the figure published for them together; null for any other. */
export function overJanuary<Q extends FigureQuestion>(question: Q): Q | null {
  const p = question.periods.value;
  const code = p.type === 'range' ? fromJanuary(p.from, p.to) : null;
  return code === null
    ? null
    : { ...question, periods: { value: { type: 'list', codes: [code] }, from: question.periods.from } };
}

/** An internal fault, told as one. */
export const fault = (question: Question): Answer => refused(question, 'fault');
