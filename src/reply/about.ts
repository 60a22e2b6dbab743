import type { Answer } from '../answer/answer.js';
import type { FigureQuestion } from '../question/question.js';
import { COUNTRY, HOME, type Source } from '../stats/facts.js';
import { parsePeriod, periodName } from '../stats/period.js';
import { unitName } from '../stats/unit.js';
import { capitalise, decapitalise, joinList } from '../vietnamese/print.js';
import { phraseOf } from './beside.js';
import { periodsText } from './periods.js';
import type { Block, Span } from './reply.js';
import { shortSpans, shortText, sourceSpans, sourcesOf } from './sources.js';
import { areaName, indicatorName } from './words.js';
import type { ReplyWorld } from './world.js';

const line = (...spans: (string | Span)[]): Block => ({
  kind: 'line',
  spans: spans.map((s) => (typeof s === 'string' ? { text: s } : s)),
});
const fixed = (text: string): Span => ({ text, literal: true });
const strong = (text: string): Span => ({ text, style: 'strong' });

/** Replies about the data itself: sources, catalogue, definitions, freshness, history. */
export function aboutBlocks(question: FigureQuestion, answer: Answer, world: ReplyWorld): Block[] {
  switch (question.kind) {
    case 'source':
      return sourceBlocks(answer, world);
    case 'catalogue':
      return catalogueBlocks(question, answer, world);
    case 'definition':
      return definitionBlocks(answer, world);
    case 'freshness':
      return freshnessBlocks(answer, world);
    default:
      return [];
  }
}

function sourceBlocks(answer: Answer, world: ReplyWorld): Block[] {
  const sources = sourcesOf(answer, world);
  if (sources.length === 0) {
    const home = world.facts.sourcesOf(HOME);
    const shown = home
      .slice(0, 6)
      .map((id) => world.facts.source(id))
      .filter((s) => s !== undefined);
    return [
      line(
        strong('Nguồn số liệu: '),
        fixed(
          `${world.facts.catalogue.sources.length} nguồn đã công bố, trong đó ${home.length} nguồn về Lạng Sơn. Mỗi câu trả lời đều kèm nguồn của nó. Mới nhất về Lạng Sơn:`,
        ),
      ),
      {
        kind: 'list',
        items: shown.map((s) => sourceSpans(s).map((x) => ({ ...x, literal: true as const }))),
      },
    ];
  }
  if (answer.figures.length > MOST_TOLD) return [line('Lấy từ:'), ...fromMany(answer, sources)];
  return [
    ...answer.figures.map((f) =>
      line(
        strong(
          `${capitalise(indicatorName(world, f.indicator))}, ${areaName(world, f.area)}, ${periodName(f.period)}: `,
        ),
        phraseOf(f, world),
      ),
    ),
    line('Lấy từ:'),
    { kind: 'list', items: sources.map((s) => sourceSpans(s)) },
  ];
}

/** More figures are not told again one by one: each source with the periods it gave. */
const MOST_TOLD = 6;
const MOST_SOURCES = 12;

function fromMany(answer: Answer, sources: readonly Source[]): Block[] {
  // Tables of one document are one source here.
  const documents = new Map<string, Source[]>();
  for (const s of sources) documents.set(shortText(s), [...(documents.get(shortText(s)) ?? []), s]);
  const periodsOf = (tables: readonly Source[]) =>
    answer.figures
      .filter((f) => f.sources.some((id) => tables.some((s) => s.id === id)))
      .map((f) => f.period);
  const rest = documents.size - MOST_SOURCES;
  return [
    {
      kind: 'list',
      items: [...documents.values()]
        .slice(0, MOST_SOURCES)
        .map((tables) => [
          ...shortSpans(tables[0] as Source),
          { text: ` – ${periodsText(periodsOf(tables))}`, literal: true as const },
        ]),
    },
    ...(rest > 0 ? [line(fixed(`Và ${rest} nguồn khác.`))] : []),
  ];
}

function catalogueBlocks(
  question: Extract<FigureQuestion, { kind: 'catalogue' }>,
  answer: Answer,
  world: ReplyWorld,
): Block[] {
  const { facts } = world;
  if (answer.missing.length > 0) {
    return [
      line(strong('Các kỳ có số liệu:')),
      {
        kind: 'list',
        items: answer.missing.slice(0, MOST_PERIODS).map((m) => [
          {
            text: `${indicatorName(world, m.indicator)} (${areaName(world, m.area)}): ${periodsText(m.held)}`,
          },
        ]),
      },
      ...besides(question, answer, world),
    ];
  }
  if (question.topic === 'areas') {
    const names = facts.catalogue.areas.filter((a) => a.kind === 'province').map((a) => a.name);
    const regions = facts.catalogue.areas.filter((a) => a.kind === 'region').map((a) => a.name);
    return [
      line(
        strong('Địa bàn có số liệu: '),
        fixed(
          `cả nước, các vùng (${joinList(regions)}) và các tỉnh, thành phố theo tên gọi trước tháng 7/2025: ${joinList(names)}. Ngoài Lạng Sơn, các tỉnh chỉ có chỉ số sản xuất công nghiệp và giá trị sản xuất công nghiệp.`,
        ),
      ),
    ];
  }
  if (question.topic === 'periods') {
    const years = new Set<string>();
    for (const o of facts.current({ area: HOME })) if (o.period.length === 4) years.add(o.period);
    const country = new Set<string>();
    for (const o of facts.current({ area: COUNTRY, measure: 'actual' }))
      if (o.period.length === 4) country.add(o.period);
    const months = facts
      .current({ area: COUNTRY, measure: 'actual' })
      .map((o) => o.period)
      .filter((p) => parsePeriod(p)?.kind === 'month');
    return [
      line(strong('Lạng Sơn: '), fixed(`${periodsText([...years])}.`)),
      line(strong('Cả nước: '), fixed(`${periodsText([...country, ...months])}.`)),
    ];
  }
  const [area = HOME] = question.areas.value;
  if (area !== HOME) return heldIn(area, world);
  const home = facts.catalogue.indicators.filter((i) => facts.everHeld(i.id, HOME));
  const products = home
    .filter((i) => i.kind === 'product')
    .map((i) => `${decapitalise(i.name)} (${unitName(i.unit)})`);
  const rest = home.filter((i) => i.kind !== 'product').length;
  const country = facts.catalogue.indicators.filter(
    (i) => i.kind === 'product' && facts.everHeld(i.id, COUNTRY) && !facts.everHeld(i.id, HOME),
  ).length;
  return [
    line(
      { ...strong(`Lạng Sơn có ${products.length} sản phẩm: `), literal: true },
      fixed(`${joinList(products)}.`),
    ),
    line(
      fixed(
        `Cùng ${rest} chỉ tiêu chung: giá trị sản xuất công nghiệp (theo từng gốc giá), chỉ số sản xuất công nghiệp (IIP), GRDP công nghiệp, dự án năng lượng.`,
      ),
    ),
    line(fixed(`Cả nước có thêm ${country} sản phẩm khác (bia, sữa, thép, ô tô, điện thoại …).`)),
  ];
}

/** Of so many figures the periods are listed. */
const MOST_PERIODS = 8;

/** Members of a group that were not listed: too many, or held by the country only. */
function besides(question: FigureQuestion, answer: Answer, world: ReplyWorld): Block[] {
  const names = (ids: readonly (string | null)[]) =>
    joinList(ids.map((i) => decapitalise(indicatorName(world, i))));
  const more = answer.missing.slice(MOST_PERIODS).map((m) => m.indicator);
  const country = question.subject.value.indicators.filter(
    (i) => world.facts.everHeld(i, COUNTRY) && !answer.missing.some((m) => m.indicator === i),
  );
  return [
    ...(more.length > 0 ? [line(fixed(`Cùng: ${names(more)}.`))] : []),
    ...(country.length > 0 ? [line(fixed(`Chỉ có số của cả nước: ${names(country)}.`))] : []),
  ];
}

/** So many names of a place's figures are listed; a longer list is read by nobody. */
const MOST_LISTED = 40;

/** «cả nước có những sản phẩm nào», «Cao Bằng có số liệu gì». */
function heldIn(area: string, world: ReplyWorld): Block[] {
  const held = world.facts.catalogue.indicators.filter((i) => world.facts.everHeld(i.id, area));
  const name = capitalise(areaName(world, area));
  if (held.length === 0) return [line(fixed(`${name} chưa có số liệu trong kho.`))];
  const listed = held.slice(0, MOST_LISTED).map((i) => `${decapitalise(i.name)} (${unitName(i.unit)})`);
  const more = held.length - listed.length;
  return [
    line(
      { ...strong(`${name} có ${held.length} sản phẩm, chỉ tiêu: `), literal: true },
      fixed(`${more > 0 ? `${listed.join(', ')} và ${more} tên khác` : joinList(listed)}.`),
    ),
  ];
}

const MEANINGS: readonly (readonly [test: RegExp, text: string])[] = [
  [
    /^iip/,
    'Chỉ số sản xuất công nghiệp (IIP) đo khối lượng sản xuất công nghiệp của kỳ này so với kỳ gốc; 107,7 nghĩa là tăng 7,7 % so với kỳ gốc.',
  ],
  [
    /^chi-so-phat-trien/,
    'Chỉ số phát triển giá trị sản xuất công nghiệp so giá trị sản xuất với năm trước (năm trước = 100); không phải IIP.',
  ],
  [
    /^gtsxcn-gia-ss|gia-so-sanh/,
    'Giá trị sản xuất công nghiệp theo giá so sánh: giá trị toàn bộ sản phẩm công nghiệp tính theo giá của năm gốc, dùng để so tăng trưởng giữa các năm. Không cộng, không so với giá hiện hành.',
  ],
  [
    /^gtsxcn-gia-hien-hanh/,
    'Giá trị sản xuất công nghiệp theo giá hiện hành: giá trị toàn bộ sản phẩm công nghiệp tính theo giá của chính năm báo cáo.',
  ],
  [
    /^gtsx/,
    'Giá trị sản xuất công nghiệp: giá trị toàn bộ sản phẩm công nghiệp làm ra trong kỳ. Mỗi gốc giá là một dãy số riêng.',
  ],
  [
    /^grdp|^gia-tri-tang-them/,
    'GRDP (tổng sản phẩm trên địa bàn) đo giá trị tăng thêm, tức giá trị sản xuất trừ chi phí trung gian; khác giá trị sản xuất và khác IIP.',
  ],
  [
    /^dien-thuong-pham/,
    'Điện thương phẩm là điện năng bán cho khách hàng dùng điện, đo ở công tơ bán điện; khác điện sản xuất là điện do nhà máy phát ra.',
  ],
  [
    /^dien-san-xuat|^dien-phat-ra/,
    'Điện sản xuất là điện năng do các nhà máy phát ra; khác điện thương phẩm là điện bán cho khách hàng.',
  ],
  [
    /^clinker/,
    'Clinker là bán thành phẩm của xi măng, nung từ đá vôi và đất sét; nghiền với phụ gia thành xi măng.',
  ],
];

function definitionBlocks(answer: Answer, world: ReplyWorld): Block[] {
  const q = answer.question;
  if (!('subject' in q)) return [];
  const ids =
    answer.figures.length > 0
      ? [...new Set(answer.figures.map((f) => f.indicator))]
      : q.subject.value.indicators.slice(0, 3);
  const blocks: Block[] = [];
  for (const id of ids.slice(0, 4)) {
    if (id === null) continue;
    const i = world.facts.indicator(id);
    if (!i) continue;
    const meaning = MEANINGS.find(([test]) => test.test(i.id))?.[1];
    const kind = {
      product: 'sản phẩm công nghiệp, tính bằng sản lượng',
      value: 'chỉ tiêu giá trị',
      index: 'chỉ số',
      count: 'số lượng',
    }[i.kind];
    blocks.push(
      line(strong(`${i.name}. `), fixed(`${meaning ?? `Là ${kind}.`} Đơn vị tính: ${unitName(i.unit)}.`)),
    );
    const f = answer.figures.find((x) => x.indicator === i.id);
    if (f)
      blocks.push(
        line(`Số mới nhất (${areaName(world, f.area)}, ${periodName(f.period)}): ${phraseOf(f, world)}.`),
      );
  }
  return blocks;
}

function freshnessBlocks(answer: Answer, world: ReplyWorld): Block[] {
  return [
    line(strong('Số liệu mới nhất đang có:')),
    {
      kind: 'list',
      items: answer.figures.map((f) => [
        {
          text: `${capitalise(areaName(world, f.area))}, ${decapitalise(indicatorName(world, f.indicator))}: đến ${periodName(f.period)} – ${phraseOf(f, world)}`,
        },
      ]),
    },
  ];
}
