import type { Answer } from '../../../src/answer/answer.js';
import type { Drawing, Said } from '../../../src/channel/web/index.js';
import type { FigureQuestion, Question } from '../../../src/question/question.js';
import type { Block, Button, Reply } from '../../../src/reply/reply.js';

/** Realistic replies without an engine, for the channels' tests. */

const slot = <T>(value: T) => ({ value, from: 'text' as const });

export function questionAbout(text: string): FigureQuestion {
  return {
    kind: 'value',
    yesno: null,
    text,
    subject: slot({ indicators: ['dien-thuong-pham'], group: null }),
    areas: slot(['lang-son']),
    measure: slot(null),
    basis: slot(null),
    periods: slot({ type: 'newest' as const }),
    enterprise: false,
    bends: [],
    leftover: [],
  };
}

export const button = (label: string, sentence = label): Button => ({
  label,
  sentence,
  question: questionAbout(sentence),
});

type Outcome = Said['answer']['outcome'];

/** The part of a result that is told; what was asked is added by the talker. */
interface Told {
  readonly outcome: Outcome;
  readonly reply: Reply;
}

const said = (outcome: Outcome, restated: string | null, blocks: Block[], buttons: Button[] = []): Told => ({
  outcome,
  reply: { restated, blocks, buttons, plain: 'bản chữ' },
});

const line = (...spans: Extract<Block, { kind: 'line' }>['spans']): Block => ({ kind: 'line', spans });
const note = (...spans: Extract<Block, { kind: 'note' }>['spans']): Block => ({ kind: 'note', spans });

const SOURCE = 'https://example.org/bao-cao-2021';

export const ANSWERS: Readonly<Record<string, Told>> = {
  'điện thương phẩm 2021': said(
    'answer',
    'Điện thương phẩm · Lạng Sơn · năm 2021 · sản lượng',
    [
      line({ text: 'Điện thương phẩm năm 2021 của Lạng Sơn: ' }, { text: '890 triệu kWh', style: 'strong' }),
      line({ text: 'Tăng 4,1% so với năm 2020.' }),
      line({ text: 'Mục tiêu năm 2021: 900 triệu kWh; thực hiện đạt 98,9%.' }),
      note(
        { text: 'Nguồn: ' },
        { text: 'Báo cáo tình hình công nghiệp năm 2021, Sở Công Thương Lạng Sơn', href: SOURCE },
        { text: ', trang 3.' },
      ),
    ],
    [button('Mục tiêu 2022', 'mục tiêu điện thương phẩm 2022'), button('Năm 2020'), button('Cả nước 2021')],
  ),
  'mục tiêu điện thương phẩm 2022': said(
    'answer',
    'Điện thương phẩm · Lạng Sơn · năm 2022 · mục tiêu',
    [
      line(
        { text: 'Mục tiêu điện thương phẩm năm 2022: ' },
        { text: 'gần 930 triệu kWh', style: 'strong' },
        { text: ', tăng 4,5% so với thực hiện năm 2021.' },
      ),
      note({ text: 'Nguồn: Kế hoạch phát triển công nghiệp năm 2022.' }),
    ],
    [button('Thực hiện 2021', 'điện thương phẩm 2021')],
  ),
  'xi măng': said(
    'assumed',
    'Xi măng · Lạng Sơn · năm 2021 · sản lượng',
    [
      line({ text: 'Xi măng năm 2021: ' }, { text: '1,02 triệu tấn', style: 'strong' }, { text: ' (ước).' }),
      note({ text: 'Không nói năm nào nên lấy năm mới nhất đang có: 2021. Tỉnh: Lạng Sơn.' }),
      note({ text: 'Nguồn: Niên giám thống kê tỉnh Lạng Sơn 2021.' }),
    ],
    [button('Năm 2020'), button('Tất cả các năm')],
  ),
  'các sản phẩm chủ yếu năm 2021': said(
    'answer',
    'Sản phẩm công nghiệp chủ yếu · Lạng Sơn · năm 2021',
    [
      line({ text: '6 sản phẩm có số liệu năm 2021 của Lạng Sơn.' }),
      {
        kind: 'table',
        columns: [
          { head: 'Sản phẩm', align: 'left' },
          { head: 'Thực hiện', align: 'right' },
          { head: 'Tăng so với 2020', align: 'right' },
          { head: 'Mục tiêu', align: 'right' },
          { head: 'Hoàn thành', align: 'right' },
        ],
        rows: [
          ['Điện sản xuất', '936 triệu kWh', '2,3%', '950 triệu kWh', '98,5%'],
          ['Điện thương phẩm', '890 triệu kWh', '4,1%', '900 triệu kWh', '98,9%'],
          ['Than sạch', '560 nghìn tấn', '−1,8%', '600 nghìn tấn', '93,3%'],
          ['Xi măng', '1,02 triệu tấn', '7,4%', '1,00 triệu tấn', '102%'],
          ['Đá xây dựng các loại', '3,4 triệu m³', '12,6%', '3,2 triệu m³', '106,3%'],
          ['Gạch nung', '214 triệu viên', '0,9%', '–', '–'],
        ],
      },
      note({ text: '2 sản phẩm không có số liệu năm 2021: Clinker, Ván ép.' }),
      note({ text: 'Nguồn: Niên giám thống kê tỉnh Lạng Sơn 2021.' }),
    ],
    [button('Xếp theo mức tăng'), button('Năm 2020')],
  ),
  'điện 2021': said(
    'ask',
    null,
    [
      line({ text: 'Anh/chị hỏi loại điện nào?' }),
      {
        kind: 'list',
        items: [
          [{ text: 'Điện sản xuất', style: 'strong' }, { text: ' – triệu kWh, có đến năm 2021' }],
          [{ text: 'Điện thương phẩm', style: 'strong' }, { text: ' – triệu kWh, có đến năm 2021' }],
        ],
      },
    ],
    [button('Điện sản xuất 2021'), button('Điện thương phẩm 2021', 'điện thương phẩm 2021')],
  ),
  'bia 2015': said(
    'refuse',
    'Bia · Lạng Sơn · năm 2015 · sản lượng',
    [
      line({ text: 'Chưa có số liệu bia năm 2015 của Lạng Sơn.' }),
      line({ text: 'Đang có số liệu của cả nước các năm 2015–2021.' }),
    ],
    [button('Bia cả nước 2015')],
  ),
  'nguồn lạ': said('answer', null, [
    line({ text: 'Nguồn không an toàn không được mở.' }),
    note(
      { text: 'Xấu', href: 'javascript:alert(1)' },
      { text: ' và ' },
      { text: 'cũ', href: 'http://example.org/' },
      { text: ' và ' },
      { text: 'tốt', href: SOURCE },
    ),
  ]),
};

/** Repeats what was said, as a bad engine might: the channels must show it as text. */
export const echo = (text: string): Told =>
  said(
    'refuse',
    `Chưa hiểu: ${text}`,
    [
      line({ text: 'Chưa hiểu: ' }, { text, style: 'strong' }),
      { kind: 'table', columns: [{ head: text, align: 'left' }], rows: [[text]] },
      note({ text }),
    ],
    [button(text.slice(0, 60))],
  );

const FORMS = [
  [/^(?:vẽ )?biểu đồ ?/i, 'chart'],
  [/^xuất excel ?/i, 'workbook'],
  [/^xuất csv ?/i, 'csv'],
] as const;

/**
 * Answers from the list above; records what it was told. Reads «biểu đồ …», «xuất Excel …», «xuất CSV …», alone too:
 * then of what the same person asked last; and «còn …?», which leans on what was asked before.
 */
export function fakeTalker() {
  const heard: { key: string; text?: string; pressed?: string }[] = [];
  const last = new Map<string, Question>();
  const find = (text: string) => ANSWERS[text.trim().toLowerCase()] ?? echo(text);
  const result = (key: string, question: Question, form: Said['form']): Said => {
    const { outcome, reply } = find(question.text);
    last.set(key, question);
    return { question, answer: { outcome } as Said['answer'], reply, form };
  };
  return {
    heard,
    say(key: string, text: string): Said {
      heard.push({ key, text });
      if (text === 'hỏng') throw new Error('the engine broke');
      const read = FORMS.find(([at]) => at.test(text));
      const form = read?.[1] ?? null;
      const rest = text
        .replace(read?.[0] ?? '', '')
        .trim()
        .toLowerCase();
      const before = last.get(key);
      if (rest === '' && before) return result(key, before, form);
      const leaning = /^còn (.+)\?$/.exec(rest)?.[1];
      if (leaning) return result(key, { ...questionAbout(leaning), periods: FROM_CONTEXT }, form);
      return result(key, ANSWERS[rest] ? questionAbout(rest) : unclear(text), form);
    },
    press(key: string, question: Question): Said {
      heard.push({ key, pressed: question.text });
      return result(key, question, null);
    },
  };
}

const FROM_CONTEXT = { value: { type: 'newest' as const }, from: 'context' as const };

const unclear = (text: string): Question => ({
  kind: 'unclear',
  text,
  reason: 'unknown-indicator',
  part: text,
  readings: [],
  leftover: [],
  slots: null,
});

/** A picture of three columns with its numbers; bytes of a real PNG; a table of one line. */
export function fakeStudio() {
  const told = ({ text }: Question) => {
    const answer = ANSWERS[text.trim().toLowerCase()];
    return answer && (answer.outcome === 'answer' || answer.outcome === 'assumed') ? answer : null;
  };
  const drawable = (question: Question) => told(question) !== null && !question.text.startsWith('mục tiêu');
  const studio: Drawing & { drawn: number; broken: boolean; busy: boolean } = {
    drawn: 0,
    broken: false,
    busy: false,
    offers: ({ question }) => ({
      chart: drawable(question),
      workbook: told(question) !== null,
    }),
    async chart(question, { narrow = false } = {}) {
      if (studio.broken) throw new Error('the chart broke');
      if (!drawable(question)) return null;
      const title = `Biểu đồ ${question.text}: a/b`;
      return {
        svg: narrow ? DRAWN.replaceAll('900', '344') : DRAWN,
        lettered: () => (narrow ? DRAWN.replaceAll('900', '344') : DRAWN),
        async png() {
          studio.drawn++;
          if (studio.busy) throw new Error('50 pictures wait already');
          return PNG;
        },
        title,
        caption: title,
        alt: `${title}. 2020: 855; 2021: 890.`,
        fileName: `Biểu đồ ${question.text}`,
        // The page asks for no more of it.
        answer: told(question) as unknown as Answer,
        key: `picture of ${question.text} ${narrow}`,
      };
    },
    async file(question, kind) {
      if (!told(question)) return null;
      const ending = kind === 'csv' ? 'csv' : 'xlsx';
      return {
        bytes: Buffer.from(`Sản phẩm;${kind}\n`),
        fileName: `Số liệu ${question.text}.${ending}`,
        caption: `${question.text}: 1 số liệu, kèm đơn vị, trạng thái và nguồn.`,
        mime: kind === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-test-workbook',
      };
    },
  };
  return studio;
}

const DRAWN =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 540" width="900" height="540"><rect width="900" height="540" fill="#fff"/><rect x="100" y="200" width="150" height="300" fill="#0b5563"/><text x="100" y="180" font-size="20">890</text></svg>';

/** One white pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==',
  'base64',
);

/** Buttons kept in memory. */
export function fakeButtons() {
  const kept: object[] = [];
  return {
    kept,
    keep(question: object): string {
      const at = kept.findIndex((q) => JSON.stringify(q) === JSON.stringify(question));
      return `b${at >= 0 ? at : kept.push(question) - 1}`;
    },
    find: (key: string): object | null => kept[Number(/^b(\d+)$/.exec(key)?.[1] ?? -1)] ?? null,
  };
}

/** A log that keeps what it was told. */
export function fakeLog() {
  const told: { level: string; facts: object; message: string }[] = [];
  const at = (level: string) => (facts: object, message: string) => {
    told.push({ level, facts, message });
  };
  return { told, info: at('info'), warn: at('warn'), error: at('error') };
}
