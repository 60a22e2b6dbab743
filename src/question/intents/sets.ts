import type { FigureQuestion, PeriodChoice } from '../question.js';
import { has } from '../said.js';
import { type Intent, names, type Sight, unclear, whole } from './sight.js';

/** «còn năm 2016»: the last ranking, filter or overview once more, for another period or place. */
export const again: Intent = (s) => {
  const { marks, said, slots, world } = s;
  const last = world.previous?.question;
  if (
    !last ||
    names(s) > 0 ||
    said.those ||
    !['rank', 'filter', 'overview', 'compare', 'series', 'derived'].includes(last.kind)
  )
    return null;
  const onlyWhen = [...marks.features.keys()].every((f) =>
    ['also', 'filler', 'howmany', 'and', 'question', 'achieve', 'which'].includes(f),
  );
  if (!onlyWhen || (!said.periods && !said.areas) || marks.quantities.length > 0) return null;
  // «năm 2014 thì sao» after a difference of two years: no difference of one.
  if (last.kind === 'derived' && said.periods && many(last.periods.value) && !many(said.periods)) return null;
  return {
    ...last,
    text: marks.text,
    subject: { value: last.subject.value, from: 'context' },
    areas: said.areas
      ? slots.areas
      : { value: last.areas.value, from: last.areas.from === 'default' ? 'default' : 'context' },
    periods: said.periods
      ? { value: said.periods, from: 'text' }
      : { value: last.periods.value, from: 'context' },
    bends: marks.bends,
    leftover: [],
  } as FigureQuestion;
};

/** «có số liệu năm 2021 không»: words for figures in general and a period, nothing else. */
const plainly = (s: Sight): boolean =>
  s.said.periods !== null &&
  s.said.periods.type !== 'newest' &&
  s.marks.leftover.length === 0 &&
  /\b(so lieu|du lieu|thong tin)\b/.test(s.folded) &&
  [...s.marks.features.keys()].every((f) =>
    ['filler', 'have', 'question', 'which', 'not', 'notyet'].includes(f),
  );
const many = (periods: PeriodChoice): boolean => periods.type !== 'list' || periods.codes.length > 1;

/** «các mục tiêu 2022 của ngành công nghiệp»: the industry names no product. */
const ofAllIndustry = ({ marks, folded }: Sight): boolean =>
  marks.names.every((n) => n.subjects.every((x) => x.group === 'sxcn')) &&
  /\b(?:cac|nhung|tat ca|toan bo|danh sach|bang)(?: cac)? (?:muc tieu|chi tieu|ke hoach)\b/.test(folded);

/** All that an area holds for a period and measure. */
export const overview: Intent = (s) => {
  const { marks, said, slots } = s;
  if ((names(s) > 0 && !ofAllIndustry(s)) || said.those) return null;
  if (has(marks, 'sum') && has(marks, 'products') && !said.measure?.match(/growth|completion/))
    return unclear(s, 'not-computable', 'tổng của các sản phẩm khác đơn vị', [
      { ...whole(slots), kind: 'overview', products: true },
    ]);
  const wide = has(marks, 'products', 'overview') || plainly(s);
  const measured = said.measure !== null && !s.world.previous;
  // «sản lượng kem 2016»: a filler may hide a product that was not read; only bare words make an overview.
  const bare =
    said.periods !== null && measured && (said.measure !== 'actual' || !has(marks, 'filler', 'and'));
  if (!wide && !bare) return null;
  // «viết báo cáo giúp tôi»: of nothing in particular.
  if (
    /^\W*((em|ban|bot|hay|nho|giup|cho) )*(viet|soan|lap) (giup )?bao cao\b/.test(s.folded) &&
    !said.periods
  )
    return null;
  // «tổng quan» alone needs nothing else; a stray «kết quả» beside nothing is no question.
  if (
    !has(marks, 'products') &&
    said.periods === null &&
    said.yearless === null &&
    !said.measure &&
    !/(tinh hinh|tong quan|toan canh|tong hop|bao cao)/.test(s.folded)
  )
    return null;
  return {
    ...whole(slots),
    areas: said.areas ? slots.areas : { value: ['lang-son'], from: 'default' },
    measure: said.measure ? { value: said.measure, from: 'text' } : { value: null, from: 'default' },
    basis: said.basis ? { value: said.basis, from: 'text' } : { value: null, from: 'default' },
    kind: 'overview',
    products: has(marks, 'products') && !/chi tieu/.test(s.folded),
    ...(has(marks, 'sum') ? { summed: true } : {}),
  };
};
