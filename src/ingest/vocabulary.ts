import type {
  AreaKind,
  IndicatorKind,
  Level,
  PublishedBasis,
  PublishedMeasure,
  PublisherKind,
  Trust,
} from '../stats/facts.js';

/** The words that the columns with a fixed choice may hold. */
export const LEVELS: readonly Level[] = ['area', 'enterprise'];
export const MEASURES: readonly PublishedMeasure[] = ['actual', 'target', 'growth', 'index', 'completion'];
export const STATUSES = ['A', 'P', 'E'] as const;
export const TRUSTS: readonly Trust[] = ['checked', 'unverified', 'doubtful'];
export const BOUNDS = ['gần', 'trên', 'hơn', 'dưới'] as const;
export const INDICATOR_KINDS: readonly IndicatorKind[] = ['product', 'value', 'index', 'count'];
export const AREA_KINDS: readonly AreaKind[] = ['country', 'region', 'province'];
export const PUBLISHER_KINDS: readonly PublisherKind[] = [
  'statistical-office',
  'ministry',
  'government',
  'press',
];
export const ALIAS_KINDS = ['indicator', 'group', 'area'] as const;

/** The bases that each measure may have; '' = none. */
export const BASES: Readonly<Record<PublishedMeasure, readonly (PublishedBasis | '')[]>> = {
  actual: [''],
  completion: [''],
  target: ['', 'yoy', 'mom', 'avg_annual', 'vs_plan', 'prev_year_100'],
  growth: ['yoy', 'mom', 'avg_annual', 'vs_plan'],
  index: ['prev_year_100', 'yoy', 'mom', 'avg_annual', 'vs_plan'],
};
export const GROUP_RULES = ['all', 'first'] as const;
