import { writeXlsx } from 'hucre/xlsx';
import type { Answer } from '../answer/answer.js';
import { type Asked, notesOf } from './notes.js';
import { DATE_COLUMNS, HEADS, type Names, type Row, rowsOf, VALUE_COLUMN } from './rows.js';

const WIDTHS = [38, 18, 20, 30, 18, 14, 14, 60, 50, 50, 12, 12];
const HEAD_STYLE = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: '1F5FA8' } },
  alignment: { vertical: 'center' as const, wrapText: true },
};
/** What a cell may hold at most. */
const LONGEST = 32_767;

/**
 * An answer as an .xlsx file: a sheet «Số liệu» with a row a figure (frozen head, filter, typed numbers) and a sheet
 * «Ghi chú». Values stand in the base unit, digit for digit; what a spreadsheet would round is text with a note.
 * The same answer and `asked` give the same cells.
 */
export async function workbookOf(answer: Answer, names: Names, asked: Asked = {}): Promise<Uint8Array> {
  const rows = rowsOf(answer, names);
  const cells = new Map<string, { style: object }>();
  for (const c of HEADS.keys()) cells.set(`0,${c}`, { style: HEAD_STYLE });
  for (const [i, row] of rows.entries()) {
    if (row.days)
      for (const c of DATE_COLUMNS) cells.set(`${i + 1},${c}`, { style: { numFmt: 'dd/mm/yyyy' } });
    if (row.amount.exact)
      cells.set(`${i + 1},${VALUE_COLUMN}`, { style: { numFmt: formatOf(row.amount.places, row.around) } });
    else cells.set(`${i + 1},${VALUE_COLUMN}`, { style: { alignment: { horizontal: 'right' } } });
  }
  return writeXlsx({
    sheets: [
      {
        name: 'Số liệu',
        columns: WIDTHS.map((width) => ({ width })),
        rows: [[...HEADS], ...rows.map(cellsOf)],
        cells,
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${String.fromCharCode(64 + HEADS.length)}${rows.length + 1}` },
      },
      {
        name: 'Ghi chú',
        columns: [{ width: 18 }, { width: 110 }],
        rows: notesOf(answer, names, asked).map((r) => r.map(plain)),
      },
    ],
  });
}

/** Every digit of the figure is shown, none is added; «trên 3.300» stays a number that shows its bound. */
const formatOf = (places: number, [before, behind]: Row['around']) =>
  `${quoted(before)}#,##0${places > 0 ? `.${'0'.repeat(places)}` : ''}${quoted(behind)}`;

const quoted = (words: string) => (words === '' ? '' : `"${words.replaceAll('"', '')}"`);

const cellsOf = (r: Row) => [
  plain(r.indicator),
  plain(r.area),
  plain(r.period),
  plain(r.measure),
  r.amount.exact ? Number(r.amount.decimal) : r.amount.text,
  plain(r.unit),
  plain(r.status),
  plain(r.source),
  plain(r.address),
  plain(r.note),
  ...(r.days ?? [null, null]),
];

/** Text without what XML forbids, short enough for a cell. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .slice(0, LONGEST);
}
