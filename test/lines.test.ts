import { describe, expect, test } from 'vitest';
import { type InputLine, LONGEST_LINE, linesOf, readLine } from '../src/lines.js';

async function* stream(...chunks: string[]) {
  yield* chunks;
}

async function cut(...chunks: string[]): Promise<InputLine[]> {
  const lines: InputLine[] = [];
  for await (const line of linesOf(stream(...chunks))) lines.push(line);
  return lines;
}
const texts = async (...chunks: string[]) => (await cut(...chunks)).map((line) => line.text);

describe('lines of a stream', () => {
  test('LF, CRLF, empty lines, no final line end, a byte order mark', async () => {
    expect(await texts('\uFEFFa\r\n\r\nb\n\nc')).toEqual(['a', '', 'b', '', 'c']);
    expect(await texts('\uFEFF', 'a\r', '\nb\n')).toEqual(['a', 'b']);
    expect(await texts('a\n\uFEFFb')).toEqual(['a', '\uFEFFb']);
    expect(await texts()).toEqual([]);
    expect(await texts('\n')).toEqual(['']);
  });

  test('line separators of Unicode and lone carriage returns stay inside their line', async () => {
    expect(await texts('a\u2028b\u2029c\rd\ne')).toEqual(['a\u2028b\u2029c\rd', 'e']);
  });

  test('a huge line is one line, and the next is whole', async () => {
    const huge = 'x'.repeat(LONGEST_LINE);
    const lines = await cut(huge, huge, `${huge}\nb\n${huge}\r\n`);
    expect(lines.map((line) => [line.text.length, line.cut])).toEqual([
      [LONGEST_LINE, true],
      [1, false],
      [LONGEST_LINE, false],
    ]);
  });
});

describe('a line', () => {
  const read = (text: string) => readLine({ text, cut: false }, (day) => day === '2026-11-25');

  test('is plain text or an object', () => {
    expect(read('xi măng')).toEqual({ text: 'xi măng', chat: null, today: null });
    expect(read('{"text":"a","chat":1,"today":"2026-11-25"}')).toEqual({
      text: 'a',
      chat: '1',
      today: '2026-11-25',
    });
  });

  test.each([
    '{"text":',
    '{xi măng}',
    '{}',
    '{"text":5}',
    '{"text":"a","chat":{}}',
    '{"text":"a","today":"25/11/2026"}',
    '{"text":"a","today":5}',
  ])('%s is told as a fault', (line) => {
    expect(read(line)).toEqual({ fault: expect.stringMatching(/phải là/) });
  });
});
