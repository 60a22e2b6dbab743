import type { Lexicon } from './lexicon.js';
import type { Subject } from './question.js';
import type { Marks } from './slots.js';

/** Price bases as they are said, and the words of the catalogue's names they narrow to. */
const BASES: readonly (readonly [said: RegExp, name: RegExp])[] = [
  [/hien hanh|thuc te|gia hh/, /giá hiện hành/],
  [/1994|94/, /giá so sánh 1994/],
  [/2010/, /giá so sánh 2010/],
  [/so sanh|co dinh|gia ss/, /giá so sánh/],
];

/** «GTSXCN 2005 theo giá so sánh 1994»: a base said apart from the name narrows it, where it fits any of it. */
export function narrow(subject: Subject | null, marks: Marks, lexicon: Lexicon): Subject | null {
  // One company's figures are told apart by what it does: digs, or supplies.
  if (subject?.group === 'than-na-duong') {
    const done = marks.tokens.map((t) => t.fold).join(' ');
    const verb = /khai thac/.test(done) ? /khai thác/ : /cung ung/.test(done) ? /cung ứng/ : null;
    const left = verb ? subject.indicators.filter((i) => verb.test(lexicon.indicatorName.get(i) ?? '')) : [];
    if (left.length > 0) return { indicators: left, group: null };
  }
  const said = marks.baseWords[0];
  if (!subject || !said) return subject;
  const left = onBase(said, subject.indicators, lexicon);
  if (left.length === 0 || left.length === subject.indicators.length) return subject;
  return { indicators: left, group: left.length === 1 ? null : subject.group };
}

const onBase = (said: string, indicators: readonly string[], lexicon: Lexicon): readonly string[] => {
  const name = BASES.find(([test]) => test.test(said))?.[1];
  return name ? indicators.filter((i) => name.test(lexicon.indicatorName.get(i) ?? '')) : [];
};

/**
 * «giá hiện hành thì sao?»: the subject of the last question on the base said now, which may be another one than then.
 * Null where there is none on it.
 */
export function rebased(subject: Subject, marks: Marks, lexicon: Lexicon): Subject | null {
  const said = marks.baseWords[0];
  if (!said || subject.indicators.length === 0) return subject;
  const families = [...lexicon.groups].filter(([, { members }]) =>
    subject.indicators.every((i) => members.includes(i)),
  );
  families.sort(([, a], [, b]) => a.members.length - b.members.length);
  const sets = [subject.indicators, ...families.map(([, { members }]) => members)];
  for (const set of sets) {
    const left = onBase(said, set, lexicon);
    if (left.length > 0) return { indicators: left, group: null };
  }
  return null;
}

/** Rates that are of constant prices by definition: saying so asks for nothing else. */
const REAL_RATE = /^(grdp|gia-tri-tang-them)/;

/** Was a price base said that nothing asked for is on: «xi măng giá hiện hành», a branch held on another base? */
export function losesBase(subject: Subject, growth: boolean, marks: Marks, lexicon: Lexicon): boolean {
  if (marks.baseWords.length === 0 || subject.indicators.length === 0) return false;
  return marks.baseWords.every((said) => {
    const constant = /so sanh|co dinh|ss/.test(said);
    if (constant && (growth || subject.indicators.every((i) => REAL_RATE.test(i)))) return false;
    return onBase(said, subject.indicators, lexicon).length === 0;
  });
}
