import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { Outbox } from '../../src/store/outbox.js';
import { Subscriptions, type Wish } from '../../src/store/subscriptions.js';
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

test('two processes on one store, one killed in the middle of 1,000 recipients', async () => {
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

  second.child.kill('SIGTERM');
  await once(second.child, 'exit');
  db.close();
}, 120_000);
