/** Text that was written in one encoding and shown in another: UTF-8 as Latin-1, and the fonts of before Unicode. */

import { isShapedSyllable } from './syllable.js';
import { fold, toneless } from './text.js';

/** What Windows-1252 has at 0x80…0x9F. */
const WINDOWS = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];
const BYTES: ReadonlyMap<string, number> = new Map(WINDOWS.map((c, i) => [c, 0x80 + i]));

/** The bytes of UTF-8, each shown as a letter: «sáº£n lÆ°á»£ng». */
const SPLIT = /[\u00c3-\u00c6][\u0080-\u00bf\u0152-\u2122]|\u00e1[\u00ba\u00bb\u200b]/;

const utf8 = new TextDecoder('utf-8', { fatal: true });

function fromBytes(text: string): string | null {
  if (!SPLIT.test(text)) return null;
  const bytes: number[] = [];
  for (const c of text) {
    const byte = BYTES.get(c) ?? c.charCodeAt(0);
    if (byte > 0xff || c.length > 1) return null;
    bytes.push(byte);
  }
  try {
    return utf8.decode(new Uint8Array(bytes));
  } catch {
    return null;
  }
}

const VOWELS = [...'aăâeêioôơuưy'];
const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** Vietnamese letters in one order: each vowel without tone, then with huyền, sắc, hỏi, ngã, nặng; đ at the end. */
const LETTERS = [...VOWELS.flatMap((v) => TONES.map((t) => (v + t).normalize('NFC'))), 'đ'];

/** TCVN3 (.VnTime) in that order. */
const TCVN3 = (
  'a µ ¸ ¶ · ¹ ¨ » ¾ ¼ ½ Æ © Ç Ê È É Ë e Ì Ð Î Ï Ñ ª Ò Õ Ó Ô Ö i × Ý Ø Ü Þ ' +
  'o ß ã á â ä « å è æ ç é ¬ ê í ë ì î u ï ó ñ ò ô \u00ad õ ø ö ÷ ù y ú ý û ü þ ®'
).split(' ');
/** VNI-Times in that order: a letter and what stands for its marks. */
const VNI = (
  'a aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä e eø eù eû eõ eï eâ eà eá eå eã eä i ì í æ ó ò ' +
  'o oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï u uø uù uû uõ uï ö öø öù öû öõ öï y yø yù yû yõ î ñ'
).split(' ');

interface Font {
  readonly letters: ReadonlyMap<string, string>;
  readonly pattern: RegExp;
}

function font(codes: readonly string[], capitals: boolean): Font {
  const pairs = codes.map((code, i) => [code, LETTERS[i] as string] as const);
  const upper = capitals ? pairs.map(([c, l]) => [c.toUpperCase(), l.toUpperCase()] as const) : [];
  const letters = new Map([...pairs, ...upper].filter(([c, l]) => c !== l));
  const longest = [...letters.keys()].sort((a, b) => b.length - a.length);
  return { letters, pattern: new RegExp(longest.join('|'), 'gu') };
}

const FONTS = [font(TCVN3, false), font(VNI, true)];

/** Signs and letters that Vietnamese text has not, several of them in a sentence of such a font. */
const FOREIGN =
  /[\u00a7-\u00ae\u00b5-\u00b9\u00bb-\u00be\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe]/g;
const RUN = /[^\s\d.,;:?!()/%"'-]+/gu;

/** Which share of the words with other letters than ASCII are Vietnamese syllables? */
function share(text: string): number {
  const words = (text.match(RUN) ?? []).filter((w) => fold(w) !== w.toLowerCase() || /[^\x20-\x7e]/.test(w));
  const good = words.filter((w) => isShapedSyllable(toneless(w.toLowerCase())));
  return words.length === 0 ? 0 : good.length / words.length;
}

/**
 * The text as it was meant: «sáº£n lÆ°á»£ng», «s¶n l­îng» and «saûn löôïng» are «sản lượng». Anything else stays as it is.
 * To be asked before the text is normalised, which would lose these signs.
 */
export function legible(text: string): string {
  const decoded = fromBytes(text);
  if (decoded !== null) return decoded;
  if ((text.match(FOREIGN) ?? []).length < 2) return text;
  const before = share(text);
  const [best] = FONTS.map(({ letters, pattern }) => text.replace(pattern, (c) => letters.get(c) ?? c))
    .map((said) => ({ said, good: share(said) }))
    .sort((a, b) => b.good - a.good);
  return best && best.good >= 0.75 && best.good > before + 0.3 ? best.said : text;
}
