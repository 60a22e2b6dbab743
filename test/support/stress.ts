import type { World } from '../../src/ask.js';
import { buildLexicon } from '../../src/question/lexicon.js';
import { bounds } from '../../src/stats/period.js';
import { openFacts } from '../../src/store/facts.js';
import { recordFile } from '../../src/store/files.js';
import { openStore } from '../../src/store/open.js';
import { bumpFactRevision } from '../../src/store/revision.js';
import { seeded } from './noise.js';

/**
 * A catalogue of thousands of compound names as customs and industry lists write them, near twins included, with
 * figures in a store of the project. Seeded: the same size, the same names and figures.
 */

/** Product, materials, ways of making, sizes or sorts: every name is one of each, joined by spaces. */
const FAMILIES: readonly (readonly [heads: string, makes: string, sorts: string, unit: string])[] = [
  [
    'gạch xây|gạch lát sân|gạch trang trí|gạch ốp tường|ngói lợp mái|gạch thông gió',
    'đất sét nung|xi măng cốt liệu|bê tông khí chưng áp|gốm tráng men|đá granit nhân tạo|silicat',
    'loại 2 lỗ|loại 4 lỗ|loại 6 lỗ|loại đặc|loại rỗng|cỡ nhỏ|cỡ lớn|màu đỏ|màu ghi|chịu nhiệt|chịu axit|loại một|loại hai',
    'viên',
  ],
  [
    'than antraxit|than mỡ luyện cốc|than nâu|than bitum|than bán cốc|than bùn ép',
    'đã rửa sạch|chưa qua tuyển|đóng bánh|nghiền mịn|phối trộn|hàm lượng lưu huỳnh thấp',
    'dạng cục|dạng cám|dạng hạt|loại 1|loại 2|loại 3|loại 4|loại 5|độ tro cao|độ tro thấp|dùng cho luyện kim|dùng cho lò hơi',
    'tấn',
  ],
  [
    'thép không gỉ|thép hợp kim|thép các bon thấp|thép mạ thiếc|thép phủ màu|gang xám đúc',
    'cán nóng|cán nguội|kéo nguội|rèn khuôn|ủ bóng|đúc liên tục',
    'dạng cuộn|dạng tấm|dạng thanh|dạng lưới|dày dưới 3 mm|dày trên 3 mm|khổ rộng|khổ hẹp|mác 304|mác 316|mác 201|dùng cho đóng tàu',
    'tấn',
  ],
  [
    'vải dệt thoi|vải dệt kim|vải không dệt kỹ thuật|sợi xe|sợi đơn|khăn lông',
    'từ xơ bông|từ tơ tổng hợp|từ lông cừu|từ xơ polyeste|từ tơ nhân tạo|từ sợi gai',
    'đã nhuộm|chưa nhuộm|đã tẩy trắng|in hoa|chống cháy|khổ hẹp|khổ rộng|pha thun|dùng may lót|dùng may ngoài|loại A|loại B',
    'tấn',
  ],
  [
    'máy bơm chất lỏng|máy nén khí|động cơ điện xoay chiều|máy biến dòng|tủ điện phân phối|quạt công nghiệp',
    'một pha|ba pha|ly tâm|trục đứng|trục ngang|kiểu kín',
    'công suất dưới 5 kW|công suất trên 5 kW|hạ áp|trung áp|vỏ gang|vỏ nhôm|làm mát bằng nước|làm mát bằng gió|hai cấp|một cấp|tốc độ cao|tốc độ thấp',
    'cái',
  ],
  [
    'phân bón tổng hợp|phân bón lá|thuốc bảo quản gỗ|sơn công nghiệp|keo dán gỗ|nhựa tổng hợp',
    'gốc nước|gốc dung môi|bổ sung vi lượng|hàm lượng cao|hàm lượng thấp|hai thành phần',
    'dạng hạt|dạng bột|dạng lỏng|dạng viên|đóng bao|đóng chai|loại một|loại hai|màu trắng|màu xanh|tan nhanh|tan chậm',
    'tấn',
  ],
  [
    'quặng sắt|quặng đồng|đá xây dựng|cao lanh tuyển|cát thủy tinh|sét chịu lửa',
    'đã nghiền sàng|chưa nung|đã nung|tuyển nổi|khai thác lộ thiên|khai thác hầm lò',
    'cỡ 1x2|cỡ 2x4|cỡ 4x6|hàm lượng cao|hàm lượng thấp|dạng cục|dạng bột|loại một|loại hai|loại ba|dùng cho gốm sứ|dùng cho xi măng',
    'm3',
  ],
  [
    'bàn ăn|ghế tựa|tủ hồ sơ|giường ngủ|cửa đi|ván ghép thanh',
    'bằng gỗ cao su|bằng gỗ thông|bằng gỗ keo|bằng gỗ sồi|bằng tre ép|bằng kim loại sơn',
    'loại 1 cánh|loại 2 cánh|loại 4 chân|loại gấp|loại có ngăn|loại trẻ em|sơn bóng|sơn mờ|tháo lắp được|chạm khắc|cỡ lớn|cỡ nhỏ',
    'chiếc',
  ],
];
const LAST = ['', 'xuất khẩu', 'nội địa', 'gia công'];

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
}

/** The first `count` names; each stands near its twins, which differ in one word or number. */
export function products(count: number): Product[] {
  const all: Omit<Product, 'id'>[] = [];
  for (const last of LAST) {
    for (const [heads, makes, sorts, unit] of FAMILIES) {
      for (const head of heads.split('|'))
        for (const make of makes.split('|'))
          for (const sort of sorts.split('|'))
            all.push({ name: [head, make, sort, last].filter((w) => w !== '').join(' '), unit });
    }
  }
  if (count > all.length) throw new Error(`only ${all.length} names`);
  // Whole blocks of twins, so that a small catalogue is as hard as a large one.
  return all.slice(0, count).map((p, i) => ({ ...p, id: `sp-${i + 1}` }));
}

export const AREAS = ['lang-son', 'ca-nuoc', 'ha-noi', 'cao-bang', 'bac-giang'] as const;
const AREA_NAMES = ['Lạng Sơn', 'Cả nước', 'Hà Nội', 'Cao Bằng', 'Bắc Giang'];
const YEARS = Array.from({ length: 20 }, (_, i) => String(2005 + i));

/** A product's figure: another for every product, area and year. */
export const figureOf = (product: number, area: number, year: number): string =>
  String(1_000 + product * 131 + area * 17 + year * 7);

export interface Stress {
  readonly products: readonly Product[];
  readonly observations: number;
  world(today: string): Omit<World, 'previous'>;
  close(): void;
}

/**
 * Fills a store with `count` products and `observations` figures, written straight into its tables: the way of
 * the loader would take minutes.
 */
export const stress = (file: string, count: number, observations: number): Stress =>
  filled(file, products(count), observations);

/** The same store for any list of products, such as the names of a file. */
export function filled(file: string, list: readonly Product[], observations: number): Stress {
  const db = openStore(file);
  db.transaction(() => {
    const from = recordFile(db, 'data', 'stress.csv', 'stress', '2026-01-01T00:00:00Z');
    const area = db.prepare('INSERT INTO area (id, name, kind, position, file) VALUES (?, ?, ?, ?, ?)');
    for (const [i, id] of AREAS.entries())
      area.run(id, AREA_NAMES[i], i === 1 ? 'country' : 'province', i, from);
    db.prepare(
      `INSERT INTO source VALUES ('S1', 'Cục Thống kê', 'statistical-office', 'Niên giám', '2025', '2025', '2025-12-31', '', 0, ?)`,
    ).run(from);
    const indicator = db.prepare(`INSERT INTO indicator VALUES (?, ?, 'stress', 'product', ?, ?, ?)`);
    for (const [i, p] of list.entries()) indicator.run(p.id, p.name, p.unit, i, from);
    const insert = db.prepare(
      `INSERT INTO observation (indicator, area, time_period, measure, basis, level, source, value, unit, status,
         as_published, trust, place, note, period_from, period_to, file, line)
       VALUES (?, ?, ?, 'actual', '', 'area', 'S1', ?, ?, 'A', '', 'checked', '', '', ?, ?, ?, 0)`,
    );
    // Product by product, the newest years first, so that every product holds as much as the others.
    const each = Math.ceil(observations / list.length);
    const spans = new Map(YEARS.map((year) => [year, bounds(year)]));
    let left = observations;
    for (const [p, { id, unit }] of list.entries()) {
      for (let n = 0; n < Math.min(each, left); n++) {
        const a = n % AREAS.length;
        const y = YEARS.length - 1 - Math.floor(n / AREAS.length);
        const year = YEARS[y] as string;
        const span = spans.get(year)!;
        insert.run(id, AREAS[a], year, figureOf(p, a, y), unit, span.from, span.to, from);
      }
      left -= Math.min(each, left);
    }
    bumpFactRevision(db);
  })();
  const facts = openFacts(db);
  const lexicon = buildLexicon(facts.catalogue);
  return {
    products: list,
    observations,
    world: (today) => ({ today, lexicon, facts }),
    close: () => db.close(),
  };
}

/** A question for the newest year of a product, and how it is dressed. */
export interface Asked {
  readonly product: number;
  readonly text: string;
  readonly dress: 'exact' | 'no accents' | 'slip';
  readonly value: string;
}

const bare = (s: string) =>
  s
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd');

/** One letter of one long word struck twice or left out. */
function slipped(name: string, random: () => number): string {
  const words = name.split(' ');
  const long = words.map((w, i) => (w.length > 3 ? i : -1)).filter((i) => i >= 0);
  const at = long[Math.floor(random() * long.length)] ?? 0;
  const word = words[at] as string;
  const cut = 1 + Math.floor(random() * (word.length - 2));
  words[at] = word.slice(0, cut) + word.slice(cut + 1);
  return words.join(' ');
}

/** `count` questions spread over all products, three dresses in turn. */
export function questions(list: readonly Product[], count: number, seed = 20_261_125): Asked[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i): Asked => {
    const product = Math.floor(random() * list.length);
    const { name } = list[product] as Product;
    const y = YEARS.length - 1;
    const base = { product, value: figureOf(product, 0, y) };
    const text = `sản lượng ${name} năm ${YEARS[y]}`;
    if (i % 3 === 1) return { ...base, dress: 'no accents', text: bare(text) };
    if (i % 3 === 2)
      return { ...base, dress: 'slip', text: `sản lượng ${slipped(name, random)} năm ${YEARS[y]}` };
    return { ...base, dress: 'exact', text };
  });
}
