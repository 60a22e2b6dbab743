import type { Statement } from 'better-sqlite3';
import type { Figure } from '../stats/figure.js';
import type { Database } from './open.js';
import type { FactKey } from './reader.js';
import type { Place } from './subscriptions.js';

/** A published figure as a place was told it. */
export interface ToldFigure extends FactKey {
  readonly value: string;
  readonly valueTo: string | null;
  readonly bound: string | null;
  readonly unit: string;
  readonly status: string;
  readonly source: string;
}

export interface ToldRow extends ToldFigure, Place {
  readonly at: number;
}

const COLUMNS = `chat, thread, indicator, area, level, measure, nullif(basis, '') AS basis, time_period AS period, value,
  value_to AS valueTo, bound, unit, status, source, at`;

/**
 * The ledger: under each key, the figure that a place was told last. It says what is new to a place, and whom a
 * correction concerns. Only published figures: a derived one is told by its inputs.
 */
export class Told {
  readonly #put: Statement<[Record<string, unknown>]>;
  readonly #of: Statement<[number, number, string, string, string], ToldRow>;
  readonly #all: Statement<[number, number], ToldRow>;
  readonly #other: Statement<[Record<string, unknown>], ToldRow>;
  readonly #forget: Statement<[Record<string, unknown>]>;
  readonly #prune: Statement<[number]>;
  readonly #remember: (place: Place, person: number, figures: readonly ToldFigure[], now: number) => void;

  /** `previewed`: what previews showed, which a digest still tells. */
  constructor(db: Database, table: 'told' | 'previewed' = 'told') {
    this.#put =
      db.prepare(`INSERT INTO ${table} VALUES (@chat, @thread, @indicator, @area, @level, @measure, @basis, @period,
        @value, @valueTo, @bound, @unit, @status, @source, @person, @now)
      ON CONFLICT DO UPDATE SET value = excluded.value, value_to = excluded.value_to, bound = excluded.bound,
        unit = excluded.unit, status = excluded.status, source = excluded.source, person = excluded.person, at = excluded.at`);
    this.#of = db.prepare(
      `SELECT ${COLUMNS} FROM ${table} WHERE chat = ? AND thread = ? AND indicator = ? AND area = ? AND time_period = ?`,
    );
    this.#all = db.prepare(`SELECT ${COLUMNS} FROM ${table} WHERE chat = ? AND thread = ?`);
    this.#other = db.prepare(`SELECT ${COLUMNS} FROM ${table} WHERE indicator = @indicator AND area = @area
      AND time_period = @period AND level = @level AND measure = @measure AND basis = @basis ORDER BY chat, thread`);
    this.#forget =
      db.prepare(`DELETE FROM ${table} WHERE chat = @chat AND thread = @thread AND indicator = @indicator
      AND area = @area AND level = @level AND measure = @measure AND basis = @basis AND time_period = @period`);
    this.#prune = db.prepare(`DELETE FROM ${table} WHERE at < ?`);
    this.#remember = db.transaction(
      (place: Place, person: number, figures: readonly ToldFigure[], now: number) => {
        for (const f of figures) {
          const { chat, thread } = place;
          this.#put.run({ ...f, basis: f.basis ?? '', chat, thread, person, now });
        }
      },
    );
  }

  /** `person` 0: told to nobody in particular, by a digest. */
  remember(place: Place, person: number, figures: readonly ToldFigure[], now: number): void {
    if (figures.length > 0) this.#remember(place, person, figures, now);
  }

  /** What the place was told of an indicator in an area and period. */
  of(place: Place, indicator: string, area: string, period: string): readonly ToldRow[] {
    return this.#of.all(place.chat, place.thread, indicator, area, period);
  }

  /** All that the place was told, by its key's text. */
  all(place: Place): ReadonlyMap<string, ToldRow> {
    return new Map(this.#all.all(place.chat, place.thread).map((row) => [keyText(row), row]));
  }

  /** Every place that was told a figure under the key. */
  everywhere(key: FactKey): readonly ToldRow[] {
    return this.#other.all({ ...key, basis: key.basis ?? '' });
  }

  /** The place was told that the figure no longer stands. */
  forget(place: Place, key: FactKey): void {
    const { indicator, area, level, measure, period } = key;
    const { chat, thread } = place;
    this.#forget.run({ chat, thread, indicator, area, level, measure, period, basis: key.basis ?? '' });
  }

  /** Forgets what was told before a moment. */
  prune(beforeMs: number): number {
    return this.#prune.run(beforeMs).changes;
  }
}

/** The same for the same key. */
export const keyText = (f: FactKey): string =>
  `${f.indicator} ${f.area} ${f.level} ${f.measure} ${f.basis} ${f.period}`;

/** The published figures among those of an answer, inputs of derived ones included. */
export function publishedOf(figures: readonly Figure[]): ToldFigure[] {
  const out = new Map<string, ToldFigure>();
  const walk = (f: Figure) => {
    f.inputs.forEach(walk);
    const { indicator, area, level, measure, basis, period } = f;
    if (f.derived || indicator === null) return;
    const key = { indicator, area, level, measure, basis, period } as FactKey;
    const id = Object.values(key).join(' ');
    // The first one told under a key is the asked one; another source's value beside it is no claim of ours.
    if (out.has(id)) return;
    const { value, valueTo, bound, unit, status } = f;
    out.set(id, { ...key, value, valueTo, bound, unit, status, source: f.sources[0] ?? '' });
  };
  for (const f of figures) walk(f);
  return [...out.values()];
}

/** Does a person read the same figure? */
export const sameFigure = (
  a: Pick<ToldFigure, 'value' | 'valueTo' | 'bound' | 'status'>,
  b: Pick<ToldFigure, 'value' | 'valueTo' | 'bound' | 'status'>,
): boolean => a.value === b.value && a.valueTo === b.valueTo && a.bound === b.bound && a.status === b.status;
