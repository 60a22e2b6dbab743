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

  test('followed by the button under an answer, which stays as it is and offers that no more', async () => {
    const b = await bot(await front(), { offering: true });
    await b.beat();
    const answer = await b.hears(1, 'xi măng 2020');
    const before = answer.text;
    const follow = answer.buttons.flat().find((button) => button.text === 'Theo dõi')!;
    b.api.press(1, answer, follow.data);
    await b.api.until(() => b.api.messages.length === 2);
    expect(b.api.messages[1]!.text).toContain('Đã theo dõi: Xi măng · Lạng Sơn.');
    expect(b.api.messages[1]!.buttons.flat()[0]!.text).toContain('Báo mọi số liệu mới');
    expect(answer.text).toBe(before);
    const labels = async (person: number, text: string) =>
      (await b.hears(person, text)).buttons.flat().map((button) => button.text);
    expect(await labels(1, 'xi măng 2020')).not.toContain('Theo dõi');
    expect(await labels(1, 'điện thương phẩm 2020')).toContain('Theo dõi');
    expect(await labels(2, 'xi măng 2020')).toContain('Theo dõi');
    // Of several things it would not say which; in a group it is for the administrators.
    expect(await labels(1, 'các sản phẩm năm 2020')).not.toContain('Theo dõi');
    const inGroup = await b.hears(5, '@SoLieuBot xi măng 2020', {}, GROUP);
    expect(inGroup.buttons.flat().map((button) => button.text)).toEqual(
      expect.not.arrayContaining(['Theo dõi']),
    );
    b.load(CEMENT_2021);
    await b.beat();
    expect(b.api.textsTo(1).at(-1)).toContain('945 nghìn tấn');
  });

  test('following, listing and unfollowing, in words, commands and buttons', async () => {
    const b = await bot(await front());
    expect((await b.hears(1, 'theo dõi xi măng')).text).toContain('Đã theo dõi: Xi măng');
    expect((await b.hears(1, '/theodoi điện thương phẩm khi tăng trên 10%')).text).toContain(
      'Chỉ báo khi tăng từ 10 % trở lên',
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

  test('changed right after it was spoken of, without its name; a question in between ends that', async () => {
    const b = await bot(await front());
    const mine = () => b.digests.subs.get({ chat: 1, thread: 0 });
    await b.hears(1, 'gửi tôi bản tin mỗi sáng 7 giờ');
    expect((await b.hears(1, 'đổi sang 8h')).text).toContain('Đã lưu thay đổi.');
    expect(mine()).toMatchObject({ hour: 8, days: 'daily', state: 'on' });
    const charts = await b.hears(1, 'thêm biểu đồ');
    expect(charts.text).toContain('chỉ gửi khi có số liệu mới; kèm biểu đồ.');
    expect(charts.text).toContain('Biểu đồ chỉ vẽ cho chỉ tiêu đang theo dõi');
    // Another person's talk is not this one's.
    expect((await b.hears(2, 'đổi sang 9h')).text).not.toContain('Đã lưu');
    expect((await b.hears(1, 'xi măng 2020')).text).toContain('900 nghìn tấn');
    expect((await b.hears(1, 'đổi sang 9h')).text).not.toContain('Đã lưu');
    await b.hears(1, '/bantin');
    b.clock.now += 11 * 60_000;
    expect((await b.hears(1, 'đổi sang 9h')).text).not.toContain('Đã lưu');
    expect(mine()?.hour).toBe(8);
    // These words leave no doubt, whatever was spoken of before; of who has no digest they say nothing.
    expect((await b.hears(1, 'chỉ gửi ngày làm việc')).text).toContain('Đã lưu thay đổi.');
    expect(mine()).toMatchObject({ hour: 8, days: 'workdays' });
    expect((await b.hears(2, 'chỉ gửi ngày làm việc')).text).not.toContain('Đã');
    // Following is talk of the digest, too; but what is taken back then is not the digest.
    await b.hears(1, 'theo dõi xi măng');
    expect((await b.hears(1, 'không kèm biểu đồ')).text).toContain('Đã lưu thay đổi.');
    await b.hears(1, 'theo dõi điện');
    await b.hears(1, 'hủy');
    expect(mine()).toMatchObject({ charts: false, state: 'on' });
    await b.hears(1, 'cài đặt');
    expect((await b.hears(1, 'tắt đi')).text).toContain('Đã dừng bản tin');
  });

  test('what a preview shows is what the digest will say and what asking gives; it is corrected, too', async () => {
    const b = await bot(await front());
    await b.hears(1, 'gửi tôi bản tin mỗi sáng 7 giờ');
    await b.hears(1, 'theo dõi sản lượng bia');
    b.load(CEMENT_2021, { time_period: '2021', measure: 'target', status: '', value: '950000' });
    b.clock.now = at('2026-11-25 07:00') - 1;
    const preview = (await b.hears(1, '/bantin')).text;
    // Seen in a preview only: a correction concerns it, and the digest still tells it.
    const known = b.digests.previews.of({ chat: 1, thread: 0 }, 'xi-mang', 'lang-son', '2021');
    expect(known.map((t) => t.value).sort()).toEqual(['945000', '950000']);
    b.clock.now = at('2026-11-25 07:00');
    await b.beat();
    const digest = b.api.textsTo(1).at(-1)!;
    expect(preview).toBe(`${digest}\n\nĐây là bản xem trước; bản tin chính thức gửi đúng giờ đã chọn.`);
    // Every number of it stands in what asking gives.
    const asked = [];
    for (const [person, question] of [
      [11, 'xi măng 2021'],
      [12, 'mục tiêu xi măng 2022'],
      [13, 'sản lượng bia'],
    ] as const)
      asked.push((await b.hears(person, question)).text);
    const numbers = (text: string) => text.match(/\d[\d.,]*(?<![.,])/g) ?? [];
    const held = new Set([...asked.flatMap(numbers), '25/11/2026', '24/11/2026'].flatMap((n) => numbers(n)));
    expect(numbers(digest).filter((n) => !held.has(n))).toEqual([]);
    expect(numbers(digest).length).toBeGreaterThan(8);
    // Somebody who only looked is told of a correction.
    const other = await b.hears(2, '/bantin');
    expect(other.text).toContain('Chưa đăng ký bản tin');
    await b.hears(2, 'gửi tôi bản tin mỗi sáng 7 giờ');
    b.load({ time_period: '2022', measure: 'target', status: '', value: '955000' });
    b.clock.now = Date.now();
    expect(b.digests.corrections.find(b.clock.now).map((c) => c.place.chat)).toContain(1);
  });

  test('an old button of a list means what it said, or nothing', async () => {
    const b = await bot(await front());
    await b.hears(1, 'theo dõi xi măng');
    const old = await b.hears(1, '/danhsach');
    await b.hears(1, 'bỏ theo dõi xi măng');
    b.clock.now += 60_000;
    await b.hears(1, 'theo dõi điện thương phẩm');
    b.api.press(1, old, old.buttons[0]![0]!.data);
    await b.api.until(() => b.api.edits.length === 1);
    expect(b.digests.subs.watches({ chat: 1, thread: 0 }).map((w) => w.label)).toEqual([
      'Điện thương phẩm · Lạng Sơn',
    ]);
  });

  test('when a followed indicator is told, by buttons and in words', async () => {
    const b = await bot(await front());
    const said = await b.hears(1, 'theo dõi xi măng');
    expect(said.buttons.flat().map((x) => x.text)).toEqual([
      '✓ Báo mọi số liệu mới',
      'Khi dưới kế hoạch',
      'Khi điều chỉnh',
    ]);
    b.api.press(1, said, said.buttons[1]![0]!.data);
    await b.api.until(() => b.api.edits.length === 1);
    expect(b.api.edits[0]!.text).toContain('Chỉ báo khi số thực hiện dưới kế hoạch.');
    expect((await b.hears(1, 'theo dõi điện thương phẩm khi có điều chỉnh')).text).toContain(
      'Chỉ báo khi số liệu được điều chỉnh.',
    );
    expect((await b.hears(1, '/danhsach')).text).toContain(
      'Xi măng · Lạng Sơn (báo khi số thực hiện dưới kế hoạch)',
    );
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
      ['Kèm biểu đồ', 'kèm biểu đồ'],
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
      charts: true,
      state: 'on',
    });
    b.api.press(1, view, button('Một nhóm'));
    await b.api.until(() => b.api.edits.at(-1)!.text.includes('nhóm nào'));
    const groups = b.api.edits.at(-1)!;
    expect(groups.buttons.flat().map((x) => x.text)).toContain('Điện');
    b.api.press(1, groups, groups.buttons.flat().find((x) => x.text === 'Điện')!.data);
    await b.api.until(() => b.api.edits.at(-1)!.text.includes('nhóm điện'));
    b.api.press(1, view, 'v1:s:c:group:khong-co');
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
    await b.hears(1, '/bantin');
    await b.api.until(() => b.inbox.pending().length === 0);
    const said = await b.hears(1, '/xoadulieu');
    expect(said.text).toContain('1 đăng ký bản tin, 1 chỉ tiêu theo dõi');
    await b.api.until(() => b.inbox.pending().length === 0);
    const left = ['subscription', 'watch', 'told', 'previewed', 'heard', 'outbox'].flatMap((t) =>
      b.db.prepare(`SELECT * FROM ${t}`).all(),
    );
    expect(left).toEqual([]);
    const bodies = b.db.prepare('SELECT body FROM inbox ORDER BY update_id').pluck().all() as string[];
    expect(bodies.every((body) => body === '{}')).toBe(true);
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

  test('an administrator who stays anonymous decides; a channel that writes there does not', async () => {
    const f = await front();
    const b = await bot(f);
    const nobody = { id: 1_087_968_824, is_bot: true, first_name: 'Group' };
    const anonymous = { from: nobody, sender_chat: { id: GROUP, type: 'supergroup', title: 'Phòng' } };
    const channel = { from: nobody, sender_chat: { id: -1_009, type: 'channel', title: 'Kênh' } };
    expect((await b.hears(1, '/dangky', channel, GROUP)).text).toContain('chỉ quản trị viên');
    expect((await b.hears(1, '/dangky 8h', anonymous, GROUP)).text).toContain('Đã đăng ký bản tin.');
    expect(b.digests.subs.get({ chat: GROUP, thread: 0 })).toMatchObject({ hour: 8, person: GROUP });
    expect((await b.hears(1, '/theodoi xi măng', anonymous, GROUP)).text).toContain('Đã theo dõi');
    expect((await b.hears(1, '/huy', anonymous, GROUP)).text).toContain('Đã dừng');
  });

  test('where Telegram does not say who decides, nothing is changed, and the group is told what to do', async () => {
    const f = await front();
    const b = await bot(f);
    f.admins.set(GROUP, [1]);
    f.adminFault = { code: 400, description: 'Bad Request: member list is inaccessible' };
    expect((await b.hears(1, '/dangky', {}, GROUP)).text).toContain('đặt bot làm quản trị viên');
    f.adminFault = { code: 500, description: 'Internal Server Error' };
    expect((await b.hears(1, '/dangky', {}, GROUP)).text).toContain('thử lại sau ít phút');
    f.adminFault = 'hang';
    expect((await b.hears(1, '@SoLieuBot theo dõi xi măng', {}, GROUP)).text).toContain('thử lại sau');
    expect(b.digests.subs.get({ chat: GROUP, thread: 0 })).toBeNull();
    expect(b.digests.subs.watches({ chat: GROUP, thread: 0 })).toEqual([]);
    f.adminFault = null;
    expect((await b.hears(1, '/dangky', {}, GROUP)).text).toContain('Đã đăng ký');
  });
});
