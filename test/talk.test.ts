import { expect, test } from 'vitest';
import { ask } from '../src/ask.js';
import { useAssembly } from './support/assembly.js';

/** What the desk of the Telegram bot takes and the page and the terminal cannot do: said there, not in the corpus. */

const assembly = useAssembly();
const say = (text: string) => ask(text, { ...assembly().world('2026-11-27'), previous: null });

test.each([
  'theo dõi xi măng',
  'theo doi xi mang',
  'bot ơi theo dõi xi măng',
  'bỏ theo dõi xi măng',
  'hủy theo dõi gạch',
  'danh sách theo dõi',
  'bản tin',
  'đăng ký nhận bản tin 7h sáng',
  'hủy bản tin',
  'cài đặt bản tin',
  'xóa dữ liệu',
  '/theodoi xi măng',
  '/dangky',
  'báo tôi khi có số liệu mới',
  'làm sao để theo dõi xi măng',
])('«%s» is told where it works', (text) => {
  const { answer, reply } = say(text);
  expect(answer.question).toMatchObject({ kind: 'help', topic: 'follow' });
  expect(reply.plain).toContain('Telegram');
});

test('with a year the figure is wanted', () => {
  const { answer } = say('theo dõi xi măng 2016');
  expect(answer.figures.filter((f) => f.role === 'asked').map((f) => f.value)).toEqual(['936000']);
});

test.each(['đăng ký tạm trú ở đâu', 'đăng ký kết hôn cần giấy tờ gì', 'theo dõi bệnh nhân'])(
  '«%s» is no wish of the desk',
  (text) => expect(say(text).answer.outcome).toBe('refuse'),
);
