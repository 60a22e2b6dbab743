import { expect, test } from 'vitest';
import type { Studio } from '../../src/digest/ports.js';
import { type bot as Bot, bot, front } from './bot.js';
import { at } from './house.js';

const CEMENT_2021 = { time_period: '2021', value: '945000' };
const MORNING = at('2026-11-25 07:00');
const PHOTOS = ['pending', 'sending', 'sent', 'failed', 'uncertain', 'skipped'] as const;

type House = Awaited<ReturnType<typeof Bot>>;

/** Follows cement and wants a digest with pictures. */
async function wants(b: House, chat: number): Promise<void> {
  await b.hears(chat, 'gửi tôi bản tin mỗi sáng 7 giờ kèm biểu đồ');
  await b.hears(chat, 'theo dõi xi măng');
}

const states = (b: House) =>
  PHOTOS.flatMap((state) =>
    b.digests.outbox.list(state).flatMap((r) => (r.kind === 'photo' ? [`${r.chat} ${state}`] : [])),
  );

/** Beats until nothing waits; the clock moves on as real time does. */
async function drain(b: House): Promise<void> {
  const [begun, start] = [performance.now(), b.clock.now];
  while ((b.digests.outbox.counts().pending ?? 0) > 0 || performance.now() - begun < 50) {
    b.clock.now = Math.round(start + (performance.now() - begun) * 20);
    await b.beat();
    await new Promise((r) => setTimeout(r, 10));
    if (performance.now() - begun > 20_000) throw new Error('still waiting');
  }
}

test('a picture of the followed series that changed comes after the words, uploaded once', async () => {
  const f = await front();
  const b = await bot(f);
  for (const chat of [1, 2]) await wants(b, chat);
  await b.hears(3, 'gửi tôi bản tin mỗi sáng 7 giờ');
  await b.hears(3, 'theo dõi xi măng');
  b.load(CEMENT_2021, {
    indicator: 'bia',
    unit: 'lít',
    area: 'ca-nuoc',
    time_period: '2021',
    value: '3900000000',
  });
  b.clock.now = MORNING;
  const preview = await b.hears(1, '/bantin');
  expect(preview.text).toContain('Bản tin gửi kèm 1 biểu đồ.');
  await drain(b);
  expect(f.photos.map((p) => p.chat).sort()).toEqual([1, 2]);
  expect(new Set(f.photos.map((p) => p.bytes.length)).size).toBe(1);
  const [photo] = f.photos;
  expect(photo?.caption).toContain('945');
  expect(photo?.caption).toContain('900');
  expect(photo?.bytes.length).toBeGreaterThan(5_000);
  // The figures of the picture are known to the chat, and corrected with the rest.
  expect(
    b.digests.told.of({ chat: 1, thread: 0 }, 'xi-mang', 'lang-son', '2020').map((t) => t.value),
  ).toContain('900000');
  // Nothing new: no picture.
  b.clock.now = at('2026-11-26 07:00');
  await drain(b);
  expect(f.photos).toHaveLength(2);
  // Another day the same picture has other figures and is uploaded anew; among the chats it goes by its id.
  b.load({ ...CEMENT_2021, value: '950000' });
  b.clock.now = at('2026-11-27 07:00');
  await drain(b);
  expect(f.photos).toHaveLength(4);
});

test('whatever becomes of a picture, it arrives once or is listed; nothing to draw is skipped', async () => {
  const f = await front();
  const b = await bot(f);
  for (const chat of [1, 2, 3, 4, 5, 6]) await wants(b, chat);
  b.load(CEMENT_2021);
  b.clock.now = MORNING;
  f.photoFaults.push('hang', 'reset', 'server', 'hang after');
  await drain(b);
  expect(f.photos).toHaveLength(4);
  expect(new Set(f.photos.map((p) => p.chat)).size).toBe(4);
  const uncertain = states(b).filter((s) => s.endsWith('uncertain'));
  expect(uncertain).toHaveLength(3);
  // The picture that hung after it arrived is one of those, and nobody's second.
  expect(states(b)).toHaveLength(6);
  // An id that Telegram forgot: the picture itself goes again.
  b.load({ ...CEMENT_2021, value: '950000' });
  b.clock.now = at('2026-11-26 07:00');
  f.photoFaults.push('forgotten');
  await drain(b);
  expect(f.photos.length).toBeGreaterThanOrEqual(9);
});

test('a drawing that fails is tried again and holds nothing up', async () => {
  const f = await front();
  let fails = 2;
  const studio: Studio = {
    chart: async () => ({
      key: 'k',
      caption: 'Xi măng',
      fileName: 'Xi măng',
      png: async () => {
        fails -= 1;
        if (fails >= 0) throw new Error('the drawing thread is busy');
        return Buffer.from('\x89PNG', 'latin1');
      },
    }),
  };
  const b = await bot(f, { studio });
  await wants(b, 1);
  b.load(CEMENT_2021);
  b.clock.now = MORNING;
  await b.beat();
  expect(f.photos).toHaveLength(0);
  expect(b.api.textsTo(1).at(-1)).toContain('945 nghìn tấn');
  for (const later of [31, 62]) {
    b.clock.now = MORNING + later * 1_000;
    await b.beat();
  }
  expect(f.photos.map((p) => p.chat)).toEqual([1]);
});

test('a picture that Telegram has from before the program started is neither drawn nor uploaded again', async () => {
  const f = await front();
  const b = await bot(f);
  for (const chat of [1, 2]) await wants(b, chat);
  b.load(CEMENT_2021);
  b.clock.now = MORNING;
  b.db.prepare('UPDATE subscription SET next_at = ? WHERE chat = 2').run(at('2026-11-25 07:30'));
  await drain(b);
  expect(f.photos.map((p) => [p.chat, p.again])).toEqual([[1, false]]);
  await b.digests.scheduler.stop();
  await b.channel.stop();
  const again = await bot(f, {
    file: b.file,
    studio: {
      chart: async (question) => {
        const { key, caption, fileName } = (await b.studio.chart(question))!;
        return { key, caption, fileName, png: () => Promise.reject(new Error('drawn again')) };
      },
    },
  });
  again.clock.now = at('2026-11-25 07:30');
  await drain(again);
  expect(f.photos.map((p) => [p.chat, p.again])).toEqual([
    [1, false],
    [2, true],
  ]);
});
