import { expect, test } from 'vitest';
import type { Told } from '../../../src/channel/telegram/ports.js';
import { openStore } from '../../../src/store/open.js';
import { botApi, storeFile } from './harness.js';
import { useWhole } from './whole.js';

/** Pictures and files go their own way: nobody waits for an upload, nothing is sent twice, what is shown is told. */
const whole = useWhole();
const kinds = (messages: readonly { file?: { kind: string } }[]) =>
  messages.map((m) => m.file?.kind ?? 'text');

test('an answer in words does not wait for an upload of the same chat; files keep their order', async () => {
  const api = await botApi();
  const bot = await whole.run(api, { timing: { poll: 400, call: 8_000 } });
  api.fault({ method: 'sendPhoto', what: { kind: 'delay', ms: 1_500 } });
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
  await first.stop();
  expect(api.messages).toEqual([]);
  const next = await whole.run(api, { file });
  await api.until(() => next.inbox.pending().length === 0 && api.messages.length === 2);
  await next.stop();
  expect(kinds(api.messages)).toEqual(['photo', 'document']);

  // Killed after the picture was out and before that was the end of it: it counts as sent.
  const out = openStore(file);
  out.prepare("UPDATE inbox SET state = 'pending' WHERE update_id = ?").run(question);
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
