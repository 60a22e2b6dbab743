import type { Block } from './reply.js';

export type Table = Extract<Block, { kind: 'table' }>;

/** A cell with the unit its column's head bears: «55.801 (ước)» → «55.801 nghìn tấn (ước)». */
export function withUnit(cell: string, unit: string | undefined): string {
  return unit === undefined ? cell : cell.replace(/[\d][\d.,–]*/, (number) => `${number} ${unit}`);
}

/** Columns of a monospace screen. */
export const columnsOf = (text: string): number => [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;

/** The narrowest line a table can be drawn in. */
export function widthOf(table: Table): number {
  const widths = table.columns.map((c, i) =>
    Math.max(columnsOf(c.head), ...table.rows.map((r) => columnsOf(r[i] ?? ''))),
  );
  return widths.reduce((a, b) => a + b, 0) + widths.length - 1;
}
