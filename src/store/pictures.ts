import type { Statement } from 'better-sqlite3';
import type { Database } from './open.js';

/** The pictures that Telegram has already, by bot and by what they show: a file id is worth something to its own bot only. */
export class Pictures {
  readonly #find: Statement<[number, string], string>;
  readonly #keep: Statement<[number, string, string, number]>;
  readonly #forget: Statement<[number, string]>;
  readonly #prune: Statement<[number]>;

  constructor(db: Database) {
    this.#find = db.prepare<[number, string], string>(
      'SELECT file_id FROM picture WHERE bot = ? AND key = ?',
    );
    this.#find.pluck();
    this.#keep = db.prepare(
      `INSERT INTO picture VALUES (?, ?, ?, ?)
       ON CONFLICT (bot, key) DO UPDATE SET file_id = excluded.file_id, sent_at = excluded.sent_at`,
    );
    this.#forget = db.prepare('DELETE FROM picture WHERE bot = ? AND key = ?');
    this.#prune = db.prepare('DELETE FROM picture WHERE sent_at < ?');
  }

  /** The file id under which the picture can be sent again, or null. */
  find(bot: number, key: string): string | null {
    return this.#find.get(bot, key) ?? null;
  }

  /** `now`: milliseconds since 1970. */
  keep(bot: number, key: string, fileId: string, now: number): void {
    this.#keep.run(bot, key, fileId, now);
  }

  forget(bot: number, key: string): void {
    this.#forget.run(bot, key);
  }

  /** Forgets pictures last sent before a moment; returns how many. */
  prune(beforeMs: number): number {
    return this.#prune.run(beforeMs).changes;
  }
}
