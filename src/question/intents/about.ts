import type { Claim, Question } from '../question.js';
import { atEnd, has } from '../said.js';
import type { Marks, QuantityMark } from '../slots.js';
import { boundOf, foldsBefore, isAbout, thresholdOf } from '../threshold.js';
import { listsMembers } from './catalogue.js';
import { type Intent, named, names, quantity, type Sight, whole } from './sight.js';

/** Questions about the data rather than for a figure. */

export const definition: Intent = (s) => {
  // «2016 với 2015 khác nhau thế nào» compares.
  if (/khac/.test(s.folded) && s.said.periods?.type === 'list' && s.said.periods.codes.length > 1)
    return null;
  // «nguồn của số … là gì» asks the source, «nhóm điện gồm những gì» the members.
  if (has(s.marks, 'source') || listsMembers(s)) return null;
  // «các mục tiêu năm 2022 là gì» asks which.
  if (s.said.measure === 'target' && s.said.periods?.type === 'list') return null;
  if (!has(s.marks, 'define', 'unit') || !named(s) || has(s.marks, 'revision')) return null;
  // «đơn vị tính nghìn tấn, xi măng 2016» says the unit.
  const given =
    has(s.marks, 'unit-word') && s.said.periods !== null && !has(s.marks, 'define', 'which', 'question');
  if (given && has(s.marks, 'unit')) return null;
  // «IIP 107 nghĩa là gì» asks the meaning of such a number.
  if (quantity(s) && !/\bnghia\b/.test(s.folded)) return null;
  return { ...s.slots, kind: 'definition' };
};

/** «giá so sánh là gì»: a price base without a name. */
export const baseDefinition: Intent = (s) => {
  if (
    !(has(s.marks, 'define') || /\bla sao\b/.test(s.folded)) ||
    names(s) > 0 ||
    s.marks.baseWords.length === 0
  )
    return null;
  const group = s.world.lexicon.groups.get('gtsxcn');
  if (!group) return null;
  const bases = s.marks.baseWords.map((w) =>
    /hien hanh|thuc te/.test(w) ? /hien-hanh/ : /1994/.test(w) ? /1994/ : /gia-ss/,
  );
  const indicators = group.members.filter((m) => bases.some((b) => b.test(m)));
  return { ...s.slots, subject: { value: { indicators, group: null }, from: 'text' }, kind: 'definition' };
};

export const revisions: Intent = (s) =>
  has(s.marks, 'revision') && named(s) ? { ...s.slots, kind: 'revisions' } : null;

/** «số mới nhất», «kỳ gần nhất»: of nothing named, nor carried over. */
const newestAlone = (s: Sight): boolean =>
  has(s.marks, 'newest') &&
  !named(s) &&
  s.said.periods?.type === 'newest' &&
  s.marks.leftover.length === 0 &&
  [...s.marks.features.keys()].every((f) => ['newest', 'filler', 'have', 'question', 'which'].includes(f));

export const freshness: Intent = (s) => {
  const asks =
    has(s.marks, 'fresh') ||
    (has(s.marks, 'newest') &&
      (has(s.marks, 'whatyear') || /ky nao|thang nao|ngay nao/.test(s.folded)) &&
      !has(s.marks, 'most', 'least')) ||
    newestAlone(s) ||
    // «kỳ mới nhất của IIP»
    (named(s) &&
      !s.said.measure &&
      !has(s.marks, 'howmany') &&
      /\bky( so lieu)? (moi|gan) nhat\b/.test(s.folded));
  if (!asks || s.said.periods?.type === 'list') return null;
  return { ...(names(s) === 0 && !s.said.those ? whole(s.slots) : s.slots), kind: 'freshness' };
};

/** «số liệu có chính xác không»: of all that is held. */
const trusted = (s: Sight): boolean =>
  names(s) === 0 &&
  !quantity(s) &&
  /\b(so|so lieu|du lieu)\b.*\b(chinh (xac|thuc|thong)( khong| chua)|cua (cuc|tong cuc|chi cuc|so|bo|uy ban|ubnd)\b.*\b(khong|a|ha|phai)\b)/.test(
    s.folded,
  );

export const source: Intent = (s) => {
  // «lấy số xi măng 2015 ở đâu»: the verb and its place stand apart.
  const fetched =
    named(s) && /\b(lay|trich|dan|tim|kiem|doc|xem) (so|so lieu)\b.*\b(o|tu) (dau|mo)\b/.test(s.folded);
  // «xi măng 2016 có chính xác không»: whose figure it is says it.
  const doubted =
    named(s) &&
    !quantity(s) &&
    has(s.marks, 'right', 'question') &&
    /\bchinh (xac|thuc|thong)( khong| chua)/.test(s.folded);
  if (!(has(s.marks, 'source') || fetched || doubted || trusted(s)) || has(s.marks, 'revision')) return null;
  // «nguồn?» after a ranking or a series: of the figures told there.
  const last = s.world.previous?.question;
  const bare = names(s) === 0 && s.said.periods === null && s.said.areas === null && s.said.measure === null;
  const of = last && ['rank', 'filter', 'series', 'compare', 'derived', 'overview'].includes(last.kind);
  return { ...s.slots, kind: 'source', ...(bare && of ? { of: last } : {}) };
};

/** «xi măng 2016 là 936 nghìn tấn, tăng 30 % đúng không»: figures proposed for confirmation. */
export const confirm: Intent = (s) => {
  const { marks } = s;
  if (!named(s)) return null;
  const [q] = marks.quantities;
  if (!q) return doubled(s);
  const t = thresholdOf(marks);
  if (t && t.op !== '=' && !has(marks, 'right')) return null;
  if (has(marks, 'which', 'count', 'products') && !has(marks, 'right')) return null;
  if (has(marks, 'top', 'rank', 'remaining', 'most', 'least')) return null;
  const asks = has(marks, 'right') || atEnd(marks, 'question') || /[?]\s*$/.test(marks.text);
  if (!asks && q.quantity.unit === null) return null;
  // «cả ba cái» counts things of the last answer.
  if (!asks && names(s) === 0 && /^(cái|chiếc|đôi|lần|người)$/.test(q.quantity.unit ?? '')) return null;
  return { ...s.slots, kind: 'confirm', claims: marks.quantities.map((x) => claimOf(s, x)) };
};

const reaches = (marks: Marks, q: QuantityMark): boolean =>
  /\b(co|da|lieu|duoc) (dat|len|toi|den)( duoc| toi| den| muc| nguong)*$/.test(foldsBefore(marks, q, 4)) &&
  atEnd(marks, 'question') &&
  !has(marks, 'right');

function claimOf({ marks }: Sight, q: QuantityMark): Claim {
  const { value, unit } = q.quantity;
  if (isAbout(marks, q)) return { value, unit, bound: 'about' };
  // «vượt 104 % kế hoạch» tells the figure.
  if (/vuot$/.test(marks.tokens[q.at - 1]?.fold ?? '')) return { value, unit, bound: null };
  // «có đạt 1 triệu tấn không»: at least so much; «… đúng không» states it.
  if (reaches(marks, q)) return { value, unit, bound: '>=' };
  const bound = boundOf(marks, q);
  return { value, unit, bound: bound === '=' ? null : bound };
}

const TIMES: readonly (readonly [words: RegExp, growth: string])[] = [
  [/\bgap ruoi\b/, '50'],
  [/\bgap (doi|2 lan|hai lan)\b/, '100'],
  [/\bgap (ba|3 lan|ba lan)\b/, '200'],
  [/\bgap (bon|tu|4 lan|bon lan)\b/, '300'],
];

/** «tăng gấp đôi phải không»: a growth of 100 %. */
function doubled(s: Sight): Question | null {
  const growth = TIMES.find(([words]) => words.test(s.folded))?.[1];
  const codes = s.said.periods?.type === 'list' ? s.said.periods.codes.length : 0;
  if (!growth || codes > 1 || !(has(s.marks, 'right') || atEnd(s.marks, 'question'))) return null;
  return {
    ...s.slots,
    measure: { value: 'growth', from: 'text' },
    kind: 'confirm',
    claims: [{ value: growth, unit: '%', bound: 'about' }],
  };
}
