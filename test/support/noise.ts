/** Variants of a sentence that must mean the same: how phones and keyboards deliver one text. Seeded, no clock. */

/** A small seeded generator (mulberry32): the same seed, the same noise. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const strip = (s: string) =>
  s
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');

/** hòa → hoà, thủy → thuỷ: the old placement of the tone in open oa, oe, uy. */
const OLD: Record<string, string> = {
  òa: 'oà',
  óa: 'oá',
  ỏa: 'oả',
  õa: 'oã',
  ọa: 'oạ',
  òe: 'oè',
  óe: 'oé',
  ỏe: 'oẻ',
  õe: 'oẽ',
  ọe: 'oẹ',
  ùy: 'uỳ',
  úy: 'uý',
  ủy: 'uỷ',
  ũy: 'uỹ',
  ụy: 'uỵ',
};

/** Variants that lose nothing: every one must be read as the original. */
export const SAME: Record<string, (s: string) => string> = {
  decomposed: (s) => s.normalize('NFD'),
  upper: (s) => s.toUpperCase(),
  'old tone': (s) =>
    s.normalize('NFC').replace(/[òóỏõọ][ae](?!\p{L})|[ùúủũụ]y(?!\p{L})/gu, (m) => OLD[m] ?? m),
  'stray spaces': (s) => `  ${s.replace(/ /g, '  ')} `,
};

export const TELEX: Record<string, string> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0303': 'x',
  '\u0309': 'r',
  '\u0323': 'j',
};
const VNI: Record<string, string> = {
  '\u0300': '2',
  '\u0301': '1',
  '\u0303': '4',
  '\u0309': '3',
  '\u0323': '5',
};

/** One syllable in raw keys; `shapes` writes â, ơ, đ …, `tones` the tone at the end, or where it sounds. */
export function keys(
  word: string,
  tones: Record<string, string>,
  shapes: (base: string, mark: string) => string,
  dbar: string,
  inline = false,
): string {
  let tone = '';
  let out = '';
  for (const ch of word.normalize('NFC')) {
    const [base = '', ...marks] = [...ch.normalize('NFD')];
    if (ch === 'đ') {
      out += dbar;
      continue;
    }
    let letter = base;
    let own = '';
    for (const m of marks) {
      if (tones[m]) own = tones[m] as string;
      else letter = shapes(base, m);
    }
    out += inline ? letter + own : letter;
    if (!inline && own) tone = own;
  }
  return out + tone;
}

export const TELEX_SHAPE = (base: string, mark: string) => (mark === '\u0302' ? base + base : `${base}w`);
const VNI_SHAPE = (base: string, mark: string) =>
  `${base}${mark === '\u0302' ? '6' : mark === '\u031b' ? '7' : '8'}`;

export const words = (s: string, change: (w: string, i: number) => string) => {
  let i = 0;
  return s.replace(/\p{L}[\p{L}\p{M}]*/gu, (w) => change(w, i++));
};

/** One letter of one long word left out, struck twice or swapped with the next. */
export function slipIn(s: string, random: () => number): string {
  const all = [...s.matchAll(/\p{L}{5,}/gu)];
  const pick = all[Math.floor(random() * all.length)];
  if (!pick) return s;
  const w = pick[0];
  const at = 1 + Math.floor(random() * (w.length - 2));
  const kind = random();
  const bent =
    kind < 0.34
      ? w.slice(0, at) + w.slice(at + 1)
      : kind < 0.67
        ? w.slice(0, at) + w[at] + w.slice(at)
        : w.slice(0, at) + w[at + 1] + w[at] + w.slice(at + 2);
  return s.slice(0, pick.index) + bent + s.slice(pick.index + w.length);
}

/** Channels that lose or bend something, as phones do; `random` is seeded. */
export const NOISY: Record<string, (s: string, random: () => number) => string> = {
  'no accents': (s) => strip(s),
  'half accents': (s, random) => words(s, (w) => (random() < 0.5 ? strip(w) : w)),
  telex: (s) => words(s, (w) => keys(w.toLowerCase(), TELEX, TELEX_SHAPE, 'dd')),
  vni: (s) => words(s, (w) => keys(w.toLowerCase(), VNI, VNI_SHAPE, 'd9')),
  'telex inline': (s) => words(s, (w) => keys(w.toLowerCase(), TELEX, TELEX_SHAPE, 'dd', true)),
  'half telex': (s, random) =>
    words(s, (w) => (random() < 0.4 ? keys(w.toLowerCase(), TELEX, TELEX_SHAPE, 'dd') : w)),
  'vni inline': (s) => words(s, (w) => keys(w.toLowerCase(), VNI, VNI_SHAPE, 'd9', true)),
  slip: slipIn,
  joined: (s, random) => strip(s).replace(/(\p{L}) (?=\p{L})/gu, (m, a: string) => (random() < 0.35 ? a : m)),
  'by ear': (s, random) =>
    words(s, (w) =>
      random() < 0.3
        ? w
            .replace(/^tr/, 'ch')
            .replace(/^x(?=[aăâeêiouư])/, 's')
            .replace(/^n(?=[ăâơư])/, 'l')
        : w,
    ),
  polite: (s) => `dạ cho em hỏi ${s} ạ`,
};
