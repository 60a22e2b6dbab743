import type { Basis, Level, Measure, Observation, Status } from './facts.js';

/**
 * A number that may be shown. It is built only by {@link published} or {@link derived}: a number
 * without a citation or a formula cannot exist.
 */
export interface Figure {
  readonly role: 'asked' | 'context';
  /** null only for a count over several indicators. */
  readonly indicator: string | null;
  readonly area: string;
  readonly level: Level;
  readonly measure: Measure;
  readonly basis: Basis | null;
  readonly period: string;
  readonly value: string;
  readonly valueTo: string | null;
  readonly bound: string | null;
  readonly unit: string;
  readonly status: Status;
  readonly derived: boolean;
  /** How it was worked out, in Vietnamese notation; null when published. */
  readonly formula: string | null;
  readonly inputs: readonly Figure[];
  /** Source ids; those of the inputs when derived. */
  readonly sources: readonly string[];
  readonly note: string;
}

/** A figure as it was published. */
export function published(o: Observation, role: Figure['role'] = 'asked'): Figure {
  return {
    role,
    indicator: o.indicator,
    area: o.area,
    level: o.level,
    measure: o.measure,
    basis: o.basis,
    period: o.period,
    value: o.value,
    valueTo: o.valueTo,
    bound: o.bound,
    unit: o.unit,
    status: o.status,
    derived: false,
    formula: null,
    inputs: [],
    sources: [o.source],
    note: o.note,
  };
}

const WEAKNESS: Record<Status, number> = { A: 0, '': 0, P: 1, E: 2 };

/**
 * A figure worked out from others: it inherits the weakest status and any bound of its inputs
 * (ANSWERING rule 6).
 */
export function derived(
  what: Pick<Figure, 'indicator' | 'area' | 'measure' | 'basis' | 'period' | 'value' | 'unit'> & {
    formula: string;
    inputs: readonly Figure[];
    role?: Figure['role'];
    bound?: string | null;
    valueTo?: string | null;
    note?: string;
  },
): Figure {
  const first = what.inputs[0];
  let status: Status = what.inputs.length > 0 ? 'A' : '';
  for (const input of what.inputs) if (WEAKNESS[input.status] > WEAKNESS[status]) status = input.status;
  const bound = what.bound !== undefined ? what.bound : (what.inputs.find((i) => i.bound)?.bound ?? null);
  return {
    role: what.role ?? 'asked',
    indicator: what.indicator,
    area: what.area,
    level: first?.level ?? 'area',
    measure: what.measure,
    basis: what.basis,
    period: what.period,
    value: what.value,
    valueTo: what.valueTo ?? null,
    bound,
    unit: what.unit,
    status,
    derived: true,
    formula: what.formula,
    inputs: what.inputs,
    sources: [...new Set(what.inputs.flatMap((i) => i.sources))],
    note: what.note ?? '',
  };
}

/** The same figure in another role. */
export function as(role: Figure['role'], figure: Figure): Figure {
  return figure.role === role ? figure : { ...figure, role };
}
