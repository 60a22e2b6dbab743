import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type Database, openStore } from '../../src/store/open.js';

const open: Database[] = [];
const folders: string[] = [];

/** A folder that is gone after the test. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'solieu-'));
  folders.push(made);
  return made;
}

/** A store on disk that is closed after the test. */
export function store(file = join(folder(), 'kho.sqlite')): Database {
  const db = openStore(file);
  open.push(db);
  return db;
}

afterEach(() => {
  for (const db of open.splice(0)) db.close();
  for (const f of folders.splice(0)) rmSync(f, { recursive: true, force: true });
});
