import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undoKeystrokes } from '../../src/vietnamese/keystrokes.js';
import { completions, isShapedSyllable, isSyllable, placeTone, TONE } from '../../src/vietnamese/syllable.js';
import { compareMarks, fold } from '../../src/vietnamese/text.js';
import { rawWords, undoTyping } from '../../src/vietnamese/typing.js';
import { SYLLABLES, telex, viqr, vni } from './encoders.js';

const UNIQUE = [...new Set(SYLLABLES)];
const NAMES: readonly string[] = `bn ko web file excel data kwh mw mwh usd gdp fdi iip gtsx pcb`.split(' ');
const KNOWN = new Set([
  ...UNIQUE.map(fold),
  ...NAMES,
  'ban',
  'con',
  'nam',
  'gas',
  'dat',
  'la',
  'thans',
  'de',
  'co',
  'tu',
]);
const isKnown = (f: string) => KNOWN.has(f);

describe('syllables', () => {
  it('knows every syllable of the list, folded and shaped', () => {
    expect(UNIQUE.length).toBeGreaterThan(200);
    const shape = (s: string) =>
      s
        .normalize('NFD')
        .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
        .normalize('NFC');
    expect(UNIQUE.filter((s) => !isSyllable(fold(s)))).toEqual([]);
    expect(UNIQUE.filter((s) => !isShapedSyllable(shape(s)))).toEqual([]);
  });

  it('places the tone where it is written', () => {
    const tones = Object.values(TONE);
    const wrong = UNIQUE.filter((s) => {
      const parts = s.normalize('NFD');
      const tone = tones.find((t) => parts.includes(t)) ?? '';
      return placeTone(parts.replace(tone, '').normalize('NFC'), tone) !== s;
    });
    expect(wrong).toEqual([]);
  });

  it.each(['npk', 'kwh', 'pcb', 'str', 'web', 'clinker', 'luongj', 'kưh', '', 'bcd', 'nghieengs', 'ka1'])(
    '%j is no syllable',
    (word) => expect(isSyllable(word)).toBe(false),
  );

  it('completes shapes without contradicting them', () => {
    expect(completions('lưong')).toEqual(['lương']);
    expect(completions('tan').sort()).toEqual(['tan', 'tân', 'tăn'].sort());
    expect(completions('tấn')).toEqual([]);
  });
});

const BEST: readonly (readonly [string, string])[] = `
luwowngj lượng|sanr sản|ddieenj điện|lwowngj lượng|sarn sản|luongwj lượng|luowngj lượng|diendej điện|luwongj lượng
lu7o7ng5 lượng|d9ie6n5 điện|sa3n sản|san3 sản|luong75 lượng|dien965 điện|luo7ng5 lượng|lu7ong5 lượng|die6n59 điện
sa?n sản|lu+o+.ng lượng|luo+.ng lượng|ddie^.n điện|sảnr sản|sanrr sản|lưongj lượng|điênj điện|điệnj điện|lượngj lượng
quys quý|quis quí|gias giá|gif gì|thuowr thuở|thuwcj thực|hieenj hiện|dduwowcj được|dduocwj được|nawm năm|namw năm
thangs tháng|thasng tháng|treen trên|trawm trăm|tyr tỷ|trieeuj triệu|tysr tỷ|nghinf nghìn|ddoongf đồng|xi xi
quawngj quặng|quangwj quặng|hoawcj hoặc|khuyur khuỷu|truowngr trưởng|tuyeenf tuyền|nguyeenx nguyễn|quoocs quốc
bieur biểu|rwowuj rượu|ruowuj rượu|cuwus cứu|uwowcs ước|uowcs ước|yeeus yếu|xuaats xuất|xuatsa xuất|xuaast xuất|tieens tiến|bieus biếu|lưong lương
thowif thời|mwf mừ|dda đa|ddas đá|vooi vôi|chif chì|kexm kẽm|soir sỏi|gox gỗ?|goox gỗ|cheef chề|ngois ngói
na8m năm|nam8 năm|tha1ng tháng|d9a1 đá|vo6i vôi|nu7o7c1 nước|nuoc71 nước|qua8ng5 quặng|qua85ng quặng|thu7c5 thực
xua6t1 xuất|xuat61 xuất|d9u7o7c5 được|duoc975 được|ru7o7u5 rượu|to6n2 tồn|ta6n1 tấn|tan61 tấn|nghin2 nghìn
na(m năm|nu+o+'c nước|nuo+'c nước|dda' đá|vo^i vôi|ta^'n tấn|tri.eu trịeu?|trie^.u triệu|thu+.c thực|qua(.ng quặng
nu*o*'c nước|điên5 điện|lưong5 lượng|sản3 sản|điênjj điện|tăngg tăng?|SANR sản|Luwowngj lượng
`
  .trim()
  .split(/[|\n]/)
  .map((pair) => pair.split(' ') as [string, string])
  .filter(([, want]) => want !== undefined && !want.endsWith('?'));

describe('undoKeystrokes', () => {
  it.each(BEST.filter(([typed, want]) => typed !== want))('%s → %s', (typed, want) => {
    expect(undoKeystrokes(typed)[0]).toBe(want);
  });

  it.each(
    'm3 m2 q1 t5 6t 2k21 pcb30 npk kwh kw mw mwh gw dien2021 nam2021 tan luong web clinker co2 so2 a1 t10 q4 h2o 1tr2 gdp fdi iip gtsx xm cpi usd vnd km kg th5 6t2021 sx asean start export data part sport'.split(
      ' ',
    ),
  )('%s stays', (word) => expect(undoKeystrokes(word)).toEqual([]));

  const schemes: readonly (readonly [string, (s: string) => string])[] = [
    ['telex inline', (s) => telex(s, 'inline')],
    ['telex, tone last', (s) => telex(s, 'tone last')],
    ['telex, marks last', (s) => telex(s, 'marks last')],
    ['vni inline', (s) => vni(s, 'inline')],
    ['vni, tone last', (s) => vni(s, 'tone last')],
    ['vni, marks last', (s) => vni(s, 'marks last')],
    ['viqr', viqr],
  ];
  it.each(schemes)('%s gives every syllable back', (name, encode) => {
    const all = UNIQUE.filter((s) => encode(s) !== s);
    const first = all.filter((s) => undoKeystrokes(encode(s))[0] === s).length;
    const missed = all.filter(
      (s) => !undoKeystrokes(encode(s)).some((c) => compareMarks(c, s) === 'exact' || c === s),
    );
    console.info(
      `${name}: best ${first}/${all.length}, among candidates ${all.length - missed.length}/${all.length}${missed.length ? `, missed ${missed.map(encode).join(' ')}` : ''}`,
    );
    expect(missed.length / all.length).toBeLessThan(0.02);
    expect(first / all.length).toBeGreaterThan(0.95);
  });

  it('gives half-converted syllables back (tone key left)', () => {
    const keys: Readonly<Record<string, string>> = {
      [TONE.acute]: 's',
      [TONE.grave]: 'f',
      [TONE.hook]: 'r',
      [TONE.tilde]: 'x',
      [TONE.dot]: 'j',
    };
    const cases = UNIQUE.flatMap((s) => {
      const parts = s.normalize('NFD');
      const tone = Object.keys(keys).find((t) => parts.includes(t));
      return tone ? [[parts.replace(tone, '').normalize('NFC') + keys[tone], s] as const] : [];
    });
    const wrong = cases.filter(([typed, s]) => undoKeystrokes(typed)[0] !== s);
    console.info(`half converted: ${cases.length - wrong.length}/${cases.length}`);
    expect(wrong).toEqual([]);
  });

  it('gives only plausible syllables and never the word itself', () => {
    const key = fc.string({
      unit: fc.constantFrom(...'aeiouydtnghcmsfrxjw123456789^+(.?đêươảị'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(key, (word) => {
        const out = undoKeystrokes(word);
        expect(new Set(out).size).toBe(out.length);
        for (const c of out) {
          expect(isSyllable(fold(c))).toBe(true);
          expect(c).not.toBe(word);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

const LINES: readonly (readonly [string, string])[] = [
  ['sanr luwowngj ddieenj 2021', 'sản lượng điện 2021'],
  ['san3 lu7o7ng5 d9ie6n5 nam8 2021', 'sản lượng điện năm 2021'],
  ['sa?n lu+o+.ng ddie^.n na(m 2021', 'sản lượng điện năm 2021'],
  ['sa?n lu+o+.ng ddie^.n?', 'sản lượng điện?'],
  ['sản lưongj điênj', 'sản lượng điện'],
  ['Sanr  luwowngj', 'Sản  lượng'],
  ['SANR LUWOWNGJ DDIEENJ', 'SẢN LƯỢNG ĐIỆN'],
  ['sảnr lượng', 'sản lượng'],
  ['luong75 dien965', 'lượng điện'],
  ['sản lượng điện thương phẩm tháng 5/2021', 'sản lượng điện thương phẩm tháng 5/2021'],
  ['dien2021 t5 q1 m3 6t 2k21 pcb30 npk kwh', 'dien2021 t5 q1 m3 6t 2k21 pcb30 npk kwh'],
  ['thang5 quy1 nam2021', 'thang5 quy1 nam2021'],
  ['quy1/2021 thang1/2021', 'quy1/2021 thang1/2021'],
  ['d9ie6n5 thang1 5', 'điện tháng 5'],
  ['d9ie6n5 thang5', 'điện thang5'],
  ['d9ie6n5 quy1 1', 'điện quý 1'],
  ['d9ie6n5 quy2', 'điện quy2'],
  ['ban con nam gas dat', 'ban con nam gas dat'],
  ['thans', 'thans'],
  ['giá bao nhiêu?', 'giá bao nhiêu?'],
  ['gia?', 'gia?'],
  ['bao nhie^u?', 'bao nhiêu?'],
  ['10 MW va 5 USD', '10 MW va 5 USD'],
  ['/start', '/start'],
  ['da(m3) than(taán)', 'da(m3) than(taán)'],
  ['san.luong dien.thuong', 'san.luong dien.thuong'],
  ['co2 so2', 'co2 so2'],
  ['xi mawng', 'xi măng'],
  ['gachj ngois', 'gạch ngói'],
  ['thuwcj hieenj kees hoachj', 'thực hiện kế hoạch'],
  ['cungf kyf nawm trwowcs', 'cùng kỳ năm trước'],
  ['so vowis thangs trwowcs', 'so với tháng trước'],
  ['trieeuj ddoongf', 'triệu đồng'],
  ['quawngj sawts 2019-2021', 'quặng sắt 2019-2021'],
  ["dde^? co' ddie^.n. Bao nhie^u", 'để có điện. Bao nhiêu'],
  ['ddie^.n gia? bao nhie^u', 'điện giả bao nhiêu'],
  ['lu+o+.ng dda?', 'lượng đa?'],
  ['luongwj2021', 'lượng2021'],
  ['than19 san16', 'than19 san16'],
  ['', ''],
];

describe('undoTyping', () => {
  it.each(LINES)('%j → %j', (typed, want) => expect(undoTyping(typed, isKnown)).toBe(want));

  it('finds raw words with their places', () => {
    const text = "cho d9ie6n5, nu+o+'c va dien2021";
    expect(rawWords(text).map((r) => [text.slice(r.start, r.end), r.scheme, r.sure])).toEqual([
      ['d9ie6n5', 'vni', true],
      ["nu+o+'c", 'viqr', true],
    ]);
  });

  it('restores whole sentences and leaves clean ones alone', () => {
    const sentence = fc.array(fc.constantFrom(...UNIQUE), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sentence, (words) => {
        const clean = words.join(' ');
        expect(undoTyping(clean, isKnown)).toBe(clean);
        expect(undoTyping(fold(clean), isKnown)).toBe(fold(clean));
      }),
    );
    const words = UNIQUE.filter((s) => telex(s, 'tone last') !== s && !isKnown(fold(telex(s, 'tone last'))));
    const text = words.map((s) => telex(s, 'tone last')).join(' ');
    const out = undoTyping(text, isKnown).split(' ');
    const right = out.filter((w, i) => w === words[i]).length;
    console.info(`whole text, telex: ${right}/${words.length}`);
    expect(right / words.length).toBeGreaterThan(0.97);
  });

  it('never throws and stays fast on long input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        undoTyping(text, isKnown);
        undoKeystrokes(text);
      }),
    );
    const began = performance.now();
    for (const unit of ['a', 'a.', 'a1', 'aw', '1', 'a^', 'sanr ', 'd9ie6n5 ', '(', 'ư', 'a(', "a'"]) {
      undoTyping(unit.repeat(Math.ceil(10_000 / unit.length)), isKnown);
    }
    const took = performance.now() - began;
    console.info(`12 texts of 10,000 characters: ${took.toFixed(0)} ms`);
    expect(took).toBeLessThan(3000);
  });
});
