/** The nouns of the catalogue and of an observation, as the data files write them. */

/** What was measured: published measures first, then those that only a derived figure has. */
export type PublishedMeasure = 'actual' | 'target' | 'growth' | 'index' | 'completion';
export type DerivedMeasure = 'difference' | 'share' | 'sum' | 'average' | 'count' | 'ratio';
export type Measure = PublishedMeasure | DerivedMeasure;

/** What a growth, an index or a growth target is measured against; null for levels. */
export type PublishedBasis = 'yoy' | 'mom' | 'avg_annual' | 'vs_plan' | 'prev_year_100';
export type Basis = PublishedBasis | `vs:${string}` | `vs_actual:${string}`;

/** SDMX observation status: A final, P preliminary (sơ bộ), E estimate (ước); '' for targets. */
export type Status = 'A' | 'P' | 'E' | '';
export type Trust = 'checked' | 'unverified' | 'doubtful';
/** `enterprise` = one company's figure: never told as the province's. */
export type Level = 'area' | 'enterprise';
export type IndicatorKind = 'product' | 'value' | 'index' | 'count';
export type AreaKind = 'country' | 'region' | 'province';
export type PublisherKind = 'statistical-office' | 'ministry' | 'government' | 'press';

export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly kind: IndicatorKind;
  /** Base unit of its levels: kWh, tấn, m3, viên, tỷ đồng, % … */
  readonly unit: string;
}

export interface Area {
  readonly id: string;
  readonly name: string;
  readonly kind: AreaKind;
  /** The region a province belongs to; '' where none is known. */
  readonly region: string;
}

export interface Source {
  readonly id: string;
  readonly publisher: string;
  readonly publisherKind: PublisherKind;
  readonly title: string;
  /** Date of publication (YYYY, YYYY-MM or YYYY-MM-DD), or ''. */
  readonly published: string;
  /** When the figures were released, as well as it is known; orders revisions. */
  readonly edition: string;
  readonly url: string;
}

/** One published fact. `value` is an exact decimal string in the base unit. */
export interface Observation {
  readonly indicator: string;
  readonly area: string;
  readonly level: Level;
  readonly measure: PublishedMeasure;
  readonly basis: PublishedBasis | null;
  /** SDMX time period: 2021, 2021-S1, 2010-Q1, 2024-11, 2013-01-01/P10M, 2011-01-01/P5Y. */
  readonly period: string;
  readonly value: string;
  readonly valueTo: string | null;
  readonly unit: string;
  /** gần, trên, hơn, dưới: the number is only a bound. */
  readonly bound: string | null;
  readonly status: Status;
  readonly asPublished: string;
  readonly trust: Trust;
  readonly source: string;
  readonly place: string;
  readonly note: string;
}

/** The country's and the home province's ids in the catalogue. */
export const COUNTRY = 'ca-nuoc';
export const HOME = 'lang-son';
