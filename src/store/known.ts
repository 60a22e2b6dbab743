import type { Origin } from './files.js';
import type { Database } from './open.js';

/** The ids that the store holds. */
export interface StoredIds {
  /** Indicator id → unit. */
  readonly indicators: Map<string, string>;
  readonly areas: Set<string>;
  readonly sources: Set<string>;
  readonly groups: Set<string>;
}

/** Every id of the catalogue. */
export function storedIds(db: Database): StoredIds {
  const ids = (table: string) =>
    new Set(db.prepare<[], string>(`SELECT id FROM ${table}`).pluck().all() as string[]);
  const units = db.prepare<[], { id: string; unit: string }>('SELECT id, unit FROM indicator').all();
  return {
    indicators: new Map(units.map((u) => [u.id, u.unit])),
    areas: ids('area'),
    sources: ids('source'),
    groups: ids('grp'),
  };
}

/** What people call an entry of the catalogue; its id where it is not held. */
export function storedName(db: Database, table: 'indicator' | 'area', id: string): string {
  return db.prepare<[string], { name: string }>(`SELECT name FROM ${table} WHERE id = ?`).get(id)?.name ?? id;
}

/** Indicators that have levels (figures in their own unit), of any origin or of one. */
export function indicatorsWithLevels(db: Database, origin?: Origin): Set<string> {
  const sql = `SELECT DISTINCT o.indicator FROM observation o JOIN data_file f ON f.id = o.file
    WHERE (o.measure = 'actual' OR (o.measure = 'target' AND o.basis = ''))
      AND (f.origin = ? OR ? IS NULL)`;
  return new Set(
    db
      .prepare<(string | null)[], string>(sql)
      .pluck()
      .all(origin ?? null, origin ?? null) as string[],
  );
}

/** The store's own clock, for callers that hand in none. */
export function storeTime(db: Database): string {
  return db
    .prepare<[], string>(`SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')`)
    .pluck()
    .get() as unknown as string;
}
