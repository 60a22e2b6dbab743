import { createHash } from 'node:crypto';
import type { Statement } from 'better-sqlite3';
import type { Database } from './open.js';

/** The Questions behind buttons: a chat button has room for a short key only. */
export class Buttons {
  readonly #keep: Statement<[string, string, number]>;
  readonly #find: Statement<[string], { question: string }>;
  readonly #prune: Statement<[number]>;

  constructor(db: Database) {
    this.#keep = db.prepare(
      'INSERT INTO button VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET made_at = max(made_at, excluded.made_at)',
    );
    this.#find = db.prepare('SELECT question FROM button WHERE key = ?');
    this.#prune = db.prepare('DELETE FROM button WHERE made_at < ?');
  }

  /** Stores a question under a key of 16 characters that depends on its content only. */
  keep(question: object, now: number): string {
    const text = canonicalJson(question);
    const key = createHash('sha256').update(text).digest('base64url').slice(0, 16);
    this.#keep.run(key, text, now);
    return key;
  }

  /** The question of a key, or null when it is not (or no longer) kept. */
  find(key: string): object | null {
    const row = this.#find.get(key);
    return row ? (JSON.parse(row.question) as object) : null;
  }

  /** Forgets buttons last shown before a moment; returns how many. */
  prune(beforeMs: number): number {
    return this.#prune.run(beforeMs).changes;
  }
}

/** JSON with the keys of every object in order: equal content gives equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
}
