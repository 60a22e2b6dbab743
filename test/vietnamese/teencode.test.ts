import { describe, expect, it } from 'vitest';
import { LONGEST_TEENCODE, TEENCODE, TEENCODE_AMBIGUOUS } from '../../src/vietnamese/teencode.js';

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
