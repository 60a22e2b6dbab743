import type { Answer } from '../answer/answer.js';
import type { Question } from '../question/question.js';
import type { Figure } from '../stats/figure.js';
import { parsePeriod, periodName } from '../stats/period.js';
import { capitalise, decapitalise, joinList } from '../vietnamese/print.js';
import { besides, isVersus, phraseOf } from './beside.js';
import type { Block, Span } from './reply.js';
import { sides, twinOf, versusBlock } from './versus.js';
import { areaName, baseOf, basisName, indicatorName, isProduct, marks, spoken } from './words.js';
import type { ReplyWorld } from './world.js';

const strong = (text: string): Span => ({ text, style: 'strong' });
const plain = (text: string): Span => ({ text });
const line = (...spans: Span[]): Block => ({ kind: 'line', spans });

export const levelText = (f: Figure): string => (f.level === 'enterprise' ? ' (cấp doanh nghiệp)' : '');

/** One pair of brackets where the name has its own: «(sản phẩm của nhà máy; cấp doanh nghiệp)». */
export const namedLevel = (name: string, f: Figure): string =>
  f.level === 'enterprise' && name.endsWith(')')
    ? `${name.slice(0, -1)}; cấp doanh nghiệp)`
    : `${name}${levelText(f)}`;

/** One figure told large, then what belongs to it in one line. */
export function headline(f: Figure, answer: Answer, world: ReplyWorld): Block[] {
  const more = besides(f, answer).map((c) => `${phraseOf(c, world)}${withEstimate(c, f, answer)}`);
  const first = sentence(f, answer, world);
  return [first, ...(more.length > 0 ? [line(plain(`${capitalise(more.join('; '))}.`))] : [])];
}

/** A growth that was published with the estimate, beside the level that has replaced the estimate. */
export function withEstimate(c: Figure, f: Figure, answer: Answer): string {
  const of = (n: Answer['notes'][number]) =>
    n.type === 'other-source' &&
    n.figure.status === 'E' &&
    n.figure.period === f.period &&
    n.figure.indicator === f.indicator &&
    n.figure.sources[0] === c.sources[0];
  return c.measure === 'growth' && c.sources[0] !== f.sources[0] && answer.notes.some(of)
    ? ' (công bố cùng số ước ban đầu)'
    : '';
}

function sentence(f: Figure, answer: Answer, world: ReplyWorld): Block {
  const q = answer.question;
  const name = namedLevel(indicatorName(world, f.indicator), f);
  const lower = decapitalise(name);
  const area = areaName(world, f.area);
  const when = periodName(f.period);
  const where = `, ${area}, ${when}`;
  if (q.kind === 'derived' && q.op === 'remaining') {
    const over = f.value.startsWith('-');
    const part = f.unit === 'điểm %';
    const size = spoken({ ...f, value: f.value.replace(/^-/, '') });
    return line(
      plain(`${over ? 'Vượt kế hoạch' : 'Còn thiếu'} `),
      strong(size),
      plain(`${marks(f)}${over ? '' : part ? ' so với kế hoạch' : ' để đạt kế hoạch'} – ${name}${where}.`),
    );
  }
  if (q.kind === 'derived' && q.op === 'needed-monthly')
    return line(
      plain('Cần bình quân '),
      strong(spoken(f)),
      plain(` mỗi tháng${marks(f)} để đạt kế hoạch – ${name}${where}.`),
    );
  if (q.kind === 'rank' && !q.position) {
    const most = extremeOf(f, q.order, q.nth);
    // The place is no figure.
    const placed = q.nth === undefined ? {} : { literal: true as const };
    if (q.across === 'periods')
      return line(
        { ...plain(`${most} là `), ...placed },
        strong(`${when}: ${spoken(f)}`),
        plain(`${marks(f)}${baseOf(f)} – ${name}, ${area}.`),
      );
    const who = q.across === 'areas' ? area : lower;
    const rest = q.across === 'areas' ? `${name}, ${when}` : `${area}, ${when}`;
    return line(
      { ...plain(`${most} là ${who}: `), ...placed },
      strong(spoken(f)),
      plain(`${marks(f)}${baseOf(f)} – ${rest}.`),
    );
  }
  if (isVersus(f)) {
    const told = versusBlock(f, twinOf(f, answer), world);
    if (told) return told;
  }
  switch (f.measure) {
    case 'target':
      return line(
        plain(`Mục tiêu ${when} của ${lower} ${area}: `),
        strong(spoken(f)),
        plain(`${marks(f)}${baseOf(f)}.`),
      );
    case 'completion':
      return f.bound === 'dưới'
        ? line(strong('Chưa đạt kế hoạch'), plain(` – ${name}${where} (nguồn không nêu con số).`))
        : line(strong(`Đạt ${spoken(f)}`), plain(`${marks(f)} – ${name}${where}.`));
    case 'share': {
      const [a, b] = f.inputs;
      // A part has its whole in its country or its total; two things or two periods are only measured by each other.
      if (
        a &&
        b &&
        !(a.indicator === b.indicator ? a.area !== b.area : q.kind === 'derived' && q.op === 'share')
      ) {
        const s = sides(a, b, world);
        return line(
          plain(`${s.shared ? `${s.shared}: ${s.a}` : capitalise(s.a)} bằng `),
          strong(spoken(f)),
          plain(` ${s.b}${marks(f)}.`),
        );
      }
      return line(
        plain(`${name} ${area} ${when} chiếm `),
        strong(spoken(f)),
        plain(` ${wholeOf(f, world)}${marks(f)}.`),
      );
    }
    case 'sum':
    case 'average':
      return line(
        strong(capitalise(spoken(f))),
        plain(`${eachOf(f, q)}${marks(f)} – ${totalOf(f, world)}, ${area}, ${when}.`),
      );
    case 'ratio':
      return line(
        strong(`${Number(f.value) < 1 ? 'Bằng' : 'Gấp'} ${spoken(f)}`),
        plain(`${basisName(f.basis).replace(/^so với/, '')}${marks(f)} – ${name}${where}.`),
      );
    default:
      return line(strong(capitalise(spoken(f))), plain(`${marks(f)}${baseOf(f)} – ${name}${where}.`));
  }
}

/** «mỗi tháng», «mỗi ngày» of a mean over one period. */
const eachOf = (f: Figure, q: Question): string =>
  f.measure !== 'average' || f.inputs.length > 1
    ? ''
    : q.kind === 'derived' && q.op === 'daily-mean'
      ? ' mỗi ngày'
      : ' mỗi tháng';

/** «Cao nhất», of growths «Tăng cao nhất», «Giảm nhiều nhất»; «Thứ 3» of one place in the order. */
function extremeOf(f: Figure, order: 'asc' | 'desc', nth: number | undefined): string {
  if (nth !== undefined)
    return `Đứng thứ ${nth}, xếp ${order === 'desc' ? 'từ cao xuống thấp,' : 'từ thấp lên cao,'}`;
  if (f.measure !== 'growth') return order === 'desc' ? 'Cao nhất' : 'Thấp nhất';
  const falls = f.value.startsWith('-');
  if (f.basis?.startsWith('vs_actual'))
    return `Mục tiêu ${falls ? 'giảm' : 'tăng'} ${(order === 'desc') === falls ? (falls ? 'ít' : 'thấp') : falls ? 'nhiều' : 'cao'} nhất`;
  if (order === 'desc') return falls ? 'Giảm ít nhất' : 'Tăng cao nhất';
  return falls ? 'Giảm nhiều nhất' : 'Tăng thấp nhất';
}

/** What a share is a share of. */
function wholeOf(f: Figure, world: ReplyWorld): string {
  const whole = f.inputs[1];
  if (!whole) return '';
  if (whole.indicator === f.indicator) return areaName(world, whole.area);
  const name = decapitalise(indicatorName(world, whole.indicator));
  return whole.area === f.area ? name : `${name} ${areaName(world, whole.area)}`;
}

/** «tổng sản lượng xi măng», «sản lượng xi măng bình quân mỗi năm». */
function totalOf(f: Figure, world: ReplyWorld): string {
  const ids = [...new Set(f.inputs.map((i) => i.indicator ?? f.indicator))];
  const names = joinList(
    (ids.length > 0 ? ids : [f.indicator]).map((i) => decapitalise(indicatorName(world, i))),
  );
  const what = isProduct(world, f.indicator) ? 'sản lượng ' : '';
  if (f.measure === 'sum') return `tổng ${what}${names}`;
  const kinds = new Set(f.inputs.map((i) => parsePeriod(i.period)?.kind));
  const each =
    f.inputs.length < 2 || kinds.size !== 1
      ? ''
      : kinds.has('year') && ids.length === 1
        ? ' mỗi năm'
        : kinds.has('month') && ids.length === 1
          ? ' mỗi tháng'
          : '';
  return `${what}${names} bình quân${each}`;
}
