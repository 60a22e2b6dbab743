import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentJoined, segmentTyped } from '../../src/vietnamese/segment.js';
import { LONGEST_TEENCODE, TEENCODE, TEENCODE_AMBIGUOUS } from '../../src/vietnamese/teencode.js';
import { fold } from '../../src/vietnamese/text.js';
import { SYLLABLES } from './encoders.js';

const KNOWN = new Set([...SYLLABLES.map(fold), 'khoan', 'khoang']);
const isKnown = (f: string) => KNOWN.has(f);

describe('segmentJoined', () => {
  it.each([
    ['sanluongdien', 'san luong dien'],
    ['ximang', 'xi mang'],
    ['thanhphamdien', 'thanh pham dien'],
    ['dienthuongpham', 'dien thuong pham'],
    ['gachngoi', 'gach ngoi'],
    ['thangnamtruoc', 'thang nam truoc'],
    ['giatrixuatkhau', 'gia tri xuat khau'],
    ['langson', 'lang son'],
    ['kehoachnam', 'ke hoach nam'],
    ['khoangia', 'khoan gia'],
    ['xuatnhapkhau', 'xuat nhap khau'],
    ['congnghiep', 'cong nghiep'],
  ])('%s → %s', (joined, want) => expect(segmentJoined(joined, isKnown)?.join(' ')).toBe(want));

  it.each(['dien', 'thang', 'clinker', 'nghieng', 'abcde', '', 'xi mang', 'ximang2', 'đáđáđá'])(
    '%j is not cut',
    (word) => expect(segmentJoined(word, isKnown)).toBeNull(),
  );

  it('breaks ties by cost', () => {
    const known = (f: string) => ['khoan', 'gia', 'khoang', 'ia'].includes(f);
    expect(segmentJoined('khoangia', known)).toEqual(['khoang', 'ia']);
    expect(segmentJoined('khoangia', known, (f) => (f === 'ia' ? 9 : 1))).toEqual(['khoan', 'gia']);
  });

  it.each([
    ['sảnlượngđiện', 'sản lượng điện'],
    ['ximăng', 'xi măng'],
    ['Gạchngói', 'Gạch ngói'],
    ['sảnluong', 'sản luong'],
    ['đávôi', 'đá vôi'],
  ])('typed %s → %s', (typed, want) => expect(segmentTyped(typed, isKnown)?.join(' ')).toBe(want));

  it('covers what it cuts, of any syllables', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SYLLABLES), { minLength: 2, maxLength: 6 }), (words) => {
        const joined = words.join('');
        const pieces = segmentTyped(joined, isKnown);
        if (joined.length < 5 || KNOWN.has(fold(joined))) return;
        expect(pieces?.join('')).toBe(joined);
        expect(pieces?.length).toBeLessThanOrEqual(words.length);
        for (const p of pieces ?? []) expect(isKnown(fold(p))).toBe(true);
        expect(segmentJoined(fold(joined), isKnown)?.join('')).toBe(fold(joined));
      }),
    );
    const pairs = SYLLABLES.slice(1).map((s, i) => [SYLLABLES[i] ?? '', s] as const);
    const long = pairs.filter(([a, b]) => a.length + b.length >= 5);
    const right = long.filter(([a, b]) => segmentTyped(a + b, isKnown)?.join(' ') === `${a} ${b}`);
    const bare = long.filter(
      ([a, b]) => segmentJoined(fold(a + b), isKnown)?.join(' ') === fold(`${a} ${b}`),
    );
    console.info(`joined pairs: typed ${right.length}/${long.length}, folded ${bare.length}/${long.length}`);
    expect(right.length / long.length).toBeGreaterThan(0.9);
  });

  it('never throws and stays fast', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (s) => void segmentTyped(s, isKnown)));
    const began = performance.now();
    segmentJoined('sanluong'.repeat(1250), isKnown);
    segmentTyped('a'.repeat(10_000), isKnown);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('teencode', () => {
  it.each(
    `ko không|hok không|hông không|hem không|dc được|đc được|bn bao nhiêu|bnhiu bao nhiêu|bi nhiu bao nhiêu
    j gì|ntn như thế nào|tn thế nào|vs với|trc trước|z vậy|v vậy|zậy vậy|dzậy vậy|r rồi|m mình|mk mình|mìn mình
    tui tôi|e em|a anh|c chị|nha nhé|nghen nhé|hén nhé|dùm giùm|thía thế|bít biết|bik biết|hum nay hôm nay
    hnay hôm nay|nhìu nhiều|lun luôn|mún muốn|cko cho|of của|h giờ|p phải|mô đâu|răng sao|chừng mô bao nhiêu
    mấy bao nhiêu|nhiêu bao nhiêu|chi gì|nớ kia|ni này|năm ni năm nay|dzô vào`
      .split(/[|\n]/)
      .map((p) => p.trim())
      .map((p) => {
        const form = [...TEENCODE.keys()]
          .filter((k) => p.startsWith(`${k} `))
          .sort((a, b) => b.length - a.length)[0];
        return [form ?? p, p.slice((form ?? '').length + 1)] as const;
      }),
  )('%s → %s', (form, want) => expect(TEENCODE.get(form)).toBe(want));

  it.each(['kh', 'k', 'th', 'ck', 'nc', 'sl', 't', 'gđ', 'cn', 'ct', 'xk', 'nk'])(
    '%s is left to statistics',
    (form) => expect(TEENCODE.has(form)).toBe(false),
  );

  it('is composed, in lower case, and notes only forms it holds', () => {
    for (const [form, standard] of TEENCODE) {
      expect(form).toBe(form.normalize('NFC').toLowerCase().trim());
      expect(standard).toBe(standard.normalize('NFC').trim());
      expect(form).not.toBe(standard);
    }
    expect([...TEENCODE_AMBIGUOUS.keys()].filter((k) => !TEENCODE.has(k))).toEqual([]);
    expect(LONGEST_TEENCODE).toBeLessThanOrEqual(3);
    console.info(`teencode: ${TEENCODE.size} forms, ${TEENCODE_AMBIGUOUS.size} with a note`);
  });
});
