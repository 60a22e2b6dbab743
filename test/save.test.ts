import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** `solieu save`, the built program. */
const CLI = join(import.meta.dirname, '../dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'save-'));
const env = { ...process.env, SOLIEU_DB: join(folder, 'store.db') };
const save = (question: string, name: string) => {
  const file = join(folder, name);
  const told = execFileSync(process.execPath, [CLI, 'save', question, file], { env, encoding: 'utf8' });
  return { told, bytes: readFileSync(file) };
};

describe('solieu save', () => {
  test('draws a series as PNG and SVG, with what happened in the caption', () => {
    const png = save('xi măng cả nước từ 2010 đến 2015', 'xi-mang.png');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.told).toContain('55.801');
    const svg = save('xi măng cả nước từ 2010 đến 2015', 'xi-mang.svg');
    expect(svg.bytes.toString()).toMatch(/^<svg[\s\S]*67\.645/);
  });

  test('writes targets as a workbook and as CSV', () => {
    expect(save('mục tiêu 2022', 'muc-tieu.xlsx').bytes.subarray(0, 2).toString()).toBe('PK');
    expect(save('mục tiêu 2022', 'muc-tieu.csv').bytes.toString()).toContain('850000000');
  });

  test.each([
    [['xi măng 2016', 'a.docx'], 'cần đuôi'],
    [['vải thiều 2021', 'a.xlsx'], 'kho số liệu không có chỉ tiêu này'],
    [['xi măng 2030', 'a.png'], 'Chưa có số liệu xi măng năm 2030 của Lạng Sơn'],
    [['mục tiêu 2022', 'a.png'], 'không vẽ được'],
    [['có những sản phẩm nào', 'a.xlsx'], 'không có số liệu'],
  ])('tells why %j is not written', (args, why) => {
    const end = spawnSync(
      process.execPath,
      [CLI, 'save', args[0] as string, join(folder, args[1] as string)],
      {
        env,
        encoding: 'utf8',
      },
    );
    expect(end.status).toBe(1);
    expect(end.stderr).toContain(why);
    expect(end.stderr).not.toContain('    at ');
  });
});
