import type { Observation } from '../stats/facts.js';

/** The current rows of one indicator in one area, also by period. */
export interface Run {
  readonly all: readonly Observation[];
  readonly byPeriod: ReadonlyMap<string, readonly Observation[]>;
}

/**
 * Keeps the rows of the indicators asked for last, bounded by rows, not by entries: a question looks at the same
 * few runs many times. Emptied whenever facts change.
 */
export class RowCache {
  readonly #runs = new Map<string, Run>();
  readonly #most: number;
  #rows = 0;

  constructor(mostRows: number) {
    this.#most = mostRows;
  }

  get(key: string, read: () => readonly Observation[]): Run {
    const known = this.#runs.get(key);
    if (known) {
      // Last used, last thrown out.
      this.#runs.delete(key);
      this.#runs.set(key, known);
      return known;
    }
    const all = read();
    const byPeriod = new Map<string, Observation[]>();
    for (const o of all) {
      const list = byPeriod.get(o.period);
      if (list) list.push(o);
      else byPeriod.set(o.period, [o]);
    }
    const run = { all, byPeriod };
    this.#runs.set(key, run);
    this.#rows += all.length + 1;
    for (const [old, dropped] of this.#runs) {
      if (this.#rows <= this.#most || old === key) break;
      this.#runs.delete(old);
      this.#rows -= dropped.all.length + 1;
    }
    return run;
  }

  clear(): void {
    this.#runs.clear();
    this.#rows = 0;
  }
}
