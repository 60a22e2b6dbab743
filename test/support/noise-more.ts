import { keys, strip, TELEX, TELEX_SHAPE, words } from './noise.js';

/** More channels, one cause each, so that a report shows which of them hurts. Seeded like the others. */

type Channel = (s: string, random: () => number) => string;

/** Bends one word of at least `least` letters that `bend` can change. */
const oneWord =
  (least: number, bend: (w: string, random: () => number) => string): Channel =>
  (s, random) => {
    const all = [...s.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].filter((m) => m[0].length >= least);
    for (let n = 0; n < 4 && all.length > 0; n++) {
      const pick = all[Math.floor(random() * all.length)] as RegExpExecArray;
      const bent = bend(pick[0], random);
      if (bent !== pick[0]) return s.slice(0, pick.index) + bent + s.slice(pick.index + pick[0].length);
    }
    return s;
  };

const inside = (w: string, random: () => number) => 1 + Math.floor(random() * (w.length - 2));

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
function beside(letter: string, random: () => number): string {
  const row = ROWS.find((r) => r.includes(letter));
  if (!row) return letter;
  const at = row.indexOf(letter);
  return row[random() < 0.5 ? Math.max(0, at - 1) : Math.min(row.length - 1, at + 1)] as string;
}

const VIQR: Record<string, string> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0303': '~',
  '\u0309': '?',
  '\u0323': '.',
};
const VIQR_SHAPE = (base: string, mark: string) =>
  `${base}${mark === '\u0302' ? '^' : mark === '\u031b' ? '+' : '('}`;

/** The first of the pairs that a word begins (or ends) with is exchanged. */
const exchange = (w: string, pairs: readonly (readonly [RegExp, string])[]): string => {
  for (const [from, to] of pairs) if (from.test(w)) return w.replace(from, to);
  return w;
};

const NORTH = [
  [/^n(?![hg])/, 'l'],
  [/^l/, 'n'],
  [/^tr/, 'ch'],
  [/^ch/, 'tr'],
  [/^s/, 'x'],
  [/^x/, 's'],
  [/^gi(?=[aăâeêoôơuư])/, 'd'],
  [/^r/, 'd'],
] as const;

const TILDES: Record<string, string> = { '\u0303': '\u0309', '\u0309': '\u0303' };
const otherTone = (w: string) =>
  w
    .normalize('NFD')
    .replace(/[\u0303\u0309]/g, (m) => TILDES[m] as string)
    .normalize('NFC');
const SOUTH = [
  [/ng$/, 'n'],
  [/(?<=[aăâeo])n$/, 'ng'],
  [/(?<=[aăâ])t$/, 'c'],
  [/(?<=[aăâ])c$/, 't'],
  [/^v/, 'd'],
] as const;

const TEEN: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})không(?!\p{L})/giu, 'ko'],
  [/(?<!\p{L})được(?!\p{L})/giu, 'đc'],
  [/(?<!\p{L})bao nhiêu(?!\p{L})/giu, 'bn'],
  [/(?<!\p{L})trước(?!\p{L})/giu, 'trc'],
  [/(?<!\p{L})mình(?!\p{L})/giu, 'mk'],
  [/(?<!\p{L})với(?!\p{L})/giu, 'vs'],
  [/(?<!\p{L})năm (?=\d{4})/giu, 'n '],
  [/(?<!\p{L})nước(?!\p{L})/giu, 'nc'],
];
const OFFICE: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})sản lượng(?!\p{L})/giu, 'SL'],
  [/(?<!\p{L})so với cùng kỳ(?!\p{L})/giu, 'SVCK'],
  [/(?<!\p{L})cùng kỳ(?!\p{L})/giu, 'CK'],
  [/(?<!\p{L})kế hoạch(?!\p{L})/giu, 'KH'],
  [/(?<!\p{L})giai đoạn(?!\p{L})/giu, 'GĐ'],
  [/(?<!\p{L})lũy kế(?!\p{L})/giu, 'LK'],
  [/(?<!\p{L})sản xuất công nghiệp(?!\p{L})/giu, 'SXCN'],
  [/(?<!\p{L})tháng (?=\d{1,2}\/\d{4})/giu, 'T'],
];
const replaced = (s: string, table: readonly (readonly [RegExp, string])[]) =>
  table.reduce((out, [from, to]) => out.replace(from, to), s);

const DIGITS = 'không một hai ba bốn năm sáu bảy tám chín'.split(' ');
/** 2021 → «hai nghìn không trăm hai mươi mốt», or digit by digit. */
function yearInWords(year: string, random: () => number): string {
  const [, , tens, ones] = [...year].map(Number) as [number, number, number, number];
  const ten =
    tens === 0
      ? ones === 0
        ? ''
        : `linh ${DIGITS[ones]}`
      : `${tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`} ${ones === 0 ? '' : ones === 1 && tens > 1 ? 'mốt' : ones === 5 ? 'lăm' : DIGITS[ones]}`;
  const long = `hai nghìn ${ten === '' ? '' : `không trăm ${ten}`}`.trim();
  const short = [...year].map((d) => DIGITS[Number(d)]).join(' ');
  return random() < 0.7 ? long : short;
}

/** What a Telex keyboard makes of Latin words. */
const EATEN: readonly (readonly [RegExp, string])[] = [
  [/kwh/gi, 'kưh'],
  [/clinker/gi, 'clỉnke'],
  [/(?<!\p{L})MW(?!\p{L})/gu, 'MƯ'],
  [/excel/gi, 'ẽcel'],
  [/web/gi, 'ưeb'],
];

export const MORE: Record<string, Channel> = {
  viqr: (s) => words(s, (w) => keys(w.toLowerCase(), VIQR, VIQR_SHAPE, 'dd', true)),
  swapped: oneWord(3, (w, random) => {
    const at = Math.floor(random() * (w.length - 1));
    return w.slice(0, at) + w[at + 1] + w[at] + w.slice(at + 2);
  }),
  dropped: oneWord(4, (w, random) => {
    const at = inside(w, random);
    return w.slice(0, at) + w.slice(at + 1);
  }),
  doubled: oneWord(3, (w, random) => {
    const at = inside(w, random);
    return w.slice(0, at) + w[at] + w.slice(at);
  }),
  'neighbour key': oneWord(4, (w, random) => {
    const at = inside(w, random);
    return w.slice(0, at) + beside(w[at] as string, random) + w.slice(at + 1);
  }),
  'wrong tone key': oneWord(3, (w, random) => {
    const marks = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    return w
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/, () => marks[Math.floor(random() * 5)] as string)
      .normalize('NFC');
  }),
  'telex slip': oneWord(4, (w, random) => {
    const raw = keys(w.toLowerCase(), TELEX, TELEX_SHAPE, 'dd');
    if (raw === w) return w;
    const at = inside(raw, random);
    return random() < 0.5
      ? raw.slice(0, at) + raw.slice(at + 1)
      : raw.slice(0, at) + raw[at + 1] + raw[at] + raw.slice(at + 2);
  }),
  'broken word': (s, random) => {
    const all = [...s.matchAll(/\p{L}{4,}/gu)];
    const pick = all[Math.floor(random() * all.length)];
    if (!pick) return s;
    const at = pick.index + inside(pick[0], random);
    return `${s.slice(0, at)} ${s.slice(at)}`;
  },
  glued: (s, random) => s.replace(/(\p{L}) (?=\p{L})/gu, (m, a: string) => (random() < 0.2 ? a : m)),
  'ear, north': oneWord(2, (w) => exchange(w, NORTH)),
  'ear, centre and south': oneWord(2, (w) => (otherTone(w) === w ? exchange(w, SOUTH) : otherTone(w))),
  teencode: (s) => replaced(s, TEEN),
  'office shorthand': (s) => replaced(s, OFFICE),
  'years in words': (s, random) =>
    s.replace(/(?<=(?:năm|nam) )20[0-2]\d(?![\d/.,-])/gu, (y) => yearInWords(y, random)),
  'eaten latin': (s) => replaced(s, EATEN),
  // A finger on O or l for a digit of the year.
  'letters for digits': (s, random) =>
    s.replace(/(?<![\d.,/])20[0-2]\d(?![\d.,])/g, (y) =>
      /1/.test(y) && random() < 0.4 ? y.replace('1', 'l') : y.replace('0', 'O'),
    ),
  // The space a letter too early or too late.
  'space one off': (s, random) => {
    const all = [...s.matchAll(/(?<=\p{L}{2})(\p{L}) (\p{L})(?=\p{L}{2})/gu)];
    const pick = all[Math.floor(random() * all.length)];
    if (!pick) return s;
    const [, a, b] = pick;
    const bent = random() < 0.5 ? ` ${a}${b}` : `${a}${b} `;
    return s.slice(0, pick.index) + bent + s.slice(pick.index + pick[0].length);
  },
  'no accents, slip': (s, random) => strip(MORE.dropped?.(s, random) ?? s),
};
