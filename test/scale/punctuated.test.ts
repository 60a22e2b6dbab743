import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../src/ask.js';
import { NOISY } from '../support/noise.js';
import { figureOf, filled, type Stress } from '../support/stress.js';

/** Names with signs, joints and lone letters in them, beside names that are a part of them. */

const NAMES = [
  'Thùng, hộp và vỏ chứa bằng giấy sóng',
  'Hộp và vỏ chứa',
  'Vòng đệm cao su',
  'Len chì; vòng đệm; tấm điện cực',
  'Thép hình chữ H cán nóng',
  'Hóa chất vô cơ cơ bản',
  'Phân hỗn hợp N.P.K dạng viên',
  'Bột nhão (kể cả đất nặn) dùng cho trẻ em',
  'Máy làm mát, lọc khí và hút ẩm',
];

let store: Stress;
beforeAll(() => {
  store = filled(
    ':memory:',
    NAMES.map((name, i) => ({ id: `n-${i + 1}`, name, unit: 'tấn' })),
    NAMES.length * 5,
  );
});
afterAll(() => store.close());

const told = (text: string) => {
  const { answer } = ask(text, { ...store.world('2026-11-25'), previous: null });
  return answer.figures.filter((f) => f.role === 'asked').map((f) => `${f.indicator}=${f.value}`);
};

describe.each(NAMES.map((name, i) => [name, i] as const))('«%s»', (name, i) => {
  const text = `sản lượng ${name} năm 2024`;
  const dresses: Record<string, string> = {
    'as it is': text,
    'without signs': text.replace(/[,;().]/g, ' '),
    'without accents': NOISY['no accents']?.(text, () => 0) as string,
    'in raw keys': NOISY.telex?.(text, () => 0) as string,
    // Every other space is lost.
    joined: text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/(\p{L}+) (\p{L}+)/gu, '$1$2'),
  };

  test.each(Object.entries(dresses))('is one name, %s', (_dress, said) => {
    expect(told(said)).toEqual([`n-${i + 1}=${figureOf(i, 0, 19)}`]);
  });
});
