import type { Statement } from 'better-sqlite3';
import { canonicalJson } from './buttons.js';
import type { Database } from './open.js';

/** A chat, or one topic of it; thread 0 where there are no topics. */
export interface Place {
  readonly chat: number;
  readonly thread: number;
}

export type Days = 'daily' | 'workdays' | 'monday';
export type Content = 'all' | 'watch' | `group:${string}`;
export type State = 'on' | 'off' | 'no-topic';

/** What a place wants: when, what, whether a digest without news comes at all, whether with pictures. */
export interface Wish {
  readonly hour: number;
  readonly minute: number;
  readonly days: Days;
  readonly content: Content;
  readonly whenEmpty: 'silent' | 'line';
  readonly charts: boolean;
}

export interface Subscription extends Place, Wish {
  readonly id: number;
  readonly person: number;
  readonly state: State;
  /** The slot that comes next. */
  readonly nextAt: number;
  readonly changedAt: number;
}

/** A followed indicator: the Question a digest asks, under a name. */
export interface Watch extends Place {
  readonly id: number;
  readonly person: number;
  readonly label: string;
  readonly question: object;
  /** Alert only when the growth crosses so many percent. */
  readonly crosses: string | null;
  /** Alert only of what stays below its plan, or only of what is revised. */
  readonly only: 'plan' | 'revised' | null;
  readonly addedAt: number;
}

/** As SQLite gives them. */
type SubscriptionRow = Omit<Subscription, 'charts'> & { readonly charts: 0 | 1 };
type WatchRow = Omit<Watch, 'question'> & { readonly question: string };

const COLUMNS = `id, chat, thread, person, hour, minute, days, content, when_empty AS whenEmpty, charts, state,
  next_at AS nextAt, changed_at AS changedAt`;

/** Who wants a digest, and which indicators they follow. */
export class Subscriptions {
  readonly #get: Statement<[number, number], SubscriptionRow>;
  readonly #put: Statement<[Record<string, unknown>]>;
  readonly #due: Statement<[number, number], SubscriptionRow>;
  readonly #next: Statement<[number, number, number]>;
  readonly #state: Statement<[State, number, number, number]>;
  readonly #all: Statement<[], SubscriptionRow>;
  readonly #times: Statement<[], Pick<Wish, 'hour' | 'minute' | 'days'>>;
  readonly #forward: Statement<[Record<string, unknown>]>;
  readonly #block: Statement<[number, number]>;
  readonly #unblock: Statement<[number]>;
  readonly #blocked: Statement<[number], { at: number }>;
  readonly #watches: Statement<[number, number], WatchRow>;
  readonly #allWatches: Statement<[], WatchRow>;
  readonly #watch: Statement<[Record<string, unknown>]>;
  readonly #unwatch: Statement<[number, number, string]>;

  constructor(db: Database) {
    this.#get = db.prepare(`SELECT ${COLUMNS} FROM subscription WHERE chat = ? AND thread = ?`);
    this.#put = db.prepare(`INSERT INTO subscription
        (chat, thread, person, hour, minute, days, content, when_empty, charts, state, next_at, changed_at)
      VALUES (@chat, @thread, @person, @hour, @minute, @days, @content, @whenEmpty, @charts, 'on', @nextAt, @now)
      ON CONFLICT (chat, thread) DO UPDATE SET person = excluded.person, hour = excluded.hour, minute = excluded.minute,
        days = excluded.days, content = excluded.content, when_empty = excluded.when_empty, charts = excluded.charts, state = 'on',
        next_at = excluded.next_at, changed_at = excluded.changed_at`);
    this.#due = db.prepare(
      `SELECT ${COLUMNS} FROM subscription WHERE state = 'on' AND next_at <= ? AND chat NOT IN (SELECT chat FROM blocked)
       ORDER BY next_at, id LIMIT ?`,
    );
    this.#next = db.prepare('UPDATE subscription SET next_at = ? WHERE id = ? AND next_at = ?');
    this.#state = db.prepare(
      'UPDATE subscription SET state = ?, changed_at = ? WHERE chat = ? AND thread = ?',
    );
    this.#all = db.prepare(`SELECT ${COLUMNS} FROM subscription WHERE state = 'on' ORDER BY id`);
    this.#times = db.prepare(`SELECT DISTINCT hour, minute, days FROM subscription WHERE state = 'on'`);
    this.#forward = db.prepare(`UPDATE subscription SET next_at = @nextAt
      WHERE state = 'on' AND hour = @hour AND minute = @minute AND days = @days AND next_at > @nextAt`);
    this.#block = db.prepare('INSERT INTO blocked VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.#unblock = db.prepare('DELETE FROM blocked WHERE chat = ?');
    this.#blocked = db.prepare('SELECT at FROM blocked WHERE chat = ?');
    const watch =
      'SELECT id, chat, thread, person, label, question, crosses, only_when AS "only", added_at AS addedAt FROM watch';
    this.#watches = db.prepare(`${watch} WHERE chat = ? AND thread = ? ORDER BY id`);
    this.#allWatches = db.prepare(`${watch} ORDER BY chat, thread, id`);
    this.#watch =
      db.prepare(`INSERT INTO watch (chat, thread, person, label, question, crosses, only_when, added_at)
      VALUES (@chat, @thread, @person, @label, @question, @crosses, @only, @now)
      ON CONFLICT (chat, thread, label) DO UPDATE SET question = excluded.question, crosses = excluded.crosses,
        only_when = excluded.only_when`);
    this.#unwatch = db.prepare('DELETE FROM watch WHERE chat = ? AND thread = ? AND label = ?');
  }

  get(place: Place): Subscription | null {
    const row = this.#get.get(place.chat, place.thread);
    return row ? readSubscription(row) : null;
  }

  /** Makes or changes a place's subscription and switches it on. */
  put(place: Place, person: number, wish: Wish, nextAt: number, now: number): void {
    this.#put.run({
      ...wish,
      charts: wish.charts ? 1 : 0,
      chat: place.chat,
      thread: place.thread,
      person,
      nextAt,
      now,
    });
  }

  setState(place: Place, state: State, now: number): boolean {
    return this.#state.run(state, now, place.chat, place.thread).changes > 0;
  }

  /** The chat refuses our messages: nothing is sent to it until `unblock`. */
  block(chat: number, now: number): void {
    this.#block.run(chat, now);
  }

  /** Somebody there speaks to us again; true when the chat was blocked. */
  unblock(chat: number): boolean {
    return this.#unblock.run(chat).changes > 0;
  }

  isBlocked(chat: number): boolean {
    return this.#blocked.get(chat) !== undefined;
  }

  /** Every subscription that is on. */
  active(): readonly Subscription[] {
    return this.#all.all().map(readSubscription);
  }

  /** Those whose slot has come, the longest due first. */
  due(now: number, most: number): readonly Subscription[] {
    return this.#due.all(now, most).map(readSubscription);
  }

  /** The different times at which somebody is served. */
  times(): readonly Pick<Wish, 'hour' | 'minute' | 'days'>[] {
    return this.#times.all();
  }

  /** Those of a time whose next slot is later than it can be; returns how many. */
  bringForward({ hour, minute, days }: Pick<Wish, 'hour' | 'minute' | 'days'>, nextAt: number): number {
    return this.#forward.run({ hour, minute, days, nextAt }).changes;
  }

  /** Moves to the next slot unless somebody did already. */
  advance(sub: Subscription, nextAt: number): boolean {
    return this.#next.run(nextAt, sub.id, sub.nextAt).changes > 0;
  }

  watches(place: Place): readonly Watch[] {
    return this.#watches.all(place.chat, place.thread).map(readWatch);
  }

  /** Every watch of every place, a place at a time. */
  *everyWatch(): Generator<Watch> {
    for (const row of this.#allWatches.all()) yield readWatch(row);
  }

  watch(
    place: Place,
    person: number,
    what: Pick<Watch, 'label' | 'question' | 'crosses'> & { readonly only?: Watch['only'] },
    now: number,
  ): void {
    const { label, crosses, only = null } = what;
    const question = canonicalJson(what.question);
    this.#watch.run({ chat: place.chat, thread: place.thread, person, label, question, crosses, only, now });
  }

  unwatch(place: Place, label: string): boolean {
    return this.#unwatch.run(place.chat, place.thread, label).changes > 0;
  }
}

const readSubscription = (row: SubscriptionRow): Subscription => ({ ...row, charts: row.charts === 1 });

const readWatch = (row: WatchRow): Watch => ({
  ...row,
  question: JSON.parse(row.question) as object,
});
