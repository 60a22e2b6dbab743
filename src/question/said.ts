import type { Basis, Measure } from '../stats/facts.js';
import { HOME } from '../stats/facts.js';
import { spanCode } from '../stats/period.js';
import { fold } from '../vietnamese/text.js';
import type { Said } from './fill.js';
import { everyYear, joint } from './joint.js';
import type { Lexicon } from './lexicon.js';
import { narrow } from './price-base.js';
import type { Subject } from './question.js';
import type { Marks } from './slots.js';
import type { Feature } from './words.js';

/** Does the text hold one of these features? */
export const has = (marks: Marks, ...features: Feature[]): boolean =>
  features.some((f) => marks.features.has(f));

/** Position of the first of these features, or -1. */
export function at(marks: Marks, ...features: Feature[]): number {
  const found = features.flatMap((f) => marks.features.get(f) ?? []);
  return found.length > 0 ? Math.min(...found) : -1;
}

/** Is one of these features among the last words of the text? */
export function atEnd(marks: Marks, ...features: Feature[]): boolean {
  const words = marks.tokens.map((t, i) => ({ t, i })).filter((x) => x.t.kind !== 'punct');
  const last = words.slice(-4).map((w) => w.i);
  return features.some((f) => (marks.features.get(f) ?? []).some((p) => last.includes(p)));
}

/** Several names as one subject, each keeping its own group rule. */
export function merge(subjects: readonly Subject[]): Subject | null {
  const [first, ...more] = subjects;
  if (!first) return null;
  const parts: Subject[] = [];
  for (const s of subjects) {
    if (!parts.some((p) => p.group === s.group && p.indicators.join() === s.indicators.join())) parts.push(s);
  }
  if (parts.length === 1 || more.length === 0) return first;
  return { indicators: [...new Set(parts.flatMap((p) => p.indicators))], group: null, parts };
}

/** KH at the end of a sentence, in small letters, is «không»; beside a year, đạt or % it is «kế hoạch». */
function planIsNo(marks: Marks): boolean {
  const positions = marks.features.get('plan') ?? [];
  const words = marks.tokens.map((t, i) => ({ t, i })).filter((x) => x.t.kind !== 'punct');
  const last = words.at(-1);
  if (last?.t.raw !== 'kh' || positions.length !== 1 || positions[0] !== last.i) return false;
  const before = marks.tokens[last.i - 1];
  return before?.kind !== 'number' && before?.raw !== '%' && !['dat', 'tram'].includes(before?.fold ?? '');
}

/** Which measure and basis the words ask for; nulls where none is said. */
export function measureOf(marks: Marks): { measure: Measure | null; basis: Basis | null } {
  // «các mục tiêu» is read as a word for all of them.
  const plan = (has(marks, 'plan') && !planIsNo(marks)) || /\b(?:cac|nhung) muc tieu\b/.test(readText(marks));
  const grows = has(marks, 'grow', 'fall', 'change');
  // «tăng vượt 6 %» is a threshold of growth, not the plan.
  const amounts = marks.quantities.map((q) => q.quantity.unit);
  // «vượt 100 triệu tấn» is one of the level.
  const beyond =
    !plan &&
    (grows || amounts.some((unit) => unit !== null && unit !== '%')) &&
    /vuot (muc |qua |nguong )?\d/.test(readText(marks));
  const against = has(marks, 'complete') && !beyond;
  const span = spans(marks);
  const basis: Basis | null = has(marks, 'mom')
    ? 'mom'
    : (has(marks, 'average') && (grows || span)) || (has(marks, 'peryear') && grows)
      ? 'avg_annual'
      : has(marks, 'yoy')
        ? 'yoy'
        : null;
  // «nuoc may 2022 dat ke hoach bao nhieu m3»: «đặt kế hoạch» without its accents.
  if (against && sets(marks)) return { measure: 'target', basis: null };
  if (against && !(grows && plan && !has(marks, 'achieve'))) {
    // «tăng bao nhiêu so với kế hoạch» is still completion.
    return { measure: 'completion', basis: null };
  }
  // «đạt chưa»: the plan, where nothing else could be reached.
  if (
    !plan &&
    !grows &&
    marks.quantities.length === 0 &&
    has(marks, 'achieve') &&
    /\bdat( duoc)? (chua|khong|ko|hay chua|hay khong)( a| vay| nhi| em)*$/.test(
      readText(marks).replace(/[?.! ]+$/, ''),
    )
  )
    return { measure: 'completion', basis: null };
  // «gạch 10 tháng đạt mấy phần trăm»: of an amount only the plan is reached in percent.
  if (!plan && !grows && reachesPercent(marks)) return { measure: 'completion', basis: null };
  // «đã đạt kế hoạch rồi phải không»
  if (
    plan &&
    !grows &&
    !has(marks, 'howmany') &&
    /dat (duoc )?(ke hoach|kh|chi tieu|muc tieu)/.test(readText(marks)) &&
    has(marks, 'right', 'question')
  )
    return { measure: 'completion', basis: null };
  if (plan && has(marks, 'achieve', 'output') && has(marks, 'percent') && !grows)
    return { measure: 'completion', basis: null };
  if (plan && has(marks, 'versus') && has(marks, 'achieve', 'output') && !grows)
    return { measure: 'completion', basis: null };
  if (plan && grows) return { measure: 'target', basis: basis ?? (span ? 'avg_annual' : 'yoy') };
  if (plan) return { measure: 'target', basis: null };
  if (grows || has(marks, 'yoy', 'mom'))
    return {
      measure: 'growth',
      basis: basis ?? (span && has(marks, 'average', 'peryear') ? 'avg_annual' : null),
    };
  if (basis === 'avg_annual' && span && !has(marks, 'output')) return { measure: 'growth', basis };
  if (has(marks, 'output', 'achieve')) return { measure: 'actual', basis: null };
  return { measure: null, basis: null };
}

const readText = (marks: Marks): string => marks.tokens.map((t) => t.fold).join(' ');

const RATES = /^(?:iip|grdp|chi-so|gia-tri-tang-them)/;

const reachesPercent = (marks: Marks): boolean =>
  marks.quantities.length === 0 &&
  /\bdat( duoc)? (bao nhieu|may|bn|nhieu) (%|phan tram)/.test(readText(marks)) &&
  !has(marks, 'share', 'percent-of', 'yoy', 'mom', 'average') &&
  !marks.names.some((n) => n.subjects.some((s) => s.indicators.some((i) => RATES.test(i))));

/** A bare «dat» before the plan with an amount asked for: to set, not to reach. */
function sets(marks: Marks): boolean {
  const text = marks.tokens.map((t) => t.typed).join(' ');
  return (
    /(^| )dat (ke hoach|chi tieu|muc tieu)/.test(text) &&
    has(marks, 'unit-word') &&
    !has(marks, 'percent', 'question')
  );
}

function spans(marks: Marks): boolean {
  return marks.periods.some(
    (p) =>
      p.reading.type === 'choice' &&
      (p.reading.choice.type === 'range' ||
        (p.reading.choice.type === 'list' && p.reading.choice.codes.some((c) => c.endsWith('Y')))),
  );
}

/** Families whose general word and branch may stand apart: «công nghiệp địa phương … giá trị sản xuất». */
const FAMILIES: readonly RegExp[] = [/^gtsx/, /^iip/, /^grdp/];

/** A general word beside a branch of its family says which branch: the branch alone is meant. */
function families(keepWhole: boolean, all: readonly Subject[]): Subject[] {
  if (all.length < 2) return [...all];
  // «sản xuất công nghiệp (IIP)»: the word for everything beside one of its measures.
  const subjects = all.some(
    (s) => s.group !== 'sxcn' && s.indicators.some((i) => FAMILIES.some((f) => f.test(i))),
  )
    ? all.filter((s) => s.group !== 'sxcn')
    : all;
  for (const family of FAMILIES) {
    const general = subjects.filter((s) => isGeneral(s, family));
    const branches = subjects.filter((s) => !general.includes(s));
    if (general.length === 0 || branches.length === 0) continue;
    const narrowed = branches.map((b): Subject => {
      const inside = b.indicators.filter((i) => family.test(i));
      return inside.length === 0 || inside.length === b.indicators.length
        ? b
        : { indicators: inside, group: inside.length === 1 ? null : b.group };
    });
    if (branches.some((b) => b.indicators.some((i) => family.test(i))))
      return keepWhole ? [...narrowed, ...general] : families(false, narrowed);
  }
  return [...subjects];
}

const isGeneral = (s: Subject, family: RegExp): boolean =>
  s.group === 'sxcn' ||
  (s.group !== null && ['gtsxcn', 'grdp'].includes(s.group) && s.indicators.some((i) => family.test(i))) ||
  (s.group === null && s.indicators.length === 1 && s.indicators[0] === 'iip' && family.test('iip'));

/** «than nguyên khai của Than Na Dương»: a company beside a product says whose figure is meant. */
function ofCompany(all: readonly Subject[], lexicon: Lexicon): readonly Subject[] {
  const company = all.find((s) => s.group === 'than-na-duong');
  if (!company || all.length < 2) return all;
  const nameOf = (id: string) => fold(lexicon.indicatorName.get(id) ?? '');
  const own = all
    .filter((s) => s !== company && s.group === null)
    .flatMap((s) => s.indicators)
    .flatMap((id) => company.indicators.filter((m) => m === id || nameOf(m).startsWith(`${nameOf(id)} (`)));
  if (own.length > 0) return [{ indicators: [...new Set(own)], group: null }];
  return all.some((s) => s.group === 'than') ? [company] : all;
}

/** «của tỉnh», «toàn tỉnh», «tỉnh ta»: the home province, said. */
const atHome = (marks: Marks): boolean =>
  /\b(?:(?:cua|o|tai|trong|toan|ca|tren dia ban) tinh(?: (?:ta|minh|nha|nay))?|tinh (?:ta|minh|nha))(?! (?:nao|khac|ban|lan can|thanh|co|la)\b)(?= |$|[?.,])/.test(
    readText(marks),
  );

/** All slots the text itself fills. */
export function saidIn(marks: Marks, lexicon: Lexicon): Said {
  const { measure, basis } = measureOf(marks);
  const when = joint(marks.periods, marks.tokens);
  const first = ofCompany(
    families(
      has(marks, 'share', 'percent-of'),
      marks.names.map((n) => n.subjects[0]).filter((s) => s !== undefined),
    ),
    lexicon,
  );
  let { periods } = when;
  if (!periods && has(marks, 'newest') && !has(marks, 'fresh')) periods = { type: 'newest' };
  const every = periods === null && when.yearless ? everyYear(when.yearless, readText(marks)) : null;
  if (every) periods = every;
  if (!periods && has(marks, 'series')) periods = { type: 'all' };
  // «bình quân 2011–2015» is a figure of the span, not of each year.
  if (
    periods?.type === 'range' &&
    periods.from.length === 4 &&
    basis === 'avg_annual' &&
    measure !== 'actual'
  ) {
    periods = { type: 'list', codes: [spanCode(Number(periods.from), Number(periods.to))] };
  }
  const opening = marks.tokens.find((t) => t.kind === 'word');
  const also =
    has(marks, 'also') &&
    (['con', 'the', 'vay', 'rua', 'thi', 'tuong', 'cung'].includes(opening?.fold ?? '') ||
      /(thì sao|thi sao|thế nào)/.test(marks.text.toLowerCase()) ||
      atEnd(marks, 'also'));
  return {
    subject: narrow(merge(first), marks, lexicon),
    areas:
      marks.areas.length > 0 ? [...new Set(marks.areas.map((a) => a.area))] : atHome(marks) ? [HOME] : null,
    measure,
    basis,
    periods,
    yearless: every ? null : when.yearless,
    doubt: when.doubt,
    enterprise: has(marks, 'enterprise'),
    running: has(marks, 'running'),
    also,
    those: has(marks, 'those'),
  };
}
