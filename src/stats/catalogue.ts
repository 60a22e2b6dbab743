import type { Area, Indicator, Source } from './facts.js';

/** A group of the catalogue: a word that names several indicators ("điện", "than"). */
export interface IndicatorGroup {
  readonly id: string;
  readonly name: string;
  /** `all`: every member is meant. `first`: the first that is held, the others told beside it. */
  readonly rule: 'all' | 'first';
  readonly members: readonly string[];
}

/** Another way of writing an indicator's, group's or area's name. */
export interface Alias {
  readonly kind: 'indicator' | 'group' | 'area';
  readonly target: string;
  readonly alias: string;
}

export interface Catalogue {
  readonly indicators: readonly Indicator[];
  readonly areas: readonly Area[];
  readonly sources: readonly Source[];
  readonly groups: readonly IndicatorGroup[];
  readonly aliases: readonly Alias[];
}
