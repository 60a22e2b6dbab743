import type { Span } from '../../reply/reply.js';

/** A piece of a message: its HTML, and what a person sees of it. */
export interface Piece {
  readonly html: string;
  /** Characters after parsing, as Telegram counts them (UTF-16 units, never fewer). */
  readonly length: number;
  /** Formatting entities in it: Telegram ignores those beyond the hundredth. */
  readonly entities: number;
}

export function escapeHtml(text: string): string {
  return clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Composed, and without the control characters and half letters that Telegram refuses or drops. */
export function clean(text: string): string {
  return text.normalize('NFC').replace(/[^\P{Cc}\n\t]|\p{Cs}|\uFEFF/gu, '');
}

/** Text without markup. */
export function text(value: string): Piece {
  return { html: escapeHtml(value), length: clean(value).length, entities: 0 };
}

/** A Reply's run of text; in small print the emphasis is the whole line's, so `em` adds nothing. */
export function span(value: Span, insideItalics = false): Piece {
  let piece = text(value.text);
  if (piece.length === 0) return piece;
  if (value.style === 'strong') piece = tag('b', piece);
  if (value.style === 'em' && !insideItalics) piece = tag('i', piece);
  if (value.href && /^(https?|tg|mailto):/i.test(value.href)) {
    piece = {
      ...piece,
      html: `<a href="${escapeHtml(value.href)}">${piece.html}</a>`,
      entities: piece.entities + 1,
    };
  }
  return piece;
}

export function tag(name: 'b' | 'i' | 'pre', inside: Piece): Piece {
  if (inside.length === 0) return inside;
  return { html: `<${name}>${inside.html}</${name}>`, length: inside.length, entities: inside.entities + 1 };
}

export function join(pieces: readonly Piece[], between = ''): Piece {
  return {
    html: pieces.map((p) => p.html).join(between),
    length: pieces.reduce((sum, p) => sum + p.length, 0) + between.length * Math.max(0, pieces.length - 1),
    entities: pieces.reduce((sum, p) => sum + p.entities, 0),
  };
}

/** What a person reads of our own HTML: for a message whose markup was refused, and to see whether an edit changes anything. */
export function stripHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
