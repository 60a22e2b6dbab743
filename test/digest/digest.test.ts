import { describe, expect, test } from 'vitest';
import { followed } from '../../src/digest/questions.js';
import { nextSlot } from '../../src/digest/times.js';
import type { Wish } from '../../src/store/subscriptions.js';
import { publishedOf } from '../../src/store/told.js';
import { at, house } from './house.js';

const WISH: Wish = { hour: 7, minute: 0, days: 'daily', content: 'all', whenEmpty: 'silent', charts: false };
const ME = { chat: 1, thread: 0 };
const CEMENT_2021 = { time_period: '2021', value: '945000' };

function subscribe(h: ReturnType<typeof house>, place = ME, wish: Partial<Wish> = {}) {
  const full = { ...WISH, ...wish };
  h.digests.subs.put(place, place.chat, full, nextSlot(full, h.clock.now), h.clock.now);
  h.digests.news.hear(place, h.digests.news.mark(), h.clock.now);
}

function follow(h: ReturnType<typeof house>, what: string, crosses: string | null = null, place = ME) {
  const question = followed(h.digests.asker.read(what).question);
  expect(question).not.toBeNull();
  h.digests.subs.watch(place, place.chat, { label: what, question: question!, crosses }, h.clock.now);
}

describe('a digest', () => {
  test('tells what is new since the last one, once, in the words of an answer', async () => {
    const h = house();
    subscribe(h);
    h.load(CEMENT_2021, { ...CEMENT_2021, measure: 'growth', basis: 'yoy', value: '5.0', unit: '%' });
    await h.beat();
    expect(h.tray.sent).toEqual([]);
    h.clock.now = at('2026-11-25 07:00');
    await h.beat();
    const [text = '', ...more] = h.tray.textsTo(1);
    expect(more).toEqual([]);
    expect(text).toContain('Bản tin số liệu công nghiệp, thứ tư 25/11/2026');
    expect(text).toContain('Mới hoặc điều chỉnh từ 24/11/2026');
    const answer = h.digests.asker.read('xi măng Lạng Sơn 2021').reply.plain;
    expect(answer).toContain('945 nghìn tấn');
    for (const line of answer.split('\n')) expect(text).toContain(line);
    // A target of 2022 waits for its actual.
    expect(text).toContain('Có mục tiêu, chờ số thực hiện');
    expect(text).toContain('950 nghìn tấn');
    // Nothing more: silence, and the same minute again changes nothing.
    await h.beat();
    h.clock.now = at('2026-11-26 07:00');
    await h.beat();
    expect(h.tray.sent).toHaveLength(1);
  });

  test('leaves out nothing that is new: also a completion or a monthly change beside other figures', async () => {
    const h = house();
    subscribe(h);
    const electricity = { indicator: 'dien-thuong-pham', time_period: '2021' };
    h.load(
      CEMENT_2021,
      { ...electricity, unit: 'kWh', value: '890000000' },
      { ...electricity, measure: 'completion', unit: '%', value: '97.5' },
      { ...CEMENT_2021, measure: 'growth', basis: 'yoy', value: '5.0', unit: '%' },
    );
    h.clock.now = at('2026-11-25 07:00');
    await h.beat();
    for (const figure of ['945 nghìn tấn', '890 triệu kWh', '97,5 %', '5 %'])
      expect(h.tray.textsTo(1)[0]).toContain(figure);
  });

  test('a revised figure stands beside what this chat was told', async () => {
    const h = house();
    subscribe(h);
    subscribe(h, { chat: 2, thread: 0 });
    h.load(CEMENT_2021);
    h.clock.now = at('2026-11-25 07:00');
    await h.beat();
    expect(h.tray.sent).toHaveLength(2);
    h.load({ ...CEMENT_2021, value: '960000' });
    // Chat 2 asked in between and knows the new figure already.
    const { answer } = h.digests.asker.read('xi măng 2021');
    h.digests.told.remember({ chat: 2, thread: 0 }, 2, publishedOf(answer.figures), h.clock.now);
    h.clock.now = at('2026-11-26 07:00');
    await h.beat();
    expect(h.tray.textsTo(2).slice(1)).toEqual([]);
    expect(h.tray.textsTo(1)[1]).toContain('960 nghìn tấn');
    expect(h.tray.textsTo(1)[1]).toContain(
      'Điều chỉnh: xi măng, Lạng Sơn, năm 2021, số thực hiện: trước đây bot đã báo 945 nghìn tấn (ngày 25/11/2026).',
    );
  });

  test('holds what the chat asked for: everything, a group, or what it follows', async () => {
    const h = house();
    subscribe(h, ME, { content: 'group:dien' });
    subscribe(h, { chat: 2, thread: 0 }, { content: 'watch' });
    subscribe(h, { chat: -3, thread: 5 });
    follow(h, 'sản lượng bia', null, { chat: 2, thread: 0 });
    h.load(CEMENT_2021);
    h.clock.now = at('2026-11-25 07:00');
    await h.beat();
    expect(h.tray.sent.map((m) => [m.chat, m.thread])).toEqual([[-3, 5]]);
    h.load(
      { indicator: 'dien-thuong-pham', unit: 'kWh', time_period: '2021', value: '890000000' },
      { indicator: 'bia', unit: 'lít', area: 'ca-nuoc', time_period: '2021', value: '3900000000' },
    );
    h.clock.now = at('2026-11-26 07:00');
    await h.beat();
    expect(h.tray.textsTo(1)[0]).toContain('890 triệu kWh');
    expect(h.tray.textsTo(1)[0]).not.toContain('Bia');
    const two = h.tray.textsTo(2).join('\n');
    expect(two).toContain('3,9 tỷ lít');
    expect(two).not.toContain('kWh');
    expect(h.tray.textsTo(-3)[1]).toContain('890 triệu kWh');
    expect(h.tray.textsTo(-3)[1]).not.toContain('Bia');
  });

  test('with nothing new: a line for those who want one', async () => {
    const h = house();
    subscribe(h, ME, { whenEmpty: 'line' });
    follow(h, 'xi măng');
    h.clock.now = at('2026-11-25 07:00');
    await h.beat();
    expect(h.tray.textsTo(1)).toEqual([
      'Bản tin số liệu công nghiệp, thứ tư 25/11/2026\n\nKhông có số liệu mới hoặc điều chỉnh từ 24/11/2026.',
    ]);
  });

  test('a slot missed by a stopped program: sent when fresh, else skipped and noted', async () => {
    const h = house();
    subscribe(h);
    subscribe(h, { chat: 2, thread: 0 }, { hour: 5 });
    h.load(CEMENT_2021);
    h.clock.now = at('2026-11-25 08:30');
    await h.beat();
    expect(h.tray.sent.map((m) => m.chat)).toEqual([1]);
    expect(h.digests.outbox.list('skipped')).toMatchObject([{ chat: 2, digest: 'd:2026-11-25T05:00' }]);
    expect(h.log.join()).toContain('digests skipped');
    // What the skipped one would have said is in the next.
    h.clock.now = at('2026-11-26 05:00');
    await h.beat();
    expect(h.tray.textsTo(2)[0]).toContain('945 nghìn tấn');
  });

  test('clocks that are set forward and back send nothing twice and forget nobody', async () => {
    const h = house();
    subscribe(h, ME, { whenEmpty: 'line' });
    h.clock.now = at('2027-05-01 07:30');
    await h.beat();
    expect(h.tray.sent).toHaveLength(1);
    h.clock.now = at('2026-11-25 06:00');
    await h.beat();
    h.clock.now = at('2026-11-25 07:00');
    await h.beat();
    await h.beat();
    expect(h.tray.sent).toHaveLength(2);
    h.clock.now = at('2026-11-25 06:58');
    await h.beat();
    h.clock.now = at('2026-11-25 07:01');
    await h.beat();
    expect(h.tray.sent).toHaveLength(2);
  });

  test('what was told or shown is forgotten after 90 days', async () => {
    const h = house();
    await h.beat();
    const figures = publishedOf(h.digests.asker.read('xi măng 2020').answer.figures);
    for (const ledger of [h.digests.told, h.digests.previews]) ledger.remember(ME, 1, figures, h.clock.now);
    const known = () =>
      [h.digests.told, h.digests.previews].map((l) => l.of(ME, 'xi-mang', 'lang-son', '2020').length > 0);
    h.clock.now += 89 * 24 * 60 * 60_000;
    await h.beat();
    expect(known()).toEqual([true, true]);
    h.clock.now += 2 * 24 * 60 * 60_000;
    await h.beat();
    expect(known()).toEqual([false, false]);
  });

  test('figures that take the place of removed ones are news', async () => {
    const h = house();
    subscribe(h);
    h.db.exec(
      `DELETE FROM observation WHERE indicator = 'bia'; UPDATE fact_revision SET number = number + 1;`,
    );
    h.load(CEMENT_2021);
    h.clock.now = at('2026-11-25 07:00');
    await h.beat();
    expect(h.tray.textsTo(1)[0]).toContain('945 nghìn tấn');
  });

  test('a figure that was withdrawn is told to those who were told it', async () => {
    const h = house();
    subscribe(h);
    h.load(CEMENT_2021);
    h.clock.now = at('2026-11-25 07:00');
    await h.beat();
    h.db.exec(`INSERT INTO observation_history (replaced_at, reason, indicator, area, time_period, measure, basis, level,
        source, value, unit, status, as_published, trust, place, note, file, line)
      SELECT '2026-11-25T01:00:00Z', 'removed', indicator, area, time_period, measure, basis, level, source, value, unit,
        status, as_published, trust, place, note, 'a', 1 FROM observation WHERE time_period = '2021';
      DELETE FROM observation WHERE time_period = '2021'; UPDATE fact_revision SET number = number + 1;`);
    h.clock.now = at('2026-11-26 07:00');
    await h.beat();
    expect(h.tray.textsTo(1)[1]).toContain(
      'trước đây bot đã báo 945 nghìn tấn (ngày 25/11/2026). Nguồn đã rút số liệu này',
    );
    h.clock.now = at('2026-11-27 07:00');
    await h.beat();
    expect(h.tray.sent).toHaveLength(2);
  });
});
