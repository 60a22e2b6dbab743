import type { Area, Indicator, Observation, Source } from '../stats/facts.js';
import type { Alias, IndicatorGroup } from '../store/reader.js';

/** A row that passed its checks, with the place it was read from. */
export interface Placed<T> {
  readonly row: T;
  readonly file: string;
  readonly line: number;
}

/** Everything that the files of one load say. */
export interface Batch {
  readonly indicators: Placed<Indicator>[];
  readonly areas: Placed<Area>[];
  readonly sources: Placed<Source>[];
  readonly groups: Placed<IndicatorGroup>[];
  readonly aliases: Placed<Alias>[];
  readonly observations: Placed<Observation>[];
  /** Rows with a fault of their own: kept so that faults of their ids and units are told in the same go. */
  readonly faulty: Placed<Observation>[];
}

/** What the store already holds, as far as the checks need it. */
export interface Known {
  /** Indicator id → unit. */
  readonly indicators: ReadonlyMap<string, string>;
  readonly areas: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** Indicators with levels in the store that this load does not replace: their unit is settled. */
  readonly settled: ReadonlySet<string>;
  /** The day of the load, YYYY-MM-DD: what was done cannot lie after it. Left out: not judged. */
  readonly today?: string;
}

export const emptyBatch = (): Batch => ({
  indicators: [],
  areas: [],
  sources: [],
  groups: [],
  aliases: [],
  observations: [],
  faulty: [],
});
