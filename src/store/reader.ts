import type { Catalogue } from '../stats/catalogue.js';
import type {
  Area,
  Indicator,
  Observation,
  PublishedBasis,
  PublishedMeasure,
  Source,
} from '../stats/facts.js';

/** Which current observations are wanted; what is left out is not restricted. */
export interface FactFilter {
  readonly indicator?: string;
  readonly area?: string;
  readonly measure?: PublishedMeasure;
  readonly basis?: PublishedBasis | null;
  readonly period?: string;
}

/** The key under which several releases of one fact stand. */
export interface FactKey {
  readonly indicator: string;
  readonly area: string;
  readonly level: 'area' | 'enterprise';
  readonly measure: PublishedMeasure;
  readonly basis: PublishedBasis | null;
  readonly period: string;
}

export type { Alias, Catalogue, IndicatorGroup } from '../stats/catalogue.js';

/**
 * The read side of the store, synchronous and without surprises: the same data give the same rows in
 * the same order.
 */
export interface Facts {
  readonly catalogue: Catalogue;
  indicator(id: string): Indicator | undefined;
  area(id: string): Area | undefined;
  source(id: string): Source | undefined;
  /**
   * The current observation of every key that fits: the winner by ANSWERING rule 5, never a doubtful
   * one; both levels. Ordered by indicator (catalogue order), area, period, measure, basis.
   */
  current(filter: FactFilter): readonly Observation[];
  /** The newest fact of an area, at area level and undoubted; null where it has none. */
  latest(area: string): Observation | null;
  /** Every release of one key, the winner first, doubtful ones last. */
  releases(key: FactKey): readonly Observation[];
  /** Does the area (at area level, undoubted) hold anything at all of the indicator? */
  everHeld(indicator: string, area: string): boolean;
  /** The same for figures of single enterprises. */
  enterpriseOnly(indicator: string): boolean;
  /** Ids of the sources that gave facts about an area, most recent edition first. */
  sourcesOf(area: string): readonly string[];
  /** Changes whenever facts change: lets callers drop what they derived from them. */
  readonly revision: number;
}
