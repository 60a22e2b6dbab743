import { describe, expect, test } from 'vitest';
import type { Told } from '../../../src/channel/telegram/ports.js';
import { openStore } from '../../../src/store/open.js';
import { Pictures } from '../../../src/store/pictures.js';
import { type BotApi, flood, type Shown, serverError } from '../../support/botapi.js';
import { botApi, storeFile } from './harness.js';
import { useWhole } from './whole.js';

/** Charts and workbooks in a chat: the real engine and studio, a real store, uploads over HTTP. */
const whole = useWhole();
const labels = (m: Shown) => m.buttons.flat().map((b) => b.text);
const dataOf = (m: Shown, label: string) => m.buttons.flat().find((b) => b.text === label)!.data;
const isPng = (m: Shown) => m.file?.bytes?.subarray(1, 4).toString() === 'PNG';

function pictures() {
  const db = openStore(storeFile());
  return new Pictures(db);
}

async function asked(api: BotApi, text: string, person = 1): Promise<Shown> {
  const before = api.messages.length;
  api.say(person, text);
  await api.until(() => api.messages.length > before, text);
  return api.messages.at(-1)!;
}

async function pressed(api: BotApi, under: Shown, label: string, person = 1): Promise<Shown> {
  const before = api.messages.length;
  api.press(person, under, dataOf(under, label));
  await api.until(() => api.messages.length > before, label);
  return api.messages.at(-1)!;
}

describe('pictures', () => {
  test('«biểu đồ …» is a picture with its values in the caption, and is sent by its id the next time', async () => {
    const api = await botApi();
    await whole.run(api, { pictures: pictures() });
    const first = await asked(api, 'biểu đồ xi măng cả nước 2005–2015');
    expect(first.file).toMatchObject({ kind: 'photo', name: expect.stringMatching(/\.png$/) });
    expect(isPng(first)).toBe(true);
    expect(first.text).toMatch(/2005 30\.808 nghìn tấn → 2015 67\.645 nghìn tấn/);
    expect(labels(first)).toEqual(['Xem bằng lời', 'Bảng Excel', 'Chia sẻ']);
    expect(api.called('sendChatAction')[0]!.payload.action).toBe('upload_photo');

    const again = await asked(api, 've bieu do xi mang ca nuoc tu 2005 den 2015', 2);
    expect(again.file).toMatchObject({ id: first.file!.id, bytes: null });

    // Telegram forgot it: uploaded again, and known under the new id.
    api.files.delete(first.file!.id);
    const anew = await asked(api, 'biểu đồ xi măng cả nước 2005–2015', 3);
    expect(isPng(anew)).toBe(true);
    expect((await asked(api, 'biểu đồ xi măng cả nước 2005–2015', 4)).file!.id).toBe(anew.file!.id);
  });

  test('the buttons under an answer bring picture, workbook and words, each in a message of its own', async () => {
    const api = await botApi();
    await whole.run(api);
    const answer = await asked(api, 'xi măng 2016');
    expect(answer.buttons.map((row) => row.map((b) => b.text))).toEqual([
      ['◀ Năm 2015', 'Mục tiêu 2022'],
      ['Biểu đồ', 'Bảng Excel'],
      ['Nguồn', 'Chia sẻ'],
    ]);
    const picture = await pressed(api, answer, 'Biểu đồ');
    expect(isPng(picture)).toBe(true);
    const workbook = await pressed(api, picture, 'Bảng Excel');
    expect(workbook.file).toMatchObject({
      kind: 'document',
      name: expect.stringMatching(/^Xi măng.*\.xlsx$/),
    });
    expect(workbook.file!.bytes!.subarray(0, 2).toString()).toBe('PK');
    const words = await pressed(api, picture, 'Xem bằng lời');
    expect(words.text).toBe(answer.text);
    expect(words.buttons).toEqual(answer.buttons);
    expect(api.edits).toEqual([]);
    // A button with words in place, under a picture by chance, cannot edit it.
    expect((await pressed(api, { ...picture, buttons: answer.buttons }, 'Nguồn')).text).toMatch(/Lấy từ/);
    expect(api.acknowledged).toHaveLength(4);
  });

  test('from the sources the way leads back to the answer that they were asked for', async () => {
    const api = await botApi();
    await whole.run(api);
    const answer = await asked(api, 'xi măng cả nước 2010-2015');
    const { text, buttons } = { ...answer };
    const edited = async (label: string) => {
      const edits = api.edits.length;
      api.press(1, answer, dataOf(answer, label));
      await api.until(() => api.edits.length > edits, label);
    };
    await edited('Nguồn');
    expect(answer.text).toContain('Lấy từ');
    await edited('◀ Số liệu');
    expect(answer).toMatchObject({ text, buttons });
  });

  test('what cannot be drawn is told in words, and why; what is not understood asks without a remark', async () => {
    const api = await botApi();
    await whole.run(api);
    const single = await asked(api, 'biểu đồ mục tiêu 2022');
    expect(single.file).toBeUndefined();
    expect(single.text).toMatch(/950 nghìn tấn[\s\S]*Chưa vẽ được biểu đồ/);
    const unknown = await asked(api, 'biểu đồ vải thiều 2021');
    expect(unknown.text).not.toContain('Chưa vẽ được');
  });

  test('an answer that asks which one is meant keeps the wish for a picture', async () => {
    const api = await botApi();
    await whole.run(api);
    const which = await asked(api, 'biểu đồ dien thuong');
    expect(labels(which)).toContain('Điện');
    const picture = await pressed(api, which, 'Điện');
    expect(isPng(picture)).toBe(true);
  });

  test('a word that was read otherwise than typed is told in the caption', async () => {
    const api = await botApi();
    await whole.run(api);
    const picture = await asked(api, 'biểu đồ xi măn 2015');
    expect(isPng(picture)).toBe(true);
    expect(picture.text).toContain('Hiểu «xi măn» là «xi măng»');
  });

  test('a picture that cannot be drawn now, or that Telegram refuses, becomes words', async () => {
    const api = await botApi();
    const real = whole.studio();
    const broken = {
      offers: real.offers,
      file: real.file,
      chart: async (question: Parameters<typeof real.chart>[0]) => {
        const picture = await real.chart(question);
        return picture && { ...picture, png: () => Promise.reject(new Error('busy')) };
      },
    };
    await whole.run(api, { studio: broken });
    const busy = await asked(api, 'biểu đồ xi măng cả nước 2010–2015');
    expect(busy.text).toMatch(/67\.645[\s\S]*Lúc này chưa gửi được/);
    const other = await botApi();
    await whole.run(other);
    other.fault({
      method: 'sendPhoto',
      what: {
        kind: 'error',
        code: 400,
        description: 'Bad Request: not enough rights to send photos to the chat',
      },
    });
    expect((await asked(other, 'biểu đồ xi măng cả nước 2010–2015')).text).toMatch(
      /67\.645[\s\S]*không cho bot gửi ảnh hoặc tệp/,
    );
  });
});

describe('files', () => {
  test('«xuất Excel …» and «… ra csv» are documents', async () => {
    const api = await botApi();
    await whole.run(api);
    const workbook = await asked(api, 'xuất Excel mục tiêu 2022');
    expect(workbook.file).toMatchObject({ kind: 'document', name: expect.stringMatching(/\.xlsx$/) });
    expect(workbook.text).toMatch(/11 số liệu/);
    expect(labels(workbook)).toEqual(['Xem bằng lời', 'Chia sẻ']);
    const csv = await asked(api, 'xi măng cả nước 2010–2015 ra csv');
    expect(csv.file!.name).toMatch(/\.csv$/);
    expect(csv.file!.bytes!.toString()).toContain('67645');
  });

  test('a 429, a 5xx and a hung upload are waited out like those of a message; a group that moved is followed', async () => {
    const api = await botApi();
    const bot = await whole.run(api);
    api.fault({ method: 'sendDocument', what: flood(1) });
    api.fault({ method: 'sendDocument', what: { kind: 'error', code: 502, description: 'Bad Gateway' } });
    api.fault({ method: 'sendDocument', what: { kind: 'reset' } });
    const begun = performance.now();
    await asked(api, 'xuất Excel xi măng 2016');
    expect(performance.now() - begun).toBeGreaterThan(990);
    expect(api.called('sendDocument')).toHaveLength(4);

    const [group, moved] = [-100, -1001234567890555];
    api.moved.set(group, moved);
    api.sayInGroup(group, 5, '@SoLieuBot xuất Excel xi măng 2016');
    await api.until(() => api.messages.length === 2);
    expect(api.messages[1]).toMatchObject({ chat: moved, answers: undefined });
    api.threads.add(77);
    api.sayInGroup(moved, 5, '@SoLieuBot biểu đồ xi măng cả nước 2010-2015', {
      is_topic_message: true,
      message_thread_id: 77,
    });
    await api.until(() => api.messages.length === 3);
    expect(api.messages[2]!.thread).toBe(77);
    expect(api.messages[2]!.answers).toBeGreaterThan(0);
    await api.until(() => bot.inbox.pending().length === 0);
  });
});

describe('what an answer refers to', () => {
  test('a reply to an older answer is about that answer, as its buttons show it now', async () => {
    const api = await botApi();
    await whole.run(api);
    const cement = await asked(api, 'xi măng cả nước 2014');
    await asked(api, 'sản lượng điện 2021');
    const before = api.messages.length;
    api.say(1, 'còn năm 2015?', { reply_to_message: api.asReplied(cement) });
    await api.until(() => api.messages.length > before);
    expect(api.messages.at(-1)!.text).toMatch(/67,645 triệu tấn|67\.645 nghìn tấn/);
    expect(api.messages.at(-1)!.text).toMatch(/Xi măng/);
  });
});

/** Pictures and files go their own way: nobody waits for an upload, nothing is sent twice, what is shown is told. */
describe('beside the answers in words', () => {
  const kinds = (messages: readonly { file?: { kind: string } }[]) =>
    messages.map((m) => m.file?.kind ?? 'text');

  test('an answer in words does not wait for an upload of the same chat; files keep their order', async () => {
    const api = await botApi();
    const bot = await whole.run(api, { timing: { poll: 400, call: 8_000 } });
    api.fault({ method: 'sendPhoto', what: { kind: 'delay', ms: 800 } });
    const slow = api.say(1, 'biểu đồ xi măng cả nước 2010–2015');
    const file = api.say(1, 'xuất Excel mục tiêu 2022');
    const words = [api.say(1, 'xi măng 2016'), api.say(1, 'còn năm 2015?')];
    await api.until(() => api.messages.length === 2, 'two answers in words');
    expect(kinds(api.messages)).toEqual(['text', 'text']);
    // The conversation goes on in the order in which it was typed.
    expect(api.messages[1]!.text).toMatch(/Xi măng[\s\S]*2015/);
    await api.until(() => !bot.inbox.pending().some((row) => words.includes(row.update_id)));
    expect(bot.inbox.pending().map((row) => row.update_id)).toEqual([slow, file]);
    await api.until(() => bot.inbox.pending().length === 0, 'the files');
    expect(kinds(api.messages)).toEqual(['text', 'text', 'photo', 'document']);
  });

  test('a picture that did not go out before the program stopped is sent by the next run, and only once', async () => {
    const api = await botApi();
    const file = storeFile();
    const first = await whole.run(api, { file, timing: { poll: 400, call: 8_000, stop: 50 } });
    const question = api.say(1, 'biểu đồ xi măng cả nước 2010–2015');
    api.fault({ method: 'sendPhoto', what: { kind: 'hang' } });
    api.say(1, 'xuất Excel mục tiêu 2022');
    await api.until(() => api.called('sendPhoto').length === 1);
    const { body } = first.inbox.pending().find((row) => row.update_id === question)!;
    await first.stop();
    expect(api.messages).toEqual([]);
    const next = await whole.run(api, { file });
    await api.until(() => next.inbox.pending().length === 0 && api.messages.length === 2);
    await next.stop();
    expect(kinds(api.messages)).toEqual(['photo', 'document']);

    // Killed after the picture was out and before that was the end of it: it counts as sent.
    const out = openStore(file);
    out.prepare("UPDATE inbox SET state = 'pending', body = ? WHERE update_id = ?").run(body, question);
    out.close();
    const third = await whole.run(api, { file });
    await api.until(() => third.inbox.pending().length === 0);
    expect(api.messages).toHaveLength(2);
  });

  test('pressed twice while the picture is on its way: one picture, and the second press is told so', async () => {
    const api = await botApi();
    const bot = await whole.run(api);
    api.say(1, 'xi măng 2016');
    await api.until(() => api.messages.length === 1);
    const [answer] = api.messages;
    const { data } = answer!.buttons.flat().find((b) => b.text === 'Biểu đồ')!;
    api.press(1, answer!, data);
    api.press(1, answer!, data);
    await api.until(() => bot.inbox.pending().length === 0 && api.acknowledged.length === 2);
    expect(kinds(api.messages)).toEqual(['text', 'photo']);
    api.press(1, answer!, data);
    await api.until(() => api.messages.length === 3);
  });

  test('a press whose file cannot be sent at all is told so in the chat', async () => {
    const api = await botApi();
    await whole.run(api, {
      timing: { poll: 400, call: 400, backoff: 20, backoffMost: 40, serverErrors: 60 },
    });
    const answer = await asked(api, 'xi măng 2016');
    api.fault({ method: 'sendDocument', times: 50, what: serverError });
    expect((await pressed(api, answer, 'Bảng Excel')).text).toContain('Hệ thống gặp lỗi');
    expect(api.acknowledged).toEqual([expect.objectContaining({ alert: false })]);
  });

  test('figures that only a picture shows count as told', async () => {
    const api = await botApi();
    const told: Told[] = [];
    const desk = {
      commands: [],
      command: async () => ({ blocks: [] }),
      hear: async () => null,
      press: async () => null,
      told: (_place: object, _person: number, one: Told) => void told.push(one),
      moved() {},
      seen() {},
    };
    const bot = await whole.run(api, { desk: () => desk });
    api.say(1, 'xi măng 2016');
    await api.until(() => api.messages.length === 1);
    const [answer] = api.messages;
    api.press(1, answer!, answer!.buttons.flat().find((b) => b.text === 'Biểu đồ')!.data);
    await api.until(() => bot.inbox.pending().length === 0 && told.length === 2);
    const periods = (one?: Told) => new Set(one?.answer?.figures.map((f) => f.period));
    expect(periods(told[0]).size).toBeLessThan(periods(told[1]).size);
    for (const point of periods(told[1])) expect(point).toMatch(/^\d{4}/);
    expect(periods(told[1])).toContain('2016');
  });
});
