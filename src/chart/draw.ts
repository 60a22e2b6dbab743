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

/** The look of a bar or dot: full when final, hatched when not, hollow for a target. */
export function paint(mark: Mark, series: number): string {
  const c = colour(series);
  if (mark === 'final') return `fill="${c}"`;
  if (mark === 'target') return `fill="${PAPER}" stroke="${c}" stroke-width="2" stroke-dasharray="5 3"`;
  return `fill="url(#${mark}-${series})" stroke="${c}" stroke-width="1.5"`;
}

export const rect = (x: number, y: number, w: number, h: number, look: string): string =>
  `<rect x="${at(x)}" y="${at(y)}" width="${at(Math.max(w, 0))}" height="${at(Math.max(h, 0))}" ${look}/>`;

/** Hatching for estimates (dense, leaning right) and preliminary figures (wide, leaning left). */
export function patterns(series: number): string {
  const c = colour(series);
  const hatch = (id: string, step: number, turn: number, width: number) =>
    `<pattern id="${id}-${series}" width="${step}" height="${step}" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})"><rect width="${step}" height="${step}" fill="#ffffff"/><rect width="${width}" height="${step}" fill="${c}"/></pattern>`;
  return `${hatch('estimate', 6, 45, 2.5)}${hatch('preliminary', 10, -45, 6)}`;
}
