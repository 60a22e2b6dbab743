import { baseDefinition, confirm, definition, freshness, revisions, source } from './about.js';
import { monthBefore, yearBefore } from './before.js';
import { catalogue } from './catalogue.js';
import { courtesy } from './courtesy.js';
import { compare, derived, series, single } from './figures.js';
import { filter } from './filter.js';
import { following } from './follow.js';
import {
  ambiguous,
  bareNumber,
  compound,
  elsewhere,
  meanOfRates,
  outside,
  provinceWide,
  unheld,
  vague,
  wholeEconomy,
  worth,
} from './outside.js';
import { overTime } from './over-time.js';
import { acrossAreas, branches, rank } from './rank.js';
import { reorder } from './reorder.js';
import { run } from './run.js';
import { again, overview } from './sets.js';
import type { Intent } from './sight.js';
import { sinceBase } from './since-base.js';
import { structureAlone } from './structure.js';
import { terms } from './terms.js';

/** In order; the first that fits builds the Question. */
export const INTENTS: readonly (readonly [string, Intent])[] = [
  ['following', following],
  ['terms', terms],
  ['courtesy', courtesy],
  ['outside', outside],
  ['elsewhere', elsewhere],
  ['base-definition', baseDefinition],
  ['unheld', unheld],
  ['worth', worth],
  ['vague', vague],
  ['mean-of-rates', meanOfRates],
  ['ambiguous', ambiguous],
  ['compound', compound],
  ['province-wide', provinceWide],
  ['bare-number', bareNumber],
  ['definition', definition],
  ['confirm', confirm],
  ['catalogue', catalogue],
  ['freshness', freshness],
  ['revisions', revisions],
  ['source', source],
  ['whole-economy', wholeEconomy],
  ['structure', structureAlone],
  ['branches', branches],
  ['reorder', reorder],
  ['again', again],
  ['run', run],
  ['rank', overTime(rank)],
  ['filter', overTime(filter)],
  ['across-areas', acrossAreas],
  ['since-base', sinceBase],
  ['overview', overview],
  ['month-before', monthBefore],
  ['year-before', yearBefore],
  ['derived', derived],
  ['compare', compare],
  ['series', series],
  ['value', single],
];

export { type Sight, sightOf, unclear } from './sight.js';
