import { describe, expect, test } from 'vitest';
import { bot, front } from './bot.js';
import { at } from './house.js';

const GROUP = -1_001_234_567_890;
const CEMENT_2021 = { time_period: '2021', value: '945000' };

describe('in a private chat', () => {
  test('subscribed in words, previewed, received, and stopped', async () => {
    const b = await bot(await front());
    const said = await b.hears(1, 'gửi tôi bản tin mỗi sáng 7 giờ');
    expect(said.text).toContain('Đã đăng ký bản tin.');
    expect(said.text).toContain(
      'Bản tin: mỗi ngày lúc 7:00; mọi số liệu của Lạng Sơn; chỉ gửi khi có số liệu mới.',
    );
    expect(said.text).toContain('Lần tới: 7:00 ngày 25/11/2026.');
    b.load(CEMENT_2021);
    b.clock.now = at('2026-11-25 06:59');
    await b.beat();
    b.clock.now = at('2026-11-25 07:00');
    const preview = await b.hears(1, '/bantin');
    await b.beat();
    const digest = b.api.messages.at(-1)!;
    expect(b.api.messages).toHaveLength(3);
    expect(digest.text).toContain('945 nghìn tấn');
    expect(preview.text).toBe(
      `${digest.text}\n\nĐây là bản xem trước; bản tin chính thức gửi đúng giờ đã chọn.`,
    );
    expect((await b.hears(1, '/huy')).text).toContain('Đã dừng bản tin');
    b.load({ ...CEMENT_2021, value: '950000' });
    b.clock.now = at('2026-11-26 07:00');
    await b.beat();
    expect(b.api.messages).toHaveLength(4);
  });

  test('a figure that was asked for is known, and corrected when it changes', async () => {
    const b = await bot(await front());
    expect((await b.hears(1, 'xi măng 2020')).text).toContain('900 nghìn tấn');
    expect((await b.hears(2, 'điện thương phẩm 2020')).text).toContain('855 triệu kWh');
    await b.api.until(() => b.inbox.pending().length === 0);
    b.load({ time_period: '2020', value: '910000' });
    b.clock.now = Date.now();
    expect(b.digests.corrections.send(b.clock.now)).toBe(1);
    await b.beat();
    expect(b.api.textsTo(1).at(-1)).toContain(
      'Xi măng, Lạng Sơn, năm 2020, số thực hiện: trước đây bot đã báo 900 nghìn tấn (ngày 24/11/2026).',
    );
    expect(b.api.textsTo(2)).toHaveLength(1);
  });

  test('following, listing and unfollowing, in words, commands and buttons', async () => {
    const b = await bot(await front());
    expect((await b.hears(1, 'theo dõi xi măng')).text).toContain('Đã theo dõi: Xi măng');
    expect((await b.hears(1, '/theodoi điện thương phẩm khi tăng trên 10%')).text).toContain(
      'Sẽ báo khi tăng từ 10 % trở lên',
    );
    const list = await b.hears(1, '/danhsach');
    expect(list.text).toContain('Điện thương phẩm · Lạng Sơn (báo khi tăng từ 10 % trở lên)');
    expect(list.buttons).toHaveLength(2);
    b.api.press(1, list, list.buttons[0]![0]!.data);
    await b.api.until(() => b.api.edits.length === 1);
    expect(b.api.edits[0]!.text).not.toContain('Xi măng');
    expect((await b.hears(1, 'bỏ theo dõi điện thương phẩm')).text).toContain(
      'Đã bỏ theo dõi: Điện thương phẩm',
    );
    expect((await b.hears(1, 'danh sach theo doi')).text).toContain('Chưa theo dõi chỉ tiêu nào');
    expect((await b.hears(1, '/theodoi')).text).toContain('Gõ ví dụ');
    expect((await b.hears(1, '/theodoi xi măng 2020')).text).toContain('Chỉ theo dõi được chỉ tiêu');
  });

  test('settings by buttons', async () => {
    const b = await bot(await front());
    const view = await b.hears(1, '/caidat');
    expect(view.text).toContain('Chưa đăng ký bản tin');
    const button = (label: string) => view.buttons.flat().find((x) => x.text.endsWith(label))!.data;
    for (const [label, expected] of [
      ['Bật bản tin', 'mỗi ngày lúc 7:00'],
      ['8:00', 'lúc 8:00'],
      ['Thứ hai', 'thứ hai hằng tuần'],
      ['Chỉ tiêu theo dõi', 'các chỉ tiêu đang theo dõi'],
      ['Luôn gửi', 'luôn gửi'],
    ] as const) {
      const count = b.api.edits.length;
      b.api.press(1, view, button(label));
      await b.api.until(() => b.api.edits.length > count, label);
      expect(b.api.edits.at(-1)!.text).toContain(expected);
    }
    expect(b.digests.subs.get({ chat: 1, thread: 0 })).toMatchObject({
      hour: 8,
      days: 'monday',
      content: 'watch',
      whenEmpty: 'line',
      state: 'on',
    });
    b.api.press(1, view, 'v1:s:nonsense');
    await b.api.until(() => b.api.acknowledged.some((a) => a.alert));
  });

  test('a group of indicators', async () => {
    const b = await bot(await front());
    expect((await b.hears(1, '/dangky 8 giờ ngày làm việc điện')).text).toMatch(
      /ngày làm việc.*lúc 8:00; .*điện/,
    );
    expect((await b.hears(1, '/dangky abc xyz')).text).toContain('Chưa hiểu «abc xyz»');
  });

  test('/xoadulieu forgets everything at once', async () => {
    const b = await bot(await front());
    await b.hears(1, 'đăng ký');
    await b.hears(1, 'theo dõi xi măng');
    await b.hears(1, 'xi măng 2020');
    await b.api.until(() => b.inbox.pending().length === 0);
    const said = await b.hears(1, '/xoadulieu');
    expect(said.text).toContain('1 đăng ký bản tin, 1 chỉ tiêu theo dõi');
    await b.api.until(() => b.inbox.pending().length === 0);
    const left = ['subscription', 'watch', 'told', 'heard', 'outbox'].flatMap((t) =>
      b.db.prepare(`SELECT * FROM ${t}`).all(),
    );
    expect(left).toEqual([]);
    const bodies = b.db.prepare('SELECT body FROM inbox ORDER BY update_id').pluck().all() as string[];
    expect(bodies.slice(0, -1).every((body) => body === '{}')).toBe(true);
    // Nor is the last question carried over.
    expect((await b.hears(1, 'còn năm 2021?')).text).not.toContain('Xi măng');
  });

  test('questions stay questions', async () => {
    const b = await bot(await front());
    expect((await b.hears(1, 'sản lượng xi măng 2020')).text).toContain('900 nghìn tấn');
    expect((await b.hears(1, 'theo dõi chuyện trời đất')).text).not.toContain('Đã theo dõi');
    expect((await b.hears(1, 'theo dõi sản lượng xi măng 2020')).text).not.toContain('Đã theo dõi');
    expect(b.digests.subs.watches({ chat: 1, thread: 0 })).toEqual([]);
  });
});

describe('in a group', () => {
  test('only administrators decide; a topic has its own', async () => {
    const f = await front();
    const b = await bot(f);
    f.admins.set(GROUP, [1]);
    f.api.threads.add(5);
    const topic = { message_thread_id: 5, is_topic_message: true };
    expect((await b.hears(2, '/dangky', topic, GROUP)).text).toContain('chỉ quản trị viên');
    expect((await b.hears(1, '@SoLieuBot gửi bản tin 7 giờ', topic, GROUP)).text).toContain('Đã đăng ký');
    expect(b.digests.subs.get({ chat: GROUP, thread: 5 })).toMatchObject({ person: 1, hour: 7 });
    const view = await b.hears(2, '/caidat', topic, GROUP);
    const before = { message: { ...topic } };
    expect(before).toBeDefined();
    f.api.press(2, view, 'v1:s:h:9');
    await f.api.until(() => f.api.edits.length === 1);
    expect(f.api.edits[0]!.text).toContain('chỉ quản trị viên');
    b.load(CEMENT_2021);
    b.clock.now = at('2026-11-25 07:00');
    await b.beat();
    expect(f.api.messages.at(-1)).toMatchObject({ chat: GROUP, thread: 5 });
    expect(f.api.messages.at(-1)!.text).toContain('945 nghìn tấn');
  });
});
