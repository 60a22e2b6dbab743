import { compareMarks, hasMarks } from '../vietnamese/text.js';
import type { Token } from '../vietnamese/tokens.js';
import { type Candidate, isName } from './candidate.js';
import type { Segment } from './cover.js';
import type { Feature } from './words.js';

/**
 * Bare syllables that pass as words of asking but beside a product name are as often part of another
 * product: «xi mang bao», «gach the», «chi kem», «duong ong», «dien khi».
 */
const PARTS = new Set(
  'da bao lo kho ban the tho phien khi kem con ong ba co mi tau tui tam tron vu hong dong cao thanh muc mot vung te re rang phong don dot nen vien tan thi roi tai'.split(
    ' ',
  ),
);
/** The same before a name: «tau dien», «den pin», «ong thep». */
const HEADS = new Set('tau den ong mi tui hop ba nha dung'.split(' '));

/** Syllable of a name → words of asking that are a slip of what another product has there. */
const SIDES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['da', new Set(['vô', 'với', 'vói', 'vời', 'vợi', 'dôi', 'phiền'])],
  ['dien', new Set(['dó', 'giò', 'thôi', 'thang'])],
  ['giay', new Set(['thang'])],
  ['quang', new Set(['chị', 'chỉ', 'chí', 'chi'])],
  ['nghiep', new Set(['dược'])],
  ['nuoc', new Set(['khoảng', 'khoãng', 'khoang'])],
  ['ruou', new Set(['vâng', 'vang'])],
  ['sua', new Set(['toi', 'tuo', 'cha'])],
]);

/** «10/2024», «10-2024», «10 năm 2024»: a month and its year. */
const isMonthOfYear = (tokens: readonly Token[], at: number): boolean => {
  const [n, sign, year] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (n?.kind !== 'number' || !/^(?:0?[1-9]|1[0-2])$/.test(n.raw)) return false;
  return (['/', '-'].includes(sign?.raw ?? '') || sign?.fold === 'nam') && /^\d{4}$/.test(year?.raw ?? '');
};

const JOINTS = new Set<Feature>(['filler', 'and', 'also', 'which', 'unit-word', 'question']);

/** Words that are no more than they are in a name of two capitals: «của Co Bang». */
const LOOSE = new Set<Feature>(['have', 'overview', 'percent-of', 'those', 'not', 'howmany', 'least']);

const features = (s: Segment): Feature[] =>
  s.readings.flatMap((c) =>
    c.payload.kind === 'phrase' && c.payload.meaning.kind === 'word' ? [c.payload.meaning.feature] : [],
  );

const labels = (s: Segment) =>
  new Set(s.readings.map((c) => (c.payload.kind === 'phrase' ? c.payload.label : '')));

/** A segment with its neighbours. */
interface Place {
  readonly s: Segment;
  readonly top: Candidate;
  /** Is the segment before it a product's name, with nothing between? */
  readonly named: boolean;
  /** Is no phrase read right behind it? */
  readonly last: boolean;
  readonly before: Token | undefined;
  readonly tokens: readonly Token[];
}

type Rule = (place: Place) => boolean;

const labelOf = ({ payload }: Candidate): string => (payload.kind === 'phrase' ? payload.label : '');
const isBent = ({ top }: Place): boolean => top.bends.length > 0;

/** «TP Lạbg Sơn»: a town is no province with a slip. */
const isTown: Rule = ({ s, top, before, tokens }) => {
  const word = before?.raw === '.' ? tokens[s.from - 2] : before;
  return (
    top.payload.kind === 'phrase' &&
    top.payload.meaning.kind === 'area' &&
    top.bends.length > 0 &&
    (word?.fold === 'tp' || word?.fold === 'pho')
  );
};

/** «gỗ khai tac», «chỉ xố sản xuất …»: rather a part of the name beside it than a word of asking. */
const goesWithName: Rule = (place) =>
  isBent(place) && (labelOf(place.top) === 'chỉ số' || (place.named && labelOf(place.top) === 'khai thác'));

const OF_ANY_LENGTH: readonly Rule[] = [isTown, goesWithName];

/** «đá vunj 2021»: no slip of a filler, but a word that narrows the product; «100 triu tấn»: one that scales the amount. */
const bentBeside: Rule = (place) =>
  isBent(place) && (place.named || place.before?.kind === 'number' || labels(place.s).size > 1);

/** «sữa tư»: no «từ» without a number. */
const fromNothing: Rule = ({ s, named, tokens }) =>
  named && /^t[uư]$/.test(tokens[s.from]?.typed ?? '') && tokens[s.to]?.kind !== 'number';

/** «dien thoi», «gach ban ra»: no «thôi», no «bạn». */
const otherProduct: Rule = ({ s, named, before, tokens }) => {
  const typed = tokens[s.from]?.typed;
  return (
    named &&
    ((typed === 'thoi' && before?.fold === 'dien') ||
      (typed === 'ban' && tokens[s.to]?.fold === 'ra') ||
      (typed === 'se' && before?.fold === 'pin') ||
      (before?.fold === 'nuoc' && /^(?:kho[aã]ng|ma)$/.test(typed ?? '')))
  );
};

/** «đá vô», «đá với 2021»: a tone away from what the name may go on with. */
const toneAway: Rule = ({ s, named, last, before, tokens }) =>
  named && last && (SIDES.get(before?.fold ?? '')?.has(tokens[s.from]?.typed ?? '') ?? false);

/** «điện dó», «đá dôi»: marks of a word that is written with more of them. */
const halfMarked: Rule = ({ s, top, named, last, tokens }) => {
  const typed = tokens[s.from]?.typed ?? '';
  return (
    named &&
    last &&
    hasMarks(typed) &&
    features(s).every((f) => JOINTS.has(f)) &&
    compareMarks(typed, labelOf(top)) === 'bare'
  );
};

const isCapital = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /^\p{Lu}\p{Ll}+$/u.test(token.raw);

/** «bia Thi Lan 2020»: two capitals in a row, amid small letters, are a name and no «thì», «lần». */
const capitals: Rule = ({ s, before, tokens }) =>
  s.from > 0 &&
  features(s).every((f) => JOINTS.has(f) || LOOSE.has(f)) &&
  isCapital(tokens[s.from]) &&
  !hasMarks(tokens[s.from]?.typed ?? '') &&
  ((s.from > 1 && isCapital(before)) || isCapital(tokens[s.to])) &&
  tokens.some((t) => t.kind === 'word' && /^\p{Ll}{2}/u.test(t.raw));

/** «tang 10/2024»: «tăng» as well as «tháng» with a letter left out. */
const growthOrMonth: Rule = ({ s, tokens }) =>
  tokens[s.from]?.typed === 'tang' && isMonthOfYear(tokens, s.to);

/** «xi mang bao 2021», «tau dien»: a bare syllable that may belong to the product beside it. */
const partOfName =
  (segments: readonly Segment[]): Rule =>
  ({ s, named, last, tokens }) => {
    const token = tokens[s.from] as Token;
    if (hasMarks(token.typed) || !features(s).every((f) => JOINTS.has(f))) return false;
    if (PARTS.has(token.fold) && named && last) return true;
    const after = segments[1];
    return segments[0] === s && HEADS.has(token.fold) && after?.from === s.to && isName(after.readings[0]);
  };

/**
 * Segments that must not be taken for read: a syllable that may belong to the product beside it, and a
 * mistyped syllable that could be several words of asking («trng»: trong, tăng, tổng).
 */
export function doubtful(segments: readonly Segment[], tokens: readonly Token[]): Set<Segment> {
  const out = new Set<Segment>();
  const ofOne = [
    bentBeside,
    fromNothing,
    otherProduct,
    toneAway,
    halfMarked,
    growthOrMonth,
    capitals,
    partOfName(segments),
  ];
  segments.forEach((s, i) => {
    const beside = segments[i - 1];
    const place: Place = {
      s,
      top: s.readings[0] as Candidate,
      named: beside?.to === s.from && isName(beside.readings[0]),
      last: segments[i + 1]?.readings[0]?.payload.kind !== 'phrase',
      before: tokens[s.from - 1],
      tokens,
    };
    const rules =
      s.to - s.from === 1 && features(s).length > 0 ? [...OF_ANY_LENGTH, ...ofOne] : OF_ANY_LENGTH;
    if (rules.some((rule) => rule(place))) out.add(s);
  });
  return out;
}
