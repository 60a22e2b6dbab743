import { describe, expect, test } from 'vitest';
import { latinised } from '../../src/vietnamese/look-alikes.js';
import { legible } from '../../src/vietnamese/mojibake.js';
import { normalise } from '../../src/vietnamese/text.js';

const SAID = 'sản lượng điện thương phẩm năm 2021';

describe('text in the wrong encoding', () => {
  test.each([
    ['UTF-8 shown as Latin-1', Buffer.from(SAID, 'utf8').toString('latin1')],
    ['UTF-8 shown as Windows-1252', new TextDecoder('windows-1252').decode(Buffer.from(SAID, 'utf8'))],
    ['TCVN3', 's¶n l\u00adîng ®iÖn th\u00ad¬ng phÈm n¨m 2021'],
    ['VNI-Times', 'saûn löôïng ñieän thöông phaåm naêm 2021'],
  ])('%s is written again', (_name, shown) => {
    expect(legible(shown)).toBe(SAID);
  });

  test.each([
    SAID,
    'SẢN LƯỢNG ĐIỆN',
    'có hàng gì lạ không',
    'à, thế hả?',
    'san luong dien 2021',
    'café crème brûlée à la carte',
    '±5 µm × 20 m²',
    'than đá ≥ 5 % ¾ năm',
  ])('«%s» stays as it is', (text) => {
    expect(legible(text)).toBe(text);
  });
});

describe('letters of other alphabets', () => {
  test('are Latin in a word that can be Latin', () => {
    expect(latinised('хі mаng, ѕản lượng ο tο')).toBe('xi mang, sản lượng o to');
  });
  test('stay in a word of their own language', () => {
    expect(latinised('производство цемента, Ελλάδα')).toBe('производство цемента, Ελλάδα');
  });
});

test('marks of direction, joiners and variation selectors are no letters', () => {
  expect(normalise('xi\u200e mă\u034fng\u202c n\u2066ăm\ufe0f 2016')).toBe('xi măng năm 2016');
});
