import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder, store } from '../store/folder.js';
import { compile } from '../store/modules.js';
import { dataFolder, observations, row, write } from './fixtures.js';

const CHILD = `
import { buildStore } from './ingest/build.js';
import { loadFiles } from './ingest/load.js';
import { openStore } from './store/open.js';
const [store, data, start, ...files] = process.argv.slice(2);
while (Date.now() < Number(start)) {}
const db = openStore(store);
const { built } = buildStore(db, data);
const reports = files.map((f) => loadFiles(db, [f]));
const sum = (field) => reports.reduce((n, r) => n + r[field], 0);
process.stdout.write(JSON.stringify({ built, added: sum('added'), unchanged: sum('unchanged') }));
db.close();
`;

interface Outcome {
  readonly built: boolean;
  readonly added: number;
  readonly unchanged: number;
}

function run(args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let error = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      error += chunk;
    });
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(out) as Outcome) : reject(new Error(error)),
    );
  });
}

it('several processes create, build and load one store at once', async () => {
  const dir = folder();
  compile(join(dir, 'program'), ['stats', 'vietnamese', 'store', 'ingest']);
  const child = join(dir, 'program', 'child.js');
  writeFileSync(child, CHILD);
  const data = dataFolder(join(dir, 'data'));
  const year = (y: number) => row({ time_period: String(y) });
  const years = (from: number) => observations(...Array.from({ length: 30 }, (_, i) => year(from + i)));
  const [common, first, second] = write(dir, {
    'common.csv': years(1900),
    'first.csv': years(1930),
    'second.csv': years(1960),
  });
  const file = join(dir, 'kho.sqlite');
  const args = [child, file, data, String(Date.now() + 500)];
  const outcomes = await Promise.all([run([...args, common!, first!]), run([...args, common!, second!])]);
  expect(outcomes.filter((o) => o.built)).toHaveLength(1);
  expect(outcomes.map((o) => o.added + o.unchanged)).toEqual([60, 60]);
  expect(outcomes.reduce((n, o) => n + o.added, 0)).toBe(90);
  const db = store(file);
  expect(db.prepare('SELECT count(*) FROM observation').pluck().get()).toBe(91);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
});
