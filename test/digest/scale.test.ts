import { expect, test } from 'vitest';
import { publishedOf } from '../../src/store/told.js';
import { at, house, Tray } from './house.js';

const WISH = { hour: 7, minute: 0, days: 'daily', content: 'all', whenEmpty: 'line', charts: false } as const;
const MORNING = at('2026-11-25 07:00');
const CEMENT_2021 = { time_period: '2021', value: '945000' };

test('what many are told alike is made once; who was told something else reads something else', async () => {
  const tray = new Tray();
  const { draw } = tray;
  let drawn = 0;
  tray.draw = (blocks) => {
    drawn += 1;
    return draw(blocks);
  };
  const h = house(undefined, tray);
  await h.beat();
  const place = (chat: number) => ({ chat, thread: 0 });
  h.load(CEMENT_2021);
  h.db.transaction(() => {
    for (let chat = 1; chat <= 40; chat++) {
      h.digests.news.hear(place(chat), { observation: 5, history: 0 }, h.clock.now);
      h.digests.subs.put(place(chat), chat, WISH, MORNING, h.clock.now);
    }
  })();
  // These asked for it yesterday and the day before; then it was revised.
  const asked = publishedOf(h.digests.asker.read('xi măng 2021').answer.figures);
  h.digests.told.remember(place(1), 1, asked, at('2026-11-23 08:00'));
  for (const chat of [2, 3]) h.digests.told.remember(place(chat), chat, asked, at('2026-11-24 08:00'));
  h.load({ ...CEMENT_2021, value: '950000' });
  h.clock.now = MORNING;
  await h.beat();
  expect(tray.sent.map((m) => m.chat).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, i) => i + 1),
  );
  expect(drawn).toBe(3);
  const [first = '', second = '', third, fourth = ''] = [1, 2, 3, 4].map((chat) => tray.textsTo(chat)[0]);
  expect(first).toContain('trước đây bot đã báo 945 nghìn tấn (ngày 23/11/2026)');
  expect(second).toContain('trước đây bot đã báo 945 nghìn tấn (ngày 24/11/2026)');
  expect(third).toBe(second);
  expect(fourth).toContain('950 nghìn tấn');
  expect(fourth).not.toContain('945');
});

test('only some beats ahead are planned; who was planned late is told what is news then, and the slot is its own', async () => {
  const h = house();
  await h.beat();
  h.db.transaction(() => {
    for (let chat = 1; chat <= 1_000; chat++)
      h.digests.subs.put({ chat, thread: 0 }, chat, WISH, MORNING, h.clock.now);
  })();
  h.clock.now = MORNING;
  h.digests.courier.pause(true);
  await h.digests.scheduler.beat();
  expect(h.digests.outbox.waiting()).toBe(600);
  await h.digests.scheduler.beat();
  expect(h.digests.outbox.waiting()).toBe(600);
  h.digests.courier.pause(false);
  h.clock.now += 60_000;
  for (let beat = 0; beat < 3; beat++) await h.beat();
  expect(h.tray.sent).toHaveLength(1_000);
  expect(new Set(h.tray.sent.map((m) => m.chat)).size).toBe(1_000);
  const digests = h.db.prepare('SELECT DISTINCT digest FROM outbox').pluck().all();
  expect(digests).toEqual(['d:2026-11-25T07:00']);
});
