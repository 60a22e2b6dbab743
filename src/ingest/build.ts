import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtFiles, forgetDataFiles } from '../store/files.js';
import { indicatorsWithLevels, storedIds, storeTime } from '../store/known.js';
import type { Database } from '../store/open.js';
import { bumpFactRevision } from '../store/revision.js';
import type { Known } from './batch.js';
import { Faults, LoadError } from './faults.js';
import { type RawFile, type ReadFile, readBytes, readCsv } from './read.js';
import { type LoadReport, NOTHING_LOADED } from './report.js';
import { validate } from './validate.js';
import { writeBatch } from './write.js';

export interface BuildOptions {
  /** Told in Vietnamese what is being done; never called when there is nothing to do. */
  readonly progress?: (message: string) => void;
  readonly now?: Date;
}

export interface BuildReport extends LoadReport {
  /** False when the data folder is as it was at the last build. */
  readonly built: boolean;
}

const REQUIRED = ['indicators.csv', 'areas.csv', 'sources.csv'];
const OPTIONAL = ['groups.csv', 'aliases.csv'];
const NOTHING_BUILT: BuildReport = { ...NOTHING_LOADED, built: false };

/**
 * Brings the store in step with the data folder: nothing to do when every file's checksum is as built;
 * otherwise the whole folder is read, checked and written in one transaction, rows that vanished from it
 * are removed, and what operators loaded stays. Throws a {@link LoadError} with every fault.
 */
export function buildStore(db: Database, dataDir: string, options: BuildOptions = {}): BuildReport {
  const faults = new Faults();
  const paths = dataFiles(dataDir);
  const raw: RawFile[] = [];
  for (const path of paths) {
    const file = readBytes(join(dataDir, path), faults);
    if (file) raw.push({ ...file, name: path });
  }
  if (!faults.any && upToDate(db, raw)) return NOTHING_BUILT;

  options.progress?.(`Đang đọc và kiểm tra ${raw.length} tệp số liệu…`);
  const read = raw.map((file) => readCsv(file, faults)).filter((file): file is ReadFile => file !== null);
  return db
    .transaction((): BuildReport => {
      // Under the write lock: another process may have built the same data meanwhile.
      if (!faults.any && upToDate(db, raw)) return NOTHING_BUILT;
      const batch = validate(read, operatorIds(db), faults);
      if (faults.any) throw new LoadError(faults.sorted(paths), dataDir);
      options.progress?.(`Đang ghi ${batch.observations.length} số liệu vào kho…`);
      const files = read.map((f) => ({ name: f.name, stored: f.name, sha256: f.sha256 }));
      const now = options.now?.toISOString() ?? storeTime(db);
      const report = writeBatch(db, batch, files, { origin: 'data', now, sweep: true });
      forgetDataFiles(db, paths);
      bumpFactRevision(db);
      return { ...report, built: true };
    })
    .immediate();
}

/** The folder's files that exist or must exist, by their path in it. */
function dataFiles(dataDir: string): string[] {
  const folder = join(dataDir, 'observations');
  const observations = existsSync(folder) ? readdirSync(folder).filter((f) => f.endsWith('.csv')) : [];
  return [
    ...REQUIRED,
    ...OPTIONAL.filter((f) => existsSync(join(dataDir, f))),
    ...observations.sort().map((f) => `observations/${f}`),
  ];
}

function upToDate(db: Database, raw: readonly RawFile[]): boolean {
  const built = builtFiles(db);
  return built.size === raw.length && raw.every((f) => built.get(f.name) === f.sha256);
}

/** The folder must stand by itself; of the store only what operators' figures rest on counts as known. */
function operatorIds(db: Database): Known {
  const settled = indicatorsWithLevels(db, 'operator');
  const units = [...storedIds(db).indicators].filter(([id]) => settled.has(id));
  return { indicators: new Map(units), areas: new Set(), sources: new Set(), groups: new Set(), settled };
}
