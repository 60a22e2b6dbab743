import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { buildStore } from '../../src/ingest/build.js';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/store/migrations.js';
import { migrate } from '../../src/store/open.js';
import { Outbox } from '../../src/store/outbox.js';
import { Subscriptions } from '../../src/store/subscriptions.js';
import { Told } from '../../src/store/told.js';
import { dataFolder, observations, row } from '../ingest/fixtures.js';
import { folder, store } from './folder.js';

/** A file that the program of version 3 wrote, kept as text. */
function stored(): string {
  const file = join(folder(), 'cu.sqlite');
  const old = new SQLite(file);
  old.exec(readFileSync(join(import.meta.dirname, 'fixtures/version-3.sql'), 'utf8'));
  old.close();
  return file;
}

test('a stored file of version 3 keeps its subscriptions, watch-list, outbox and ledger', () => {
  const db = store(stored());
  expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  const subs = new Subscriptions(db);
  expect(subs.get({ chat: 5, thread: 0 })).toMatchObject({
    hour: 7,
    days: 'daily',
    state: 'on',
    charts: false,
  });
  expect(subs.get({ chat: -1_001_234_567_890, thread: 9 })).toEqual({
    id: 2,
    chat: -1_001_234_567_890,
    thread: 9,
    person: 6,
    hour: 16,
    minute: 30,
    days: 'workdays',
    content: 'group:dien',
    whenEmpty: 'line',
    charts: false,
    state: 'on',
    nextAt: 1_795_771_800_000,
    changedAt: 1_795_700_000_000,
  });
  expect(subs.get({ chat: 8, thread: 0 })?.state).toBe('off');
  expect(subs.isBlocked(7)).toBe(true);
  expect([...subs.everyWatch()].map((w) => [w.chat, w.label, w.crosses, w.only])).toEqual([
    [5, 'Xi măng', null, null],
    [8, 'Điện thương phẩm', '10', null],
  ]);
  const outbox = new Outbox(db);
  expect(outbox.pending(2, 0, 9)).toMatchObject([{ id: 2, kind: 'text', body: 'Bản tin', thread: 9 }]);
  // What was sent before is not sent again.
  const sent = { digest: 'd:2026-11-25T07:00', chat: 5, thread: 0, part: 0, body: 'x' };
  expect(outbox.add({ ...sent, notBefore: 1, until: 9, settles: null }, 3)).toBe(false);
  const told = new Told(db).of({ chat: 5, thread: 0 }, 'xi-mang', 'lang-son', '2021');
  expect(told).toMatchObject([{ value: '950000', at: 1_795_700_000_000 }]);
  expect(db.prepare(`SELECT value FROM setting WHERE key = 'inbox.offset'`).pluck().get()).toBe('77');
  // New figures count as news to whoever heard up to 40 before.
  buildStore(db, dataFolder(folder()));
  expect(db.prepare('SELECT min(id) FROM observation').pluck().get()).toBe(41);
});

test('a step whose number was left out may come later: it is done then, and once', () => {
  const file = stored();
  const db = new SQLite(file);
  const [last] = MIGRATIONS.slice(-1);
  const steps = MIGRATIONS.filter((m) => m.version <= 3);
  const two = [4, 6].map((version) => ({
    version,
    name: `n${version}`,
    sql: `CREATE TABLE t${version} (a)`,
  }));
  migrate(db, file, [...steps, two[1]!]);
  expect(db.pragma('user_version', { simple: true })).toBe(6);
  migrate(db, file, [...steps, ...two]);
  migrate(db, file, [...steps, ...two]);
  expect(db.pragma('user_version', { simple: true })).toBe(6);
  expect(db.prepare('SELECT version FROM migration ORDER BY version').pluck().all()).toEqual([1, 2, 3, 4, 6]);
  expect(last?.version).toBe(SCHEMA_VERSION);
  db.close();
});

test('the id of an observation is never used twice', () => {
  const db = store();
  buildStore(db, dataFolder(folder()));
  const highest = () => db.prepare('SELECT max(id) FROM observation').pluck().get() as number;
  const before = highest();
  db.exec('DELETE FROM observation');
  buildStore(db, dataFolder(folder(), { 'observations/a.csv': observations(row({ value: '7' })) }));
  expect(db.prepare('SELECT min(id) FROM observation').pluck().get()).toBeGreaterThan(before);
});
