import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { erasePerson, moveChat } from '../../src/store/chats.js';
import { Lease } from '../../src/store/lease.js';
import { MIGRATIONS } from '../../src/store/migrations.js';
import { migrate } from '../../src/store/open.js';
import { Outbox, type Parcel } from '../../src/store/outbox.js';
import { Subscriptions, type Wish } from '../../src/store/subscriptions.js';
import { Told, type ToldFigure } from '../../src/store/told.js';
import { folder, store } from './folder.js';

const WISH: Wish = { hour: 7, minute: 0, days: 'daily', content: 'all', whenEmpty: 'silent', charts: false };
const AT = (chat: number, thread = 0) => ({ chat, thread });
const GROUP = -1_001_234_567_890;

const parcel = (chat: number, more: Partial<Parcel> = {}): Parcel => ({
  digest: 'd:2026-11-25T07:00',
  chat,
  thread: 0,
  part: 0,
  body: 'chào',
  notBefore: 1_000,
  until: 9_000,
  settles: null,
  ...more,
});

const figure: ToldFigure = {
  indicator: 'xi-mang',
  area: 'lang-son',
  level: 'area',
  measure: 'actual',
  basis: null,
  period: '2021',
  value: '950000',
  valueTo: null,
  bound: null,
  unit: 'tấn',
  status: 'A',
  source: 'S1',
};

describe('subscriptions', () => {
  it('is one for each chat and topic, and comes due once', () => {
    const subs = new Subscriptions(store());
    subs.put(AT(1), 1, WISH, 500, 0);
    subs.put(AT(GROUP, 7), 1, { ...WISH, content: 'group:dien' }, 400, 0);
    subs.put(AT(1), 1, { ...WISH, hour: 8 }, 600, 1);
    expect(subs.due(399, 10)).toEqual([]);
    expect(subs.due(600, 10).map((s) => [s.chat, s.thread, s.hour, s.content])).toEqual([
      [GROUP, 7, 7, 'group:dien'],
      [1, 0, 8, 'all'],
    ]);
    const [first] = subs.due(600, 1);
    expect(subs.advance(first!, 9_000)).toBe(true);
    expect(subs.advance(first!, 9_000)).toBe(false);
    expect(subs.due(600, 10)).toHaveLength(1);
    subs.setState(AT(1), 'off', 2);
    expect(subs.due(600, 10)).toEqual([]);
    subs.put(AT(1), 1, WISH, 500, 3);
    subs.block(1, 4);
    expect(subs.due(600, 10)).toEqual([]);
    expect(subs.isBlocked(1)).toBe(true);
    expect(subs.unblock(1)).toBe(true);
    expect(subs.unblock(1)).toBe(false);
    expect(subs.due(600, 10)).toHaveLength(1);
    expect(subs.active()).toHaveLength(2);
  });

  it('keeps what is followed, each name once', () => {
    const subs = new Subscriptions(store());
    const what = { label: 'Xi măng', question: { kind: 'value', a: 1 }, crosses: null };
    subs.watch(AT(1), 1, what, 0);
    subs.watch(AT(1), 1, { ...what, crosses: '10' }, 1);
    expect(subs.watches(AT(1))).toMatchObject([
      { label: 'Xi măng', question: { kind: 'value', a: 1 }, crosses: '10' },
    ]);
    expect([...subs.everyWatch()]).toHaveLength(1);
    expect(subs.unwatch(AT(1), 'Xi măng')).toBe(true);
    expect(subs.unwatch(AT(1), 'Xi măng')).toBe(false);
  });
});

describe('outbox', () => {
  it('takes each part once and gives it out once', () => {
    const box = new Outbox(store());
    expect(box.add(parcel(1), 0)).toBe(true);
    expect(box.add(parcel(1), 0)).toBe(false);
    box.add(parcel(1, { part: 1 }), 0);
    expect(box.pending(999, 0, 10)).toEqual([]);
    // The second part waits for the first.
    const [row, ...more] = box.pending(1_000, 0, 10);
    expect(more).toEqual([]);
    expect(box.claim(row!.id, 'a', 1_001)).toBe(true);
    expect(box.claim(row!.id, 'b', 1_001)).toBe(false);
    expect(box.sent(row!.id, 55, 1_002)).toBe(true);
    expect(box.pending(2_000, 0, 10).map((r) => r.part)).toEqual([1]);
    expect(box.add(parcel(1), 3_000)).toBe(false);
    expect(box.counts()).toEqual({ sent: 1, pending: 1 });
  });

  it('leaves what an earlier owner was sending uncertain, and tries again only what is put back', () => {
    const box = new Outbox(store());
    for (const chat of [1, 2, 3]) box.add(parcel(chat), 0);
    const [a, b, c] = box.pending(1_000, 0, 10);
    box.claim(a!.id, 'old', 1);
    box.claim(b!.id, 'new', 1);
    box.claim(c!.id, 'new', 1);
    expect(box.orphans('new', 2).map((r) => r.chat)).toEqual([1]);
    box.again(b!.id, '429', 5_000, 2);
    box.failed(c!.id, 'blocked', 2);
    expect(box.pending(1_000, 0, 10)).toEqual([]);
    expect(box.pending(5_000, 0, 10).map((r) => [r.chat, r.attempts])).toEqual([[2, 1]]);
    expect(box.list('uncertain').map((r) => r.chat)).toEqual([1]);
    // The old owner was only slow: its answer counts.
    expect(box.sent(a!.id, 9, 3)).toBe(true);
    expect(box.late(9_001).map((r) => r.chat)).toEqual([2]);
    expect(box.counts()).toEqual({ sent: 1, failed: 1, skipped: 1 });
  });

  it('supersedes and drops only what waits', () => {
    const box = new Outbox(store());
    box.add(parcel(1), 0);
    box.add(parcel(1, { digest: 'c:1' }), 0);
    box.add(parcel(2, { thread: 4 }), 0);
    expect(box.supersede(AT(1), 'd:2026-11-26T07:00', 1)).toBe(1);
    expect(box.drop(2, 5, 'failed', 'x', 1)).toBe(0);
    expect(box.drop(2, null, 'failed', 'x', 1)).toBe(1);
    expect(box.pending(1_000, 0, 10).map((r) => r.digest)).toEqual(['c:1']);
  });
});

describe('told', () => {
  it('remembers the last figure under a key, finds everyone who was told it, forgets', () => {
    const told = new Told(store());
    told.remember(AT(1), 1, [figure], 100);
    told.remember(AT(1), 1, [{ ...figure, value: '960000' }], 200);
    told.remember(AT(GROUP, 3), 0, [figure], 150);
    expect(told.of(AT(1), 'xi-mang', 'lang-son', '2021')).toMatchObject([{ value: '960000', at: 200 }]);
    expect(told.everywhere(figure).map((r) => [r.chat, r.thread, r.value])).toEqual([
      [GROUP, 3, '950000'],
      [1, 0, '960000'],
    ]);
    expect(told.everywhere({ ...figure, measure: 'growth', basis: 'yoy' })).toEqual([]);
    expect(told.prune(200)).toBe(1);
  });
});

describe('lease', () => {
  it('has one owner until it ends, also over clocks set back', () => {
    const db = store();
    const [a, b] = [new Lease(db, 'digest', 'a', 1_000), new Lease(db, 'digest', 'b', 1_000)];
    expect(a.hold(0)).toBe(true);
    expect(b.hold(999)).toBe(false);
    expect(a.hold(500)).toBe(true);
    expect(b.hold(1_500)).toBe(true);
    expect(a.hold(1_501)).toBe(false);
    b.release();
    expect(a.hold(1_502)).toBe(true);
    expect(b.hold(-1_000_000)).toBe(true);
  });
});

describe('chats', () => {
  it('rewrites the id of a group everywhere', () => {
    const db = store();
    const [subs, told, box] = [new Subscriptions(db), new Told(db), new Outbox(db)];
    subs.put(AT(-5), 1, WISH, 0, 0);
    subs.watch(AT(-5, 2), 1, { label: 'a', question: {}, crosses: null }, 0);
    told.remember(AT(-5), 1, [figure], 0);
    box.add(parcel(-5), 0);
    moveChat(db, -5, GROUP);
    expect(subs.get(AT(GROUP))).not.toBeNull();
    expect(subs.get(AT(-5))).toBeNull();
    expect(subs.watches(AT(GROUP, 2))).toHaveLength(1);
    expect(told.everywhere(figure).map((r) => r.chat)).toEqual([GROUP]);
    expect(box.pending(1_000, 0, 9).map((r) => r.chat)).toEqual([GROUP]);
  });

  it('erases a person and leaves others alone', () => {
    const db = store();
    const [subs, told, box] = [new Subscriptions(db), new Told(db), new Outbox(db)];
    const previews = new Told(db, 'previewed');
    for (const id of [1, 2]) {
      previews.remember(AT(id), id, [figure], 0);
      subs.put(AT(id), id, WISH, 0, 0);
      subs.watch(AT(id), id, { label: 'a', question: {}, crosses: null }, 0);
      told.remember(AT(id), id, [figure], 0);
      box.add(parcel(id), 0);
    }
    subs.put(AT(GROUP), 1, WISH, 0, 0);
    told.remember(AT(GROUP), 1, [figure], 0);
    previews.remember(AT(GROUP), 1, [figure], 0);
    const body = (id: number) => JSON.stringify({ message: { from: { id }, text: 'xi măng?' } });
    const add = db.prepare(
      `INSERT INTO inbox (update_id, chat_id, body, received_at, state) VALUES (?, ?, ?, 0, 'done')`,
    );
    add.run(1, 1, body(1));
    add.run(2, GROUP, body(1));
    add.run(3, GROUP, body(2));
    expect(erasePerson(db, 1)).toEqual({ subscriptions: 1, watches: 1, figures: 2 });
    const rest = JSON.stringify(
      ['subscription', 'watch', 'told', 'previewed', 'heard', 'outbox'].map((t) =>
        db.prepare(`SELECT * FROM ${t}`).all(),
      ),
    );
    expect(rest).not.toMatch(/"(chat|person)":1\b/);
    expect(subs.get(AT(GROUP))).toMatchObject({ person: 0, state: 'on' });
    expect(subs.get(AT(2))).not.toBeNull();
    expect(db.prepare('SELECT body FROM inbox ORDER BY update_id').pluck().all()).toEqual([
      '{}',
      '{}',
      body(2),
    ]);
  });
});

it('a store of the version before keeps what it held, and gets the new tables', () => {
  const file = join(folder(), 'cu.sqlite');
  const old = new SQLite(file);
  migrate(
    old,
    file,
    MIGRATIONS.filter((m) => m.version <= 2),
  );
  old.exec(`INSERT INTO setting VALUES ('inbox.offset', '77');
    INSERT INTO inbox (update_id, chat_id, body, received_at) VALUES (76, 5, '{}', 1);
    INSERT INTO button VALUES ('abc', '{"kind":"value"}', 3);`);
  expect(old.pragma('user_version', { simple: true })).toBe(2);
  old.close();
  const db = store(file);
  expect(db.prepare('SELECT value FROM setting').pluck().get()).toBe('77');
  expect(db.prepare('SELECT update_id, state FROM inbox').all()).toEqual([
    { update_id: 76, state: 'pending' },
  ]);
  expect(db.prepare('SELECT key FROM button').pluck().get()).toBe('abc');
  const subs = new Subscriptions(db);
  subs.put(AT(5), 5, WISH, 10, 0);
  db.close();
  expect(new Subscriptions(store(file)).get(AT(5))).toMatchObject({ hour: 7, state: 'on', nextAt: 10 });
});
