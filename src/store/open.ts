import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import { MIGRATIONS, type Migration, SCHEMA_VERSION } from './migrations.js';

export type Database = SQLite.Database;

/** How long a writer waits for another process before it gives up. */
const BUSY_MS = 10_000;

/** The store's file cannot be used; the message says in Vietnamese what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/**
 * Opens (and where needed creates or upgrades) the store. Several processes may open the same file at
 * once; a file that a newer program wrote is refused untouched. `:memory:` is allowed.
 */
export function openStore(file: string): Database {
  const db = create(file);
  try {
    refuseNewer(db, file);
    patiently(() => db.pragma('journal_mode = WAL'));
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = ON');
    migrate(db, file, MIGRATIONS);
    return db;
  } catch (error) {
    db.close();
    if (
      error instanceof SQLite.SqliteError &&
      (error.code === 'SQLITE_NOTADB' || error.code === 'SQLITE_CORRUPT')
    ) {
      throw new StoreError(
        `Tệp ${file} không phải kho số liệu hoặc đã hỏng. Hãy chuyển tệp đó đi nơi khác; kho sẽ được dựng lại từ thư mục data.`,
        { cause: error },
      );
    }
    throw error;
  }
}

function create(file: string): Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return new SQLite(file, { timeout: BUSY_MS });
  } catch (error) {
    throw new StoreError(
      `Không mở được kho số liệu ${file}. Hãy kiểm tra đường dẫn và quyền ghi của thư mục.`,
      { cause: error },
    );
  }
}

/**
 * Applies what is missing, each step in one transaction with the row that records it. The rows decide, not the highest
 * version: a step with a lower number may have come to the program later.
 */
export function migrate(db: Database, file: string, migrations: readonly Migration[]): void {
  const newest = Math.max(0, ...migrations.map((step) => step.version));
  for (const step of migrations) {
    if (isApplied(db, step)) continue;
    db.transaction(() => {
      // Read again under the write lock: another process may have done this step meanwhile.
      refuseNewer(db, file, newest);
      if (isApplied(db, step)) return;
      db.exec(MIGRATION_TABLE);
      db.exec(step.sql);
      db.prepare(RECORD).run(step.version, step.name);
      db.pragma(`user_version = ${Math.max(version(db), step.version)}`);
    }).immediate();
  }
}

function isApplied(db: Database, step: Migration): boolean {
  // Without a version there is no table of steps yet.
  if (version(db) === 0) return false;
  return db.prepare('SELECT 1 FROM migration WHERE version = ?').get(step.version) !== undefined;
}

const MIGRATION_TABLE = `CREATE TABLE IF NOT EXISTS migration (
  version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT`;
const RECORD = `INSERT INTO migration VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))`;

const version = (db: Database): number => db.pragma('user_version', { simple: true }) as number;

function refuseNewer(db: Database, file: string, newest = SCHEMA_VERSION): void {
  const found = version(db);
  if (found <= newest) return;
  throw new StoreError(
    `Tệp ${file} do một bản chương trình mới hơn tạo ra (lược đồ ${found}, bản này chỉ hiểu đến ${newest}). ` +
      'Hãy cập nhật chương trình, hoặc chỉ định một tệp khác.',
  );
}

/** Changing to WAL needs the file alone for a moment and does not wait by itself: try for a while. */
function patiently(action: () => void): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let left = BUSY_MS; ; left -= 20) {
    try {
      action();
      return;
    } catch (error) {
      if (left <= 0 || !(error instanceof SQLite.SqliteError) || !error.code.startsWith('SQLITE_BUSY'))
        throw error;
      Atomics.wait(pause, 0, 0, 20);
    }
  }
}
