import type { Statement } from 'better-sqlite3';
import { compare } from '../stats/decimal.js';
import type { Observation } from '../stats/facts.js';
import { bounds } from '../stats/period.js';
import type { Origin, Provenance } from './files.js';
import type { Database } from './open.js';
import type { FactKey } from './reader.js';

/**
 * What writing one observation did.
 * `revised` = the release now says another figure; `annotated` = only its notes changed;
 * `kept` = an operator's figure stands against the data folder's.
 */
export type Outcome = 'added' | 'revised' | 'annotated' | 'unchanged' | 'kept';

export interface Written {
  readonly outcome: Outcome;
  /** What the release said before, when it was revised. */
  readonly before?: { readonly value: string; readonly valueTo: string | null };
}

/** The fields that are the figure itself, and those that only go with it. */
const FIGURE = ['value', 'value_to', 'unit', 'bound', 'status', 'trust'] as const;
const NOTES = ['as_published', 'place', 'note'] as const;
const IDENTITY = ['indicator', 'area', 'time_period', 'measure', 'basis', 'level', 'source'] as const;
const WRITTEN = [...IDENTITY, ...FIGURE, ...NOTES, 'period_from', 'period_to', 'file', 'line'] as const;

type Field = (typeof FIGURE)[number] | (typeof NOTES)[number] | (typeof IDENTITY)[number];
type Row = Record<Field, string | null>;
interface Stored extends Row {
  readonly id: number;
  readonly file: number;
  readonly line: number;
  readonly confirmed_by: number | null;
  readonly owner: Origin;
}

const MATCH = IDENTITY.map((c) => `${c} = @${c}`).join(' AND ');

/** Writes observations inside the caller's transaction; what is replaced goes to the history. */
export class ObservationWriter {
  readonly #db: Database;
  readonly #now: string;
  readonly #select: Statement<[Row], Stored>;
  readonly #insert: Statement<[Record<string, unknown>]>;
  readonly #update: Statement<[Record<string, unknown>]>;
  readonly #own: Statement<[number, number, number | null, number]>;
  readonly #history: Statement<[string, string, number]>;
  readonly #seen = new Set<number>();

  /** `now` is the time the history is written with (ISO 8601). */
  constructor(db: Database, now: string) {
    this.#db = db;
    this.#now = now;
    this.#select = db.prepare(
      `SELECT o.*, f.origin AS owner FROM observation o JOIN data_file f ON f.id = o.file WHERE ${MATCH}`,
    );
    // An id is never used twice, not even that of a row which was removed: what came later has the greater one.
    this.#insert = db.prepare(
      `INSERT INTO observation (id, ${WRITTEN.join(', ')})
       SELECT 1 + max(coalesce((SELECT max(id) FROM observation), 0), id), ${WRITTEN.map((c) => `@${c}`).join(', ')}
       FROM observation_highest`,
    );
    const changing = [...FIGURE, ...NOTES, 'file', 'line'];
    this.#update = db.prepare(
      `UPDATE observation SET ${changing.map((c) => `${c} = @${c}`).join(', ')}, confirmed_by = NULL WHERE id = @id`,
    );
    this.#own = db.prepare('UPDATE observation SET file = ?, line = ?, confirmed_by = ? WHERE id = ?');
    const kept = [...IDENTITY, ...FIGURE, ...NOTES];
    this.#history = db.prepare(
      `INSERT INTO observation_history (replaced_at, reason, ${kept.join(', ')}, file, line)
       SELECT ?, ?, ${kept.map((c) => `o.${c}`).join(', ')}, f.path, o.line
       FROM observation o JOIN data_file f ON f.id = o.file WHERE o.id = ?`,
    );
  }

  write(o: Observation, from: Provenance): Written {
    const row = toRow(o);
    const old = this.#select.get(row);
    if (!old) {
      const { from: period_from, to: period_to } = bounds(o.period);
      const made = this.#insert.run({ ...row, period_from, period_to, file: from.file, line: from.line });
      this.#seen.add(Number(made.lastInsertRowid));
      return { outcome: 'added' };
    }
    this.#seen.add(old.id);
    if (FIGURE.every((f) => same(f, old[f], row[f])) && NOTES.every((f) => old[f] === row[f])) {
      this.#claim(old, from);
      return { outcome: 'unchanged' };
    }
    if (from.origin === 'data' && old.owner === 'operator') return { outcome: 'kept' };
    const revised = !FIGURE.every((f) => same(f, old[f], row[f], true));
    const outcome = revised ? 'revised' : 'annotated';
    this.#history.run(this.#now, outcome, old.id);
    this.#update.run({ ...row, id: old.id, file: from.file, line: from.line });
    return revised ? { outcome, before: { value: old.value ?? '', valueTo: old.value_to } } : { outcome };
  }

  /** The same figure from another file: who owns the row, and who else vouches for it. */
  #claim(old: Stored, from: Provenance): void {
    if (from.origin === 'operator') {
      if (old.owner === 'data' && old.confirmed_by === null) {
        this.#own.run(old.file, old.line, from.file, old.id);
      }
      return;
    }
    const confirmed = old.owner === 'operator' ? old.file : old.confirmed_by;
    if (old.file !== from.file || old.line !== from.line) {
      this.#own.run(from.file, from.line, confirmed, old.id);
    }
  }

  /**
   * After a build: the data folder's rows that were not written this time are removed, or left to the
   * operator's file that says the same. Calls back with every row that goes.
   */
  sweep(removed: (key: FactKey) => void): number {
    const rows = this.#db
      .prepare<[], Stored>(
        `SELECT o.*, f.origin AS owner FROM observation o JOIN data_file f ON f.id = o.file WHERE f.origin = 'data'`,
      )
      .all();
    const remove = this.#db.prepare('DELETE FROM observation WHERE id = ?');
    let gone = 0;
    for (const row of rows) {
      if (this.#seen.has(row.id)) continue;
      if (row.confirmed_by !== null) {
        this.#own.run(row.confirmed_by, row.line, null, row.id);
        continue;
      }
      this.#history.run(this.#now, 'removed', row.id);
      remove.run(row.id);
      removed(toKey(row));
      gone++;
    }
    return gone;
  }
}

/** Is a stored field the same? `byValue` takes 4.1 and 4.10 for one figure. */
function same(field: Field, a: string | null, b: string | null, byValue = false): boolean {
  if (a === b) return true;
  if (!byValue || a === null || b === null) return false;
  return (field === 'value' || field === 'value_to') && compare(a, b) === 0;
}

function toKey(row: Stored): FactKey {
  return {
    indicator: row.indicator as string,
    area: row.area as string,
    level: row.level as FactKey['level'],
    measure: row.measure as FactKey['measure'],
    basis: (row.basis || null) as FactKey['basis'],
    period: row.time_period as string,
  };
}

function toRow(o: Observation): Row {
  return {
    indicator: o.indicator,
    area: o.area,
    time_period: o.period,
    measure: o.measure,
    basis: o.basis ?? '',
    level: o.level,
    source: o.source,
    value: o.value,
    value_to: o.valueTo,
    unit: o.unit,
    bound: o.bound,
    status: o.status,
    as_published: o.asPublished,
    trust: o.trust,
    place: o.place,
    note: o.note,
  };
}
