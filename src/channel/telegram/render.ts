import type { Block, Reply, Span } from '../../reply/reply.js';
import { join, type Piece, span, stripHtml, tag, text } from './html.js';
import { drawTable } from './table.js';

/** Telegram's limits of one message, after parsing. */
export const LONGEST = 4096;
const MOST_ENTITIES = 100;

/** A Reply as the HTML texts of one or more messages, split between blocks wherever that is possible. */
export function renderReply(reply: Reply, longest = LONGEST): readonly string[] {
  const messages = pack(reply.blocks.map(drawBlock), longest);
  return messages.length > 0
    ? messages
    : pack([{ pieces: shorten(text(reply.plain), reply.plain), between: '\n' }], longest);
}

interface Drawn {
  /** What may stand in different messages. */
  readonly pieces: readonly Piece[];
  readonly between: string;
}

function drawBlock(block: Block): Drawn {
  return { pieces: drawPieces(block).filter((piece) => piece.html.trim() !== ''), between: '\n' };
}

function drawPieces(block: Block): readonly Piece[] {
  switch (block.kind) {
    case 'line':
      return paragraph(block.spans, false);
    case 'note':
      return paragraph(block.spans, true);
    case 'list':
      return block.items.flatMap((item) => paragraph([{ text: '• ' }, ...item], false));
    case 'table':
      return drawTable(block).flatMap((piece) => shorten(piece));
  }
}

/** A paragraph, in several pieces only when it alone is longer than a message. */
function paragraph(spans: readonly Span[], small: boolean): readonly Piece[] {
  const drawn = spans.map((s) => span(s, small));
  const whole = small ? tag('i', join(drawn)) : join(drawn);
  return shorten(whole, spans.map((s) => s.text).join(''));
}

/** A piece longer than a message loses its markup and is cut at spaces. */
function shorten(piece: Piece, plain = ''): readonly Piece[] {
  if (piece.length <= LONGEST && piece.entities <= MOST_ENTITIES) return [piece];
  const pieces: Piece[] = [];
  let rest = plain || stripHtml(piece.html);
  while (rest.length > 0) {
    let end = Math.min(rest.length, LONGEST - 96);
    if (end < rest.length) {
      const space = rest.lastIndexOf(' ', end);
      if (space > end / 2) end = space;
      // Never between the halves of a surrogate pair.
      else if (/[\uD800-\uDBFF]/.test(rest[end - 1] ?? '')) end -= 1;
    }
    pieces.push(text(rest.slice(0, end)));
    rest = rest.slice(end).trimStart();
  }
  return pieces;
}

/** Fills messages: whole blocks while they fit; a block that fits no message alone goes piece by piece. */
function pack(blocks: readonly Drawn[], longest: number): readonly string[] {
  const messages: string[] = [];
  let current: Piece | null = null;
  const fits = (piece: Piece) => piece.length <= longest && piece.entities <= MOST_ENTITIES;
  const add = (piece: Piece, between: string) => {
    const grown: Piece = current ? join([current, piece], between) : piece;
    if (current && !fits(grown)) {
      messages.push(current.html);
      current = piece;
    } else current = grown;
  };
  for (const { pieces, between } of blocks) {
    if (pieces.length === 0) continue;
    const whole = join(pieces, between);
    if (fits(whole)) add(whole, '\n\n');
    else for (const [i, piece] of pieces.entries()) add(piece, i === 0 ? '\n\n' : between);
  }
  if (current) messages.push((current as Piece).html);
  return messages;
}
