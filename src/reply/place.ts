import type { Note } from '../answer/answer.js';
import { capitalise, decapitalise, joinList } from '../vietnamese/print.js';
import type { Span } from './reply.js';
import { areaName, full, indicatorName } from './words.js';
import type { ReplyWorld } from './world.js';

type Place = Extract<Note, { type: 'place' }>;

const MEMBERS = { indicators: 'sản phẩm', areas: 'tỉnh, thành phố', periods: 'kỳ' } as const;

/** «Đứng thứ 19 trong 63 tỉnh, thành phố có số liệu, xếp từ cao xuống thấp, cùng hạng với Vĩnh Long.» */
export function placeSpans(n: Place, world: ReplyWorld): Span[] {
  const name = (f: Place['figure']) =>
    n.across === 'areas' ? areaName(world, f.area) : decapitalise(indicatorName(world, f.indicator));
  const what =
    n.across === 'areas' && world.facts.area(n.figure.area)?.kind === 'region' ? 'vùng' : MEMBERS[n.across];
  const ties = n.ties.length > 0 ? `, cùng hạng với ${joinList(n.ties.map(name))}` : '';
  const order = n.order === 'desc' ? 'từ cao xuống thấp' : 'từ thấp lên cao';
  const place = `đứng thứ ${n.place} trong ${n.of} ${what} có số liệu, xếp ${order}${ties}.`;
  return n.apart
    ? [{ text: `${capitalise(name(n.figure))}: ${full(n.figure)}, ` }, { text: place, literal: true }]
    : [{ text: capitalise(place), literal: true }];
}
