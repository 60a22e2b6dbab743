import { editDistance } from '../vietnamese/slips.js';
import { endsInStop, isSyllable } from '../vietnamese/syllable.js';
import { fold, hasMarks } from '../vietnamese/text.js';
import type { Token } from '../vietnamese/tokens.js';
import type { Lexicon } from './lexicon.js';
import { fitsKnown } from './spaces.js';

/** Words of asking with a wrong tone or a letter off, where their neighbours leave no other reading. */

interface Place {
  readonly token: Token;
  readonly before: Token | undefined;
  readonly next: Token | undefined;
  readonly lexicon: Lexicon;
}

type Test = (place: Place) => boolean;

const list = (folds: string): ReadonlySet<string> => new Set(folds.split(' '));
const after =
  (folds: ReadonlySet<string>): Test =>
  ({ before }) =>
    folds.has(before?.fold ?? '');
const ahead =
  (folds: ReadonlySet<string>): Test =>
  ({ next }) =>
    folds.has(next?.fold ?? '');

const isYear = (token: Token | undefined): boolean => /^(?:19|20)\d{2}$/.test(token?.raw ?? '');
const isMonth = (token: Token | undefined): boolean => /^(?:0?[1-9]|1[0-2])$/.test(token?.raw ?? '');

/** Is the word one that the lexicon writes just so? */
const stands = ({ token, lexicon }: Place): boolean => fitsKnown(token.typed, token.fold, lexicon);
/** Would it go on a phrase that the word before it begins: «nước cm 2020»? */
const belongs = ({ token, before, lexicon }: Place): boolean => {
  const node = lexicon.root.next.get(before?.fold ?? '');
  if (!node) return false;
  return (
    node.next.has(token.fold) ||
    lexicon.slips.guesses(token.fold).some((g) => !['nam', 'cua'].includes(g.fold) && node.next.has(g.fold))
  );
};

/** Does it go on a phrase as it stands: «việt nam 2020»? */
const goesOn = ({ token, before, lexicon }: Place): boolean =>
  lexicon.root.next.get(before?.fold ?? '')?.next.has(token.fold) ?? false;

const ASKS = list('bao may duoc ke muc chi nhieu');
const REACHES = list('dat bao may tang giam vuot hoan');
const AMOUNT = list('nhieu nhiu may trieu nghin ngan');
const WHOSE = list('ca tinh lang toan viet cong nuoc nha');
const WHICH = list('pham hang nam tinh thang nganh mat quy');
const MADE = list('pham luong xuat');
const COMPARED = list('cung nam thang quy ke muc');
const DEEDS = list('doc sat dinh thi hiem ngu khao');

/** Letters alone, whatever the tone: «thãng», «cúa». */
const sameLetters =
  (word: string): Test =>
  ({ token }) =>
    token.fold === fold(word) && token.typed !== word && token.typed !== token.fold;
/** At most one letter off, and no word as it stands. */
const oneOff =
  (word: string): Test =>
  (place) =>
    place.token.fold !== fold(word) &&
    place.token.fold.length > 1 &&
    editDistance(place.token.fold, fold(word), 1) === 1 &&
    !stands(place);
const either =
  (word: string): Test =>
  (place) =>
    sameLetters(word)(place) || oneOff(word)(place);

/** Typed just so, accents and all. */
const typed =
  (...words: readonly string[]): Test =>
  ({ token }) =>
    words.includes(token.typed);

/** What is left of «nam» before a year where nobody types accents. */
const BARE_YEAR = list('na am nm lam');

/** [what it is, how it is typed, beside what]. */
const RULES: readonly (readonly [string, Test, Test])[] = [
  [
    'năm',
    (p) =>
      either('năm')(p) ||
      BARE_YEAR.has(p.token.typed) ||
      (p.token.typed.length > 3 && editDistance(p.token.typed, 'nawm', 1) <= 1),
    (p) => isYear(p.next) && (p.token.fold === 'nam' ? !goesOn(p) : !belongs(p)),
  ],
  ['năm', typed('lam'), ahead(list('nay ngoai kia'))],
  ['tháng', either('tháng'), ({ next }) => isMonth(next)],
  [
    'tháng',
    (p) => either('tháng')(p) || /^(?:hang|tang|than)$/.test(p.token.typed),
    ({ before, next }) => isMonth(before) && ['nam', 'dau'].includes(next?.fold ?? ''),
  ],
  [
    'đầu',
    (p) => oneOff('đầu')(p) || p.token.typed === 'au',
    (p) => after(list('thang'))(p) && ahead(list('nam'))(p),
  ],
  ['quý', oneOff('quý'), ({ next }) => /^(?:i{1,3}|iv|[1-4])$/i.test(next?.raw ?? '')],
  ['đến', oneOff('đến'), ({ before, next }) => isYear(before) && (isYear(next) || next?.fold === 'nam')],
  ['các', typed('cát', 'cat'), ahead(list('san'))],
  ['của', ({ token }) => /^c(?:[úùũụ]a|u[áàảãạ])$/.test(token.typed), () => true],
  [
    'của',
    (p) => oneOff('của')(p) || typed('củ', 'cu')(p),
    (p) => (ahead(WHOSE)(p) || /^\p{Lu}\p{Ll}/u.test(p.next?.raw ?? '')) && !belongs(p),
  ],
  ['và', ({ token }) => /^v[ảãạ]$/.test(token.typed), () => true],
  [
    'bao',
    (p) => oneOff('bao')(p) || typed('bo', 'bai', 'ba', 'ao')(p),
    ({ next }) => next?.typed === 'nhiêu' || (next?.fold === 'nhieu' && next.typed === 'nhieu'),
  ],
  [
    'đạt',
    (p) => (oneOff('đạt')(p) || typed('đát', 'đàt', 'đảt', 'đãt')(p)) && /^(?:đ|[^d]at$)/.test(p.token.typed),
    ahead(ASKS),
  ],
  ['giảm', sameLetters('giảm'), ({ next }) => !DEEDS.has(next?.fold ?? '')],
  ['tăng', ({ token }) => /^t[ắẳẵằ]ng$/.test(token.typed), () => true],
  ['tăng', ({ token }) => token.typed === 'tặng', ahead(ASKS)],
  ['có', ({ token }) => /^c[òỏõọ]$/.test(token.typed), ahead(REACHES)],
  ['nào', either('nào'), after(WHICH)],
  ['tấn', ({ token }) => /^t[âầẩẫậ]n$/.test(token.typed), after(AMOUNT)],
  [
    'với',
    (p) => either('với')(p) || typed('vi', 'dới', 'doi')(p),
    (p) => p.before?.fold === 'so' && ahead(COMPARED)(p),
  ],
  ['sản', either('sản'), ahead(MADE)],
  ['sản', typed('an', 'sa'), ahead(list('luong xuat'))],
  ['lượng', (p) => either('lượng')(p) || typed('lg', 'lung', 'uong', 'lượg', 'luog')(p), after(list('san'))],
  ['xuất', (p) => either('xuất')(p) || typed('xat', 'xut')(p), after(list('san'))],
  ['trưởng', typed('trg', 'trưởg'), after(list('tang'))],
  ['không', typed('k'), ({ before, next }) => before?.kind === 'word' && (!next || next.raw === '?')],
  ['công', (p) => oneOff('công')(p) || p.token.typed === 'ông', ahead(list('nghiep'))],
  ['đoạn', either('đoạn'), after(list('giai'))],
  ['giai', either('giai'), ahead(list('doan'))],
  ['trên', either('trên'), ({ next }) => next?.kind === 'number'],
];

/** A tone that no syllable of such an end bears is a wrong key: «đàt», «gãch». */
function stopped(token: Token, lexicon: Lexicon): Token {
  const parts = token.typed.normalize('NFD');
  // «clinkẹr»: no syllable of the language, no tone.
  if (hasMarks(token.typed) && !isSyllable(token.fold) && lexicon.syllables.has(token.fold))
    return { ...token, typed: token.fold, mended: true };
  if (!/[\u0300\u0303\u0309]/.test(parts) || !endsInStop(token.fold) || !isSyllable(token.fold)) return token;
  return { ...token, typed: parts.replace(/[\u0300\u0303\u0309]/, '').normalize('NFC'), mended: true };
}

/** The word of asking that a token is meant for; the token itself where nothing speaks for one. */
export function asking(
  word: Token,
  before: Token | undefined,
  next: Token | undefined,
  lexicon: Lexicon,
): Token {
  if (word.kind !== 'word' || word.fold.length > 7) return word;
  const token = stopped(word, lexicon);
  const place = { token, before, next, lexicon };
  const hit = RULES.find(([, how, where]) => where(place) && how(place));
  return hit ? { ...token, typed: hit[0], fold: fold(hit[0]) } : token;
}
