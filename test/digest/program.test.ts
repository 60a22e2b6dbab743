import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { Outbox } from '../../src/store/outbox.js';
import { Subscriptions, type Wish } from '../../src/store/subscriptions.js';
import { observations, row } from '../ingest/fixtures.js';
import { folder } from '../store/folder.js';
import { type Server, solieu, startServer } from '../support/program.js';
import { front } from './bot.js';

const CHATS = 60;
const WISH: Wish = {
  hour: 7,
  minute: 0,
  days: 'daily',
  content: 'watch',
  whenEmpty: 'line',
  charts: false,
};

const servers: Server[] = [];
afterEach(() => {
  for (const { child } of servers.splice(0)) child.kill('SIGKILL');
});

test('the program as it is started, killed in the middle of a digest; then subscribed in words, and figures loaded beside it', async () => {
  const { api } = await front();
  const file = join(folder(), 'kho.sqlite');
  const settings = { SOLIEU_DB: file, TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root };
  const start = () => {
    const server = startServer({ ...settings, LOG_LEVEL: 'info' });
    servers.push(server);
    return server;
  };
  const db = openStore(file);
  const subs = new Subscriptions(db);
  const due = Date.now() - 60_000;
  db.transaction(() => {
    for (let chat = 1; chat <= CHATS; chat++) subs.put({ chat, thread: 0 }, chat, WISH, due, due);
  })();

  const killed = start();
  await api.until(() => api.messages.length > 15, 'some messages', 30_000);
  // What was under way when it was killed: carried out, but never answered.
  for (let i = 0; i < 2; i++) api.fault({ method: 'sendMessage', after: true, what: { kind: 'hang' } });
  await api.until(() => api.messages.length > 25, 'some more');
  killed.child.kill('SIGKILL');
  await killed.ended;
  // Nobody waits here until the dead one's lease ends by itself.
  db.prepare('UPDATE lease SET until = 0').run();
  const server = start();
  const outbox = new Outbox(db);
  const open = () => (outbox.counts().pending ?? 0) + (outbox.counts().sending ?? 0);
  await api.until(() => subs.due(Date.now(), 1).length === 0 && open() === 0, 'the rest', 30_000);
  const got = api.messages.map((m) => m.chat);
  expect(new Set(got).size).toBe(got.length);
  const uncertain = outbox.list('uncertain').map((r) => r.chat);
  expect(uncertain.length).toBeGreaterThan(0);
  const everybody = Array.from({ length: CHATS }, (_, i) => i + 1);
  expect(everybody.filter((c) => !got.includes(c) && !uncertain.includes(c))).toEqual([]);
  const shown = solieu(['digest'], { settings: { SOLIEU_DB: file } });
  for (const chat of uncertain) expect(shown.out).toContain(`→ ${chat} (`);

  // Figures that another process loads set off an alert, and are in the next digest of who had none.
  const answers = async (person: number, text: string) => {
    const count = api.messages.length;
    api.say(person, text);
    await api.until(() => api.messages.length > count, text);
    return api.messages[count]!.text;
  };
  expect(await answers(101, 'theo dõi xi măng')).toContain('Đã theo dõi: Xi măng · Lạng Sơn');
  expect(await answers(102, 'gửi tôi bản tin mỗi sáng 7 giờ')).toContain('Đã đăng ký bản tin.');
  const before = api.messages.length;
  const csv = join(folder(), 'moi.csv');
  writeFileSync(csv, observations(row({ time_period: '2024', value: '1234500', source: 'S01' })));
  expect(solieu(['load', csv], { settings: { SOLIEU_DB: file } }).code).toBe(0);
  db.prepare('UPDATE subscription SET next_at = ? WHERE chat = 102').run(Date.now());
  await api.until(() => api.messages.length >= before + 2, 'an alert and a digest', 20_000);
  expect(api.textsTo(101).at(-1)).toMatch(/Báo tin về chỉ tiêu[\s\S]*1,2345 triệu tấn/);
  expect(api.textsTo(102).at(-1)).toMatch(/Bản tin số liệu[\s\S]*1,2345 triệu tấn/);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(api.messages).toHaveLength(before + 2);
  db.close();
}, 120_000);
