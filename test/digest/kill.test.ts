import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { valueQuestion } from '../../src/digest/questions.js';
import { openStore } from '../../src/store/open.js';
import { Outbox } from '../../src/store/outbox.js';
import { Subscriptions, type Wish } from '../../src/store/subscriptions.js';
import { observations, row } from '../ingest/fixtures.js';
import { folder } from '../store/folder.js';
import { solieu } from '../support/program.js';
import { front } from './bot.js';

const CHATS = 1_000;
const WISH: Wish = {
  hour: 7,
  minute: 0,
  days: 'daily',
  content: 'watch',
  whenEmpty: 'line',
  charts: false,
};

const senders: ChildProcess[] = [];
afterEach(() => {
  for (const child of senders.splice(0)) child.kill('SIGKILL');
});

/** The built program's digests in a process of their own. */
function sender(file: string, api: { root: string; token: string }) {
  const script = join(import.meta.dirname, 'sender.mjs');
  const child = spawn(process.execPath, [script, file, `${api.root}/`, api.token], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  senders.push(child);
  return { child, out: () => out };
}

test('two processes on one store, one killed in the middle of 1,000 recipients; then figures loaded by a third', async () => {
  const { api } = await front();
  const file = join(folder(), 'kho.sqlite');
  const db = openStore(file);
  const subs = new Subscriptions(db);
  const due = Date.now() - 60_000;
  db.transaction(() => {
    for (let chat = 1; chat <= CHATS; chat++) subs.put({ chat, thread: 0 }, chat, WISH, due, due);
  })();

  const first = sender(file, api);
  await api.until(() => api.messages.length > 200, 'two hundred messages', 60_000);
  const second = sender(file, api);
  await api.until(() => api.messages.length > 400, 'two hundred more', 60_000);
  expect(first.out()).toContain('digests are sent from here');
  expect(second.out()).not.toContain('digests are sent from here');
  // What was under way when it was killed: carried out, but never answered.
  for (let i = 0; i < 3; i++) api.fault({ method: 'sendMessage', after: true, what: { kind: 'hang' } });
  await api.until(() => api.messages.length > 440, 'some more', 60_000);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');

  const outbox = new Outbox(db);
  const open = () => {
    const { pending = 0, sending = 0 } = outbox.counts();
    return pending + sending;
  };
  await api.until(() => subs.due(Date.now(), 1).length === 0 && open() === 0, 'the rest', 60_000);
  expect(second.out()).toContain('digests are sent from here');
  const got = api.messages.map((m) => m.chat);
  expect(new Set(got).size).toBe(got.length);
  const uncertain = new Set(outbox.list('uncertain').map((r) => r.chat));
  const everybody = Array.from({ length: CHATS }, (_, i) => i + 1);
  expect(everybody.filter((c) => !got.includes(c) && !uncertain.has(c))).toEqual([]);
  // Only what was in a request at that moment, and the operator sees which.
  expect(uncertain.size).toBeGreaterThan(0);
  expect(uncertain.size).toBeLessThan(20);
  const shown = solieu(['digest'], { settings: { SOLIEU_DB: file } });
  for (const chat of uncertain) expect(shown.out).toContain(`→ ${chat} (`);

  // Figures that another process loads meanwhile set off an alert, and are in the next digest of who had none.
  const { periods: _, ...cement } = valueQuestion({
    indicators: ['xi-mang'],
    area: 'lang-son',
    period: '2020',
  });
  const question = { ...cement, periods: { value: { type: 'newest' }, from: 'default' } };
  const follow = { label: 'Xi măng', question, crosses: null };
  subs.watch({ chat: 1, thread: 0 }, 1, follow, Date.now());
  subs.put({ chat: 2, thread: 0 }, 2, { ...WISH, content: 'all' }, Date.now() + 3_600_000, Date.now());
  const csv = join(folder(), 'moi.csv');
  writeFileSync(csv, observations(row({ time_period: '2024', value: '1234500', source: 'S01' })));
  const before = api.messages.length;
  expect(solieu(['load', csv], { settings: { SOLIEU_DB: file } }).code).toBe(0);
  await api.until(() => api.messages.length > before, 'an alert', 20_000);
  expect(api.messages[before]).toMatchObject({ chat: 1 });
  expect(api.textsTo(1).at(-1)).toMatch(/Báo tin về chỉ tiêu[\s\S]*1,2345 triệu tấn/);
  db.prepare('UPDATE subscription SET next_at = ? WHERE chat = 2').run(Date.now());
  await api.until(() => api.messages.length > before + 1, 'the next digest', 20_000);
  expect(api.messages[before + 1]).toMatchObject({ chat: 2 });
  expect(api.textsTo(2).at(-1)).toMatch(/Bản tin số liệu[\s\S]*1,2345 triệu tấn/);
  expect(api.messages).toHaveLength(before + 2);

  second.child.kill('SIGTERM');
  await once(second.child, 'exit');
  db.close();
}, 120_000);
