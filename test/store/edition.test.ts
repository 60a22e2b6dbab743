import { expect, it } from 'vitest';
import { editionEnd } from '../../src/store/edition.js';

it.each([
  ['2022', '2022-12-31'],
  ['2022-05', '2022-05-31'],
  ['2024-02', '2024-02-29'],
  ['2023-02', '2023-02-28'],
  ['2022-05-04', '2022-05-04'],
  ['2023-02-29', null],
  ['2022-13', null],
  ['22', null],
  ['', null],
  ['5/2022', null],
])('%s ends on %s', (edition, end) => {
  expect(editionEnd(edition)).toBe(end);
});
