import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { Outbox } from '../../src/store/outbox.js';
import { Subscriptions } from '../../src/store/subscriptions.js';
import { folder } from '../store/folder.js';
import { startServer } from '../support/program.js';
import { front } from './bot.js';

const CHATS = 1_000;

test('SIGKILL in the middle of 1,000 recipients, and started again: nobody twice, nobody lost in silence', async () => {
  const { api } = await front();
  const file = join(folder(), 'kho.sqlite');
  const settings = { TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, SOLIEU_DB: file };
  const db = openStore(file);
  const subs = new Subscriptions(db);
  const due = Date.now() - 60_000;
  db.transaction(() => {
    for (let chat = 1; chat <= CHATS; chat++)
      subs.put(
        { chat, thread: 0 },
        chat,
        { hour: 7, minute: 0, days: 'daily', content: 'watch', whenEmpty: 'line', charts: false },
        due,
        due,
      );
  })();
  // What was under way when it was killed: carried out, but never answered.
  const first = startServer(settings);
  await api.until(() => api.messages.length > 300, 'three hundred messages', 60_000);
  for (let i = 0; i < 3; i++) api.fault({ method: 'sendMessage', after: true, what: { kind: 'hang' } });
  await api.until(() => api.messages.length > 340, 'some more', 60_000);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const second = startServer(settings);
  const outbox = new Outbox(db);
  const open = () => {
    const { pending = 0, sending = 0 } = outbox.counts();
    return pending + sending;
  };
  const planned = () => subs.due(Date.now(), 1).length === 0;
  await api.until(() => planned() && open() === 0, 'the rest', 120_000);
  second.child.kill('SIGTERM');
  await second.ended;
  const got = api.messages.map((m) => m.chat);
  expect(new Set(got).size).toBe(got.length);
  const uncertain = new Set(outbox.list('uncertain').map((r) => r.chat));
  const lost = Array.from({ length: CHATS }, (_, i) => i + 1).filter(
    (c) => !got.includes(c) && !uncertain.has(c),
  );
  expect(lost).toEqual([]);
  // Only what was in a request at that moment.
  expect(uncertain.size).toBeGreaterThan(0);
  expect(uncertain.size).toBeLessThan(20);
  db.close();
}, 240_000);
