import { expect, test } from 'vitest';
import { begunBy, shelvesOf } from '../../../src/shelves.js';
import { botApi, start } from './harness.js';
import { EXAMPLES, useWhole } from './whole.js';

/** `@bot …` typed in any chat. */
const whole = useWhole();
interface Article {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly input_message_content: { readonly message_text: string };
  readonly reply_markup: { readonly inline_keyboard: { readonly url: string }[][] };
}

test('figures in the titles, near questions below, fuzzy as in a chat; nobody is known and nothing remembered', async () => {
  const api = await botApi();
  const bot = await whole.run(api);
  const typed = async (text: string, more = {}) => {
    const id = api.type(1, text, more);
    await api.until(() => api.inlineAnswers.some((a) => a.id === id), text);
    const { results, payload } = api.inlineAnswers.find((a) => a.id === id)!;
    return { results: results as unknown as Article[], payload };
  };

  const cement = await typed('xi măng 2016');
  expect(cement.results[0]!.title).toBe('936 nghìn tấn – Xi măng, Lạng Sơn, năm 2016.');
  expect(cement.results[1]!.title).toMatch(/640 nghìn tấn/);
  expect(cement.results.length).toBeGreaterThan(2);
  expect(cement.results[0]!.input_message_content.message_text).toMatch(/936 nghìn tấn[\s\S]*Nguồn/);
  expect(cement.payload).toMatchObject({ is_personal: false, cache_time: 60 });
  expect((await typed('xi mang 2016')).results).toEqual(cement.results);
  expect((await typed('ximawng 2016')).results[0]!.title).toContain('936 nghìn tấn');

  // The message that was posted leads to the bot.
  const link = new URL(cement.results[0]!.reply_markup.inline_keyboard[0]![0]!.url);
  api.say(2, `/start ${link.searchParams.get('start')}`);
  await api.until(() => api.messages.length === 1);
  expect(api.messages[0]!.text).toContain('936 nghìn tấn');

  const empty = await typed('');
  expect(empty.results).toHaveLength(EXAMPLES.length);
  expect(empty.results[0]!.title).toContain('890 triệu kWh');
  const series = await typed('xi măng cả nước 2010–2015');
  expect(series.results[0]!.title).toMatch(/2010: 55\.801 … 2015: 67\.645 \(nghìn tấn\)/);
  const which = await typed('dien thuong');
  expect(which.results.length).toBeGreaterThan(1);
  for (const { title } of which.results) expect(title).toMatch(/\d/);

  // While the year is being typed.
  expect((await typed('xi măng 201')).results[0]!.title).toContain('936 nghìn tấn');

  // And the name: what it may become, accents that were typed being honoured.
  expect((await typed('xi m')).results[0]!.title).toMatch(/Xi măng/);
  expect((await typed('x')).results.length).toBeGreaterThan(1);

  const nothing = await typed('vải thiều');
  expect(nothing.results).toEqual([]);
  expect(nothing.payload.button).toMatchObject({ start_parameter: 'inline' });
  expect((await typed('than'.repeat(200))).results).toEqual([]);
  expect((await typed('xi măng 2016', { offset: '8' })).results).toEqual([]);

  // The person's own conversation was not touched.
  api.say(1, 'còn năm 2015?');
  await api.until(() => api.messages.length === 2);
  expect(api.messages[1]!.text).not.toContain('640');
  await api.until(() => bot.inbox.pending().length === 0);
});

test('a name half typed: of any of its words, what begins with it first; accents that were typed are a veto', () => {
  const begun = (text: string) => begunBy(shelvesOf(whole.world().facts), text).map((q) => q.text);
  expect(begun('thương ph')).toContain('Điện thương phẩm');
  expect(begun('THUONG PH')).toEqual(begun('thương ph'));
  expect(begun('bot da')).toContain('Bột đá mài');
  expect(begun('bột da')).not.toContain('Bột đá mài');
  expect(begun('than')[0]).toMatch(/^Than/);
  expect(begun('  ')).toEqual([]);
});

test('a late answer is no fault, a failing one holds nobody up, and without an engine nothing is said', async () => {
  const api = await botApi();
  const bot = await whole.run(api);
  api.push({
    inline_query: { id: 'long-gone', from: { id: 1, is_bot: false }, query: 'xi măng', offset: '' },
  });
  api.fault({ method: 'answerInlineQuery', what: { kind: 'hang' } });
  api.type(2, 'than 2021');
  api.say(2, 'xi măng 2016');
  await api.until(() => api.messages.length === 1);
  // Nor does a chat that has to wait hold up what is typed.
  api.fault({ method: 'sendMessage', what: { kind: 'hang' } });
  api.say(3, 'xi măng 2016');
  await api.until(() => api.called('sendMessage').length === 2);
  const typed = api.type(3, 'xi măng 2016');
  await api.until(() => api.inlineAnswers.some((a) => a.id === typed));
  expect(api.messages).toHaveLength(1);
  await api.until(() => api.messages.length === 2);
  await api.until(() => bot.inbox.pending().length === 0);
  expect(bot.lines.filter((line) => /given up|handler failed/.test(line))).toEqual([]);

  const other = await botApi();
  const plain = await start(other);
  other.type(1, 'xi măng');
  other.say(1, 'hết');
  await other.until(() => other.messages.length === 1);
  await other.until(() => plain.inbox.pending().length === 0);
  expect(other.called('answerInlineQuery')).toEqual([]);
});
