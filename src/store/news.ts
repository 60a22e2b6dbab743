import type { Statement } from 'better-sqlite3';
import type { Database } from './open.js';
import type { FactKey } from './reader.js';
import type { Place } from './subscriptions.js';
import type { ToldFigure } from './told.js';

/** How far in the store's news somebody has heard: the newest observation and the newest piece of history. */
export interface Mark {
  readonly observation: number;
  readonly history: number;
}

/** A key under which something was added, revised or withdrawn. */
export interface Change extends FactKey {
  readonly what: 'new' | 'revised' | 'removed';
}

const KEY = `indicator, area, level, measure, nullif(basis, '') AS basis, time_period AS period`;

/**
 * What changed among the facts since a mark. Ids of observations only grow (none is used twice), and whatever is replaced or removed leaves a
 * row of history, so no second log has to be kept in step.
 */
export class News {
  readonly #mark: Statement<[], Mark>;
  readonly #since: Statement<[number, number], Change>;
  readonly #replaced: Statement<[string], Change>;
  readonly #before: Statement<[Record<string, unknown>], ToldFigure>;
  readonly #heard: Statement<[number, number], Mark & { at: number }>;
  readonly #hear: Statement<[Record<string, unknown>]>;

  constructor(db: Database) {
    this.#mark = db.prepare(`SELECT (SELECT coalesce(max(id), 0) FROM observation) AS observation,
      (SELECT coalesce(max(id), 0) FROM observation_history) AS history`);
    // A release that lost to a better one, or a doubtful one, is no news.
    this.#since = db.prepare(`SELECT 'new' AS what, ${KEY} FROM current_observation WHERE id > ?
      UNION ALL SELECT reason AS what, ${KEY} FROM observation_history WHERE id > ? AND reason IN ('revised', 'removed')`);
    this.#replaced = db.prepare(`SELECT reason AS what, ${KEY} FROM observation_history
      WHERE id IN (SELECT max(id) FROM observation_history WHERE replaced_at >= ? AND reason IN ('revised', 'removed')
        GROUP BY indicator, area, level, measure, basis, time_period) ORDER BY id`);
    this.#before = db.prepare(`SELECT ${KEY}, value, value_to AS valueTo, bound, unit, status, source
      FROM observation_history WHERE indicator = @indicator AND area = @area AND time_period = @period AND level = @level
        AND measure = @measure AND basis = @basis AND reason = 'revised' ORDER BY id DESC LIMIT 1`);
    this.#heard = db.prepare('SELECT observation, history, at FROM heard WHERE chat = ? AND thread = ?');
    this.#hear = db.prepare(`INSERT INTO heard (chat, thread, observation, history, at)
      VALUES (@chat, @thread, @observation, @history, @now)
      ON CONFLICT DO UPDATE SET observation = max(observation, excluded.observation),
        history = max(history, excluded.history), at = excluded.at`);
  }

  /** The newest there is. */
  mark(): Mark {
    return this.#mark.get() as Mark;
  }

  /** Every changed key since a mark, once; revised or removed before new. */
  since(mark: Mark): readonly Change[] {
    const found = new Map<string, Change>();
    for (const change of this.#since.all(mark.observation, mark.history)) {
      const { what, ...key } = change;
      const id = Object.values(key).join(' ');
      if (!found.has(id) || what !== 'new') found.set(id, change);
    }
    return [...found.values()];
  }

  /** Keys revised or removed since a day (ISO 8601). */
  replacedSince(day: string): readonly Change[] {
    return this.#replaced.all(day);
  }

  /** What was published under a key before its last revision; null when it was never revised. */
  before(key: FactKey): ToldFigure | null {
    const { indicator, area, period, level, measure, basis } = key;
    return this.#before.get({ indicator, area, period, level, measure, basis: basis ?? '' }) ?? null;
  }

  /** Up to where a place has heard; null when it never heard anything. */
  heard(place: Place): (Mark & { readonly at: number }) | null {
    return this.#heard.get(place.chat, place.thread) ?? null;
  }

  hear(place: Place, mark: Mark, now: number): void {
    const { observation, history } = mark;
    this.#hear.run({ chat: place.chat, thread: place.thread, observation, history, now });
  }
}
