import type { FigureQuestion } from './question/question.js';
import { COUNTRY, HOME } from './stats/facts.js';
import type { Facts } from './store/reader.js';
import { fold, normalise } from './vietnamese/text.js';

/** Things that can be asked for, under one heading. */
export interface Shelf {
  readonly id: string;
  readonly name: string;
  readonly items: readonly { readonly label: string; readonly question: FigureQuestion }[];
}

/** What the groups of the catalogue are called; a group without a name of its own is called as its first member. */
const NAMES: Readonly<Record<string, string>> = {
  dien: 'Điện',
  than: 'Than',
  'xi-mang-clinker': 'Xi măng, clinker',
  'vat-lieu-xay-dung': 'Vật liệu xây dựng',
  'go-lam-san': 'Gỗ, lâm sản',
  'nhua-thong': 'Nhựa thông',
  nuoc: 'Nước',
  'kim-loai': 'Kim loại',
  'bot-da-mai': 'Bột đá mài',
  iip: 'Chỉ số sản xuất (IIP)',
  gtsxcn: 'Giá trị sản xuất',
  'gtsxcn-chi-so': 'Chỉ số giá trị sản xuất',
  'grdp-cong-nghiep': 'GRDP công nghiệp',
  'du-an-nang-luong': 'Dự án năng lượng',
  'ca-nuoc': 'Sản phẩm của cả nước',
};

/** Every indicator of which the province or the country holds a figure, by group; each asks for its newest figure. */
export function shelvesOf(facts: Facts): readonly Shelf[] {
  const shelves = new Map<string, { id: string; name: string; items: Shelf['items'][number][] }>();
  for (const { id, name, group } of facts.catalogue.indicators) {
    const area = [HOME, COUNTRY].find((a) => facts.everHeld(id, a));
    if (area === undefined) continue;
    const shelf = shelves.get(group) ?? { id: group, name: NAMES[group] ?? name, items: [] };
    shelves.set(group, shelf);
    shelf.items.push({ label: name, question: newest(id, name, area) });
  }
  return [...shelves.values()];
}

/**
 * What somebody who has typed so far may be about to name: things of which a word begins with it, those that begin with
 * it first. Accents that were typed are honoured.
 */
export function begunBy(shelves: readonly Shelf[], typed: string): readonly FigureQuestion[] {
  const bare = fold(typed).trim();
  const own = normalise(typed).trim().toLowerCase();
  if (bare === '') return [];
  const marked = bare !== own;
  const found = shelves
    .flatMap(({ items }) => items)
    .flatMap(({ label, question }) => {
      const name = ` ${marked ? normalise(label).toLowerCase() : fold(label)}`;
      const at = name.indexOf(` ${marked ? own : bare}`);
      return at < 0 ? [] : [{ at: Math.min(at, 1), question }];
    });
  return found.sort((a, b) => a.at - b.at).map(({ question }) => question);
}

const newest = (indicator: string, text: string, area: string): FigureQuestion => ({
  kind: 'value',
  yesno: null,
  text,
  subject: { value: { indicators: [indicator], group: null }, from: 'text' },
  areas: { value: [area], from: 'text' },
  measure: { value: null, from: 'default' },
  basis: { value: null, from: 'default' },
  periods: { value: { type: 'newest' }, from: 'default' },
  enterprise: false,
  bends: [],
  leftover: [],
});
