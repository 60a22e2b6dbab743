import { hasMarks } from '../vietnamese/text.js';
import type { Token } from '../vietnamese/tokens.js';
import { type Candidate, isName } from './candidate.js';
import type { Segment } from './cover.js';
import type { Feature } from './words.js';

/**
 * Bare syllables that pass as words of asking but beside a product name are as often part of another
 * product: «xi mang bao», «gach the», «chi kem», «duong ong», «dien khi».
 */
const PARTS = new Set(
  'bao lo kho ban the tho phien khi kem con ong ba co mi tau tui tam tron vu hong dong cao thanh muc mot vung te re rang phong don dot nen vien'.split(
    ' ',
  ),
);
/** The same before a name: «tau dien», «den pin», «ong thep». */
const HEADS = new Set('tau den ong mi tui hop ba'.split(' '));

const JOINTS = new Set<Feature>(['filler', 'and', 'also', 'which', 'unit-word', 'question']);

const features = (s: Segment): Feature[] =>
  s.readings.flatMap((c) =>
    c.payload.kind === 'phrase' && c.payload.meaning.kind === 'word' ? [c.payload.meaning.feature] : [],
  );

const labels = (s: Segment) =>
  new Set(s.readings.map((c) => (c.payload.kind === 'phrase' ? c.payload.label : '')));

/**
 * Segments that must not be taken for read: a bare syllable that may belong to the product beside it, and a
 * mistyped syllable that could be several words of asking («trng»: trong, tăng, tổng).
 */
export function doubtful(segments: readonly Segment[], tokens: readonly Token[]): Set<Segment> {
  const out = new Set<Segment>();
  segments.forEach((s, i) => {
    const found = features(s);
    if (s.to - s.from !== 1 || found.length === 0) return;
    const token = tokens[s.from] as Token;
    const top = s.readings[0] as Candidate;
    if (top.bends.length > 0 && labels(s).size > 1) out.add(s);
    const beside = segments[i - 1];
    // «đá vunj 2021»: no slip of a filler, but a word that narrows the product.
    if (top.bends.length > 0 && beside?.to === s.from && isName(beside.readings[0])) out.add(s);
    // «sữa tư», «dien thoi»: no «từ» without a number, no «thôi» behind what the two may be together.
    const named = beside?.to === s.from && isName(beside.readings[0]);
    if (named && /^t[uư]$/.test(token.typed) && tokens[s.to]?.kind !== 'number') out.add(s);
    if (named && token.typed === 'thoi' && tokens[s.from - 1]?.fold === 'dien') out.add(s);
    if (hasMarks(token.typed) || !found.every((f) => JOINTS.has(f))) return;
    const after = segments[i + 1];
    const ends = after?.readings[0]?.payload.kind !== 'phrase';
    if (PARTS.has(token.fold) && beside?.to === s.from && isName(beside.readings[0]) && ends) out.add(s);
    if (i === 0 && HEADS.has(token.fold) && after?.from === s.to && isName(after.readings[0])) out.add(s);
  });
  return out;
}
