import type { Database } from './open.js';

/** Whose file it is: the program's own data folder, or one that an operator loaded. */
export type Origin = 'data' | 'operator';

/** Where a row comes from. */
export interface Provenance {
  /** Id in `data_file`. */
  readonly file: number;
  readonly origin: Origin;
  readonly line: number;
}

/** The files of the data folder as they were last built: path → sha256. */
export function builtFiles(db: Database): Map<string, string> {
  const rows = db
    .prepare<[], { path: string; sha256: string }>(
      `SELECT path, sha256 FROM data_file WHERE origin = 'data' AND sha256 <> ''`,
    )
    .all();
  return new Map(rows.map((r) => [r.path, r.sha256]));
}

/**
 * Records a file and returns its id. A data file keeps its id when its content changes; an operator's file
 * is another one when its content is another.
 */
export function recordFile(db: Database, origin: Origin, path: string, sha256: string, now: string): number {
  const conflict =
    origin === 'data'
      ? `(path) WHERE origin = 'data' DO UPDATE SET sha256 = excluded.sha256, loaded_at = excluded.loaded_at`
      : `(path, sha256) WHERE origin = 'operator' DO UPDATE SET path = excluded.path`;
  const row = db
    .prepare<string[], { id: number }>(
      `INSERT INTO data_file (origin, path, sha256, loaded_at) VALUES (?, ?, ?, ?)
       ON CONFLICT ${conflict} RETURNING id`,
    )
    .get(origin, path, sha256, now);
  return row!.id;
}

/** Forgets data files that are no longer in the folder. Their row stays while something still names it. */
export function forgetDataFiles(db: Database, present: readonly string[]): void {
  const gone = [...builtFiles(db).keys()].filter((path) => !present.includes(path));
  const clear = db.prepare(`UPDATE data_file SET sha256 = '' WHERE origin = 'data' AND path = ?`);
  for (const path of gone) clear.run(path);
}
