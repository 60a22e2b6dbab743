import { editDistance } from '../vietnamese/slips.js';
import { isPossible, isSyllable } from '../vietnamese/syllable.js';
import { TEENCODE } from '../vietnamese/teencode.js';
import { telexKeys } from '../vietnamese/telex.js';
import { fold, hasMarks, normalise } from '../vietnamese/text.js';
import { type Token, tokenise } from '../vietnamese/tokens.js';
import { undoTyping } from '../vietnamese/typing.js';
import { core } from './heard.js';
import { isIdle, once } from './idle.js';
import { withNames } from './intact.js';
import { type Lexicon, lettersOf } from './lexicon.js';
import { restored } from './lossy.js';
import { asking } from './near.js';
import { reportWords, shorthand } from './shorthand.js';
import { fitsKnown, mend, split } from './spaces.js';

/** Words of the lexicon, and the lone vowels «ạ», «ở», «ý». */
const known = (lexicon: Lexicon) => (f: string) => lexicon.syllables.has(f) || /^[aeouy]$/.test(f);

/** Office shorthand that stands for whole words inside other phrases: «chỉ số sx công nghiệp». */
const OFFICE: ReadonlyMap<string, string> = new Map([
  ['sx', 'sản xuất'],
  ['sxuat', 'sản xuất'],
  ['cnghiep', 'công nghiệp'],
  ['tr', 'triệu'],
  ['sluong', 'sản lượng'],
  ['slg', 'sản lượng'],
  ['khoach', 'kế hoạch'],
  ['mtieu', 'mục tiêu'],
  ['ttruong', 'tăng trưởng'],
  ['ngd', 'ngoái'],
  ['spham', 'sản phẩm'],
  ['tđ', 'tốc độ'],
  ['gss', 'giá so sánh'],
  ['ghh', 'giá hiện hành'],
]);

const GRADES = new Set('loai hang nhom mac so mau kieu khu lo cap phan bang he'.split(' '));

/** Shorthand of chat that is also shorthand of officials is never expanded. */
const expand = (
  token: Token,
  before: Token | undefined,
  next: Token | undefined,
  lexicon: Lexicon,
): Token[] => {
  // «CK của T3/2024», «CK năm trước»: a period, no growth.
  if (token.fold === 'ck' && (next?.fold === 'cua' || (next?.fold === 'nam' && !before)))
    return ['cùng', 'kỳ'].map((w, i) => ({
      ...token,
      typed: w,
      fold: fold(w),
      spaced: i > 0 || token.spaced,
    }));
  // The m of m3, the t of t5.
  if (next?.kind === 'number' && !next.spaced) return [token];
  if (token.kind !== 'word') return [token];
  if (lexicon.lone.has(`${before?.fold} ${token.fold}`)) return [token];
  // «a lô»: no «anh».
  if (token.fold === 'a' && next?.fold === 'lo') return [token];
  // «loại A», «hạng B»: a letter that names a grade.
  if (token.fold.length === 1 && GRADES.has(before?.fold ?? '')) return [token];
  if (lexicon.syllables.has(token.fold) && !(token.fold === 'sx' && next?.fold !== 'sp')) return [token];
  // «bnh quân»: a slip of «bình» before what follows it, not «bao nhiêu».
  if (
    next &&
    token.fold.length > 2 &&
    lexicon.slips.guesses(token.fold).some((g) => lexicon.root.next.get(g.fold)?.next.has(next.fold))
  )
    return [token];
  const words =
    OFFICE.get(token.fold) ??
    TEENCODE.get(token.typed) ??
    (token.fold.length > 1 ? TEENCODE.get(token.fold) : undefined);
  if (!words) return [token];
  return words
    .split(' ')
    .map((w, i) => ({ ...token, typed: w, fold: fold(w), spaced: i > 0 || token.spaced }));
};

/** A letter typed twice: «thháng», «nhiêêu», «gạcch»; only where the word is none and the single letter makes one. */
function single(typedTwice: Token, lexicon: Lexicon): Token {
  if (typedTwice.kind !== 'word' || lexicon.syllables.has(typedTwice.fold)) return typedTwice;
  // «luonggg»: a key held down.
  const held = typedTwice.typed.replace(/([^ivx])\1{2,}/giu, '$1');
  const token =
    held === typedTwice.typed
      ? typedTwice
      : { ...typedTwice, typed: held, fold: fold(held), mended: true as const };
  if (lexicon.syllables.has(token.fold)) return token;
  // «thôông»: no syllable bears the same accented letter twice, although «thoong» is one.
  if (isSyllable(token.fold) && !/([^a-z])\1/.test(token.typed)) return token;
  if (/^[ivx]+$/.test(token.fold)) return token;
  const at = [...token.typed].findIndex((c, i, all) => i > 0 && fold(c) === fold(all[i - 1] as string));
  if (at < 0) return token;
  // «ngoáái», «nghììn»: the accented one stays.
  const letters = [...token.typed];
  letters.splice(letters[at] === fold(letters[at] as string) ? at : at - 1, 1);
  const typed = letters.join('');
  const shorter = fold(typed);
  if (!lexicon.syllables.has(shorter) && !isSyllable(shorter)) return token;
  return { ...token, typed, fold: shorter, mended: true };
}

/** Fold of a Latin word as a Telex keyboard eats it → the word. */
const EATEN: ReadonlyMap<string, string> = new Map([
  ['kuh', 'kwh'],
  ['muh', 'mwh'],
]);

/** Letters in the wrong order, their accents with them: «ảsn», «ácc», «đinệ»; only where the word is none as it stands. */
function ordered(token: Token, lexicon: Lexicon): Token {
  if (token.kind !== 'word' || !hasMarks(token.typed)) return token;
  const eaten = EATEN.get(token.fold);
  if (eaten) return { ...token, typed: eaten, fold: eaten };
  if (isPossible(token.typed) || fitsKnown(token.typed, token.fold, lexicon)) return token;
  const found = lexicon.shuffled.get(lettersOf(token.typed)) ?? [];
  const [typed] = found;
  return found.length === 1 && typed !== undefined
    ? { ...token, typed, fold: fold(typed), mended: true }
    : token;
}

/** A word in raw Telex keys with a slip among them: «gchj», «thuwowgn», «mawgn»; only where one syllable alone is as near. */
function keys(token: Token, lexicon: Lexicon): Token {
  if (token.kind !== 'word' || token.typed.length < 4 || !/^[a-z]+$/.test(token.typed)) return token;
  if (token.raw === token.raw.toUpperCase()) return token;
  if (lexicon.syllables.has(token.fold) || isSyllable(token.fold)) return token;
  if (
    !/[fxrjw]$|[aou]w|w[aou]|aa|ee|oo|dd/.test(token.typed) &&
    (token.typed.length < 5 || !token.typed.endsWith('s'))
  )
    return token;
  const exact = lexicon.keyed.get(token.typed);
  const near = exact
    ? [exact]
    : lexicon.keySlips
        .guesses(token.typed)
        .filter((g) => editDistance(g.fold, token.typed, 1) === 1)
        .map((g) => lexicon.keyed.get(g.fold) as string);
  // Keys in the wrong order are all there: nearer than a key too few.
  const letters = (s: string) => [...s].sort().join('');
  const swapped = near.filter((t) => letters(telexKeys(t)) === letters(token.typed));
  const found = swapped.length > 0 ? swapped : near;
  const [typed] = found;
  return found.length === 1 && typed !== undefined
    ? { ...token, typed, fold: fold(typed), mended: true }
    : token;
}

/** Faces, flags and the like say nothing; digits and arrows do. */
const PICTURES = /(?![\d#*©®™↔-↙⬆⬇])[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]+/gu;

/** The text repaired: normal Unicode, keystrokes of Telex, VNI and VIQR undone. */
export function written(text: string, lexicon: Lexicon): string {
  // «anh Tuấn hỏi»: who wants to know is no part of the question.
  const plain = restored(normalise(text), lexicon)
    .replace(PICTURES, ' ')
    .replace(
      /(?<![\p{L}\p{M}])(?:anh|chị|cô|chú|bác|ông|bà|sếp|a|c|đ\/c|đồng chí)\s+\p{Lu}[\p{Ll}\p{M}]+\s+(?=hỏi|cần|nhờ|bảo|muốn|hoi|can|nho)/gu,
      '',
    );
  // VNI's tone key before a number: «thang1 11/2024», «quy1 I/2010».
  const tones = plain
    .replace(/(?<![\p{L}\p{M}])(th)a(ng)1(?=\s+(?:0?[1-9]|1[0-2])(?![\d]))/giu, '$1á$2')
    .replace(/(?<![\p{L}\p{M}])(qu)y1(?=\s+(?:I{1,3}|IV|[1-4])(?![\p{L}\d]))/giu, '$1ý');
  // «2016 bao nhieu vanuoc may»: two questions, their joint glued to the second.
  const joints = tones.replace(/(?<=\s)(v[aà])(\p{L}{3,})/gu, (glued, va: string, rest: string) =>
    !lexicon.syllables.has(fold(glued)) && !isSyllable(fold(glued)) && lexicon.syllables.has(fold(rest))
      ? `${va} ${rest}`
      : glued,
  );
  // «LangSon», «quyI», «IIPthang»: the case shows where a word begins.
  const apart = joints.replace(/\p{L}[\p{L}\p{M}]+/gu, (word) =>
    lexicon.syllables.has(fold(word)) || isSyllable(fold(word))
      ? word
      : word.replace(/(\p{Ll}{2})(?=\p{Lu})/gu, '$1 ').replace(/(\p{Lu}{3})(?=\p{Ll}{3})/gu, '$1 '),
  );
  return undoTyping(
    reportWords(shorthand(apart))
      .replace(/(?<!\p{L})so\s+vs(?!\p{L})/giu, 'so với')
      .replace(/(\p{L})_(?=\p{L})/gu, '$1 '),
    known(lexicon),
  );
}

/** The question as tokens: repaired text, keystrokes undone, joined words split, chat shorthand written out. */
export function prepare(text: string, lexicon: Lexicon): Token[] {
  return tokensOf(written(text, lexicon), lexicon);
}

/** The same from a text that is repaired already. */
export function tokensOf(repaired: string, lexicon: Lexicon): Token[] {
  const tokens = once(
    tokenise(repaired).filter((t, i, all) => !isIdle(t, all[i - 1], all[i + 1])),
    lexicon,
  );
  const raw = tokens.some((t) => hasMarks(t.typed));
  const out = withNames(tokens, lexicon, raw, (between) => repairedTokens(between, lexicon));
  const asked = out.map((t, i) => core(t, out[i - 1], out[i + 1], lexicon));
  return asked.map((t, i) => (t === out[i] ? asking(t, asked[i - 1], asked[i + 1], lexicon) : t));
}

/** Tokens between whole names, each repaired among its neighbours. */
function repairedTokens(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  const written = mend(tokens, lexicon)
    .map((t) => keys(ordered(single(t, lexicon), lexicon), lexicon))
    .flatMap((t, i, all) => expand(t, all[i - 1], all[i + 1], lexicon));
  return split(written, lexicon);
}
