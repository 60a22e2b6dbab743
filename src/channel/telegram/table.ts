import type { Block } from '../../reply/reply.js';
import { clean, join, type Piece, tag, text } from './html.js';

export type Table = Extract<Block, { kind: 'table' }>;

/** What a phone shows of a `<pre>` without breaking or scrolling. */
export const WIDEST = 36;

/** The table as lines of equal width when it fits a phone; otherwise a bullet for each row. */
export function drawTable(table: Table): readonly Piece[] {
  return asColumns(table) ?? asBullets(table);
}

/** One `<pre>` block a group of rows, the head repeated, each short enough for a message. */
function asColumns(table: Table): readonly Piece[] | null {
  const rows = [table.columns.map((c) => c.head), ...table.rows].map((row) =>
    table.columns.map((_, i) =>
      clean(row[i] ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
  const widths = table.columns.map((_, i) => Math.max(...rows.map((row) => columnsOf(row[i] ?? ''))));
  const sum = widths.reduce((a, b) => a + b, 0);
  const gaps = table.columns.length - 1;
  const gap = sum + 2 * gaps <= WIDEST ? 2 : 1;
  if (table.columns.length === 0 || sum + gap * gaps > WIDEST) return null;
  const lines = rows.map((row) =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0, table.columns[i]?.align ?? 'left'))
      .join(' '.repeat(gap))
      .trimEnd(),
  );
  const [head = '', ...body] = lines;
  const blocks: Piece[] = [];
  for (let at = 0; at === 0 || at < body.length; at += 60) {
    const part = [head, ...body.slice(at, at + 60)].filter((line, i) => i > 0 || line.length > 0);
    blocks.push(tag('pre', text(part.join('\n'))));
  }
  return blocks;
}

/** «• **Bia**: năm 2021: 120; năm 2022: 135». */
function asBullets(table: Table): readonly Piece[] {
  return table.rows.map((row) => {
    const [first = '', ...rest] = row;
    const cells = rest
      .map((cell, i) => ({ head: table.columns[i + 1]?.head ?? '', cell }))
      .filter(({ cell }) => cell.trim() !== '')
      .map(({ head, cell }) => (head ? `${head}: ${cell}` : cell));
    return join([text('• '), tag('b', text(first)), text(cells.length > 0 ? ` – ${cells.join('; ')}` : '')]);
  });
}

function pad(cell: string, width: number, align: 'left' | 'right'): string {
  const fill = ' '.repeat(Math.max(0, width - columnsOf(cell)));
  return align === 'right' ? fill + cell : cell + fill;
}

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** How many columns a monospaced font takes for it. */
export function columnsOf(value: string): number {
  let columns = 0;
  for (const char of value) columns += NO_WIDTH.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return columns;
}
