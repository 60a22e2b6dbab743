import { withUnit } from './cells.js';
import type { Block, Span } from './reply.js';

const textOf = (spans: readonly Span[]) => spans.map((s) => s.text).join('');

/** Blocks as plain text: the same words, without style. */
export function plainOf(blocks: readonly Block[]): string {
  const lines: string[] = [];
  for (const b of blocks) {
    if (b.kind === 'line' || b.kind === 'note') lines.push(textOf(b.spans));
    else if (b.kind === 'list') lines.push(...b.items.map((i) => `• ${textOf(i)}`));
    else
      lines.push(
        ...b.rows.map(
          (row) =>
            `• ${row[0]}: ${row
              .map((c, i) => ({ cell: withUnit(c, b.columns[i]?.unit), column: b.columns[i] }))
              .slice(1)
              .filter(({ cell }) => cell !== '–')
              .map(({ cell, column }) => (column?.named ? `${column.head} ${cell}` : cell))
              .join('; ')}`,
        ),
      );
  }
  return lines.join('\n');
}
