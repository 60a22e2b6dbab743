import { describe, expect, test } from 'vitest';
import type { BotApi, Shown } from '../../support/botapi.js';
import { botApi, question } from './harness.js';
import { EXAMPLES, useWhole } from './whole.js';

/** What a person meets first: commands, questions to tap, the catalogue, links. */
const whole = useWhole();
const GROUP = -1001234567890123;
const labels = (m: Shown) => m.buttons.map((row) => row.map((b) => b.text));
const dataOf = (m: Shown, label: RegExp) => m.buttons.flat().find((b) => label.test(b.text))!.data;

async function next(api: BotApi, act: () => unknown): Promise<Shown> {
  const before = api.messages.length;
  act();
  await api.until(() => api.messages.length > before);
  return api.messages.at(-1)!;
}

describe('commands', () => {
  test('/start greets with real questions to tap; each is answered below, a chart as a chart', async () => {
    const api = await botApi();
    await whole.run(api);
    const greeting = await next(api, () => api.say(1, '/start'));
    expect(labels(greeting)).toEqual(EXAMPLES.map((example) => [example]));
    const answer = await next(api, () => api.press(1, greeting, dataOf(greeting, /điện/)));
    expect(answer.text).toContain('890 triệu kWh');
    const chart = await next(api, () => api.press(1, greeting, dataOf(greeting, /Biểu đồ/)));
    expect(chart.file?.kind).toBe('photo');
    expect(api.edits).toEqual([]);
    expect(await next(api, () => api.say(1, 'còn 2022?'))).toBeTruthy();
  });

  test('greeting and help, however asked for, tell what else there is; in a group how to be heard', async () => {
    const api = await botApi();
    await whole.run(api);
    for (const text of ['/help', 'xin chào', '/khongco']) {
      const help = await next(api, () => api.say(1, text));
      expect(help.text).toMatch(/«biểu đồ» hoặc «Excel»[\s\S]*\/sanpham[\s\S]*\/theodoi[\s\S]*\/dangky/);
      expect(labels(help)).toEqual(EXAMPLES.map((example) => [example]));
    }
    expect((await next(api, () => api.sayInGroup(GROUP, 2, '@SoLieuBot'))).text).toContain('/hoi và câu hỏi');
    expect((await next(api, () => api.say(1, 'cảm ơn'))).buttons).toEqual([]);
  });

  test('/hoi asks what stands behind it, or what it replies to; alone it says how', async () => {
    const api = await botApi();
    await whole.run(api);
    expect((await next(api, () => api.say(1, '/hoi xi măng 2016'))).text).toContain('936 nghìn tấn');
    const how = await next(api, () => api.sayInGroup(GROUP, 2, '/hoi'));
    expect(how.text).toContain('/hoi xi măng 2016');
    expect(labels(how)).toEqual(EXAMPLES.map((example) => [example]));
    const asked = { message_id: 9, from: { id: 3, is_bot: false }, text: 'sản lượng điện 2021' };
    const answer = await next(api, () =>
      api.sayInGroup(GROUP, 2, '/hoi@SoLieuBot', { reply_to_message: asked }),
    );
    expect(answer.text).toContain('890 triệu kWh');
    api.sayInGroup(GROUP, 2, '/hoi@NguoiKhacBot xi măng 2016');
    api.push({
      edited_message: {
        message_id: 1,
        date: 1,
        edit_date: 2,
        chat: { id: 1, type: 'private' },
        from: { id: 1, is_bot: false },
        text: '/hoi than 2021',
        entities: [{ type: 'bot_command', offset: 0, length: 4 }],
      },
    });
    expect((await next(api, () => api.say(1, '/moinhat'))).text).toMatch(/Số liệu mới nhất đang có/);
    expect(api.messages).toHaveLength(4);
  });

  test('/sanpham is looked through by group, page by page, in one message', async () => {
    const api = await botApi();
    await whole.run(api);
    const page = await next(api, () => api.say(1, '/sanpham'));
    expect(labels(page).flat()).toEqual(expect.arrayContaining([expect.stringMatching(/^Than \(\d\)$/)]));
    const turn = async (label: RegExp) => {
      const edits = api.edits.length;
      api.press(1, page, dataOf(page, label));
      await api.until(() => api.edits.length > edits);
    };
    await turn(/của cả nước/);
    expect(page.text).toMatch(/Sản phẩm của cả nước \(trang 1\/\d+\)/);
    expect(labels(page).at(-2)).toEqual(['Trang sau ▶']);
    await turn(/Trang sau/);
    expect(page.text).toContain('trang 2/');
    expect(labels(page).at(-2)).toEqual(['◀ Trang trước', 'Trang sau ▶']);
    await turn(/Các nhóm/);
    await turn(/^Xi măng/);
    const answer = await next(api, () => api.press(1, page, dataOf(page, /^Xi măng$/)));
    expect(answer.text).toMatch(/936 nghìn tấn – Xi măng, Lạng Sơn, năm 2016/);
    expect(page.text).toContain('Chọn một dòng');
    // A group that is there no more, and a page that never was.
    api.press(1, page, 'v1:b:da-bo.0');
    api.press(1, page, 'v1:b:xi-mang-clinker.999');
    await api.until(() => api.acknowledged.length === 7);
    expect(api.acknowledged.filter((a) => /phiên bản cũ/.test(a.text ?? ''))).toHaveLength(1);
  });
});

describe('links', () => {
  test('a shared answer opens by its link, for somebody else; a hostile or forgotten one greets', async () => {
    const api = await botApi();
    await whole.run(api);
    const answer = await next(api, () => api.say(1, 'xi măng cả nước 2015'));
    const share = new URL(dataOf(answer, /Chia sẻ/));
    expect(share.searchParams.get('text')).toMatch(/67[.,]645/);
    const link = new URL(share.searchParams.get('url')!);
    expect(`${link.origin}${link.pathname}`).toBe('https://t.me/SoLieuBot');
    const payload = link.searchParams.get('start')!;
    expect(payload).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    const opened = await next(api, () => api.say(2, `/start ${payload}`));
    expect(opened.text).toBe(answer.text);
    expect((await next(api, () => api.say(2, 'còn năm 2014?'))).text).toMatch(/60[.,]982/);

    for (const hostile of [
      'q_',
      'q_../../x',
      `q_${'A'.repeat(62)}`,
      "q_' OR 1=1 --",
      'q_%00',
      'x'.repeat(300),
    ]) {
      const greeting = await next(api, () => api.say(3, `/start ${hostile}`));
      expect(labels(greeting)).toHaveLength(3);
    }
    api.say(3, '/start q_AAAAAAAAAAAAAAAA');
    await api.until(() => /Liên kết này không còn/.test(api.messages.at(-2)!.text));
  });

  test('no link opens with what a person typed: the kept question bears what was understood', async () => {
    const api = await botApi();
    const bot = await whole.run(api);
    const answer = await next(api, () => api.say(1, 'cho sếp Tuấn hỏi xi măng 2016'));
    const key = /start%3Dq_([\w-]+)/.exec(dataOf(answer, /Chia sẻ/))![1]!;
    expect((bot.buttons.find(key) as { text: string }).text).not.toContain('Tuấn');
  });
});

describe('groups', () => {
  test('an answer is changed by whoever asked; others take it away in a form of their own', async () => {
    const api = await botApi();
    const bot = await whole.run(api);
    const answer = await next(api, () => api.sayInGroup(GROUP, 1, '@SoLieuBot xi măng 2016'));
    const under = (person: number, label: RegExp) =>
      api.press(person, answer, dataOf(answer, label), {
        message: {
          ...api.asReplied(answer),
          reply_to_message: { message_id: 1, from: { id: 1, is_bot: false } },
        },
      });
    under(2, /2015/);
    await api.until(() => api.acknowledged.length === 1);
    expect(api.acknowledged[0]!.text).toMatch(/người khác hỏi/);
    expect((await next(api, () => under(2, /Biểu đồ/))).file?.kind).toBe('photo');
    under(1, /2015/);
    await api.until(() => api.edits.length === 1);
    expect(answer.text).toContain('640 nghìn tấn');
    await api.until(() => bot.inbox.pending().length === 0);
  });

  test('each has their own context; a reply to an answer takes up that one, whoever asked it', async () => {
    const api = await botApi();
    await whole.run(api);
    const cement = await next(api, () => api.sayInGroup(GROUP, 1, '@SoLieuBot xi măng cả nước 2014'));
    await next(api, () => api.sayInGroup(GROUP, 2, '@SoLieuBot sản lượng điện 2021'));
    const own = await next(api, () => api.sayInGroup(GROUP, 1, '@SoLieuBot còn 2015?'));
    expect(own.text).toContain('67.645');
    const taken = await next(api, () =>
      api.sayInGroup(GROUP, 2, 'còn 2013?', { reply_to_message: api.asReplied(cement) }),
    );
    expect(taken.text).toMatch(/57\.516/);
    // A message that only offers questions is about none of them.
    const how = await next(api, () => api.sayInGroup(GROUP, 3, '/hoi'));
    const about = await next(api, () =>
      api.sayInGroup(GROUP, 3, 'còn 2013?', { reply_to_message: api.asReplied(how) }),
    );
    expect(about.text).not.toMatch(/57\.516/);
    // What was kept under a key is no context where it is no answer of ours.
    const forged = { ...api.asReplied(cement), from: { id: 9, is_bot: true } };
    api.sayInGroup(GROUP, 2, 'còn 2012?', { reply_to_message: forged });
    expect((await next(api, () => api.sayInGroup(GROUP, 2, '/nguon'))).text).toMatch(/Lấy từ/);
  });
});

test('a button of an older version, or with a question of another shape, answers politely', async () => {
  const api = await botApi();
  const bot = await whole.run(api);
  const answer = await next(api, () => api.say(1, 'xi măng 2016'));
  for (const data of ['v0:g:abc', 'v1:g:AAAAAAAAAAAAAAAA', 'v2:q:x', 'v1:x', 'v1:b:x'])
    api.press(1, answer, data);
  await api.until(() => api.acknowledged.length === 5);
  expect(api.acknowledged.every((a) => a.alert && /phiên bản cũ/.test(a.text ?? ''))).toBe(true);
  api.press(1, answer, `v1:g:${bot.buttons.keep(question('cũ'), 0)}`);
  await api.until(() => api.acknowledged.length === 6);
});
