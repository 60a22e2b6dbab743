import type { Statement } from 'better-sqlite3';
import type { Database } from './open.js';
import { Settings } from './settings.js';

/** An update as the channel received it; `body` is its JSON. */
export interface ReceivedUpdate {
  readonly update_id: number;
  readonly chat_id: number | null;
  readonly body: string;
}

/** An update that still waits for its reply. */
export interface PendingUpdate extends ReceivedUpdate {
  readonly received_at: number;
  readonly attempts: number;
  /** Messages of its reply that are out already. */
  readonly parts: number;
}

const OFFSET = 'inbox.offset';

/**
 * Updates are stored in the same transaction as the next poll offset, before they are answered: a kill at
 * any moment loses none, and an update delivered twice is stored once.
 */
export class Inbox {
  readonly #settings: Settings;
  readonly #receive: (updates: readonly ReceivedUpdate[], offset: number, now: number) => number[];
  readonly #pending: Statement<[], PendingUpdate>;
  readonly #done: Statement<[number]>;
  readonly #failed: Statement<[string, number]>;
  readonly #attempt: Statement<[number], { attempts: number }>;
  readonly #parts: Statement<[number, number]>;
  readonly #prune: Statement<[number]>;

  constructor(db: Database) {
    const settings = new Settings(db);
    const insert = db.prepare<[number, number | null, string, number]>(
      'INSERT INTO inbox (update_id, chat_id, body, received_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    const receive = db.transaction((updates: readonly ReceivedUpdate[], offset: number, now: number) => {
      const fresh = updates.filter((u) => insert.run(u.update_id, u.chat_id, u.body, now).changes > 0);
      settings.set(OFFSET, String(offset));
      return fresh.map((u) => u.update_id);
    });
    this.#settings = settings;
    this.#receive = (updates, offset, now) => receive.immediate(updates, offset, now);
    this.#pending = db.prepare(
      `SELECT update_id, chat_id, body, received_at, attempts, parts FROM inbox
       WHERE state = 'pending' ORDER BY update_id`,
    );
    // An answered update is known by its number alone: nobody's words are kept longer than they are needed.
    this.#done = db.prepare(`UPDATE inbox SET state = 'done', error = NULL, body = '{}' WHERE update_id = ?`);
    this.#failed = db.prepare(`UPDATE inbox SET state = 'failed', error = ? WHERE update_id = ?`);
    this.#attempt = db.prepare(
      'UPDATE inbox SET attempts = attempts + 1 WHERE update_id = ? RETURNING attempts',
    );
    this.#parts = db.prepare('UPDATE inbox SET parts = ? WHERE update_id = ?');
    this.#prune = db.prepare(`DELETE FROM inbox WHERE state <> 'pending' AND received_at < ?`);
  }

  /** Stores updates and the next poll offset at once; returns the ids that were new, in the order given. */
  receive(updates: readonly ReceivedUpdate[], offset: number, now: number): number[] {
    return this.#receive(updates, offset, now);
  }

  /** The offset to poll with next; 0 before the first update. */
  offset(): number {
    return Number(this.#settings.get(OFFSET) ?? 0);
  }

  /** What still waits, oldest first. */
  pending(): PendingUpdate[] {
    return this.#pending.all();
  }

  done(id: number): void {
    this.#done.run(id);
  }

  /** Gives an update up, with the reason. */
  failed(id: number, error: string): void {
    this.#failed.run(error, id);
  }

  /** Counts one more attempt; returns how many there were with it. */
  attempt(id: number): number {
    return this.#attempt.get(id)?.attempts ?? 0;
  }

  /** So many messages of its reply are out; they are not sent again. */
  sent(id: number, parts: number): void {
    this.#parts.run(parts, id);
  }

  /** Forgets what was finished and came in before a moment; pending updates stay. Returns how many went. */
  prune(beforeMs: number): number {
    return this.#prune.run(beforeMs).changes;
  }
}
