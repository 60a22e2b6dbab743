import type { Block, Reply, Span } from '../../reply/reply.js';
import { drawTable } from './table.js';

export interface DrawOptions {
  /** Whether strong words and table heads are printed bold (ANSI). */
  readonly bold: boolean;
}

/** A reply as plain text for a terminal; its buttons follow as numbers to press. */
export function drawReply(reply: Reply, { bold }: DrawOptions = { bold: false }): string {
  const strong = (text: string) => (bold && text !== '' ? `\u001b[1m${text}\u001b[22m` : text);
  const lines: string[] = [];
  let before: Block['kind'] | null = null;
  for (const block of reply.blocks) {
    if (before && needsGap(before, block.kind)) lines.push('');
    lines.push(...drawBlock(block, strong));
    before = block.kind;
  }
  if (reply.buttons.length > 0) {
    if (before) lines.push('');
    lines.push(...reply.buttons.map((b, i) => `[${i + 1}] ${clean(b.label)}`));
  }
  return lines.join('\n');
}

function needsGap(before: Block['kind'], now: Block['kind']): boolean {
  return before === 'table' || now === 'table' || (now === 'note' && before !== 'note');
}

function drawBlock(block: Block, strong: (text: string) => string): string[] {
  switch (block.kind) {
    case 'line':
    case 'note':
      return [drawSpans(block.spans, strong)];
    case 'list':
      return block.items.map((item) => `• ${drawSpans(item, strong).replaceAll('\n', '\n  ')}`);
    case 'table':
      return drawTable(
        block.columns.map((c) => ({ head: cell(c.head), align: c.align })),
        block.rows.map((row) => row.map(cell)),
        strong,
      );
  }
}

function drawSpans(spans: readonly Span[], strong: (text: string) => string): string {
  return spans
    .map(({ text, style, href }) => {
      const words = style === 'strong' ? strong(clean(text)) : clean(text);
      return href && href !== text ? `${words} (${clean(href)})` : words;
    })
    .join('');
}

/** Without control characters: what a person typed or a file held must not steer the terminal. */
function clean(text: string): string {
  return text.normalize('NFC').replace(/[^\P{Cc}\n\t]/gu, '');
}

/** One line of a table. */
function cell(text: string): string {
  return clean(text).replace(/\s+/gu, ' ');
}
