import { editDistance } from '../vietnamese/slips.js';
import { isPossible, isSyllable } from '../vietnamese/syllable.js';
import { TEENCODE } from '../vietnamese/teencode.js';
import { telexKeys } from '../vietnamese/telex.js';
import { compareMarks, fold, hasMarks, normalise } from '../vietnamese/text.js';
import { type Token, tokenise } from '../vietnamese/tokens.js';
import { undoTyping } from '../vietnamese/typing.js';
import { withNames } from './intact.js';
import { type Lexicon, lettersOf } from './lexicon.js';

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
]);

const GRADES = new Set('loai hang nhom mac so mau kieu khu lo cap phan bang he'.split(' '));

/** Shorthand of chat that is also shorthand of officials is never expanded. */
const expand = (
  token: Token,
  before: Token | undefined,
  next: Token | undefined,
  lexicon: Lexicon,
): Token[] => {
  // The m of m3, the t of t5.
  if (next?.kind === 'number' && !next.spaced) return [token];
  if (token.kind !== 'word') return [token];
  if (lexicon.lone.has(`${before?.fold} ${token.fold}`)) return [token];
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

const LONGEST_PHRASE = 40;

interface Cut {
  readonly cost: number;
  readonly lengths: readonly number[];
  readonly from: number;
  /** A phrase of several syllables, or a lone syllable. */
  readonly phrase: boolean;
}

/** The cheapest cut of a run of letters into phrases (cost 1) and lone syllables (cost 1.5); null where there is none. */
function cheapest(run: string, lexicon: Lexicon): Cut[] | null {
  const best: (Cut | null)[] = [{ cost: 0, lengths: [], from: 0, phrase: false }];
  for (let end = 1; end <= run.length; end++) {
    let top: Cut | null = null;
    for (let from = Math.max(0, end - LONGEST_PHRASE); from < end; from++) {
      const before = best[from];
      if (!before) continue;
      const piece = run.slice(from, end);
      const phrase = lexicon.joined.get(piece);
      const alone = piece.length > 1 && piece.length < 8 && lexicon.syllables.has(piece);
      const lengths = phrase ?? (alone ? [piece.length] : null);
      if (!lengths) continue;
      const cost = before.cost + (phrase ? 1 : 1.5);
      if (!top || cost < top.cost) top = { cost, lengths, from, phrase: lengths.length > 1 };
    }
    best.push(top);
  }
  if (!best[run.length]) return null;
  const cuts: Cut[] = [];
  for (let at = run.length; at > 0; at = cuts[0]!.from) cuts.unshift(best[at]!);
  return cuts;
}

/** The pieces a joined run may fall into, or null. */
function piecesOf(token: Token | undefined, lexicon: Lexicon): { texts: string[]; phrase: boolean } | null {
  if (!token) return null;
  const run = token.fold;
  if (
    token.kind !== 'word' ||
    run.length < 4 ||
    run.length > 80 ||
    (lexicon.syllables.has(run) && fitsKnown(token.typed, run, lexicon)) ||
    run.length !== token.typed.length
  )
    return null;
  const cuts = cheapest(run, lexicon);
  const lengths = cuts?.flatMap((c) => c.lengths) ?? [];
  if (!cuts || lengths.length < 2) return null;
  let at = 0;
  const texts = lengths.map((n) => {
    at += n;
    return run.slice(at - n, at);
  });
  return { texts, phrase: cuts.some((c) => c.phrase) };
}

/** Words before a number that make a period of it. */
const COUNTED = new Set(['nam', 'thang', 'quy', 'top', 'hon', 'tren', 'duoi', 'duoc']);

/**
 * Words typed without their spaces, cut into phrases of the lexicon: «sanluongdien» → sản lượng + điện. «honda»
 * must not fall apart into «hon da»: the pieces make a phrase, among themselves or with a neighbour.
 */
function split(all: readonly Token[], lexicon: Lexicon): Token[] {
  const cut = all.map((t) => piecesOf(t, lexicon));
  const meets = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && (lexicon.root.next.get(a)?.next.has(b) ?? false);
  return all.flatMap((token, i) => {
    const pieces = cut[i];
    if (!pieces) return [token];
    const { texts, phrase } = pieces;
    const before = cut[i - 1]?.texts.at(-1) ?? all[i - 1]?.fold;
    const after = cut[i + 1]?.texts[0] ?? all[i + 1]?.fold;
    const good =
      phrase ||
      texts.some((t, k) => meets(t, texts[k + 1])) ||
      meets(before, texts[0]) ||
      meets(texts.at(-1), after) ||
      (all[i + 1]?.kind === 'number' && COUNTED.has(texts.at(-1) as string));
    if (!good) return [token];
    let at = 0;
    return texts.map((t) => {
      const from = at;
      at += t.length;
      return {
        ...token,
        typed: token.typed.slice(from, at),
        raw: token.raw.slice(from, at),
        fold: t,
        spaced: from > 0 || token.spaced,
      };
    });
  });
}

/** Is the word one of the lexicon's as it is typed, no accent against it? */
const fitsKnown = (typed: string, folded: string, lexicon: Lexicon): boolean =>
  [...(lexicon.forms.get(folded) ?? [])].some((form) => compareMarks(typed, form) !== 'clash');

/** Are two words one syllable of the lexicon with a space in it, and one of them no word by itself? */
function isBroken(token: Token, next: Token, lexicon: Lexicon): boolean {
  const joined = token.fold + next.fold;
  if (joined.length > 7 || !lexicon.syllables.has(joined)) return false;
  if (TEENCODE.has(token.typed) && TEENCODE.has(next.typed)) return false;
  // «n hất», «p hẩm»: consonants alone.
  const alone = [token, next].some((t) => /^[^aeiouy\d]+$/.test(t.fold) && !/^\p{Lu}/u.test(t.raw));
  const typed = token.typed + next.typed;
  const exact = [...(lexicon.forms.get(joined) ?? [])].some((f) => compareMarks(typed, f) === 'exact');
  if (alone && (exact || !TEENCODE.has(token.typed))) return fitsKnown(typed, joined, lexicon);
  // «lo ại», «gi ảm»: with the accents of the whole, while a part bears accents of no word.
  if (exact && hasMarks(typed) && joined.length > 3)
    return [token, next].some((t) => !fitsKnown(t.typed, t.fold, lexicon) && !TEENCODE.has(t.typed));
  return [token, next].every((t) => !lexicon.syllables.has(t.fold) && !TEENCODE.has(t.typed));
}

/** The space one letter off: «nhựat hông», «nướ cmáy»; only where a part is no word and both become words exactly as written. */
function shifted(token: Token, next: Token, lexicon: Lexicon): [Token, Token] | null {
  if (token.fold.length + next.fold.length < 5 || (isWord(token, lexicon) && isWord(next, lexicon)))
    return null;
  if (token.typed.length !== token.fold.length || next.typed.length !== next.fold.length) return null;
  const made = (typed: string, from: Token): Token => ({ ...from, typed, fold: fold(typed), mended: true });
  const pairs: [string, string][] = [
    [token.typed.slice(0, -1), token.typed.slice(-1) + next.typed],
    [token.typed + next.typed.slice(0, 1), next.typed.slice(1)],
  ];
  for (const [a, b] of pairs) {
    if (a.length < 2 || b.length < 2) continue;
    const [left, right] = [made(a, token), made(b, next)];
    if (!isWord(left, lexicon) || !isWord(right, lexicon)) continue;
    if (lexicon.root.next.get(left.fold)?.next.has(right.fold) || hasMarks(a + b)) return [left, right];
  }
  return null;
}

const isWord = (token: Token, lexicon: Lexicon): boolean =>
  lexicon.syllables.has(token.fold) && fitsKnown(token.typed, token.fold, lexicon);

/** A syllable broken by spaces: «đi ện», «x i măng». */
function mend(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    if (token.kind === 'word' && next?.kind === 'word') {
      const joined = token.fold + next.fold;
      // «ô tô» is two syllables, not a broken one.
      if (lexicon.root.next.get(token.fold)?.next.has(next.fold)) {
        out.push(token);
        continue;
      }
      const pair = shifted(token, next, lexicon);
      if (pair) {
        out.push(...pair);
        i++;
        continue;
      }
      if (isBroken(token, next, lexicon)) {
        out.push({
          ...token,
          typed: token.typed + next.typed,
          raw: `${token.raw} ${next.raw}`,
          fold: joined,
          end: next.end,
        });
        i++;
        continue;
      }
    }
    out.push(token);
  }
  return out;
}

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

/** Words that period readers look for, misspelt beyond any word: «thnág», «naem». */
const CORE: readonly (readonly [fold: string, typed: string])[] = [
  ['thang', 'tháng'],
  ['nam', 'năm'],
  ['quy', 'quý'],
  ['luy', 'lũy'],
  ['dau', 'đầu'],
];

const WHICH = new Set('pham nam thang quy tinh nganh hang'.split(' '));
const DOES = new Set('tang giam cao thap nhieu it dat lon manh chua'.split(' '));

const TENS = new Set(['muoi', 'mươi', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin']);

function core(token: Token, before: Token | undefined, next: Token | undefined, lexicon: Lexicon): Token {
  if (token.kind !== 'word') return token;
  // North: «lăm 2016».
  if (token.typed === 'hồi' && before?.fold !== 'hoa' && next?.kind === 'number' && /^\d{4}$/.test(next.raw))
    return { ...token, typed: 'năm', fold: 'nam' };
  if (token.fold === 'nhiu') return { ...token, typed: 'nhiêu', fold: 'nhieu' };
  if (token.typed === 'lăm' && !TENS.has(before?.fold ?? '')) return { ...token, typed: 'năm', fold: 'nam' };
  if (token.typed === 'táng' && (next?.kind === 'number' || before?.kind === 'number'))
    return { ...token, typed: 'tháng', fold: 'thang' };
  // «năm ngoi», «năm ngaoi»: no year of roof tiles.
  if (before?.fold === 'nam' && !hasMarks(token.typed) && editDistance(token.fold, 'ngoai', 1) === 1)
    return { ...token, typed: 'ngoái', fold: 'ngoai' };
  // «năm sua»: next year with its letters swapped, where no milk follows.
  if (
    before?.fold === 'nam' &&
    token.typed === 'sua' &&
    next?.kind !== 'number' &&
    !lexicon.root.next.get('sua')?.next.has(next?.fold ?? '')
  )
    return { ...token, typed: 'sau', fold: 'sau' };
  // North: «sản phẩm lào tăng cao nhất» asks which.
  if (token.raw === 'lào' && WHICH.has(before?.fold ?? '') && DOES.has(next?.fold ?? ''))
    return { ...token, typed: 'nào', fold: 'nao' };
  if (lexicon.syllables.has(token.fold) || isSyllable(token.fold)) return token;
  const hit = CORE.find(([f]) => editDistance(token.fold, f, 1) === 1);
  if (!hit) return token;
  // «twang» alone is no «tháng»: a month stands beside its number.
  const beside =
    next?.kind === 'number' || (token.fold.length >= 4 && (hit[0] !== 'thang' || isMonth(before, next)));
  return beside ? { ...token, typed: hit[1], fold: hit[0] } : token;
}

const AFTER_MONTH = new Set(
  'nay truoc sau toi nam qua nao gan dau cuoi mot hai ba tu bon sau bay tam chin muoi gieng chap'.split(' '),
);
const isMonth = (before: Token | undefined, next: Token | undefined): boolean =>
  before?.kind === 'number' ||
  AFTER_MONTH.has(next?.fold ?? '') ||
  ['moi', 'cac', 'theo'].includes(before?.fold ?? '');

/** Office shorthand with a stop or stroke inside: «s/l», «K/H», «đ.t.p». */
const STROKED: ReadonlyMap<string, string> = new Map([
  ['sl', 'sản lượng'],
  ['kh', 'kế hoạch'],
  ['gd', 'giai đoạn'],
  ['mt', 'mục tiêu'],
  ['ck', 'cùng kỳ'],
  ['dtp', 'điện thương phẩm'],
  ['xm', 'xi măng'],
]);

/** «Sản l.», «S.lượng»: the first letter of «sản» before a stop. */
const shorthand = (text: string): string =>
  text
    .replace(/(?<![\p{L}\p{M}\p{N}])\p{L}(?:[./]\p{L}){1,2}\.?(?![\p{L}\p{M}\p{N}/])/gu, (typed) => {
      const letters = fold(typed).replace(/[^a-z]/g, '');
      return STROKED.get(letters) ?? typed;
    })
    .replace(/(?<![\p{L}\p{M}\p{N}])s\.\s?(?=l(?:ượng|uong)(?![\p{L}\p{M}]))/giu, 'sản ')
    .replace(/(?<!\S)(?:\p{L} ){4,40}\p{L}(?!\S)/gu, (typed) => typed.replaceAll(' ', ''));

/** The text repaired: normal Unicode, keystrokes of Telex, VNI and VIQR undone. */
export function written(text: string, lexicon: Lexicon): string {
  // «anh Tuấn hỏi»: who wants to know is no part of the question.
  const plain = normalise(text).replace(
    /(?<![\p{L}\p{M}])(?:anh|chị|cô|chú|bác|ông|bà|sếp|a|c|đ\/c|đồng chí)\s+\p{Lu}[\p{Ll}\p{M}]+\s+(?=hỏi|cần|nhờ|bảo|muốn|hoi|can|nho)/gu,
    '',
  );
  // VNI's tone key before a number: «thang1 11/2024», «quy1 I/2010».
  const tones = plain
    .replace(/(?<![\p{L}\p{M}])(th)a(ng)1(?=\s+(?:0?[1-9]|1[0-2])(?![\d]))/giu, '$1á$2')
    .replace(/(?<![\p{L}\p{M}])(qu)y1(?=\s+(?:I{1,3}|IV|[1-4])(?![\p{L}\d]))/giu, '$1ý');
  // «LangSon», «quyI», «IIPthang»: the case shows where a word begins.
  const apart = tones.replace(/(\p{Ll}{2})(?=\p{Lu})/gu, '$1 ').replace(/(\p{Lu}{3})(?=\p{Ll}{3})/gu, '$1 ');
  return undoTyping(
    shorthand(apart)
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
  const tokens = tokenise(repaired).filter((t) => !['"', '*', '`'].includes(t.raw));
  const raw = tokens.some((t) => hasMarks(t.typed));
  const out = withNames(tokens, lexicon, raw, (between) => repairedTokens(between, lexicon));
  return out.map((t, i) => core(t, out[i - 1], out[i + 1], lexicon));
}

/** Tokens between whole names, each repaired among its neighbours. */
function repairedTokens(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  const written = mend(tokens, lexicon)
    .map((t) => keys(ordered(single(t, lexicon), lexicon), lexicon))
    .flatMap((t, i, all) => expand(t, all[i - 1], all[i + 1], lexicon));
  return split(written, lexicon);
}
