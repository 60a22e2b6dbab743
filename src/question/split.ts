import { tokensOf } from './prepare.js';
import { has, measureOf } from './said.js';
import { type Marks, readMarks } from './slots.js';
import type { ReadingWorld } from './world.js';

/** «còn thiếu», «còn phải» are words of their own, no «and». */
const JOINTS =
  /\s*[,;]\s+(?=\p{L}|\d)|\s+(?:và|va|(?:còn|con)(?!\s+(?:thiếu|thieu|phải|phai|cách|cach|cần|can|hụt|hut|kém|kem|lại|lai|(?:bao|mấy|may)\s[^,;]*(?:nữa|nua|kế hoạch|ke hoach|mục tiêu|muc tieu))(?!\p{L}))|với lại|rồi|đồng thời|dong thoi)\s+/giu;
const SENTENCES = /[?;\n]+|(?<=\p{L}{3})\.\s+(?=\p{Lu})/gu;
/** The same where a part between semicolons asks nothing by itself and holds words that narrow its neighbour. */
const LINES = /[?\n]+|(?<=\p{L}{3})\.\s+(?=\p{Lu})/gu;

/** A stretch of the text, in characters. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The text cut at a pattern, save inside the stretches that belong together. */
function cutAt(text: string, pattern: RegExp, whole: readonly Span[]): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const m of text.matchAll(pattern)) {
    const end = m.index + m[0].length;
    if (whole.some((s) => m.index < s.to && end > s.from)) continue;
    pieces.push(text.slice(from, m.index));
    from = end;
  }
  return [...pieces, text.slice(from)].map((p) => p.trim());
}

/** Names that hold a joint themselves: «gỗ và sản phẩm từ gỗ», «Thùng, hộp và vỏ chứa». */
const namesIn = (m: Marks): Span[] =>
  m.names.flatMap((n) => {
    const [first, last] = [m.tokens[n.at], m.tokens[n.end - 1]];
    return first && last ? [{ from: first.start, to: last.end }] : [];
  });

/**
 * A message with several questions, its text repaired. Sentences part where each asks something by itself; «và» and commas part
 * only where both sides are whole: each its own product and period, or the second another measure of the first. Joints inside
 * one name part nothing.
 */
export function splitQuestions(text: string, world: ReadingWorld): string[] {
  if (text.search(SENTENCES) < 0 && text.search(JOINTS) < 0) return [text];
  const one = oneQuestion(text, world);
  if (one !== null) return [one];
  const whole = read(text, world);
  const names = namesIn(whole);
  const parts = (pattern: RegExp) =>
    cutAt(text, pattern, names)
      .filter((s) => /[\p{L}\p{N}]/u.test(s))
      .map((s) => ({ said: s, marks: read(s, world) }));
  let sentences = parts(SENTENCES);
  if (text.includes(';') && sentences.some((s) => unread(s.marks) > (bearing(s.marks) ? MOST_UNREAD : 0)))
    sentences = parts(LINES);
  const asked = sentences.length > 1 ? sentences.filter((s) => bearing(s.marks)).map((s) => s.said) : [];
  if (asked.length > 1) return asked.map((s) => (text.includes('?') ? `${s}?` : s));
  return byJoints(text, whole, names, world) ?? [text];
}

/** More of them are no one question with marks in it. */
const MOST_PIECES = 6;

/** What goes on with the sentence before it. */
const GOES_ON = /^\s*(?:so với|so voi|so cùng|so cung|gấp|gap|đến|den|tới|toi|và|va|của|cua)(?!\p{L})/iu;

/**
 * A sentence with a mark or a new line inside it, in one: «xi măng\nnăm 2016», «bia ca? nước năm 2015». The piece before the
 * first cut is no question by itself, or the next one goes on with it, and all together ask one thing. Null where there is none.
 */
function oneQuestion(text: string, world: ReadingWorld): string | null {
  const pieces = text.split(/[?;\n]+/).filter((p) => /[\p{L}\p{N}]/u.test(p));
  if (pieces.length < 2 || pieces.length > MOST_PIECES) return null;
  const marks = pieces.map((p) => read(p, world));
  const [first, ...rest] = marks as [Marks, ...Marks[]];
  const whole = first.outside.length > 0 || (first.names.length > 0 && first.periods.length > 0);
  if (whole && !(GOES_ON.test(pieces[1] ?? '') && rest.every((m) => m.names.length === 0))) return null;
  const joined = pieces.map((p) => p.trim()).join(' ');
  const all = read(joined, world);
  const named = marks.filter((m) => m.names.length > 0).length;
  return all.leftover.length === 0 && (all.names.length === 1 || named === 1) ? joined : null;
}

const read = (text: string, world: ReadingWorld): Marks =>
  readMarks(text, tokensOf(text, world.lexicon), world.lexicon, world.today);

/** So many unread words are a question that is not understood; more are a piece of a longer name. */
const MOST_UNREAD = 2;
const unread = (m: Marks): number =>
  m.leftover
    .join(' ')
    .split(' ')
    .filter((w) => w !== '').length;

/** Does a sentence ask something by itself? */
function bearing(m: Marks): boolean {
  return m.names.length > 0 || m.outside.length > 0 || (m.periods.length > 0 && m.tokens.length > 1);
}

function byJoints(text: string, whole: Marks, names: readonly Span[], world: ReadingWorld): string[] | null {
  const pieces = cutAt(text, JOINTS, names);
  if (pieces.length < 2 || pieces.length > 4 || pieces.some((p) => p === '')) return null;
  // «… 2021 bao nhiêu và tăng bao nhiêu so với năm 2020»: the base of the change alone.
  const base =
    has(whole, 'versus') &&
    pieces.slice(0, -1).every((p) => !has(read(p, world), 'versus', 'grow', 'fall', 'change'));
  if (has(whole, 'versus') && !(base && changes(read(pieces.at(-1) as string, world)))) return null;
  if (
    has(
      whole,
      'compare',
      'more',
      'difference',
      'ratio',
      'share',
      'percent-of',
      'proportion',
      'backward',
      'sum',
      'rank',
      'most',
      'least',
      'between',
      'source',
    )
  )
    return null;
  const marks = pieces.map((p) => read(p, world));
  const [first, ...rest] = marks;
  if (!first || (first.names.length === 0 && first.outside.length === 0)) return null;
  const own = marks.every(
    (m) =>
      (m.names.length === 1 && m.periods.length > 0) ||
      m.outside.length > 0 ||
      (m.unheld.length > 0 && m.periods.length > 0),
  );
  if (own) return pieces;
  // «gạch 2021 bao nhiêu, tăng bao nhiêu»: the same product, another measure or period.
  const still = !has(first, 'grow', 'fall', 'change', 'yoy', 'mom');
  const same = rest.every(
    (m) => m.names.length === 0 && m.areas.length === 0 && (asksMeasure(m) || (still && changes(m))),
  );
  return first.names.length > 0 && same && (first.periods.length > 0 || has(first, 'howmany'))
    ? pieces
    : null;
}

/** «tốc độ tăng so với cùng kỳ», «tăng bao nhiêu so với năm 2020»: a change over a base. */
const changes = (m: Marks): boolean =>
  m.leftover.length === 0 &&
  has(m, 'grow', 'fall', 'change') &&
  !has(m, 'plan', 'complete', 'mom') &&
  (has(m, 'yoy') || (has(m, 'versus') && m.periods.length === 1));

function asksMeasure(m: Marks): boolean {
  const { measure } = measureOf(m);
  if (m.leftover.length > 0 || has(m, 'mom', 'yoy')) return false;
  return (
    measure !== null &&
    (measure !== 'actual' || m.periods.length > 0) &&
    (has(m, 'howmany', 'percent', 'those') || m.periods.length > 0)
  );
}
