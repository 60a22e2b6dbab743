import { describe, expect, test } from 'vitest';
import { ask } from '../src/ask.js';
import { readForm } from '../src/question/form.js';
import { written } from '../src/question/prepare.js';
import { useAssembly } from './support/assembly.js';

/** Sentences that want a picture or a file, as typed on phones, and near ones that do not. */
const assembly = useAssembly();
const world = () => ({ ...assembly().world('2026-11-25'), previous: null });
const read = (text: string) => readForm(written(text, world().lexicon));

describe('what form an answer is wanted in', () => {
  test.each([
    ['biểu đồ xi măng cả nước 2005–2015', 'chart'],
    ['vẽ biểu đồ xi măng cả nước từ 2005 đến 2015', 'chart'],
    ['vẽ giúp tôi đồ thị iip các tỉnh 2015', 'chart'],
    ['ve bieu do xi mang ca nuoc 2010-2016', 'chart'],
    ['do thi xi mang ca nuoc', 'chart'],
    ['biểu đồ đường kính cả nước 2010–2015', 'chart'],
    ['bieeru ddoof ddieejn 2021', 'chart'],
    ['cho tôi xem biểu đồ cột tăng trưởng các sản phẩm năm 2021', 'chart'],
    ['xi măng cả nước 2010 - 2015 dạng biểu đồ', 'chart'],
    ['xuất Excel mục tiêu 2022', 'workbook'],
    ['xuat excel muc tieu 2022', 'workbook'],
    ['xuất ra ẽcel mục tiêu 2022', 'workbook'],
    ['mục tiêu 2022 ra excel giúp em', 'workbook'],
    ['mục tiêu 2022 dưới dạng bảng tính', 'workbook'],
    ['gửi em file exel các sản phẩm 2021', 'workbook'],
    ['xuất file mục tiêu 2022', 'workbook'],
    ['bảng IIP các tỉnh 2015', 'workbook'],
    ['bang iip cac tinh 2015', 'workbook'],
    ['lập bảng các sản phẩm 2021', 'workbook'],
    ['bảng số liệu năm 2021', 'workbook'],
    ['cho xin file csv mục tiêu 2022', 'csv'],
  ])('«%s» → %s, with figures', (text, form) => {
    const result = ask(text, world());
    expect(result.form).toBe(form);
    expect(result.answer.figures.length).toBeGreaterThan(1);
  });

  test.each([
    'điện 2021 bằng bao nhiêu',
    'bang bao nhieu dien 2021',
    'bằng bao nhiêu phần trăm kế hoạch điện 2021',
    'rác thải đô thị 2021',
    'rac do thi 2021',
    'xuất khẩu xi măng 2015',
    'sản lượng điện 2021',
    'gạch 2021 tăng bao nhiêu',
  ])('«%s» wants words only, and stays as it was', (text) => {
    expect(read(text)).toEqual({ form: null, rest: text });
  });

  test.each(['vẽ biểu đồ đi', 've bieu do', 'biểu đồ', 'xuất ra excel giúp em với ạ', 'cho file excel nhé'])(
    '«%s» alone is of what was asked last',
    (text) => {
      const first = ask('xi măng cả nước 2016', world());
      const next = ask(text, { ...world(), previous: first.turn });
      expect(next.form).not.toBeNull();
      expect(next.answer.figures).toEqual(first.answer.figures);
      expect(ask(text, world()).answer.outcome).toBe('refuse');
    },
  );
});
