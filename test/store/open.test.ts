import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/store/migrations.js';
import { migrate, openStore, StoreError } from '../../src/store/open.js';
import { folder, store } from './folder.js';

describe('openStore', () => {
  it('creates folders, applies every migration and records it', () => {
    const db = store(join(folder(), 'a', 'b', 'kho.sqlite'));
    expect(db.prepare('SELECT version, name FROM migration').all()).toEqual(
      MIGRATIONS.map(({ version, name }) => ({ version, name })),
    );
    expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('busy_timeout', { simple: true })).toBe(10_000);
  });

  it('opens an existing store again without touching it', () => {
    const file = join(folder(), 'kho.sqlite');
    store(file).prepare(`INSERT INTO setting VALUES ('a', '1')`).run();
    expect(store(file).prepare('SELECT value FROM setting').pluck().get()).toBe('1');
  });

  it('refuses a file of a newer program and leaves it as it is', () => {
    const file = join(folder(), 'kho.sqlite');
    const raw = new SQLite(file);
    raw.pragma('user_version = 999');
    expect(() => openStore(file)).toThrow(/bản chương trình mới hơn.*999/);
    expect(() => openStore(file)).toThrow(StoreError);
    expect(raw.pragma('journal_mode', { simple: true })).toBe('delete');
    raw.close();
  });

  it('says in Vietnamese that a file is no store', () => {
    const file = join(folder(), 'kho.sqlite');
    writeFileSync(file, 'đây không phải cơ sở dữ liệu'.repeat(200));
    expect(() => openStore(file)).toThrow(/không phải kho số liệu/);
    expect(() => openStore(folder())).toThrow(/Không mở được kho/);
  });

  it('leaves nothing of a migration that fails', () => {
    const file = join(folder(), 'kho.sqlite');
    const db = store(file);
    const broken = {
      version: SCHEMA_VERSION + 1,
      name: 'broken',
      sql: 'CREATE TABLE half (a); SELECT nonsense;',
    };
    expect(() => migrate(db, file, [...MIGRATIONS, broken])).toThrow();
    expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get()).toBe(0);
  });

  it('applies a step that came to the program after a later one', () => {
    const file = join(folder(), 'kho.sqlite');
    const db = new SQLite(file);
    migrate(
      db,
      file,
      MIGRATIONS.filter((m) => m.version !== 4),
    );
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
    db.exec(`INSERT INTO inbox (update_id, body, received_at) VALUES (1, '{}', 1)`);
    db.close();
    const now = store(file);
    expect(now.prepare('SELECT parts FROM inbox').pluck().get()).toBe(0);
    expect(now.prepare('SELECT version FROM migration ORDER BY 1').pluck().all()).toEqual(
      MIGRATIONS.map((m) => m.version),
    );
    expect(now.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  });
});
