import type { Statement } from 'better-sqlite3';
import type { Database } from './open.js';
import type { Place } from './subscriptions.js';

/** A message to be sent: one part of one digest to one place. */
export interface Parcel extends Place {
  readonly digest: string;
  readonly part: number;
  readonly kind?: 'text' | 'photo';
  /** The text; of a photo the Question, as JSON, whose answer is drawn. */
  readonly body: string;
  /** Not before, and not after: a digest that is hours late is no morning digest. */
  readonly notBefore: number;
  readonly until: number;
  /** JSON of what is to be remembered once it is out. */
  readonly settles: string | null;
}

export interface OutboxRow extends Parcel {
  readonly id: number;
  readonly kind: 'text' | 'photo';
  readonly state: OutboxState;
  readonly attempts: number;
  readonly error: string | null;
  readonly changedAt: number;
}

export type OutboxState = 'pending' | 'sending' | 'sent' | 'failed' | 'uncertain' | 'skipped';

const COLUMNS = `id, digest, chat, thread, part, kind, body, state, attempts, error, settles, not_before AS notBefore,
  until, changed_at AS changedAt`;

/**
 * What is owed to subscribers. A row goes pending → sending, committed before the request, → sent, failed or uncertain;
 * it is never sent from another state, so a row that was once in a request is not sent again unless it surely did not arrive.
 */
export class Outbox {
  readonly #add: Statement<[Record<string, unknown>]>;
  readonly #pending: Statement<[number, number, number], OutboxRow>;
  readonly #waiting: Statement<[], { n: number }>;
  readonly #claim: Statement<[string, number, number]>;
  readonly #sent: Statement<[number | null, number, number]>;
  readonly #end: Statement<[OutboxState, string, number, number]>;
  readonly #again: Statement<[string, number, number, number]>;
  readonly #orphans: Statement<[number, string], OutboxRow>;
  readonly #late: Statement<[number, number], OutboxRow>;
  readonly #drop: Statement<[OutboxState, string, number, number, number | null, number | null]>;
  readonly #supersede: Statement<[number, number, number, string, string]>;
  readonly #defer: Statement<[number, number]>;
  readonly #skip: Statement<[string, number, number]>;
  readonly #stateOf: Statement<[string, number, number], { state: OutboxState }>;
  readonly #list: Statement<[OutboxState, number], OutboxRow>;
  readonly #counts: Statement<[], { state: OutboxState; n: number }>;
  readonly #earliest: Statement<[], { at: number | null }>;
  readonly #revive: Statement<[string, number, number]>;
  readonly #prune: Statement<[number]>;

  constructor(db: Database) {
    this.#add = db.prepare(`INSERT INTO outbox
        (digest, chat, thread, part, kind, body, state, not_before, until, settles, error, changed_at)
      VALUES (@digest, @chat, @thread, @part, @kind, @body, @state, @notBefore, @until, @settles, @error, @now)
      ON CONFLICT (digest, chat, thread, part) DO NOTHING`);
    // A later part waits for the parts before it.
    // Sorted by id alone, without the texts: many may wait.
    this.#pending = db.prepare(`SELECT ${COLUMNS} FROM outbox WHERE id IN (SELECT id FROM outbox o
      WHERE state = 'pending' AND not_before <= ? AND id > ? AND NOT EXISTS (
        SELECT 1 FROM outbox p WHERE p.digest = o.digest AND p.chat = o.chat AND p.thread = o.thread
          AND p.part < o.part AND p.state IN ('pending', 'sending'))
      ORDER BY id LIMIT ?) ORDER BY id`);
    this.#waiting = db.prepare(`SELECT count(*) AS n FROM outbox WHERE state = 'pending'`);
    this.#claim = db.prepare(
      `UPDATE outbox SET state = 'sending', owner = ?, attempts = attempts + 1, changed_at = ?
       WHERE id = ? AND state = 'pending'`,
    );
    // An answer that comes late is worth more than the guess that was made meanwhile.
    this.#sent = db.prepare(
      `UPDATE outbox SET state = 'sent', owner = NULL, message_id = ?, error = NULL, body = '', settles = NULL, changed_at = ?
       WHERE id = ? AND state IN ('sending', 'uncertain')`,
    );
    this.#end = db.prepare(
      `UPDATE outbox SET state = ?, owner = NULL, error = ?, changed_at = ? WHERE id = ? AND state = 'sending'`,
    );
    this.#again = db.prepare(
      `UPDATE outbox SET state = 'pending', owner = NULL, error = ?, not_before = ?, changed_at = ?
       WHERE id = ? AND state = 'sending'`,
    );
    this.#orphans = db.prepare(
      `UPDATE outbox SET state = 'uncertain', owner = NULL, error = 'the program ended while it was being sent', changed_at = ?
       WHERE state = 'sending' AND owner <> ? RETURNING ${COLUMNS}`,
    );
    this.#late = db.prepare(
      `UPDATE outbox SET state = 'skipped', error = 'too late', changed_at = ? WHERE state = 'pending' AND until < ?
       RETURNING ${COLUMNS}`,
    );
    this.#drop = db.prepare(
      `UPDATE outbox SET state = ?, error = ?, changed_at = ?
       WHERE state = 'pending' AND chat = ? AND (? IS NULL OR thread = ?)`,
    );
    this.#supersede = db.prepare(
      `UPDATE outbox SET state = 'skipped', error = 'a newer one took its place', changed_at = ?
       WHERE state = 'pending' AND chat = ? AND thread = ? AND substr(digest, 1, 2) = substr(?, 1, 2) AND digest <> ?`,
    );
    this.#defer = db.prepare(`UPDATE outbox SET not_before = ? WHERE id = ? AND state = 'pending'`);
    this.#skip = db.prepare(
      `UPDATE outbox SET state = 'skipped', error = ?, changed_at = ? WHERE id = ? AND state = 'pending'`,
    );
    this.#stateOf = db.prepare(
      'SELECT state FROM outbox WHERE digest = ? AND chat = ? AND thread = ? AND part = 0',
    );
    this.#list = db.prepare(`SELECT ${COLUMNS} FROM outbox WHERE state = ? ORDER BY id LIMIT ?`);
    this.#counts = db.prepare('SELECT state, count(*) AS n FROM outbox GROUP BY state');
    this.#earliest = db.prepare(`SELECT min(not_before) AS at FROM outbox WHERE state = 'pending'`);
    this.#revive = db.prepare(
      `DELETE FROM outbox WHERE digest = ? AND chat = ? AND thread = ? AND state = 'skipped'`,
    );
    this.#prune = db.prepare(
      `DELETE FROM outbox WHERE state NOT IN ('pending', 'sending') AND changed_at < ?`,
    );
  }

  /** Adds a part; one that is there already (also long sent) is left alone. */
  add(parcel: Parcel, now: number, skipped: string | null = null): boolean {
    const state = skipped === null ? 'pending' : 'skipped';
    const { changes } = this.#add.run({ kind: 'text', ...parcel, state, error: skipped, now });
    return changes > 0;
  }

  /** What may be sent now, of ids after one. */
  pending(now: number, after: number, most: number): readonly OutboxRow[] {
    return this.#pending.all(now, after, most);
  }

  /** How many wait to be sent. */
  waiting(): number {
    return this.#waiting.get()?.n ?? 0;
  }

  /** To be called right before the request; false when it is not ours to send. */
  claim(id: number, owner: string, now: number): boolean {
    return this.#claim.run(owner, now, id).changes > 0;
  }

  sent(id: number, message: number | null, now: number): boolean {
    return this.#sent.run(message, now, id).changes > 0;
  }

  failed(id: number, error: string, now: number): void {
    this.#end.run('failed', error, now, id);
  }

  uncertain(id: number, error: string, now: number): void {
    this.#end.run('uncertain', error, now, id);
  }

  /** Surely not delivered: to be tried again later. */
  again(id: number, error: string, notBefore: number, now: number): void {
    this.#again.run(error, notBefore, now, id);
  }

  /** Rows that an owner before us left in a request: nobody knows whether they arrived. */
  orphans(owner: string, now: number): readonly OutboxRow[] {
    return this.#orphans.all(now, owner);
  }

  /** Rows that came too late are skipped. */
  late(now: number): readonly OutboxRow[] {
    return this.#late.all(now, now);
  }

  /** Gives up what waits for a chat, or for one topic of it. */
  drop(chat: number, thread: number | null, state: 'failed' | 'skipped', why: string, now: number): number {
    return this.#drop.run(state, why, now, chat, thread, thread).changes;
  }

  /** A newer digest (or correction) of the same place tells it all: what still waits of its kind is skipped. */
  supersede(place: Place, digest: string, now: number): number {
    return this.#supersede.run(now, place.chat, place.thread, digest, digest).changes;
  }

  /** Its chat has to wait; nothing was tried. */
  defer(id: number, notBefore: number): void {
    this.#defer.run(notBefore, id);
  }

  /** There is nothing to send after all. */
  skip(id: number, why: string, now: number): void {
    this.#skip.run(why, now, id);
  }

  /** What became of the first part of a digest; null when there is none. */
  stateOf(digest: string, place: Place): OutboxState | null {
    return this.#stateOf.get(digest, place.chat, place.thread)?.state ?? null;
  }

  list(state: OutboxState, most = 1_000): readonly OutboxRow[] {
    return this.#list.all(state, most);
  }

  counts(): Readonly<Partial<Record<OutboxState, number>>> {
    return Object.fromEntries(this.#counts.all().map(({ state, n }) => [state, n]));
  }

  /** A digest that was skipped may be made again after all. */
  revive(digest: string, place: Place): void {
    this.#revive.run(digest, place.chat, place.thread);
  }

  /** When the next one may be sent; null when nothing waits. */
  earliest(): number | null {
    return this.#earliest.get()?.at ?? null;
  }

  /** Forgets what was settled before a moment. */
  prune(beforeMs: number): number {
    return this.#prune.run(beforeMs).changes;
  }
}
