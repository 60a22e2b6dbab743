const GAP = '  ';

export interface TableColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
}

/** A table in columns of equal width: the head, a rule, the rows. */
export function drawTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  strong: (text: string) => string,
): string[] {
  const widths = columns.map((c, i) => Math.max(width(c.head), ...rows.map((row) => width(row[i] ?? ''))));
  const draw = (cells: readonly string[]) =>
    columns
      .map((c, i) => {
        const text = cells[i] ?? '';
        const room = ' '.repeat((widths[i] ?? 0) - width(text));
        return c.align === 'right' ? room + text : text + room;
      })
      .join(GAP)
      .trimEnd();
  return [
    strong(draw(columns.map((c) => c.head))),
    widths.map((w) => '─'.repeat(w)).join(GAP),
    ...rows.map(draw),
  ];
}

/** Columns taken on screen: Vietnamese letters take one each, combining marks none. */
function width(text: string): number {
  return [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
}
