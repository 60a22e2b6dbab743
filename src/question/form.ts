import { fold } from '../vietnamese/text.js';

/** What an answer is wanted as, beside its words: a picture, or a file to take away. */
export type Form = 'chart' | 'workbook' | 'csv';

export interface FormRead {
  readonly form: Form | null;
  /** The text without the words that ask for the form: '' where nothing else was said. */
  readonly rest: string;
}

/** So many words of politeness before an order at most: the three runs share words, and would be split in every way. */
const RUN = '{0,12}';
const ASK = `(?:(?:hay|nho|vui long|lam on|cho|xin|can|muon|giup|ho|em|anh|chi|toi|minh|tui|bot|oi|duoc|nhan|co the|mot|1|cai) )${RUN}`;
const MAKE = `(?:(?:ve|dung|lap|ke|xem|xuat|ket xuat|xuat ra|gui|tai|tai ve|tai xuong|lay|in|in ra|luu|lam|ra|sang|thanh|bang|duoi dang|dang|chuyen|chuyen sang|chuyen thanh|dinh dang|nhan|do|trich|trich xuat|tao|hien|hien thi) )${RUN}`;
const FOR = `(?:(?:giup|cho|ho|toi|em|anh|chi|minh|tui|lai|luon|cai|mot|1|ra|thanh|cac|them) )${RUN}`;
const KIND =
  '(?: (?:cot|duong(?! kinh)|tron|thanh|ngang|hinh cot|hinh tron|hinh duong|dang cot|dang duong))?';
const OF = '(?: (?:cua|ve|the hien|bieu dien|minh hoa|cho|so lieu))*';
const BEFORE = `${ASK}${MAKE}${FOR}`;
const TABLE = '(?:(?:file|fle|phai|tep|bang|ban|dang|duoi|trang tinh|so lieu) )*';
const EXCEL = '(?:exc?ell?|ecel|xcel|e xcel|ex cel|ecxell?|excle|xlsx?|bang tinh|spread ?sheet)';

interface Pattern {
  readonly form: Form;
  readonly at: RegExp;
  /** What is left in the place of the words. */
  readonly keep: string;
  /** The typed word decides where the folded one could be another («bằng», «đô thị»). */
  readonly unless?: RegExp;
}

const pattern = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'u');

/** In order; the first that fits decides. */
const PATTERNS: readonly Pattern[] = [
  { form: 'csv', at: pattern(`${BEFORE}${TABLE}csv${OF}`), keep: '' },
  { form: 'workbook', at: pattern(`${BEFORE}${TABLE}${EXCEL}${OF}`), keep: '' },
  {
    form: 'chart',
    at: pattern(`${BEFORE}(?:b(?:i?eu|iu|ue|ie) ?do|bd(?= )|char?t|grap?h)${KIND}${OF}`),
    keep: 'biểu đồ ',
    // «chất lượng» is no «chat» for chart.
    unless: /ch(?!ar?t)\p{L}{1,2}t/iu,
  },
  // «đô thị» is a town: only behind a verb or at the start, or with its accents.
  {
    form: 'chart',
    at: new RegExp(
      `(?:^${BEFORE}|(?<![\\p{L}\\p{N}])(?:ve|xem) ${FOR})do thi${KIND}${OF}(?![\\p{L}\\p{N}])`,
      'u',
    ),
    keep: 'biểu đồ ',
    unless: /đô|thí/iu,
  },
  {
    form: 'chart',
    at: pattern(`${BEFORE}do thi${KIND}${OF}`),
    keep: 'biểu đồ ',
    unless: /^(?!.*đồ\s*thị)/iu,
  },
  {
    form: 'workbook',
    at: pattern(
      `${ASK}(?:xuat|ket xuat|tai|tai ve|gui|lay|trich xuat|in) ${FOR}(?:ra )?(?:file|tep|bang|danh sach)${OF}`,
    ),
    keep: '',
    unless: /bằng/iu,
  },
  {
    form: 'workbook',
    at: new RegExp(
      `^${ASK}(?:(?:lap|ke|lam|tao|xem|dua|cho xem) )?${FOR}bang(?: (?:so lieu|thong ke|tong hop|ke|du lieu))?${OF}(?![\\p{L}\\p{N}])`,
      'u',
    ),
    keep: '',
    unless: /bằng|băng|bang\s+(?:bao|may|ty|ti|chung)/iu,
  },
];

/** Words around an order for a picture or a file that ask for nothing of their own. */
const SMALL = new Set(
  `cho toi em anh chi minh tui xem nhe nha di a voi giup ho cai nay do kia tren so lieu nhu the lai luon ngay duoc khong ko k
  nua oi bot ban file tep ve ra thanh bang cua mot 1 cam on nho nao day nhi coi bay gio vua roi ay hinh anh`.split(
    /\s+/,
  ),
);

/**
 * Reads from a repaired text in what form the answer is wanted: «vẽ biểu đồ xi măng 2010–2015» → chart, «mục tiêu 2022 ra Excel» → workbook.
 * Without such words the text comes back as it was. `held` tells of a stretch of the text (its spaces single) whether a name holds it:
 * «hóa chất cơ bản» asks for no chart.
 */
export function readForm(text: string, held: (from: number, to: number) => boolean = () => false): FormRead {
  const clean = text.replace(/\s+/g, ' ').trim();
  const folded = fold(clean);
  // Positions are carried over from the folded text: both must be as long.
  if (folded.length !== clean.length) return { form: null, rest: text };
  for (const { form, at, keep, unless } of PATTERNS) {
    const hit = at.exec(folded);
    if (!hit) continue;
    const typed = clean.slice(hit.index, hit.index + hit[0].length + 8);
    if (unless?.test(typed) || held(hit.index, hit.index + hit[0].length)) continue;
    const around = `${clean.slice(0, hit.index)} ${clean.slice(hit.index + hit[0].length)}`
      .replace(/\s+/g, ' ')
      .replace(/^[\s,;:.?!–-]+|[\s,;:.–-]+$/g, '')
      .trim();
    const words = fold(around)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((w) => w !== '');
    if (words.every((w) => SMALL.has(w))) return { form, rest: '' };
    // «bảng số liệu năm 2021»: of everything.
    const all = keep === '' && words.every((w) => SMALL.has(w) || /^(nam|\d{4})$/.test(w));
    return { form, rest: `${all ? 'các sản phẩm ' : keep}${around}` };
  }
  return { form: null, rest: text };
}
