import { has } from '../said.js';
import type { Marks } from '../slots.js';
import { grows, type Intent, named, partsOf, unclear, value } from './sight.js';

/** Forecasts, causes and other subjects; a product that was understood is offered. */
export const outside: Intent = ({ marks, slots, ...rest }) => {
  const topic = has(marks, 'cause')
    ? 'cause'
    : has(marks, 'forecast')
      ? 'forecast'
      : marks.outside.length > 0
        ? 'other'
        : null;
  if (!topic || (topic === 'forecast' && has(marks, 'plan'))) return null;
  const about = named({ marks, slots, ...rest }) && marks.names.length > 0 ? slots : null;
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
  return name.subjects[0]?.group === 'grdp' ? unclear(s, 'ambiguous', 'GRDP', [value(s.slots)]) : null;
};

/** «toàn tỉnh», «của tỉnh»: a single company's figure is no answer. */
export const provinceWide: Intent = (s) => {
  const company = s.slots.subject.value.indicators.every((i) => /cong-ty|cua-nha-may/.test(i));
  if (!named(s) || !company || !/(toan tinh|ca tinh|cua tinh|tinh ta|tinh minh)/.test(s.folded)) return null;
  return unclear(s, 'no-data', 'toàn tỉnh', [value(s.slots)]);
};
