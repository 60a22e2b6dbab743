import type { Observation } from '../stats/facts.js';
import { type Origin, recordFile } from '../store/files.js';
import { storedName } from '../store/known.js';
import type { Database } from '../store/open.js';
import type { FactKey } from '../store/reader.js';
import { CatalogueWriter } from '../store/write-catalogue.js';
import { ObservationWriter } from '../store/write-observations.js';
import type { Batch, Placed } from './batch.js';
import type { LoadReport, Revision } from './report.js';

/** A file of the batch, as the store is to remember it. */
export interface NamedFile {
  /** The name in faults, by which the batch's rows refer to it. */
  readonly name: string;
  /** The name in the store. */
  readonly stored: string;
  readonly sha256: string;
}

export interface WriteOptions {
  readonly origin: Origin;
  readonly now: string;
  /** Remove what the origin no longer says (a build of the whole data folder). */
  readonly sweep: boolean;
}

/** Writes a faultless batch inside the caller's transaction and tells what changed. */
export function writeBatch(
  db: Database,
  batch: Batch,
  files: readonly NamedFile[],
  options: WriteOptions,
): LoadReport {
  const { origin, now } = options;
  const ids = new Map(files.map((f) => [f.name, recordFile(db, origin, f.stored, f.sha256, now)]));
  const from = (p: { file: string; line: number }) => ({ file: ids.get(p.file)!, origin, line: p.line });

  const catalogue = new CatalogueWriter(db);
  const written = <T>(rows: readonly Placed<T>[], write: (p: Placed<T>) => string): number =>
    rows.filter((p) => ['added', 'changed'].includes(write(p))).length;
  const counts = {
    sources: written(batch.sources, (p) => catalogue.source(p.row, from(p))),
    areas: written(batch.areas, (p) => catalogue.area(p.row, from(p))),
    indicators: written(batch.indicators, (p) => catalogue.indicator(p.row, from(p))),
    groups: written(batch.groups, (p) => catalogue.group(p.row, from(p))),
    aliases: written(batch.aliases, (p) => catalogue.alias(p.row, from(p))),
  };

  const observations = new ObservationWriter(db, now);
  const tally = { added: 0, revised: 0, annotated: 0, unchanged: 0, kept: 0 };
  const changed = new Map<string, FactKey>();
  const change = (key: FactKey) => changed.set(Object.values(key).join(' '), key);
  const revisions: Revision[] = [];
  for (const placed of batch.observations) {
    const { outcome, before } = observations.write(placed.row, from(placed));
    tally[outcome]++;
    if (outcome === 'added' || outcome === 'revised') change(keyOf(placed.row));
    if (before) revisions.push(describe(db, placed.row, before));
  }
  const removed = options.sweep ? observations.sweep(change) : 0;
  if (options.sweep) catalogue.sweep();
  return {
    files: files.map((f) => f.name),
    ...tally,
    removed,
    ...counts,
    revisions,
    changed: [...changed.values()],
  };
}

function keyOf(o: Observation): FactKey {
  const { indicator, area, level, measure, basis, period } = o;
  return { indicator, area, level, measure, basis, period };
}

function describe(db: Database, o: Observation, before: Revision['before']): Revision {
  return {
    key: keyOf(o),
    source: o.source,
    indicatorName: storedName(db, 'indicator', o.indicator),
    areaName: storedName(db, 'area', o.area),
    unit: o.unit,
    before,
    after: { value: o.value, valueTo: o.valueTo },
  };
}

/** Did the load change anything that a reader can see? */
export function changedAnything(r: LoadReport): boolean {
  const entries = r.indicators + r.areas + r.sources + r.groups + r.aliases;
  return r.added + r.revised + r.annotated + r.removed + entries > 0;
}
