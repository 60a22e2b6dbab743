import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../src/ask.js';
import { type Assembly, assemble } from '../src/assemble.js';
import { toContract } from '../src/contract.js';

let assembly: Assembly;
beforeAll(() => {
  assembly = assemble(join(mkdtempSync(join(tmpdir(), 'bad-')), 'facts.db'), () => {});
});
afterAll(() => assembly.close());

const tell = (text: string) =>
  toContract(text, ask(text, { ...assembly.world('2026-11-25'), previous: null }));

describe('input that is no question', () => {
  test.each([
    ['nothing', ''],
    ['spaces', '   \n\t '],
    ['only marks', '?!?!...'],
    ['only emoji', '😀🎉👍🏽'],
    ['another language', 'what is the weather like in Hanoi today'],
    ['Chinese', '请告诉我水泥产量'],
    ['SQL', "'; DROP TABLE observation; --"],
    ['HTML', '<script>alert(1)</script>'],
    ['control characters', '\u0000\u0007\u001b[31m'],
    ['a lone surrogate', '\ud83d'],
    ['10,000 letters', 'a'.repeat(10_000)],
    ['10,000 words', 'xi măng '.repeat(1_250)],
    ['10,000 digits', '9'.repeat(10_000)],
    ['a wall of marks', '%'.repeat(10_000)],
    ['prototype words', '__proto__ constructor toString'],
  ])('%s gets a kind answer and no figure', (_name, text) => {
    const got = tell(text);
    expect(['refuse', 'ask']).toContain(got.outcome);
    expect(got.reason).not.toBe('fault');
    expect(got.figures.filter((f) => f.role === 'asked')).toEqual([]);
    expect(got.reply.length).toBeGreaterThan(10);
    expect(got.reply.length).toBeLessThan(1_500);
    expect(got.reply).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('two questions in one message are both answered', () => {
    const got = tell('Sản lượng xi măng 2016 là bao nhiêu? Mục tiêu xi măng 2022?');
    expect(got.figures.filter((f) => f.role === 'asked').map((f) => f.value)).toEqual(['936000', '950000']);
  });

  test('markup in a question is never handed back as markup', () => {
    const got = tell('<img src=x onerror=alert(1)> xi măng 2016');
    expect(got.outcome).not.toBe('answer');
    expect(got.figures.every((f) => f.role === 'context')).toBe(true);
  });
});

describe('any input at all', () => {
  const words = [
    'xi măng',
    'điện',
    'da',
    'than',
    '2021',
    '5%',
    'từ',
    'đến',
    'tháng',
    'năm',
    'năm',
    'tăng',
    'so với',
    'cao nhất',
    'nào',
    'bao nhiêu',
    'cả nước',
    'Lạng Sơn',
    'mục tiêu',
    'và',
    ',',
    '?',
    '-',
    '/',
    '2k21',
    'T5',
    'quý',
    'I',
    'không',
    'ko',
    'KH',
    'ty le',
    '10',
    'triệu',
    'tấn',
    'top',
    '3',
  ];

  test('throws nothing and proves every number it shows', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }), (parts) => {
        const got = tell(parts.join(' '));
        expect(got.reason).not.toBe('fault');
        expect(got.reply).not.toMatch(/undefined|NaN|\[object/);
        if (got.outcome === 'ask' || got.outcome === 'refuse')
          expect(got.figures.every((f) => f.role === 'context')).toBe(true);
        expect(got.choices.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 1_500, seed: 20261125 },
    );
  });

  test('strings of every kind', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(tell(text).reason).not.toBe('fault');
      }),
      { numRuns: 400, seed: 7 },
    );
  });
});
