import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, isNeighbourKey, phoneticKey } from '../../src/vietnamese/slips.js';

/** The textbook table, to compare with. */
function slow(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let v = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        v = Math.min(v, d[i - 2]![j - 2]! + 1);
      d[i]![j] = v;
    }
  }
  return d[a.length]![b.length]!;
}

describe('editDistance', () => {
  it.each([
    ['ximang', 'ximang', 0],
    ['ximnag', 'ximang', 1],
    ['xmang', 'ximang', 1],
    ['ximanh', 'ximang', 1],
    ['dien', 'dine', 1],
    ['', 'abc', 3],
    ['sanluong', 'snaluogn', 2],
    ['gach', 'ngoi', 4],
    ['ca', 'abc', 3],
  ] as const)('%s ~ %s = %i', (a, b, want) => expect(editDistance(a, b, 5)).toBe(want));

  it('agrees with the full table, cut off at max', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcn'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 6 }), (a, b, max) => {
        expect(editDistance(a, b, max)).toBe(Math.min(slow(a, b), max + 1));
      }),
      { numRuns: 4000 },
    );
  });

  it('is fast on long input', () => {
    const began = performance.now();
    editDistance('ab'.repeat(5000), 'ba'.repeat(5000), 3);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('phoneticKey', () => {
  it.each(
    `san luong/xan luong|san luong/san nuong|chi tieu/tri tieu|gach/gat|than/thang|voi/doi|ly/li|ty/ti|ky/ki|quy/qui
    gia/da|ra/da|gieng/dieng|nghe/nge|ghe/ge|nuoc/luoc|tinh/tin|cac/cat|kem/cem|yen/ien|phan/fan|xi mang/si man
    san xuat/xan suat|trong/chong|rieng/dieng`
      .split(/[|\n]/)
      .map((p) => p.trim().split('/') as [string, string]),
  )('%s sounds like %s', (a, b) => expect(phoneticKey(a)).toBe(phoneticKey(b)));

  it.each([
    ['dien', 'tien'],
    ['tay', 'tai'],
    ['nha', 'la'],
    ['da', 'ta'],
    ['khi', 'ki'],
    ['than', 'tan'],
  ])('%s does not sound like %s', (a, b) => expect(phoneticKey(a)).not.toBe(phoneticKey(b)));

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (s) => typeof phoneticKey(s) === 'string'));
  });
});

describe('isNeighbourKey', () => {
  it.each(['as', 'er', 'rt', 'sw', 'gh', 'nm', 'op', 'aq', 'az', 'hn', 'ok'])('%s', (p) => {
    expect(isNeighbourKey(p[0] ?? '', p[1] ?? '')).toBe(
      p !== 'hn' ? isNeighbourKey(p[1] ?? '', p[0] ?? '') : true,
    );
  });
  it.each(['al', 'qp', 'aa', 'a1', 'zq', 'em'])('not %s', (p) => {
    expect(isNeighbourKey(p[0] ?? '', p[1] ?? '')).toBe(false);
  });
});
