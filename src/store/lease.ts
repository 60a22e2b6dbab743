import type { Statement } from 'better-sqlite3';
import type { Database } from './open.js';

/** Who does what only one process may do; taken over when its owner has not been heard of for a while. */
export class Lease {
  readonly #take: Statement<[Record<string, unknown>]>;
  readonly #free: Statement<[string, string]>;

  constructor(
    db: Database,
    private readonly name: string,
    private readonly owner: string,
    private readonly lastsMs = 20_000,
  ) {
    // Also taken when it would end later than any lease can: the clock was set back.
    this.#take = db.prepare(`INSERT INTO lease VALUES (@name, @owner, @until)
      ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
      WHERE lease.owner = excluded.owner OR lease.until <= @now OR lease.until > @until + 1000`);
    this.#free = db.prepare('DELETE FROM lease WHERE name = ? AND owner = ?');
  }

  /** Takes or renews it; false when another process has it. */
  hold(now: number): boolean {
    return this.#take.run({ name: this.name, owner: this.owner, until: now + this.lastsMs, now }).changes > 0;
  }

  release(): void {
    this.#free.run(this.name, this.owner);
  }
}
