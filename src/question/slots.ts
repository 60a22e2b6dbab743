import { hasMarks } from '../vietnamese/text.js';
import type { Token } from '../vietnamese/tokens.js';
import { type Candidate, isName, type PeriodReading, type Quantity } from './candidate.js';
import { type Cover, cover, type Segment } from './cover.js';
import { doubtful } from './doubt.js';
import type { Lexicon } from './lexicon.js';
import { periodsAt } from './periods.js';
import { phrasesAt } from './phrases.js';
import { quantityAt, wordQuantityAt } from './quantities.js';
import type { Bend, Subject } from './question.js';
import type { Feature } from './words.js';

/** A name found in the text: the subjects it may stand for (more than one = ambiguous). */
export interface NameMark {
  readonly at: number;
  readonly end: number;
  readonly subjects: readonly Subject[];
  readonly bends: readonly Bend[];
}
export interface AreaMark {
  readonly at: number;
  readonly area: string;
  readonly bends: readonly Bend[];
}
export interface PeriodMark {
  readonly at: number;
  readonly end: number;
  readonly reading: PeriodReading;
}
export interface QuantityMark {
  readonly at: number;
  readonly end: number;
  readonly quantity: Quantity;
}

/** What the readers found, in the order of the text. */
export interface Marks {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly names: readonly NameMark[];
  readonly areas: readonly AreaMark[];
  readonly periods: readonly PeriodMark[];
  readonly quantities: readonly QuantityMark[];
  /** Feature → positions of the first token. */
  readonly features: ReadonlyMap<Feature, readonly number[]>;
  readonly elsewhere: readonly string[];
  readonly outside: readonly string[];
  /** Price bases said apart from a name, folded. */
  readonly baseWords: readonly string[];
  readonly unheld: readonly string[];
  readonly bends: readonly Bend[];
  readonly leftover: readonly string[];
  readonly cover: Cover;
  readonly candidates: readonly Candidate[];
}

/** All candidates of every reader, in order of position. */
function allCandidates(tokens: readonly Token[], lexicon: Lexicon, today: string): Candidate[] {
  const out: Candidate[] = [];
  const words = tokens.filter((t) => t.kind === 'word');
  const marked = words.filter((t) => hasMarks(t.typed)).length;
  // In a short text one accent says that the writer types them.
  const accented =
    marked * 2 > words.length || (words.length <= 4 && marked * 3 >= words.length && marked > 0);
  for (let i = 0; i < tokens.length; i++) {
    out.push(...phrasesAt(tokens, i, lexicon, accented));
    for (const span of periodsAt(tokens, i, today)) {
      out.push({
        from: i,
        to: span.to,
        score: 1.12 * (span.to - i) + 0.05,
        payload: { kind: 'period', period: span.reading },
        bends: [],
        weak: false,
      });
    }
    const q = quantityAt(tokens, i) ?? wordQuantityAt(tokens, i);
    if (q) {
      out.push({
        from: i,
        to: q.to,
        score: 0.7 * (q.to - i) + (q.quantity.unit ? 0.4 : 0),
        payload: { kind: 'quantity', quantity: q.quantity },
        bends: [],
        weak: false,
      });
    }
  }
  return out;
}

/** «dien bien GTSXCN 2007-2010»: without accents, before a name and over a stretch of time, no province. */
function courseOf(c: Candidate, tokens: readonly Token[], all: readonly Candidate[]): boolean {
  if (c.payload.kind !== 'phrase' || c.payload.meaning.kind !== 'area') return false;
  if (
    c.payload.meaning.id !== 'dien-bien' ||
    hasMarks(tokens[c.from]?.typed + (tokens[c.from + 1]?.typed ?? ''))
  )
    return false;
  if (/^(tinh|o|cua|tai)$/.test(tokens[c.from - 1]?.fold ?? '')) return false;
  return all.some(
    (other) =>
      (other.payload.kind === 'period' &&
        other.payload.period.type === 'choice' &&
        other.payload.period.choice.type !== 'list') ||
      (other.payload.kind === 'phrase' &&
        other.payload.meaning.kind === 'word' &&
        other.payload.meaning.feature === 'series'),
  );
}

/** «sản xuất nông nghiệp»: no name with a slip where what was typed is another matter as it stands. */
function hidesAnother(c: Candidate, all: readonly Candidate[]): boolean {
  const [bend] = c.bends;
  if (!bend || !isName(c)) return false;
  const read = bend.read.split(' ');
  const bent = bend.typed.split(' ').map((w, i) => (w.toLowerCase() === read[i] ? -1 : c.from + i));
  return all.some(
    (o) =>
      o.payload.kind === 'phrase' &&
      o.payload.meaning.kind === 'word' &&
      ['out', 'unheld'].includes(o.payload.meaning.feature) &&
      o.bends.length === 0 &&
      o.to - o.from > 1 &&
      bent.some((at) => o.from <= at && at < o.to),
  );
}

/** «tổng hai năm»: a number of years, no Hà Nam with a slip. */
const countsYears = (c: Candidate, tokens: readonly Token[]): boolean =>
  c.bends.length > 0 &&
  c.to - c.from === 2 &&
  /^(hai|ba|bon|sau|bay|tam|chin|muoi)$/.test(tokens[c.from]?.fold ?? '') &&
  /^(nam|thang|quy)$/.test(tokens[c.from + 1]?.fold ?? '');

/** «bao nhiêu nhà máy điện gió»: a matter beside production whose last words begin a longer name that is held. */
function cutsName(c: Candidate, all: readonly Candidate[]): boolean {
  if (c.payload.kind !== 'phrase' || c.payload.meaning.kind !== 'word' || c.payload.meaning.feature !== 'out')
    return false;
  return all.some(
    (n) =>
      isName(n) &&
      n.bends.length === 0 &&
      n.from > c.from &&
      n.from < c.to &&
      n.to > c.to &&
      n.to - n.from > 2,
  );
}

/** Runs every reader and keeps the best cover. */
export function readMarks(text: string, tokens: readonly Token[], lexicon: Lexicon, today: string): Marks {
  const all = allCandidates(tokens, lexicon, today);
  const candidates = all.filter(
    (c) => !courseOf(c, tokens, all) && !hidesAnother(c, all) && !cutsName(c, all) && !countsYears(c, tokens),
  );
  const best = cover(tokens, candidates);
  // A bare «da», «chi», «go» is a product only where the sentence names no other, or joins it to one.
  const lifted = best.segments.some((s) => isName(s.readings[0]))
    ? (c: Candidate) => isJoined(c, tokens, best)
    : (c: Candidate) => c.weak && !SERVED.test(`${tokens[c.to]?.fold} ${tokens[c.to + 1]?.fold}`);
  return collect(text, tokens, lift(tokens, candidates, lifted) ?? best, candidates, lexicon);
}

/** «cảm ơn đã cung cấp», «đã trả lời», without accents. */
const SERVED = /^(cung cap|tra loi|giup|gui|ho tro|phan hoi)/;

/** The cover with these candidates taken at their full weight; null where there are none. */
function lift(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  which: (c: Candidate) => boolean,
): Cover | null {
  if (!candidates.some(which)) return null;
  return cover(
    tokens,
    candidates.map((c) => (which(c) ? { ...c, score: 0.97 } : c)),
  );
}

/** «gach voi da 2021»: a bare homonym after a name and a joint is the second name, unless a verb follows. */
const isJoined = (c: Candidate, tokens: readonly Token[], best: Cover): boolean =>
  c.weak &&
  isName(c) &&
  JOINT.test(tokens[c.from - 1]?.fold ?? '') &&
  !goesOnAsVerb(tokens, c.to) &&
  best.segments.some((s) => s.to === c.from - 1 && isName(s.readings[0]));

const JOINT = /^(va|voi|cung|hay|,|cong)$/;
const VERB = /^(dat|duoc|hoan|vuot|tang|giam|lam|co|bao|may)$/;

/** «đã đạt», «đã sản xuất»; «than, đá sản phẩm nào» goes on with a noun. */
const goesOnAsVerb = (tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.fold ?? '';
  return VERB.test(word) || (word === 'san' && tokens[at + 1]?.fold !== 'pham');
};

function subjectsOf(segment: Segment, lexicon: Lexicon): Subject[] {
  const top = segment.readings[0]!;
  const near = segment.readings.filter((c) => isName(c) && c.score >= top.score - 0.05);
  const subjects: Subject[] = [];
  for (const c of near) {
    if (c.payload.kind !== 'phrase') continue;
    const m = c.payload.meaning;
    if (m.kind === 'group') {
      const group = lexicon.groups.get(m.id);
      if (group && !subjects.some((s) => s.group === m.id))
        subjects.push({ indicators: group.members, group: m.id });
    } else if (m.kind === 'indicator') {
      // The word for the group already covers its member.
      if (subjects.some((s) => s.indicators.includes(m.id))) continue;
      subjects.push({ indicators: [m.id], group: null });
    }
  }
  return subjects;
}

const RATES: Readonly<Record<string, Feature>> = { thang: 'permonth', nam: 'peryear', ngay: 'perday' };

function collect(
  text: string,
  tokens: readonly Token[],
  best: Cover,
  candidates: readonly Candidate[],
  lexicon: Lexicon,
): Marks {
  const names: NameMark[] = [];
  const areas: AreaMark[] = [];
  const periods: PeriodMark[] = [];
  const quantities: QuantityMark[] = [];
  const features = new Map<Feature, number[]>();
  const elsewhere: string[] = [];
  const outside: string[] = [];
  const baseWords: string[] = [];
  const unheld: string[] = [];
  const bends: Bend[] = [];
  const typed = (s: Segment) =>
    tokens
      .slice(s.from, s.to)
      .map((t) => t.raw)
      .join(' ');

  // «tấn/tháng», «viên/năm»: the stroke makes it a rate; the word alone is none.
  const rates = new Set<Token>();
  tokens.forEach((t, i) => {
    const rate = tokens[i - 1]?.raw === '/' ? RATES[t.fold] : undefined;
    if (rate) rates.add(t);
    if (rate) features.set(rate, [...(features.get(rate) ?? []), i]);
  });
  const unread = doubtful(best.segments, tokens);
  let placeEnd = -1;
  for (const segment of best.segments) {
    if (unread.has(segment)) continue;
    const top = segment.readings[0]!;
    const p = top.payload;
    if (p.kind === 'period') periods.push({ at: segment.from, end: segment.to, reading: p.period });
    else if (p.kind === 'quantity')
      quantities.push({ at: segment.from, end: segment.to, quantity: p.quantity });
    else if (p.meaning.kind === 'area') {
      areas.push({ at: segment.from, area: p.meaning.id, bends: top.bends });
      bends.push(...top.bends);
    } else if (p.meaning.kind === 'word') {
      for (const c of segment.readings) {
        if (c.payload.kind !== 'phrase' || c.payload.meaning.kind !== 'word') continue;
        const f = c.payload.meaning.feature;
        features.set(f, [...(features.get(f) ?? []), segment.from]);
      }
      if (p.meaning.feature === 'elsewhere') {
        // «huyện Hữu Lũng» is one place.
        const before = segment.from === placeEnd ? elsewhere.pop() : undefined;
        elsewhere.push(before === undefined ? typed(segment) : `${before} ${typed(segment)}`);
        placeEnd = segment.to;
      }
      if (p.meaning.feature === 'out') outside.push(typed(segment));
      if (p.meaning.feature === 'unheld') unheld.push(typed(segment));
      if (p.meaning.feature === 'base')
        baseWords.push(
          tokens
            .slice(segment.from, segment.to)
            .map((t) => t.fold)
            .join(' '),
        );
    } else {
      names.push({
        at: segment.from,
        end: segment.to,
        subjects: subjectsOf(segment, lexicon),
        bends: top.bends,
      });
      bends.push(...top.bends);
    }
  }
  return {
    text,
    tokens,
    names,
    areas,
    periods,
    quantities,
    features,
    elsewhere,
    outside,
    baseWords,
    unheld,
    bends,
    leftover: runs(
      tokens.filter(
        (t, i) =>
          (best.rest.includes(t) && !rates.has(t)) || [...unread].some((s) => s.from <= i && i < s.to),
      ),
    ),
    cover: best,
    candidates,
  };
}

/** Neighbouring unused words as one phrase, as typed. */
function runs(rest: readonly Token[]): string[] {
  const out: string[] = [];
  let end = -2;
  for (const token of rest) {
    if (out.length > 0 && token.start - end <= 1 && token.start >= end)
      out[out.length - 1] += ` ${token.raw}`;
    else out.push(token.raw);
    end = token.end;
  }
  return out;
}
