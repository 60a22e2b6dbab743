import { editDistance } from '../vietnamese/slips.js';
import { isSyllable } from '../vietnamese/syllable.js';
import { fold, hasMarks } from '../vietnamese/text.js';
import type { Token } from '../vietnamese/tokens.js';
import type { Lexicon } from './lexicon.js';

/** Words that period readers look for, misspelt beyond any word: «thnág», «naem». */
const CORE: readonly (readonly [fold: string, typed: string])[] = [
  ['thang', 'tháng'],
  ['nam', 'năm'],
  ['quy', 'quý'],
  ['luy', 'lũy'],
  ['dau', 'đầu'],
];

/** Words of asking as they sound or with a letter left out; none of them is a word of its own. */
const BY_EAR: ReadonlyMap<string, string> = new Map([
  ['tăn', 'tăng'],
  ['tăg', 'tăng'],
  ['dảm', 'giảm'],
  ['dãm', 'giảm'],
  ['chên', 'trên'],
  ['xáu', 'sáu'],
  ['nhứt', 'nhất'],
  ['đếng', 'đến'],
  ['noà', 'nào'],
  ['nòa', 'nào'],
  ['tnh', 'tỉnh'],
  ['tỉmh', 'tỉnh'],
  ['nht', 'nhất'],
  ['trm', 'trăm'],
]);

/** The same between neighbours that leave no other reading: [word as typed, folds before it or null, folds behind it or null, what it is]. */
const BETWEEN: readonly (readonly [RegExp, string | null, string | null, string])[] = [
  [/^diên$/, 'nhieu nhiu may trieu nghin ngan ty ti', null, 'viên'],
  [/^(?:xản|sn)$/, null, 'pham phm', 'sản'],
  [/^phm$/, 'san sn', null, 'phẩm'],
  [/^cng$/, null, 'ky', 'cùng'],
  [/^(?:lại|lai|laij)$/, 'nhung cac', 'go than da dien gach giay bia', 'loại'],
  [/^khi$/, null, 'khoang', 'khai'],
  [/^b[ií]t$/, 'khong muon can co hok ko', null, 'biết'],
  [/^(?:tong|tông)$/, null, 'minh', 'thông'],
  [/^tang$/, null, 'nay', 'tháng'],
  [/^tang$/, 'cac moi theo tung', null, 'tháng'],
];

const holds = (list: string | null, token: Token | undefined): boolean =>
  list === null || list.split(' ').includes(token?.fold ?? '');

/** «100 triu tấn», «100 chiệu tấn», «100 triếu tấn»: a scale between an amount and its unit. */
const SCALES: readonly (readonly [string, string])[] = [
  ['trieu', 'triệu'],
  ['nghin', 'nghìn'],
];
const UNITS = new Set('tan dong kwh m3 met vien cai lit khoi bao chiec doi'.split(' '));

function scale(
  token: Token,
  before: Token | undefined,
  next: Token | undefined,
  lexicon: Lexicon,
): Token | null {
  if (before?.kind !== 'number' || !UNITS.has(next?.fold ?? '')) return null;
  const hit = SCALES.find(
    ([f]) =>
      token.fold === f ||
      // «năm 2013 thiếu bao nhiêu»: a word of its own.
      (!lexicon.syllables.has(token.fold) && editDistance(token.fold, f, 1) === 1) ||
      token.fold === f.replace(/^tr/, 'ch'),
  );
  return hit && token.typed !== hit[1] ? { ...token, typed: hit[1], fold: hit[0] } : null;
}

const WHICH = new Set('lam pham nam thang quy tinh nganh hang'.split(' '));
const DOES = new Set('tang giam cao thap nhieu it dat lon manh chua khong'.split(' '));

const TENS = new Set(['muoi', 'mươi', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin']);

export function core(
  token: Token,
  before: Token | undefined,
  next: Token | undefined,
  lexicon: Lexicon,
): Token {
  if (token.kind !== 'word') return token;
  // North: «lăm 2016».
  if (token.typed === 'hồi' && before?.fold !== 'hoa' && next?.kind === 'number' && /^\d{4}$/.test(next.raw))
    return { ...token, typed: 'năm', fold: 'nam' };
  if (token.fold === 'nhiu') return { ...token, typed: 'nhiêu', fold: 'nhieu' };
  if (token.typed === 'lăm' && !TENS.has(before?.fold ?? '')) return { ...token, typed: 'năm', fold: 'nam' };
  const heard =
    BY_EAR.get(token.typed) ??
    BETWEEN.find(([w, b, n]) => w.test(token.typed) && holds(b, before) && holds(n, next))?.[3];
  if (heard && before?.fold !== 'lan') return { ...token, typed: heard, fold: fold(heard) };
  const scaled = scale(token, before, next, lexicon);
  if (scaled) return scaled;
  // «nắm 2021», «nă 2021», «ăm 2021»: before a year nothing else stands.
  if (
    /^(?:n?[ăâ]m?|n[ắằẵặẳ]m)$/.test(token.typed) &&
    token.typed.length > 1 &&
    /^(?:19|20)\d{2}$/.test(next?.raw ?? '')
  )
    return { ...token, typed: 'năm', fold: 'nam' };
  if (
    /^th?án?g?$/.test(token.typed) &&
    token.typed !== 'tháng' &&
    (next?.kind === 'number' || before?.kind === 'number')
  )
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
  // «gõ gì», «gõ thế nào»: at the keys, no wood.
  if (
    token.typed === 'gõ' &&
    /^(gì|thế|sao|như|lệnh|ra|vào|chữ|câu|không|có|dấu|tắt)$/.test(next?.typed ?? '')
  )
    return { ...token, typed: 'nhập', fold: 'nhap' };
  // North: «sản phẩm lào tăng cao nhất» asks which.
  if (token.raw === 'lào' && WHICH.has(before?.fold ?? '') && DOES.has(next?.fold ?? ''))
    return { ...token, typed: 'nào', fold: 'nao' };
  if (lexicon.syllables.has(token.fold) || isSyllable(token.fold)) return token;
  const hit = CORE.find(([f]) => editDistance(token.fold, f, 1) === 1);
  if (!hit) return token;
  // «twang» alone is no «tháng»: a month stands beside its number.
  const number = next?.kind === 'number' && (hit[0] !== 'thang' || /^(?:0?[1-9]|1[0-2])$/.test(next.raw));
  const beside = number || (token.fold.length >= 4 && (hit[0] !== 'thang' || isMonth(before, next)));
  return beside ? { ...token, typed: hit[1], fold: hit[0] } : token;
}

const AFTER_MONTH = new Set(
  'nay truoc sau toi nam qua nao gan dau cuoi mot hai ba tu bon sau bay tam chin muoi gieng chap'.split(' '),
);
const isMonth = (before: Token | undefined, next: Token | undefined): boolean =>
  before?.kind === 'number' ||
  AFTER_MONTH.has(next?.fold ?? '') ||
  ['moi', 'cac', 'theo'].includes(before?.fold ?? '');
