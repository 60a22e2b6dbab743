import { describe, expect, it } from 'vitest';
import { drawReply } from '../../../src/channel/terminal/index.js';
import { ANSWERS, button, echo } from '../web/fake.js';

const reply = (text: string) => ANSWERS[text]!.reply;

describe('a reply on a terminal', () => {
  it('is its lines, the source with its address, and numbered buttons', () => {
    expect(drawReply(reply('điện thương phẩm 2021'))).toBe(
      [
        'Điện thương phẩm năm 2021 của Lạng Sơn: 890 triệu kWh',
        'Tăng 4,1% so với năm 2020.',
        'Mục tiêu năm 2021: 900 triệu kWh; thực hiện đạt 98,9%.',
        '',
        'Nguồn: Báo cáo tình hình công nghiệp năm 2021, Sở Công Thương Lạng Sơn (https://example.org/bao-cao-2021), trang 3.',
        '',
        '[1] Mục tiêu 2022',
        '[2] Năm 2020',
        '[3] Cả nước 2021',
      ].join('\n'),
    );
  });

  it('aligns tables by what is seen, not by bytes', () => {
    const blocks = [
      {
        kind: 'table' as const,
        columns: [
          { head: 'Sản phẩm', align: 'left' as const },
          { head: 'Năm 2021', align: 'right' as const },
        ],
        // The first row is written with combining marks.
        rows: [['Điện sản xuất'.normalize('NFD'), '936'], ['Đá', '3,4 triệu m³'], ['Thiếu cột']],
      },
    ];
    expect(drawReply({ restated: null, plain: '', buttons: [], blocks })).toBe(
      [
        'Sản phẩm           Năm 2021',
        '─────────────  ────────────',
        'Điện sản xuất           936',
        'Đá             3,4 triệu m³',
        'Thiếu cột',
      ].join('\n'),
    );
  });

  it('draws lists', () => {
    expect(drawReply(reply('điện 2021'))).toContain('• Điện sản xuất – triệu kWh, có đến năm 2021\n• Điện');
  });

  it('prints strong words bold only when asked to', () => {
    expect(drawReply(reply('xi măng'), { bold: true })).toContain('\u001b[1m1,02 triệu tấn\u001b[22m');
    expect(drawReply(reply('xi măng'), { bold: false })).not.toContain('\u001b');
  });

  it('lets no control character through', () => {
    const drawn = drawReply(echo('\u001b[2J\u009b31mxi\u0007 măng\r').reply);
    expect(drawn).not.toMatch(/[^\P{Cc}\n]/u);
    expect(drawn).toContain('xi măng');
  });

  it('draws an empty reply and a reply of buttons alone', () => {
    const empty = { restated: null, plain: '', blocks: [], buttons: [] };
    expect(drawReply(empty)).toBe('');
    expect(drawReply({ ...empty, buttons: [button('Năm 2020')] })).toBe('[1] Năm 2020');
  });
});
