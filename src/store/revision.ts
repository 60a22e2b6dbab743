import type { Database } from './open.js';

/**
 * The number that grows whenever facts or the catalogue change, in this process or another. (PRAGMA
 * data_version would also move with every chat message and never with this connection's own writes.)
 */
export function factRevision(db: Database): number {
  return statement(db).get()?.number ?? 0;
}

/** To be called in the transaction that changed facts. */
export function bumpFactRevision(db: Database): void {
  db.prepare('UPDATE fact_revision SET number = number + 1').run();
}

const statement = perDatabase((db) =>
  db.prepare<[], { number: number }>('SELECT number FROM fact_revision WHERE id = 1'),
);

function perDatabase<T>(make: (db: Database) => T): (db: Database) => T {
  const made = new WeakMap<Database, T>();
  return (db) => {
    const known = made.get(db);
    if (known) return known;
    const fresh = make(db);
    made.set(db, fresh);
    return fresh;
  };
}
