import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumberWords } from '../../src/vietnamese/numerals.js';
import { fold } from '../../src/vietnamese/text.js';
import { tokenise } from '../../src/vietnamese/tokens.js';

/** «words = value [words left over]» */
const WORDS: readonly (readonly [string, string, number])[] = `
hai nghìn không trăm hai mươi mốt = 2021 0
hai không hai mốt = 2021 0
hai không hai một = 2021 0
hai không mười chín = 2019 0
hai không hai mươi = 2020 0
hai không hai không = 2020 0
hai không không chín = 2009 0
hai không hai năm = 2025 0
hai không hai tư = 2024 0
hai không hai lăm = 2025 0
hai mươi hai mươi mốt = 2021 0
một chín chín tám = 1998 0
mười chín chín mươi lăm = 1995 0
hai ngàn linh năm = 2005 0
hai nghìn lẻ chín = 2009 0
hai nghìn hai mươi mốt = 2021 0
hai nghìn mười chín = 2019 0
hai nghìn không trăm linh năm = 2005 0
một nghìn chín trăm chín mươi lăm = 1995 0
một trăm linh hai = 102 0
trăm hai = 120 0
một trăm hai = 120 0
một trăm hai ba = 123 0
một trăm rưỡi = 150 0
mười = 10 0
mười lăm = 15 0
mười một = 11 0
mười bốn = 14 0
hai mươi = 20 0
hai mươi mốt = 21 0
hai mốt = 21 0
hăm mốt = 21 0
hăm lăm = 25 0
ba tư = 34 0
bốn lăm = 45 0
năm mốt = 51 0
chín mươi chín = 99 0
năm mươi lăm = 55 0
hai chục = 20 0
một tỷ rưỡi = 1500000000 0
hai triệu rưỡi = 2500000 0
hai triệu ba = 2300000 0
tỷ rưỡi = 1500000000 0
triệu hai = 1200000 0
một phẩy năm = 1.5 0
bốn phẩy một = 4.1 0
hai phẩy không năm = 2.05 0
ba phẩy hai lăm = 3.25 0
ba phẩy mười bốn = 3.14 0
không phẩy năm = 0.5 0
một phẩy năm tỷ = 1500000000 0
hai phẩy năm triệu = 2500000 0
mười hai phẩy tám = 12.8 0
năm phần trăm = 5 2
ba mươi lăm phần trăm = 35 2
một trăm phần trăm = 100 2
năm nghìn = 5000 0
năm = 5 0
năm năm = 5 1
ba năm = 3 1
mười năm = 10 1
hai mươi năm = 20 1
hai trăm năm mươi = 250 0
một nghìn năm trăm = 1500 0
một trăm năm = 100 1
hai triệu năm = 2000000 1
hai tỷ ba trăm triệu = 2300000000 0
hai nghìn tỷ = 2000000000000 0
mười hai nghìn ba trăm tỷ = 12300000000000 0
năm trăm nghìn = 500000 0
một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy = 1234567 0
hai vạn = 20000 0
hai mốt triệu = 21000000 0
hai rưỡi = 2.5 0
hai nghin khong tram hai muoi mot = 2021 0
hai khong hai mot = 2021 0
muoi lam = 15 0
mot tram linh hai = 102 0
mot ty ruoi = 1500000000 0
mot phay nam = 1.5 0
nam phan tram = 5 2
hai muoi ba trieu = 23000000 0
sau muoi bay = 67 0
tam tram = 800 0
ba từ = 3 1
hai làm = 2 1
hai ba = 2 1
tám trăm chín mươi triệu = 890000000 0
mười hai năm hai không hai mốt = 12 5
bảy tháng = 7 1
một tỉ hai = 1200000000 0
ba mươi mốt nghìn hai trăm = 31200 0
`
  .trim()
  .split('\n')
  .map((line) => {
    const [words = '', rest = ''] = line.split(' = ');
    const [value = '', left = '0'] = rest.split(' ');
    return [words, value, Number(left)] as const;
  });

describe('readNumberWords', () => {
  it.each(WORDS)('%s = %s, %i left', (words, value, left) => {
    const tokens = tokenise(words);
    const read = readNumberWords(tokens, 0);
    expect([read?.value, tokens.length - (read?.length ?? 0)]).toEqual([value, left]);
  });

  it.each([
    'điện',
    'không',
    'từ',
    'với',
    'muối',
    'bây giờ',
    'trăm',
    'tỷ',
    'tỷ lệ',
    'công ty',
    'tháng',
    'mươi',
    'rưỡi',
    'tư',
    '',
  ])('%j is no number', (words) => expect(readNumberWords(tokenise(words), 0)).toBeNull());

  it.each(['năm 2021', 'năm ngoái', 'năm nay', 'nam bộ', 'nam 2016', 'năm hai không hai mốt', 'năm nào'])(
    '«năm» in %j is no five',
    (words) => expect(readNumberWords(tokenise(words), 0)).toBeNull(),
  );

  it('reads no five at the end of a text', () => {
    expect(readNumberWords(tokenise('sản lượng các năm'), 3)).toBeNull();
    expect(readNumberWords(tokenise('năm tấn'), 0)?.value).toBe('5');
    expect(readNumberWords(tokenise('nam tan'), 0)?.value).toBe('5');
  });

  it('says which values may be years', () => {
    const year = (s: string) => readNumberWords(tokenise(s), 0)?.year;
    expect(year('hai nghìn không trăm hai mươi mốt')).toBe(2021);
    expect(year('hai không hai mốt')).toBe(2021);
    expect(year('hai nghìn')).toBe(2000);
    expect(year('năm nghìn')).toBeUndefined();
    expect(readNumberWords(tokenise('trăm hai'), 0)?.elliptic).toBe(true);
    expect(readNumberWords(tokenise('một trăm linh hai'), 0)?.elliptic).toBeUndefined();
  });

  const ONES = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  const below100 = (n: number): string => {
    const t = Math.floor(n / 10);
    const u = n % 10;
    if (t === 0) return ONES[u] ?? '';
    if (t === 1) return `mười${u ? ` ${u === 5 ? 'lăm' : ONES[u]}` : ''}`;
    return `${ONES[t]} mươi${u ? ` ${u === 1 ? 'mốt' : u === 5 ? 'lăm' : ONES[u]}` : ''}`;
  };
  const below1000 = (n: number, full: boolean): string => {
    const h = Math.floor(n / 100);
    const r = n % 100;
    if (h === 0 && !full) return below100(n);
    return `${ONES[h]} trăm${r === 0 ? '' : r < 10 ? ` linh ${ONES[r]}` : ` ${below100(r)}`}`;
  };
  const say = (n: number): string => {
    const out: string[] = [];
    for (const [scale, word] of [
      [1e9, 'tỷ'],
      [1e6, 'triệu'],
      [1e3, 'nghìn'],
      [1, ''],
    ] as const) {
      const g = Math.floor(n / scale) % 1000;
      if (g > 0) out.push(`${below1000(g, out.length > 0)} ${word}`.trim());
    }
    return out.join(' ');
  };

  it('reads back every number said in full, with and without accents', () => {
    let bare = 0;
    let all = 0;
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 999_999_999_999 })),
        (n) => {
          const words = say(n);
          const tokens = tokenise(words);
          const read = readNumberWords(tokens, 0);
          expect([read?.value, read?.length, words]).toEqual([String(n), tokens.length, words]);
          all++;
          const plain = tokenise(fold(words));
          if (readNumberWords(plain, 0)?.value === String(n)) bare++;
        },
      ),
      { numRuns: 3000 },
    );
    console.info(`numbers in words: accented ${all}/${all}, unaccented ${bare}/${all}`);
    expect(bare / all).toBeGreaterThan(0.97);
  });

  it('never throws', () => {
    const word = fc.constantFrom(
      ...'không một hai ba bốn tư năm lăm sáu mười mươi mốt trăm nghìn triệu tỷ vạn chục rưỡi phẩy linh lẻ hăm nửa k tr 1 2,5 12 t phần muoi nam tu lam'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.boolean(), (words, spaced) => {
        const tokens = tokenise(words.join(spaced ? ' ' : ''));
        for (let i = 0; i <= tokens.length; i++) {
          const read = readNumberWords(tokens, i);
          if (read) {
            expect(read.value).toMatch(/^-?\d+(?:\.\d+)?$/);
            expect(read.length).toBeGreaterThan(0);
            expect(i + read.length).toBeLessThanOrEqual(tokens.length);
          }
        }
      }),
      { numRuns: 3000 },
    );
    const long = tokenise('hai mươi '.repeat(1200));
    const began = performance.now();
    for (let i = 0; i < long.length; i++) readNumberWords(long, i);
    expect(performance.now() - began).toBeLessThan(1500);
  });
});
