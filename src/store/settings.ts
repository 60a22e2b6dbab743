import type { Statement } from 'better-sqlite3';
import type { Database } from './open.js';

/** Small named values that must outlive the process. */
export class Settings {
  readonly #get: Statement<[string], { value: string | null }>;
  readonly #set: Statement<[string, string]>;

  constructor(db: Database) {
    this.#get = db.prepare('SELECT value FROM setting WHERE key = ?');
    this.#set = db.prepare(
      'INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
  }

  get(key: string): string | null {
    return this.#get.get(key)?.value ?? null;
  }

  set(key: string, value: string): void {
    this.#set.run(key, value);
  }
}
