import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyboardOf, pressIn } from '../../../src/channel/telegram/keyboard.js';
import { renderReply } from '../../../src/channel/telegram/render.js';
import { columnsOf } from '../../../src/channel/telegram/table.js';
import type { Block, Reply } from '../../../src/reply/reply.js';
import { parseHtml } from '../../support/botapi.js';
import { question } from './harness.js';

const reply = (...blocks: Block[]): Reply => ({ restated: null, blocks, buttons: [], plain: 'văn bản' });

/** What a person reads; fails on markup that Telegram would refuse. */
function read(html: string): string {
  const parsed = parseHtml(html);
  if ('fault' in parsed) throw new Error(`${parsed.fault} in ${html}`);
  expect(parsed.text.length).toBeLessThanOrEqual(4096);
  expect(parsed.entities).toBeLessThanOrEqual(100);
  expect(parsed.text).toBe(parsed.text.normalize('NFC'));
  return parsed.text;
}

const table = (heads: string[], rows: string[][]): Block => ({
  kind: 'table',
  columns: heads.map((head, i) => ({ head, align: i === 0 ? 'left' : 'right' })),
  rows,
});

describe('drawing a reply', () => {
  test('lines, lists, small print and links, every value escaped', () => {
    const html = renderReply(
      reply(
        { kind: 'line', spans: [{ text: 'Tăng <5% & "hơn": ' }, { text: '12,5', style: 'strong' }] },
        { kind: 'list', items: [[{ text: 'một' }], [{ text: 'hai', style: 'em' }]] },
        {
          kind: 'note',
          spans: [
            { text: 'Nguồn: ' },
            { text: 'Cục Thống kê', href: 'https://example.vn/?a=1&b="2"', style: 'em' },
            { text: ' (tệp)', href: 'data/sources/a.csv' },
          ],
        },
      ),
    );
    expect(html).toEqual([
      'Tăng &lt;5% &amp; &quot;hơn&quot;: <b>12,5</b>\n\n• một\n• <i>hai</i>\n\n' +
        '<i>Nguồn: <a href="https://example.vn/?a=1&amp;b=&quot;2&quot;">Cục Thống kê</a> (tệp)</i>',
    ]);
  });

  test('letters typed apart are put together', () => {
    expect(
      read(renderReply(reply({ kind: 'line', spans: [{ text: 'Điện thương phẩm'.normalize('NFD') }] }))[0]!),
    ).toBe('Điện thương phẩm');
  });

  test('a table that fits a phone keeps its columns', () => {
    const [html = ''] = renderReply(
      reply(
        table(
          ['Sản phẩm'.normalize('NFD'), '2021', '2022'],
          [
            ['Bia'.normalize('NFD'), '1.234,5', '99'],
            ['Đường mía', '7', '12.345'],
          ],
        ),
      ),
    );
    expect(html).toMatch(/^<pre>.*<\/pre>$/s);
    expect(read(html).split('\n')).toEqual([
      'Sản phẩm      2021    2022',
      'Bia        1.234,5      99',
      'Đường mía        7  12.345',
    ]);
  });

  test('a wider one becomes bullets', () => {
    const [html = ''] = renderReply(
      reply(
        table(
          ['Sản phẩm', 'Năm 2021', 'Năm 2022'],
          [
            ['Thức ăn hỗn hợp chăn nuôi', '1.234.567', ''],
            ['Bia', '1', '2'],
          ],
        ),
      ),
    );
    expect(html).toBe(
      '• <b>Thức ăn hỗn hợp chăn nuôi</b> – Năm 2021: 1.234.567\n• <b>Bia</b> – Năm 2021: 1; Năm 2022: 2',
    );
  });

  test('columns are counted as a font shows them', () => {
    expect(['ộ', 'ộ'.normalize('NFD'), '工', '📈', '\u200b', 'm³'].map(columnsOf)).toEqual([
      1, 1, 2, 2, 0, 2,
    ]);
  });

  test('what is longer than a message is split between blocks, then rows, then words', () => {
    const line = (n: number): Block => ({ kind: 'line', spans: [{ text: 'chữ '.repeat(n).trim() }] });
    expect(renderReply(reply(line(600), line(300), line(200))).map((m) => read(m).length)).toEqual([
      2399 + 2 + 1199,
      799,
    ]);
    const rows = Array.from({ length: 400 }, (_, i) => [`Dòng ${i}`, String(i)]);
    const parts = renderReply(reply(table(['Tên', 'Số'], rows)));
    expect(parts.length).toBeGreaterThan(1);
    expect(
      parts
        .map(read)
        .join('\n')
        .match(/Dòng \d+/g),
    ).toHaveLength(400);
    for (const part of parts) expect(read(part)).toMatch(/^Tên +Số\n/);
    const long = renderReply(
      reply({ kind: 'line', spans: [{ text: '<&> '.repeat(3000), style: 'strong' }] }),
    );
    expect(long.map(read).join(' ').replace(/\s/g, '')).toBe('<&>'.repeat(3000));
  });

  test('more than a hundred pieces of markup go into several messages', () => {
    const items = Array.from({ length: 250 }, (_, i) => [{ text: `số ${i}`, style: 'strong' as const }]);
    const parts = renderReply(reply({ kind: 'list', items }));
    expect(
      parts
        .map(read)
        .join('\n')
        .match(/số \d+/g),
    ).toHaveLength(250);
    expect(parts).toHaveLength(3);
  });

  test('nothing to draw falls back to the plain text', () => {
    expect(renderReply(reply())).toEqual(['văn bản']);
    expect(renderReply(reply({ kind: 'line', spans: [{ text: '  ' }] }))).toEqual(['văn bản']);
  });

  test('whatever the reply holds, Telegram accepts it', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('<b>', '&nbsp;', '"', 'x'.repeat(5000), '\ud83d', 'Ệ'.normalize('NFD'), '</pre>'),
    );
    const span = fc.record(
      {
        text: anyText,
        style: fc.constantFrom('strong' as const, 'em' as const),
        href: fc.constantFrom('https://a.vn/"<', 'javascript:x', ''),
      },
      { requiredKeys: ['text'] },
    );
    const spans = fc.array(span, { maxLength: 5 });
    const block = fc.oneof(
      spans.map((s): Block => ({ kind: 'line', spans: s })),
      spans.map((s): Block => ({ kind: 'note', spans: s })),
      fc.array(spans, { maxLength: 5 }).map((items): Block => ({ kind: 'list', items })),
      fc
        .tuple(
          fc.array(anyText, { maxLength: 4 }),
          fc.array(fc.array(anyText, { maxLength: 5 }), { maxLength: 5 }),
        )
        .map(([heads, rows]) => table(heads, rows)),
    );
    fc.assert(
      fc.property(fc.array(block as fc.Arbitrary<Block>, { maxLength: 6 }), (blocks) => {
        for (const html of renderReply(reply(...blocks))) expect(read(html).trim()).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

describe('buttons', () => {
  test('two in a row, a key and no sentence in the data', () => {
    const kept: object[] = [];
    const buttons = {
      keep: (q: object) => {
        kept.push(q);
        return `key${kept.length}_-aaaaaaaaaaa`.slice(0, 16);
      },
      find: () => null,
    };
    const labels = ['Một', 'Hai', 'Ba'.normalize('NFD')];
    const { inline_keyboard: rows } = keyboardOf(
      labels.map((label) => ({ label, sentence: label, question: question(label) })),
      buttons,
      0,
    );
    expect(rows.map((row) => row.map((b) => b.text))).toEqual([['Một', 'Hai'], ['Ba']]);
    expect(kept).toHaveLength(3);
    for (const button of rows.flat()) {
      const data = 'callback_data' in button ? button.callback_data : '';
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
      expect(pressIn(data)).toEqual({ act: 'q', key: expect.stringMatching(/^.{16}$/), form: null });
    }
  });

  test('only our own form is read', () => {
    for (const data of [
      '',
      'v1:q:',
      'v2:q:abc',
      'v1:z:abc',
      'v1:qx:abc',
      'v1:q:a b',
      'v1:q:abc\n',
      `v1:q:${'a'.repeat(41)}`,
    ]) {
      expect(pressIn(data)).toBeNull();
    }
  });
});
