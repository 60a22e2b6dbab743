import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { followed } from '../../src/digest/questions.js';
import { publishedOf } from '../../src/store/told.js';
import { folder } from '../store/folder.js';
import { at, house } from './house.js';

const CEMENT_2021 = { time_period: '2021', value: '945000' };
const GROWTH_2021 = { ...CEMENT_2021, measure: 'growth', basis: 'yoy', unit: '%' };
const ME = { chat: 1, thread: 0 };

function follow(
  h: ReturnType<typeof house>,
  what: string,
  crosses: string | null = null,
  place = ME,
  only: 'plan' | 'revised' | null = null,
) {
  const question = followed(h.digests.asker.read(what).question);
  h.digests.subs.watch(place, place.chat, { label: what, question: question!, crosses, only }, h.clock.now);
}

describe('alerts', () => {
  test('a new figure of a followed indicator is told at once, and not again by anything', async () => {
    const h = house();
    await h.beat();
    follow(h, 'xi măng');
    follow(h, 'điện thương phẩm', null, { chat: 2, thread: 0 });
    h.load(CEMENT_2021);
    await h.beat();
    expect(h.tray.sent.map((m) => m.chat)).toEqual([1]);
    expect(h.tray.sent[0]!.text).toContain('Báo tin về chỉ tiêu đang theo dõi');
    expect(h.tray.sent[0]!.text).toContain('945 nghìn tấn');
    await h.beat();
    const wish = {
      hour: 7,
      minute: 0,
      days: 'daily',
      content: 'all',
      whenEmpty: 'silent',
      charts: false,
    } as const;
    h.digests.subs.put(ME, 1, wish, at('2026-11-25 07:00'), h.clock.now);
    h.clock.now = at('2026-11-25 07:00');
    await h.beat();
    expect(h.tray.sent).toHaveLength(1);
  });

  test('a revision says what was told before; below plan names its base', async () => {
    const h = house();
    follow(h, 'xi măng');
    h.load(CEMENT_2021);
    // The first beat only learns where the news begins.
    await h.beat();
    expect(h.tray.sent).toEqual([]);
    h.digests.told.remember(ME, 1, publishedOf(h.digests.asker.read('xi măng 2021').answer.figures), 1_000);
    h.load({ ...CEMENT_2021, value: '960000' }, { time_period: '2022', value: '940000' });
    await h.beat();
    const [text = ''] = h.tray.textsTo(1);
    expect(text).toContain('trước đây bot đã báo 945 nghìn tấn');
    expect(text).toContain('Dưới kế hoạch năm 2022: thực hiện 940 nghìn tấn, mục tiêu 950 nghìn tấn.');
  });

  test('what a digest tells at the same time, or while an alert still waits, comes once', async () => {
    const h = house();
    await h.beat();
    const wish = {
      hour: 7,
      minute: 0,
      days: 'daily',
      content: 'watch',
      whenEmpty: 'silent',
      charts: false,
    } as const;
    for (const chat of [1, 2]) {
      follow(h, 'xi măng', null, { chat, thread: 0 });
      h.digests.subs.put({ chat, thread: 0 }, chat, wish, at('2026-11-25 07:00'), h.clock.now);
      h.digests.news.hear({ chat, thread: 0 }, h.digests.news.mark(), h.clock.now);
    }
    h.load(CEMENT_2021);
    h.clock.now = at('2026-11-25 07:00');
    await h.beat();
    expect(h.tray.sent.map((m) => [m.chat, m.text.slice(0, 7)])).toEqual([
      [1, 'Bản tin'],
      [2, 'Bản tin'],
    ]);
    // An alert that Telegram keeps waiting until the next digest.
    h.load({ ...CEMENT_2021, value: '960000' });
    h.clock.now = at('2026-11-26 06:30');
    const later = { kind: 'again', ms: 31 * 60_000, why: '429', counts: false } as const;
    h.tray.fates.push(later, later);
    await h.beat();
    h.clock.now = at('2026-11-26 07:00');
    await h.beat();
    h.clock.now = at('2026-11-26 07:10');
    await h.beat();
    expect(h.tray.sent.slice(2).map((m) => [m.chat, m.text.slice(0, 7)])).toEqual([
      [1, 'Bản tin'],
      [2, 'Bản tin'],
    ]);
  });

  test('a threshold lets through only what crosses it', async () => {
    const h = house();
    await h.beat();
    follow(h, 'xi măng', '10');
    h.load(CEMENT_2021, { ...GROWTH_2021, value: '5.0' });
    await h.beat();
    expect(h.tray.sent).toEqual([]);
    h.load({ time_period: '2022', measure: 'growth', basis: 'yoy', unit: '%', value: '12.5' });
    await h.beat();
    expect(h.tray.textsTo(1)[0]).toContain(
      'Qua ngưỡng theo dõi (tăng từ 10 % trở lên): tăng 12,5 % so với năm 2021.',
    );
    // Still above: crossed no more.
    h.load({ time_period: '2023', measure: 'growth', basis: 'yoy', unit: '%', value: '15' });
    await h.beat();
    expect(h.tray.sent).toHaveLength(1);
  });

  test('a check that a kill ended half way is ended under its name, whatever was loaded meanwhile', async () => {
    const file = join(folder(), 'kho.sqlite');
    const killed = house(file);
    await killed.beat();
    for (const chat of [1, 2, 3]) follow(killed, 'xi măng', null, { chat, thread: 0 });
    killed.load(CEMENT_2021);
    // The first place's alert is in the outbox; then everything ends.
    let places = 0;
    const made = await killed.digests.alerts.check(killed.clock.now, () => {
      places += 1;
      return places > 1;
    });
    expect(made).toBe(1);
    killed.load({ time_period: '2022', value: '960000' });
    killed.digests.lease.release();
    const h = house(file);
    await h.beat();
    // The second one names 2021 as its base, and no more.
    expect(
      h.tray.sent.map((m) => `${m.chat} ${m.text.includes('960 nghìn tấn') ? 2022 : 2021}`).sort(),
    ).toEqual([1, 2, 3].flatMap((chat) => [`${chat} 2021`, `${chat} 2022`]));
    for (const { text } of h.tray.sent.filter((m) => m.text.includes('960')))
      expect(text.match(/945/g)).toHaveLength(1);
    const sent = h.tray.sent.length;
    await h.beat();
    expect(h.tray.sent).toHaveLength(sent);
  });

  test('a threshold is crossed by a growth that follows from two levels, too', async () => {
    const h = house();
    await h.beat();
    follow(h, 'xi măng', '10');
    follow(h, 'xi măng', '-5', { chat: 2, thread: 0 });
    h.load({ time_period: '2021', value: '1000000' });
    await h.beat();
    expect(h.tray.sent.map((m) => m.chat)).toEqual([1]);
    expect(h.tray.textsTo(1)[0]).toContain(
      'Qua ngưỡng theo dõi (tăng từ 10 % trở lên): tăng 11,11 % so với năm 2020.',
    );
    h.load({ time_period: '2022', value: '940000' });
    await h.beat();
    expect(h.tray.sent.map((m) => m.chat)).toEqual([1, 2]);
    expect(h.tray.textsTo(2)[0]).toContain(
      'Qua ngưỡng theo dõi (giảm từ 5 % trở lên): giảm 6 % so với năm 2021.',
    );
    // A level and its growth in one load: one remark; so also for an actual below its target.
    follow(h, 'xi măng', null, { chat: 3, thread: 0 });
    h.load(
      { time_period: '2023', value: '1128000' },
      { time_period: '2023', value: '20', measure: 'growth', basis: 'yoy', unit: '%' },
      { time_period: '2023', value: '1200000', measure: 'target', status: '' },
    );
    await h.beat();
    expect(
      h.tray
        .textsTo(1)
        .at(-1)!
        .match(/Qua ngưỡng/g),
    ).toHaveLength(1);
    expect(
      h.tray
        .textsTo(3)
        .at(-1)!
        .match(/Dưới kế hoạch/g),
    ).toHaveLength(1);
  });

  test('only what is below plan, only what is revised; each with its base', async () => {
    const h = house();
    await h.beat();
    const [all, plan, revised] = [1, 2, 3].map((chat) => ({ chat, thread: 0 }));
    follow(h, 'xi măng', null, all);
    follow(h, 'xi măng', null, plan, 'plan');
    follow(h, 'xi măng', null, revised, 'revised');
    h.load(CEMENT_2021);
    await h.beat();
    expect(h.tray.sent.map((m) => m.chat)).toEqual([1]);
    // The base of a new figure: said once, by the answer or beside it.
    expect(h.tray.sent[0]!.text.match(/năm 2020/g)).not.toBeNull();
    h.load({ time_period: '2022', value: '940000' });
    await h.beat();
    expect(h.tray.sent.map((m) => m.chat)).toEqual([1, 1, 2]);
    expect(h.tray.textsTo(2)[0]).toContain(
      'Dưới kế hoạch năm 2022: thực hiện 940 nghìn tấn, mục tiêu 950 nghìn tấn.',
    );
    h.load({ ...CEMENT_2021, value: '960000' });
    await h.beat();
    expect(h.tray.sent.map((m) => m.chat)).toEqual([1, 1, 2, 1, 3]);
    // Who was told the old figure hears when; who was not, what was published.
    expect(h.tray.textsTo(1)[2]).toContain('trước đây bot đã báo 945 nghìn tấn (ngày 24/11/2026)');
    expect(h.tray.textsTo(3)[0]).toContain('trước đây công bố 945 nghìn tấn.');
  });

  test('who paused the digest or blocked the bot hears nothing', async () => {
    const h = house();
    await h.beat();
    follow(h, 'xi măng');
    h.digests.subs.block(1, 0);
    h.load(CEMENT_2021);
    await h.beat();
    expect(h.tray.sent).toEqual([]);
  });
});

describe('corrections', () => {
  test('go to exactly those who were told the old figure, once', async () => {
    const h = house();
    h.load(CEMENT_2021);
    const figures = publishedOf(h.digests.asker.read('xi măng 2021').answer.figures);
    h.digests.told.remember(ME, 1, figures, at('2026-11-20 09:00'));
    h.digests.told.remember({ chat: -7, thread: 3 }, 5, figures, at('2026-11-21 09:00'));
    h.digests.told.remember({ chat: 2, thread: 0 }, 2, figures, at('2026-07-01 09:00'));
    h.digests.told.prune(h.clock.now - 90 * 24 * 60 * 60_000);
    expect(h.digests.corrections.find(h.clock.now)).toEqual([]);
    h.load({ ...CEMENT_2021, value: '960000' });
    // Chat 9 asked after the revision.
    const right = publishedOf(h.digests.asker.read('xi măng 2021').answer.figures);
    h.digests.told.remember({ chat: 9, thread: 0 }, 9, right, h.clock.now);
    h.clock.now = Date.now();
    expect(h.digests.corrections.send(h.clock.now)).toBe(2);
    expect(h.digests.corrections.send(h.clock.now)).toBe(0);
    await h.beat();
    expect(h.tray.sent.map((m) => [m.chat, m.thread]).sort()).toEqual([
      [-7, 3],
      [1, 0],
    ]);
    const [text = ''] = h.tray.textsTo(1);
    expect(text).toContain('Đính chính');
    expect(text).toContain(
      'Xi măng, Lạng Sơn, năm 2021, số thực hiện: trước đây bot đã báo 945 nghìn tấn (ngày 20/11/2026).',
    );
    expect(text).toContain('Số liệu hiện nay: 960 nghìn tấn.');
    expect(text).toContain('Nguồn: Cục Thống kê');
    expect(h.digests.corrections.find(h.clock.now)).toEqual([]);
  });
});
