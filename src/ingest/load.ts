import { basename, resolve } from 'node:path';
import { indicatorsWithLevels, storedIds, storeTime } from '../store/known.js';
import type { Database } from '../store/open.js';
import { bumpFactRevision } from '../store/revision.js';
import { Faults, LoadError } from './faults.js';
import { type InputFile, type ReadFile, readBytes, readCsv } from './read.js';
import type { LoadReport } from './report.js';
import { validate } from './validate.js';
import { changedAnything, writeBatch } from './write.js';

export interface LoadOptions {
  /** When the load happens, for the history; the store's own clock if left out. */
  readonly now?: Date;
}

/**
 * Loads an operator's files, all or nothing: with any fault a {@link LoadError} tells every one of them and
 * nothing is written. Loading the same files again changes nothing. What is loaded so survives later builds
 * of the data folder.
 */
export function loadFiles(db: Database, files: readonly InputFile[], options: LoadOptions = {}): LoadReport {
  const faults = new Faults();
  const read = readAll(files, faults);
  const named = read.map((f) => ({ name: f.name, stored: basename(f.name), sha256: f.sha256 }));
  return db
    .transaction((): LoadReport => {
      const now = options.now?.toISOString() ?? storeTime(db);
      const known = { ...storedIds(db), settled: indicatorsWithLevels(db), today: now.slice(0, 10) };
      const batch = validate(read, known, faults);
      if (faults.any) throw new LoadError(faults.sorted(files.map(nameOf)));
      const report = writeBatch(db, batch, named, { origin: 'operator', now, sweep: false });
      if (changedAnything(report)) bumpFactRevision(db);
      return report;
    })
    .immediate();
}

const nameOf = (file: InputFile): string => (typeof file === 'string' ? file : file.name);

function readAll(files: readonly InputFile[], faults: Faults): ReadFile[] {
  const read: ReadFile[] = [];
  const seen = new Map<string, string>();
  for (const file of files) {
    const identity = typeof file === 'string' ? resolve(file) : file.name;
    const raw = readBytes(file, faults);
    if (!raw) continue;
    const before = seen.get(identity);
    if (before !== undefined) {
      // The same file given twice is read once; two different files need two names.
      if (before !== raw.sha256)
        faults.add(raw.name, null, null, 'hai tệp khác nhau cùng tên; hãy đổi tên một tệp');
      continue;
    }
    seen.set(identity, raw.sha256);
    const parsed = readCsv(raw, faults);
    if (parsed) read.push(parsed);
  }
  return read;
}
