import type { Mark } from './spec.js';

/** The pencil: numbers, text and shapes as SVG. Knows nothing of statistics. */

export const FONT = 'Be Vietnam Pro';
export const INK = '#1f2933';
export const SOFT = '#52606d';
export const GRID = '#e4e7eb';
export const AXIS = '#9aa5b1';
export const PAPER = '#fbfbf9';
/** Told apart in grey and by people who see no red or green. */
export const COLOURS = ['#1f5fa8', '#d9730d', '#2a8a57', '#a8336c', '#6b5bb5', '#7a6a00'] as const;
export const colour = (i: number): string => COLOURS[i % COLOURS.length] as string;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// What XML 1.0 forbids would make the whole picture unreadable.
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** Text that is safe between tags and in attributes, composed (NFC). */
export const xml = (text: string): string =>
  text
    .normalize('NFC')
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/g, (c) => ENTITIES[c] as string);

/** A coordinate with one decimal, so that pictures stay the same byte by byte. */
export const at = (n: number): string => String(Math.round(n * 10) / 10);

export interface TextStyle {
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  readonly fill?: string | undefined;
  /** Turned so that it reads upwards. */
  readonly upright?: boolean;
  /** A rim in the paper's colour, for text over lines. */
  readonly halo?: boolean;
}

export function text(x: number, y: number, words: string, style: TextStyle): string {
  const turn = style.upright ? ` transform="rotate(-90 ${at(x)} ${at(y)})"` : '';
  const rim = style.halo
    ? ` stroke="${PAPER}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`
    : '';
  const anchor = style.anchor && style.anchor !== 'start' ? ` text-anchor="${style.anchor}"` : '';
  return `<text x="${at(x)}" y="${at(y)}" font-size="${style.size}"${style.bold ? ' font-weight="600"' : ''}${anchor} fill="${style.fill ?? INK}"${rim}${turn}>${xml(words)}</text>`;
}

export const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1): string =>
  `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="${stroke}" stroke-width="${width}"/>`;

/** Where a series does not go on. */
export const breakLine = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="${SOFT}" stroke-width="1.5" stroke-dasharray="6 4"/>`;

const box = (x: number, y: number, w: number, h: number, look: string): string =>
  `<rect x="${at(x)}" y="${at(y)}" width="${at(Math.max(w, 0))}" height="${at(Math.max(h, 0))}" ${look}/>`;

/** Distance of the strokes of a hatching, their width and where they lean. */
const HATCH = {
  estimate: { step: 8, width: 2.5, lean: 1 },
  preliminary: { step: 14, width: 6, lean: -1 },
} as const;

/** A side from which on broad strokes have their full width. */
const BROAD = 26;

/** A bar: full when final, finely hatched for an estimate, broadly for a preliminary figure, hollow for a target. */
export function bar(x: number, y: number, w: number, h: number, mark: Mark, series: number): string {
  const c = colour(series);
  if (mark === 'final') return box(x, y, w, h, `fill="${c}"`);
  if (mark === 'target')
    return box(x, y, w, h, `fill="${PAPER}" stroke="${c}" stroke-width="2" stroke-dasharray="5 3"`);
  // Broad strokes need room to be seen as several.
  const fit = mark === 'preliminary' ? Math.min(1, Math.min(w, h) / BROAD) : 1;
  const [step, width, lean] = [HATCH[mark].step * fit, HATCH[mark].width * fit, HATCH[mark].lean];
  // Strokes as one path: a pattern is several times as slow to draw.
  // Their ends stay within the box.
  const rim = width * 0.36;
  const strokes = hatching(x + rim, y + rim, w - 2 * rim, h - 2 * rim, step, lean);
  return `${box(x, y, w, h, `fill="#ffffff" stroke="${c}" stroke-width="1.5"`)}${strokes === '' ? '' : `<path d="${strokes}" stroke="${c}" stroke-width="${at(width)}"/>`}`;
}

/** Slanting strokes cut to a box; `lean` 1 reads «/», −1 «\». */
function hatching(x: number, y: number, w: number, h: number, step: number, lean: number): string {
  let out = '';
  if (w <= 0 || h <= 0) return out;
  for (let c = step; c < w + h; c += step) {
    // The stroke meets the upper or one side edge, and the other side or the lower edge.
    const [x1, y1] = [Math.max(0, c - h), Math.min(c, h)];
    const [x2, y2] = [Math.min(c, w), Math.max(0, c - w)];
    const [from, to] = lean > 0 ? [y1, y2] : [h - y1, h - y2];
    out += `M${at(x + x1)} ${at(y + from)}L${at(x + x2)} ${at(y + to)}`;
  }
  return out;
}
