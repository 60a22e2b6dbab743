/** A chart as data: what is drawn, not how. Everything a drawing prints stands in here. */

/** How sure a value is: final, preliminary (sơ bộ), estimate (ước), or a target. */
export type Mark = 'final' | 'preliminary' | 'estimate' | 'target';

export interface Point {
  /** Exact decimal in the chart's unit. */
  readonly value: string;
  /** Upper end of a range («7–8 %»); null for a single value. */
  readonly to: string | null;
  /** The number as printed, with its bound word: «gần 1.234,5», «7–8»; «*» behind a derived one. */
  readonly label: string;
  readonly mark: Mark;
  readonly derived: boolean;
}

export interface Series {
  /** Said in the legend; '' where there is one series only. */
  readonly name: string;
  /** One for each category; null where no figure is held: a gap. */
  readonly points: readonly (Point | null)[];
  /** Before these indices the footing changes: the step there is no rise or fall. */
  readonly breaks: readonly number[];
}

/** What is asked of the figures. */
export type ChartKind = 'series' | 'comparison' | 'ranking' | 'target';
/** How it is drawn: columns upright, rows lying, a line. */
export type Drawing = 'columns' | 'rows' | 'line';

/** «T1» of «2024». */
export interface Tick {
  readonly name: string;
  readonly year: string;
}

export interface ChartSpec {
  readonly kind: ChartKind;
  readonly drawing: Drawing;
  readonly title: string;
  /** Period and unit: «Giai đoạn 2005–2015 · nghìn tấn». */
  readonly subtitle: string;
  /** Months and quarters by their own short name and their year; null for other things on the axis. */
  readonly ticks: readonly Tick[] | null;
  /** Where bars begin: at 0, or at 100 for indices of which 100 means no change. */
  readonly base: 0 | 100;
  /** The row that is set off from the others: our own province in a ranking of provinces; null where none is. */
  readonly highlight: number | null;
  /** Names along the axis, complete: periods without a figure stand here too. */
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** Rises and falls, which are drawn around zero and printed with their sign. */
  readonly change: boolean;
  /** Sentences under the picture: status, gaps, what is not drawn, sources. */
  readonly foot: readonly string[];
  /** For those who cannot see the picture. */
  readonly alt: string;
  /** At most 1,024 characters: what it shows, first and last values and what happened between. */
  readonly caption: string;
}
