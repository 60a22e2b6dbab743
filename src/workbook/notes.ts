import type { Answer } from '../answer/answer.js';
import { printDate } from '../vietnamese/print.js';
import type { Names } from './rows.js';

/** The sheet «Ghi chú»: what was asked, what the words mean, how derived figures were worked out. */

/** When the workbook was made, as far as the caller says: nothing here reads a clock. */
export interface Asked {
  /** The question in words; default: as it was typed. */
  readonly question?: string;
  /** YYYY-MM-DD in Vietnam. */
  readonly today?: string;
}

const STATUSES: readonly (readonly [string, string])[] = [
  ['Chính thức', 'Số đã được cơ quan công bố là số chính thức hoặc nguồn không ghi là ước hay sơ bộ.'],
  ['Sơ bộ', 'Số công bố trước khi có số chính thức; có thể được điều chỉnh.'],
  ['Ước', 'Số ước tính khi kỳ chưa kết thúc hoặc chưa đủ báo cáo; có thể được điều chỉnh.'],
  ['Mục tiêu', 'Số kế hoạch hoặc chỉ tiêu đề ra, không phải kết quả thực hiện.'],
  ['Suy ra', 'Số tính từ các số đã công bố; cách tính ghi ở dưới và ở cột Ghi chú.'],
];

/** Rows of two cells. */
export function notesOf(answer: Answer, names: Names, asked: Asked): [string, string][] {
  const all = [answer, ...answer.parts];
  const figures = all.flatMap((a) => a.figures);
  const formulas = [...new Set(figures.flatMap((f) => (f.formula ? [f.formula] : [])))];
  const ids = [...new Set(figures.flatMap((f) => f.sources))];
  const sources = ids.map((id) => names.facts.source(id)).filter((s) => s !== undefined);
  return [
    ['Câu hỏi', asked.question ?? answer.question.text],
    ...(asked.today ? [['Ngày lập', printDate(asked.today)] as [string, string]] : []),
    ['Giá trị', 'Ghi theo đơn vị gốc ở cột Đơn vị, không làm tròn. Số có hơn 15 chữ số ghi dạng chữ.'],
    ['Từ ngày, Đến ngày', 'Ngày đầu và ngày cuối của kỳ, để lọc và lập bảng tổng hợp.'],
    ['', ''],
    ['Trạng thái', 'Ý nghĩa'],
    ...STATUSES.map(([a, b]): [string, string] => [a, b]),
    ...(formulas.length > 0
      ? [
          ['', ''] as [string, string],
          ...formulas.map((f, i): [string, string] => [i === 0 ? 'Cách tính' : '', f]),
        ]
      : []),
    ['', ''],
    ...sources.map((s, i): [string, string] => [
      i === 0 ? 'Nguồn' : '',
      [`${s.publisher}: ${s.title}`, printDate(s.published || s.edition), s.url]
        .filter((w) => w !== '')
        .join(' – '),
    ]),
  ];
}
