import { expect, test } from 'vitest';
import type { Studio } from '../../../src/channel/telegram/index.js';
import { QUESTIONS } from '../../golden/questions.js';
import { botApi, inBothModes } from './harness.js';
import { useWhole } from './whole.js';

/**
 * Every golden question in Telegram: the words, every picture and file that is offered, the same inline. The Bot API of
 * the tests looks at what goes out; nothing may be refused.
 */
const whole = useWhole();

/** A blank picture: what is drawn is looked at elsewhere, here it is what Telegram would say to the rest. */
const blank = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

inBothModes('what is handed over', () => {
  test('every golden answer, picture, file and inline result is one that Telegram takes', async () => {
    const api = await botApi();
    const real = whole.studio();
    const studio: Studio = {
      offers: (told) => real.offers(told),
      file: (question, kind) => real.file(question, kind),
      async chart(question) {
        const picture = await real.chart(question);
        return picture && { ...picture, png: async () => blank };
      },
    };
    const bot = await whole.run(api, { studio, timing: { poll: 400, call: 10_000 } });
    const questions = Object.values(QUESTIONS).flat();
    let person = 0;
    let inline = 0;
    const handed = { photo: 0, document: 0 };
    for (const question of questions) {
      const follows = question.startsWith('+ ');
      if (!follows) person += 1;
      const text = follows ? question.slice(2) : question;
      const before = api.messages.length;
      api.say(person, text);
      await api.until(() => api.messages.length > before, text);
      await api.until(() => bot.inbox.pending().length === 0, text);
      const answer = api.messages.at(-1)!;
      const data = answer.buttons.flat().map((b) => b.data);
      const wanted = data.filter((d) => /^v1:[gx]:/.test(d));
      const all = api.messages.length + wanted.length;
      for (const d of wanted) api.press(person, answer, d);
      inline += 1;
      api.type(person, text);
      await api.until(() => api.messages.length === all && api.inlineAnswers.length === inline, text);
      for (const { file } of api.messages.slice(all - wanted.length)) if (file) handed[file.kind] += 1;
    }
    expect(questions.length).toBeGreaterThan(70);
    expect(handed.photo).toBeGreaterThan(20);
    expect(handed.document).toBeGreaterThan(40);
    expect(bot.lines.filter((line) => /given up|refused|not drawn|handler failed/.test(line))).toEqual([]);
  });
});
