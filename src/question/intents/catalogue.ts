import { HOME } from '../../stats/facts.js';
import { fold } from '../../vietnamese/text.js';
import type { FigureQuestion, Slots } from '../question.js';
import { has } from '../said.js';
import { ABOUT_BOT, SMALL } from '../talk-words.js';
import { thresholdOf } from '../threshold.js';
import { type Intent, named, names, type Sight, whole } from './sight.js';

/** What is held: products, periods, places. */

/** Words of a shelf that are no name of a figure, with the ids they stand for. */
const SHELVES: readonly (readonly [words: RegExp, ids: RegExp])[] = [
  [/\b(vat lieu( xay dung)?|vlxd)\b/, /^(da-|gach-|xi-mang$|clinker$|ngoi-|cat-|soi-da|kinh-|tam-lop)/],
  [/\bkhoang san\b/, /^(than-(sach|cac|da)|da-|quang-|cat-|soi-da|dau-(mo-)?tho|khi-(tu|dot))/],
  [/\bkim loai\b/, /^(chi-thoi|sat-|thep-)/],
  [/\blam san\b/, /^(go-|van-|nhua-thong)/],
  [/\bnang luong\b/, /^(dien-(thuong|san|phat)|than-(sach|cac|da)|du-an-|dau-(mo-)?tho|khi-|xang-dau$)/],
];

/** General words whose branches are figures of their own. */
const FAMILIES: readonly (readonly [general: RegExp, ids: RegExp])[] = [
  [/^iip$/, /^iip/],
  [/^gtsxcn/, /^gtsx/],
];

const MEMBERS =
  /\b(gom|nhung|cac|may|bao nhieu)( co)?( nhung| cac)? (loai|nganh|chi so|san pham|chi tieu|nhom)\b|\bgom\b/;

/** «nhóm điện gồm những gì», «IIP có những ngành nào»: of a word that stands for several. */
export function listsMembers(s: Sight): boolean {
  if (names(s) !== 1 || !MEMBERS.test(s.folded)) return false;
  return membersOf(s).length > 1 && has(s.marks, 'which', 'have', 'define', 'count', 'howmany', 'products');
}

function membersOf(s: Sight): readonly string[] {
  const { indicators } = s.slots.subject.value;
  const family = FAMILIES.find(([general]) => indicators.every((i) => general.test(i)))?.[1];
  if (!family) return indicators;
  return s.world.lexicon.catalogue.indicators.map((i) => i.id).filter((id) => family.test(id));
}

type Topic = Extract<FigureQuestion, { kind: 'catalogue' }>['topic'];

export const catalogue: Intent = (s) => {
  const { marks, said, slots } = s;
  if (
    has(marks, 'most', 'least', 'rank', 'top', 'revision') ||
    thresholdOf(marks) ||
    said.measure === 'growth' ||
    said.measure === 'completion'
  )
    return null;
  // «cập nhật đến kỳ nào» asks how fresh, «từ năm nào đến năm nào» what is held.
  if (has(marks, 'fresh') && !/\b(tu|so lieu|du lieu) (nam|thang|quy|ky|khi|bao gio) nao\b/.test(s.folded))
    return null;
  const make = (topic: Topic, of: Slots = slots): FigureQuestion => ({ ...of, kind: 'catalogue', topic });
  const of = (ids: readonly string[]): Slots => ({
    ...slots,
    subject: { value: { indicators: ids, group: null }, from: 'text' },
  });
  const free = !said.periods && !said.yearless && !said.those;
  if (has(marks, 'years') && !said.periods && !said.measure && !has(marks, 'more')) return make('periods');
  if (has(marks, 'whatyear') && has(marks, 'have') && named(s) && free) return make('periods');
  if (names(s) === 0) return ofNothing(s, make, of);
  // «ngoài xi măng còn sản phẩm nào»
  if (free && /^\W*ngoai\b.*\bcon\b/.test(s.folded) && has(marks, 'which'))
    return make('products', whole(slots));
  if (!free || (said.measure === 'target' && plans(s))) return null;
  if (listsMembers(s) && !has(marks, 'output')) return make('products', of(membersOf(s)));
  // «xi măng có những số liệu gì»
  const what = /\bco( nhung| cac| may)? (so lieu|du lieu|thong tin|so|chi tieu) (gi|nao)\b/.test(s.folded);
  if (what && names(s) === 1) return make('products');
  if (said.measure === 'target') return null;
  // «các loại gỗ trong dữ liệu»
  const kinds = /(nhung|cac) (loai )?|loai .* (nao|gi)$/.test(s.folded) && /loai|san pham/.test(s.folded);
  const held = has(marks, 'which', 'have', 'overview') || /trong (du lieu|so lieu|kho)/.test(s.folded);
  return names(s) === 1 && kinds && held && !said.measure ? make('products') : null;
};

/** Verbs of holding and looking up. */
const HOLDS =
  /\b(danh (muc|sach)|ds|liet ke|ban co|dang co|(tra|tra cuu|hoi|xem|tim)( duoc| ve)|gom|nam|theo doi|luu|chua)\b/;

const PERIODS =
  /\b(cac|nhung) (ky|nam|thang|quy) (co|dang co)\b|\b(so lieu|du lieu|so)( theo| den| tung| tinh)*( tung)? (thang|quy|nam) (khong|ko|k|chua)\b/;

const PLACES =
  /(?<!uoc |vi |cach )\b(tinh|dia phuong|dia ban|noi) (khac|nao|ban)\b|\b(danh sach|ds|liet ke)( cac)? (tinh|dia phuong|dia ban)|\b63 tinh\b|\bngoai (tinh )?lang son\b|\b(cua|co) (may|bao nhieu) tinh\b/;

/** «danh sách chỉ tiêu» is no plan. */
const plans = (s: Sight): boolean => /\b(ke hoach|kh|muc tieu|phan dau|giao|de ra|dat ra)\b/.test(s.folded);

/** Of no product: what is held at all. */
function ofNothing(
  s: Sight,
  make: (topic: Topic, of?: Slots) => FigureQuestion,
  of: (ids: readonly string[]) => Slots,
): FigureQuestion | null {
  const { marks, said, slots } = s;
  const asks = has(marks, 'which', 'have', 'overview', 'question', 'howmany', 'count', 'define', 'areas');
  const open = !said.yearless && !said.those && (!said.periods || said.periods.type === 'newest');
  if (PERIODS.test(s.folded) && (open || said.periods?.type === 'all') && has(marks, 'have'))
    return make('periods', whole(slots));
  if (!open) return null;
  if (said.measure === 'target' && plans(s)) return null;
  if (said.measure === 'growth' || said.measure === 'completion') return null;
  if (asks && (PLACES.test(s.folded) || has(marks, 'areas'))) return make('areas', whole(slots));
  const shelf = SHELVES.find(([words]) => words.test(s.folded))?.[1];
  if (shelf && (has(marks, 'which', 'define', 'products') || HOLDS.test(s.folded)) && !has(marks, 'howmany'))
    return make(
      'products',
      of(s.world.lexicon.catalogue.indicators.map((i) => i.id).filter((id) => shelf.test(id))),
    );
  // A word that is neither talk nor known may be what is asked about: «có những trường nào».
  if (!marks.leftover.every(isTalk)) return null;
  // «có số liệu cả nước không»
  if (said.areas && has(marks, 'have') && has(marks, 'question') && !has(marks, 'products'))
    return make(said.areas.some((a) => a !== HOME) ? 'areas' : 'products', whole(slots));
  // «đơn vị tính là gì»: the list names each unit.
  if (has(marks, 'unit') && !named(s)) return make('products', whole(slots));
  const holds = HOLDS.test(s.folded);
  const things = has(marks, 'products') || (/\bchi tieu\b/.test(s.folded) && holds);
  const listed =
    (things && (asks || has(marks, 'help') || holds)) ||
    (has(marks, 'count') && (holds || /\bco\b/.test(s.folded))) ||
    (has(marks, 'which') && (holds || has(marks, 'have'))) ||
    (has(marks, 'define') && /\bgom\b/.test(s.folded));
  // «tra được» is no output; «sản xuất được» is.
  const output = has(marks, 'output') && !/\bsl\b/.test(s.folded);
  return listed && (!said.measure || !output) && !asksPerson(s) ? make('products', whole(slots)) : null;
}

/** «có những ai». */
const asksPerson = (s: Sight): boolean => /\b(nhung ai|co ai|ai la|la ai)\b/.test(s.folded);

const isTalk = (words: string): boolean =>
  fold(words)
    .split(' ')
    .every((w) => SMALL.has(w) || ABOUT_BOT.has(w) || /^(gom|nam|ngoai|chua|luu|dinh|dua|bang)$/.test(w));
