import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDigits } from '../../src/vietnamese/numbers.js';

describe('readDigits', () => {
  it.each([
    ['890.000.000', '890000000'],
    ['4,1', '4.1'],
    ['4.1', '4.1'],
    ['4.12', '4.12'],
    ['2021', '2021'],
    ['0,125', '0.125'],
    ['0.125', '0.125'],
    ['1.234.567,89', '1234567.89'],
    ['1,234,567', '1234567'],
    ['1,234,567.8', '1234567.8'],
    ['10.240,5', '10240.5'],
    ['1234,567', '1234.567'],
    ['0', '0'],
  ])('%s = %s', (text, value) => expect(readDigits(text)).toEqual({ value, other: null }));

  it.each([
    ['10.240', '10240', '10.240'],
    ['123,000', '123.000', '123000'],
    ['1,250', '1.250', '1250'],
  ])('%s is %s or %s', (text, value, other) => expect(readDigits(text)).toEqual({ value, other }));

  it.each(['', 'a', '1.2.3', '1,2,3', '12.34.56', '5/2021', '1..2', '.5', '5.', '1.234,5.6', '٣', '1 2'])(
    '%j is none',
    (text) => expect(readDigits(text)).toBeNull(),
  );

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,- ') }), (s) => {
        const read = readDigits(s);
        if (read) expect(read.value).toMatch(/^\d+(?:\.\d+)?$/);
      }),
    );
    readDigits('1.'.repeat(5000));
    readDigits('9'.repeat(10_000));
  });
});
