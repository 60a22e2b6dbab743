import { TASTE, TRADE } from '../outside-words.js';
import { has } from '../said.js';
import type { Marks } from '../slots.js';
import { RUDE } from '../talk-words.js';
import { grows, type Intent, named, partsOf, type Sight, unclear, value } from './sight.js';

/** «sao xi măng tăng mạnh thế»: asks why; «ra sao», «thì sao» do not. */
const wonders = (folded: string): boolean =>
  /^\W*((ua|a|o|the|ma|nhung|bot|em|anh|cho|hoi|xin|toi|minh) )*sao\b.*\b(tang|giam|cao|thap|sut|khong dat|chua dat|hut)\b(?!.*\b(bao nhieu|may|phan tram)\b)/.test(
    folded,
  );

/** «1 tấn xi măng bao nhiêu bao», «một khối đá nặng mấy kg»: a recipe or a rule of thumb. */
const perUnit = ({ marks, said, folded }: Sight): boolean =>
  said.periods === null &&
  has(marks, 'howmany') &&
  /\b1 (tan|vien|khoi|met khoi|m3|bao|can|ky|kg|lit|so|cay|thung|lon|chai)\b/.test(folded) &&
  marks.quantities.length === 1;

/** «mua gạch ở đâu», «nhà máy xi măng ở đâu»: a place of business, no source. */
const shop = ({ folded }: Sight): boolean =>
  /\b(nha may|cong ty|tru so|cua hang|dai ly|mua|ban|mo than|mo da)\b.*\b(o dau|cho nao|duong nao)\b/.test(
    folded,
  ) && !/\b(so lieu|so|nguon|lay|trich|dan)\b/.test(folded);

/** «xi măng giá», «bia nào ngon». */
function aside({ marks, said }: Sight): boolean {
  const left = marks.leftover.flatMap((l) => l.toLowerCase().split(' '));
  return marks.names.length > 0 && left.some((w) => TRADE.has(w) || (said.periods === null && TASTE.has(w)));
}

/** Forecasts, causes and other subjects; a product that was understood is offered. */
export const outside: Intent = (s) => {
  const { marks, slots } = s;
  // «sao lại còn thiếu bao nhiêu …»: an amount is asked for, with wonder.
  const amount = /\bsao (lai|ma) .*\b(bao nhieu|may)\b/.test(s.folded);
  const topic =
    (has(marks, 'cause') && !amount) || wonders(s.folded)
      ? 'cause'
      : has(marks, 'forecast')
        ? 'forecast'
        : marks.outside.length > 0
          ? marks.outside.every((w) => RUDE.has(w.toLowerCase()))
            ? 'rude'
            : 'other'
          : perUnit(s) || shop(s) || aside(s)
            ? 'other'
            : null;
  if (!topic || (topic === 'forecast' && has(marks, 'plan'))) return null;
  const about = named(s) && marks.names.length > 0 ? slots : null;
  return {
    kind: 'out-of-scope',
    text: marks.text,
    topic,
    about,
    leftover: [...marks.outside, ...marks.leftover],
  };
};

/** A place that no catalogue of provinces holds. */
export const elsewhere: Intent = (s) => {
  const [place] = s.marks.elsewhere;
  if (place === undefined) return null;
  return unclear(
    s,
    'unknown-area',
    place,
    named(s) ? [value({ ...s.slots, areas: { value: ['lang-son'], from: 'default' } })] : [],
  );
};

/** A product people ask for that the catalogue does not hold; one that it does hold is offered, never swapped in. */
export const unheld: Intent = (s) => {
  const [word] = s.marks.unheld;
  if (word === undefined) return null;
  return unclear(s, 'unknown-indicator', word, s.marks.names.length > 0 ? [value(s.slots)] : []);
};

/** «giá trị sản lượng gạch»: of products only amounts are held; those are offered, never told as their value. */
export const worth: Intent = (s) => {
  const [name] = s.marks.names;
  const said = /\b(?:gia tri (?:san luong|hang hoa|san pham)|tri gia)\b/.exec(s.folded)?.[0];
  if (said === undefined || !name || s.slots.subject.from !== 'text') return null;
  const kept = (id: string) => s.world.lexicon.catalogue.indicators.find((i) => i.id === id);
  const amounts = s.slots.subject.value.indicators.every((id) => {
    const i = kept(id);
    return i?.kind === 'product' && i.unit !== 'tỷ đồng';
  });
  return amounts ? unclear(s, 'no-measure', 'giá trị', [value(s.slots)]) : null;
};

/** «cuối năm 2021», «đầu năm»: a point of view, not a period. */
export const vague: Intent = (s) => {
  const unsure = s.marks.periods.map((p) => p.reading).find((r) => r.type === 'unsure');
  if (unsure?.type === 'unsure') {
    const readings = named(s)
      ? unsure.codes.map((code) =>
          value({ ...s.slots, periods: { value: { type: 'list', codes: [code] }, from: 'text' } }),
        )
      : [];
    return unclear(s, 'ambiguous', unsure.text, readings);
  }
  const { doubt } = s.said;
  if (doubt && named(s))
    return unclear(
      s,
      'ambiguous',
      doubt.part,
      doubt.readings.map((choice) => value({ ...s.slots, periods: { value: choice, from: 'text' } })),
    );
  if (!has(s.marks, 'vague') || s.said.periods) return null;
  return unclear(s, 'ambiguous', 'kỳ', named(s) ? [value(s.slots)] : []);
};

/** «tăng trưởng bình quân của các sản phẩm 2021», «tăng trên mức trung bình»: rates of unlike products have no mean. */
export const meanOfRates: Intent = (s) => {
  const { marks, said } = s;
  if (marks.names.length > 0 || !has(marks, 'average') || !has(marks, 'products') || !grows(s)) return null;
  const p = said.periods;
  if (p?.type !== 'list' || p.codes.some((c) => c.endsWith('Y'))) return null;
  return unclear(s, 'not-computable', 'mức bình quân của tốc độ tăng các sản phẩm khác nhau', []);
};

/** A name that stands for two things. */
export const ambiguous: Intent = (s) => {
  const doubtful = s.marks.names.find((n) => n.subjects.length > 1);
  if (!doubtful) return null;
  const typed = s.marks.tokens
    .slice(doubtful.at, doubtful.end)
    .map((t) => t.raw)
    .join(' ');
  const readings = doubtful.subjects
    .slice(0, 5)
    .map((subject) => value({ ...s.slots, subject: { value: subject, from: 'text' } }));
  return unclear(s, 'ambiguous', typed, readings);
};

/** «gạch 21»: a number that may be a year, and nothing says so. */
export const bareNumber: Intent = (s) => {
  const q = s.marks.quantities[0];
  if (!q || s.marks.quantities.length > 1 || !named(s) || s.said.periods || s.said.yearless) return null;
  const year = Number(q.quantity.value);
  if (
    q.quantity.unit !== null ||
    !/^\d{2}$/.test(q.quantity.value) ||
    2000 + year > Number(s.world.today.slice(0, 4)) + 5
  )
    return null;
  if (has(s.marks, 'top', 'rank', 'above', 'below', 'atleast', 'atmost', 'right', 'most', 'least'))
    return null;
  return unclear(s, 'ambiguous', q.quantity.value, [
    value({ ...s.slots, periods: { value: { type: 'list', codes: [String(2000 + year)] }, from: 'text' } }),
  ]);
};

/** «điện sản xuất từ than», «giá trị sản xuất ngành xi măng»: a word that makes two names one thing, or none. */
const isSeam = (marks: Marks, end: number, at: number): boolean =>
  end === at || (end + 1 === at && /^(nganh|tu)$/.test(marks.tokens[end]?.fold ?? ''));

/** «ô tô điện», «đường sắt»: two names side by side without a joint are another thing than the two. */
export const compound: Intent = (s) => {
  const pair = s.marks.names.findIndex(
    (n, i) => i > 0 && isSeam(s.marks, s.marks.names[i - 1]?.end ?? -1, n.at),
  );
  if (pair < 0) return null;
  const [a, b] = [s.marks.names[pair - 1], s.marks.names[pair]];
  if (!a || !b) return null;
  // A branch beside its family («giá trị sản xuất công nghiệp» «khai khoáng») was already put together.
  if (partsOf(s.slots.subject.value).length < 2) return null;
  const typed = s.marks.tokens
    .slice(a.at, b.end)
    .map((t) => t.raw)
    .join(' ');
  const readings = [a, b]
    .flatMap((n) => n.subjects.slice(0, 1))
    .map((subject) => value({ ...s.slots, subject: { value: subject, from: 'text' } }));
  return unclear(s, 'ambiguous', typed, readings);
};

/** «GRDP 2023»: of the whole economy, of which only a part is held; the part is offered, never swapped in. */
export const wholeEconomy: Intent = (s) => {
  const [name, ...more] = s.marks.names;
  if (!name || more.length > 0 || name.end - name.at > 1 || has(s.marks, 'share')) return null;
  return name.subjects[0]?.group === 'grdp'
    ? unclear(s, 'unknown-indicator', 'GRDP', [value(s.slots)])
    : null;
};

/** «toàn tỉnh», «của tỉnh»: a single company's figure is no answer. */
export const provinceWide: Intent = (s) => {
  const company = s.slots.subject.value.indicators.every((i) => /cong-ty|cua-nha-may/.test(i));
  if (!named(s) || !company || !/(toan tinh|ca tinh|cua tinh|tinh ta|tinh minh)/.test(s.folded)) return null;
  return unclear(s, 'no-data', 'toàn tỉnh', [value(s.slots)]);
};
