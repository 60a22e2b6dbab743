import { describe, expect, it } from 'vitest';
import { mendDigits } from '../../src/vietnamese/digits.js';

describe('letters typed for digits', () => {
  it.each([
    ['điện 2O21', 'điện 2021'],
    ['điện năm 202l', 'điện năm 2021'],
    ['xi măng 2ol6', 'xi măng 2016'],
    ['bia 201S', 'bia 2015'],
    ['tháng 1O/2O24', 'tháng 10/2024'],
    ['tháng lO/2024', 'tháng 10/2024'],
    ['T1O/2024', 'T10/2024'],
    ['1O/2024', '10/2024'],
  ])('%s', (typed, read) => {
    expect(mendDigits(typed).text).toBe(read);
    expect(mendDigits(typed).bends.length).toBeGreaterThan(0);
  });

  it.each([
    '2021',
    'o6 to6 2015',
    'lop61 o6',
    '2OOO',
    'M2Ol1',
    'năm 2k21',
    '2101',
    'loi1',
    'T1',
    'to1 2015',
    '2,OI1',
  ])('leaves «%s»', (typed) => {
    expect(mendDigits(typed)).toEqual({ text: typed, bends: [] });
  });
});
