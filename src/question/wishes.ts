import { fold } from '../vietnamese/text.js';
import type { NamedSource, Question, UnitWish } from './question.js';

/** How a figure is wanted: in which unit, and by whose publication. Both are cut from the text before it is read. */

/** A text without its wish. */
export interface WishRead<T> {
  readonly wish: T | null;
  /** '' where nothing else was said. */
  readonly rest: string;
}

const UNITS: readonly (readonly [said: string, base: string, factor: string, name: string])[] = [
  ['mwh', 'kWh', '1000', 'MWh'],
  ['gwh', 'kWh', '1000000', 'GWh'],
  ['twh', 'kWh', '1000000000', 'TWh'],
  ['kwh|kw h|so dien', 'kWh', '1', 'kWh'],
  ['tan', 'tấn', '1', 'tấn'],
  ['kg|ki lo gam|kilogam|can', 'tấn', '0.001', 'kg'],
  ['m3|met khoi|khoi', 'm3', '1', 'm³'],
  ['m2|met vuong', 'm2', '1', 'm²'],
  ['vien', 'viên', '1', 'viên'],
  ['lit', 'lít', '1', 'lít'],
];
const SCALES: Readonly<Record<string, readonly [word: string, zeros: string]>> = {
  nghin: ['nghìn ', '000'],
  ngan: ['nghìn ', '000'],
  van: ['vạn ', '0000'],
  trieu: ['triệu ', '000000'],
  ty: ['tỷ ', '000000000'],
  ti: ['tỷ ', '000000000'],
};

const UNIT = `(?:(nghin|ngan|van|trieu|ty|ti) )?(${UNITS.map(([said]) => said).join('|')})`;
const VERB = '(?:doi|quy doi|quy|chuyen doi|chuyen|tinh|doi lai)(?: (?:ra|sang|thanh|ve|theo|bang|lai))+';
const edge = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'u');
const CONVERT = edge(`(?:${VERB}|theo(?: don vi)?|don vi(?: la)?) ${UNIT}(?: (?:di|nhe|nha|thi sao|giup))*`);
const AMOUNT = edge(`(?:bao nhieu|may) ${UNIT}`);
/** «sản phẩm tính bằng tấn»: which products, not how they are told. */
const SET = /\b(?:san pham|mat hang|top|xep|nhat)\b/;

/**
 * The unit in which an amount is wanted: «đổi ra MWh», «theo tỷ kWh» are cut out; «bao nhiêu tỷ kWh» stays, as it asks for the amount.
 */
export function readUnit(text: string): WishRead<UnitWish> {
  const clean = text.replace(/\s+/g, ' ').trim();
  const folded = fold(clean);
  const none = { wish: null, rest: text };
  if (folded.length !== clean.length) return none;
  const hit = CONVERT.exec(folded);
  if (hit && !SET.test(folded)) {
    const wish = wishOf(hit[1], hit[2] as string, true);
    return { wish, rest: without(clean, hit.index, hit[0].length) };
  }
  const amount = AMOUNT.exec(folded);
  if (!amount) return none;
  const wish = wishOf(amount[1], amount[2] as string, false);
  const own = UNITS.find(
    ([, base, factor, name]) => base === wish.base && factor === '1' && name !== wish.name,
  );
  const strange = /^(?:mwh|gwh|twh|kg|ki lo gam|kilogam|can)$/.test(amount[2] as string);
  if (!strange || !own) return { wish, rest: text };
  // The readers know the unit of the catalogue.
  return {
    wish,
    rest: `${clean.slice(0, amount.index)}bao nhiêu ${own[3]}${clean.slice(amount.index + amount[0].length)}`,
  };
}

function wishOf(scale: string | undefined, said: string, converted: boolean): UnitWish {
  const [, base, factor, name] = UNITS.find(([forms]) =>
    forms.split('|').includes(said),
  ) as (typeof UNITS)[number];
  const [word, zeros] = scale === undefined ? ['', ''] : (SCALES[scale] as readonly [string, string]);
  const whole = factor === '0.001' && zeros !== '' ? `1${zeros.slice(3)}` : `${factor}${zeros}`;
  const plain = factor === '1' && zeros === '' && !converted;
  return { base, factor: plain ? null : whole, name: `${word}${name}` };
}

const OFFICES: readonly (readonly [said: string, office: string])[] = [
  [
    '(?:tong cuc|cuc|chi cuc) thong ke(?: (?:tinh )?lang son| tinh| viet nam)?|tctk|gso|nganh thong ke|nien giam(?: thong ke)?(?: tinh)?',
    'thống kê',
  ],
  ['(?:van phong )?(?:ubnd|uy ban nhan dan|uy ban)(?: tinh)?(?: lang son)?', 'ubnd'],
  ['cong thong tin(?: dien tu)?(?: (?:cua )?tinh)?(?: lang son)?', 'cổng thông tin'],
  ['bao cong thuong', 'báo công thương'],
  ['(?:bo|so|nganh) cong thuong(?: tinh)?(?: lang son)?', '(sở|bộ) công thương'],
  ['bao lang son', 'báo lạng sơn'],
  ['(?:bao )?dan tri', 'dân trí'],
  ['cafef', 'cafef'],
  ['vietnam business forum|vccinews|vcci', 'vcci'],
];
const REPORT =
  '(?:bao cao|ban cong bo|cong bo|so lieu bao cao) (?:cua )?thang (\\d{1,2})(?:(?:/| nam | )((?:19|20)\\d{2}))?';
const BY =
  '(?:(?:neu )?(?:theo|dua theo|dua tren|can cu vao|can cu|trich tu|trich|lay theo)(?: (?:so lieu|so|bao cao|cong bo|thong ke|nguon|ben|cua|tu))*)';
// «theo niên giám nào» asks whose figure it is.
const NAMED = OFFICES.map(([said, office]) => [edge(`${BY} (?:${said})(?! nao)`), office] as const);
const RELEASE = edge(`(?:theo|trong|o|tai) ${REPORT}`);

/** «theo Cục Thống kê», «theo báo cáo tháng 6/2022»: whose figure is wanted. */
export function readSource(text: string): WishRead<NamedSource> {
  const clean = text.replace(/\s+/g, ' ').trim();
  const folded = fold(clean);
  if (folded.length !== clean.length) return { wish: null, rest: text };
  for (const [pattern, office] of NAMED) {
    const hit = pattern.exec(folded);
    if (!hit) continue;
    const typed = clean.slice(hit.index, hit.index + hit[0].length).replace(/^\S+ /, '');
    return { wish: { typed, office, edition: null }, rest: without(clean, hit.index, hit[0].length) };
  }
  const hit = RELEASE.exec(folded);
  const month = Number(hit?.[1]);
  if (!hit || month < 1 || month > 12) return { wish: null, rest: text };
  const typed = clean.slice(hit.index, hit.index + hit[0].length).replace(/^\S+ /, '');
  const edition = `${hit[2] ?? ''}-${String(month).padStart(2, '0')}`;
  return { wish: { typed, office: null, edition }, rest: without(clean, hit.index, hit[0].length) };
}

/** Words that are left when nothing but the wish was said. */
const SMALL =
  /^(?:thi|sao|con|the|vay|nhe|nha|a|di|la|bao nhieu|co|khong|so|lay|cho|toi|xin|hay|giup|va|do|nay|duoc| )*$/;

function without(clean: string, from: number, length: number): string {
  const rest = `${clean.slice(0, from)} ${clean.slice(from + length)}`
    .replace(/\s+/g, ' ')
    .replace(/\s+([?!.,;:])/g, '$1')
    .replace(/^[\s,;:.?!]+|[\s,;:]+$/g, '')
    .trim();
  return SMALL.test(
    fold(rest)
      .replace(/[?.!,]/g, '')
      .trim(),
  )
    ? ''
    : rest;
}

/** The question with its wishes, for each of its parts. */
export function wishing(question: Question, unit: UnitWish | null, by: NamedSource | null): Question {
  if (unit === null && by === null) return question;
  if (question.kind === 'many')
    return { ...question, parts: question.parts.map((p) => wishing(p, unit, by)) };
  if (question.kind === 'unclear')
    return { ...question, readings: question.readings.map((r) => wishing(r, unit, by) as typeof r) };
  if (!('subject' in question)) return question;
  return { ...question, ...(unit ? { inUnit: unit } : {}), ...(by ? { by } : {}) };
}
