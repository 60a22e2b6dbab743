import type { FigureQuestion, Slots } from '../question.js';
import { type Intent, names, type Sight } from './sight.js';

type Derived = Extract<FigureQuestion, { kind: 'derived' }>;

/** «cơ cấu giá trị sản xuất công nghiệp»: the whole by its parts, no part of something larger. */
export const dividesOutput = (s: Sight): boolean =>
  /\bco cau\b/.test(s.folded) &&
  (s.slots.subject.value.group === 'sxcn' || s.slots.subject.value.indicators.every((i) => /^gtsx/.test(i)));

export const dividedBy = (s: Sight): NonNullable<Derived['structure']> =>
  /thanh phan|khu vuc|loai hinh|so huu/.test(s.folded)
    ? 'ownership'
    : /\b(theo|phan|tung|cac) nganh|nganh nao|theo linh vuc/.test(s.folded)
      ? 'branch'
      : 'any';

/** «cơ cấu theo ngành»: of industrial output, where nothing else is named. */
export const structureAlone: Intent = (s) => {
  const group = s.world.lexicon.groups.get('gtsxcn');
  if (
    names(s) > 0 ||
    !group ||
    !/\bco cau\b.*\b(nganh|thanh phan|khu vuc|cong nghiep|loai hinh)\b/.test(s.folded)
  )
    return null;
  const subject: Slots['subject'] = { value: { indicators: group.members, group: 'gtsxcn' }, from: 'text' };
  return { ...s.slots, subject, kind: 'derived', op: 'share', structure: dividedBy(s) };
};
