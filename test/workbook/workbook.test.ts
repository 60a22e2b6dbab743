import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.js';
import type { Figure } from '../../src/stats/figure.js';
import { text } from '../../src/workbook/csv.js';
import { csvOf, workbookOf } from '../../src/workbook/index.js';
import { openWorld } from '../chart/world.js';

const house = openWorld();
afterAll(() => house.close());
const QUESTIONS = [
  'xi măng cả nước từ 2010 đến 2015',
  'mục tiêu các sản phẩm 2022',
  'Các sản phẩm chủ yếu năm 2021',
  'xếp hạng các tỉnh theo giá trị sản xuất công nghiệp 2010',
];

async function sheets(answer: Answer) {
  const bytes = Buffer.from(await workbookOf(answer, house.names, { today: '2026-11-23' }));
  return (await readXlsxFile(bytes)) as unknown as { sheet: string; data: unknown[][] }[];
}

describe('the workbook, read back by another library', () => {
  test.each(QUESTIONS)('%s', async (question) => {
    const answer = house.answer(question);
    const [data, notes] = await sheets(answer);
    expect([data?.sheet, notes?.sheet]).toEqual(['Số liệu', 'Ghi chú']);
    const rows = data?.data ?? [];
    expect(rows[0]).toEqual([
      'Chỉ tiêu',
      'Khu vực',
      'Kỳ',
      'Thước đo',
      'Giá trị',
      'Đơn vị',
      'Trạng thái',
      'Nguồn',
      'Địa chỉ',
      'Ghi chú',
      'Từ ngày',
      'Đến ngày',
    ]);
    expect(rows.length).toBe(answer.figures.length + 1);
    answer.figures.forEach((f, i) => {
      expect(rows[i + 1]?.[4]).toBe(Number(f.value));
    });
    expect(notes?.data.flat()).toContain(question);
    expect(notes?.data.flat()).toContain('23/11/2026');
  });

  test('a bound and a range are seen in the cell, which stays a number; a remark names its source', async () => {
    const formatsOf = async (question: string) => {
      const bytes = await workbookOf(house.answer(question), house.names);
      const sheet = (await readXlsx(bytes, { readStyles: true })).sheets[0];
      return [...(sheet?.cells ?? [])].map(([, c]) => c.style?.numFmt);
    };
    expect(await formatsOf('điện thương phẩm 2021')).toContain('"dưới "#,##0');
    expect(await formatsOf('GTSXCN Lạng Sơn qua các năm')).toContain('"trên "#,##0');
    expect(await formatsOf('mục tiêu 2022')).toContain('#,##0"–8"');
    const [data] = await sheets(house.answer('xi măng 2016'));
    expect(data?.data[1]?.[9]).toBe('không khớp arit.gov.vn: 640 nghìn tấn (dự ước 2015)');
  });

  test('the head is frozen and filtered, numbers show every digit', async () => {
    const bytes = await workbookOf(house.answer('Top 10 tăng trưởng 2021'), house.names);
    const sheet = (await readXlsx(bytes, { readStyles: true })).sheets[0];
    expect(sheet?.freezePane).toMatchObject({ rows: 1 });
    expect(sheet?.autoFilter?.range).toMatch(/^A1:L\d+$/);
    const formats = [...(sheet?.cells ?? [])].map(([, c]) => c.style?.numFmt).filter((n) => n !== undefined);
    expect(formats).toContain('#,##0.0');
  });
});

const base = house.answer(QUESTIONS[0] as string);
const answerOf = (...changes: Partial<Figure>[]): Answer => ({
  ...base,
  figures: changes.map((c) => ({ ...(base.figures[0] as Figure), ...c })),
});

const read = (csv: string) => parse(csv, { bom: true, delimiter: ';' }) as string[][];

/** A number as JavaScript holds it, in plain digits. */
const plainOf = (n: number) => (Math.abs(n) < 1e-5 ? n.toFixed(6) : String(n));

describe('digits and formulas', () => {
  test('every digit of a value arrives, whatever its length', async () => {
    const values = [
      '12.345678901234567',
      '0.1',
      '-0.000001',
      '999999999999999',
      '123456789012345.6',
      '55801000',
    ];
    const answer = answerOf(...values.map((value) => ({ value })));
    const rows = (await sheets(answer))[0]?.data ?? [];
    const lines = read(csvOf(answer, house.names));
    for (const [i, value] of values.entries()) {
      const cell = rows[i + 1]?.[4];
      const digits = (s: string) => s.replace(/\D/g, '').replace(/^0+/, '');
      if (typeof cell === 'number') expect(plainOf(cell), value).toBe(value);
      else expect(digits(String(cell))).toBe(digits(value));
      expect(digits(lines[i + 1]?.[4] ?? '')).toBe(digits(value));
    }
    expect(rows[1]?.[4]).toBe('12,345678901234567');
  });

  test('periods are days as well', async () => {
    const answer = answerOf({ period: '2000-02' }, { period: '2021-Q3' }, { period: '2010-01-01/P5Y' });
    const rows = (await sheets(answer))[0]?.data ?? [];
    expect(rows.slice(1).map((r) => r.slice(10))).toEqual([
      [new Date('2000-02-01'), new Date('2000-02-29')],
      [new Date('2021-07-01'), new Date('2021-09-30')],
      [new Date('2010-01-01'), new Date('2014-12-31')],
    ]);
  });

  test('the XML of the file is well formed whatever a note holds', async () => {
    const note = 'a < b & "c" \u0007 ]]> \ud83d\ude00 \ufffe.';
    const bytes = await workbookOf(answerOf({ note }), house.names, { question: note });
    const rows = (await readXlsxFile(Buffer.from(bytes))) as unknown as { data: unknown[][] }[];
    expect(rows[0]?.data[1]?.[9]).toBe('a < b & "c"  ]]> \ud83d\ude00 .');
  });

  test('a value of more than fifteen digits is text with a note', async () => {
    const answer = answerOf({ value: '12345678901234567.5' }, { value: '0.1' }, { value: '-2.50' });
    const rows = (await sheets(answer))[0]?.data ?? [];
    expect(rows[1]?.[4]).toBe('12.345.678.901.234.567,5');
    expect(rows[1]?.[9]).toContain('hơn 15 chữ số');
    expect([rows[2]?.[4], rows[3]?.[4]]).toEqual([0.1, -2.5]);
  });

  test('a formula in a note stays text', async () => {
    const note = '=HYPERLINK("http://x","y")';
    const answer = answerOf({ note });
    expect((await sheets(answer))[0]?.data[1]?.[9]).toBe(note);
    const [, row] = read(csvOf(answer, house.names));
    expect(row?.[9]).toBe(`'${note}`);
  });

  test.each(['=1+1', '+1+1', '-1-cmd', '@SUM(A1)', '\t=1', ' =1', '＝1', '-', '+A1', "=cmd|' /C calc'!A0"])(
    'CSV defuses %j',
    (evil) => {
      expect(text(evil).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  test.each(['−4,1', '-4,1', '+3,5 %', '−12.345,678', '4,1', 'Xi măng'])('CSV leaves %j as it is', (fine) => {
    expect(text(fine).replace(/^"(.*)"$/, '$1')).toBe(fine);
  });

  test('CSV holds BOM, CRLF, semicolons, and numbers as a Vietnamese spreadsheet reads them', () => {
    const csv = csvOf(answerOf({ value: '-2.5' }, { value: '12345678901234567.5' }), house.names);
    expect(csv.startsWith('\uFEFFChỉ tiêu;Khu vực;')).toBe(true);
    const rows = read(csv);
    expect(rows[1]?.[4]).toBe('-2,5');
    // With an apostrophe it stays text, else the last digits would be lost.
    expect(rows[2]?.[4]).toBe("'12.345.678.901.234.567,5");
    expect(rows[1]?.slice(10)).toEqual(['01/01/2010', '31/12/2010']);
    expect(csv.split('\r\n')).toHaveLength(4);
  });
});
