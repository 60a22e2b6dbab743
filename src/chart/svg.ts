import { columns } from './columns.js';
import { at, FONT, GRID, line, PAPER, SOFT, text, xml } from './draw.js';
import { legend } from './legend.js';
import { lines } from './lines.js';
import { balance, wrap, wrapParts } from './measure.js';
import { rows } from './rows.js';
import { type Sheet, sheetOf, WIDE } from './sheet.js';
import type { ChartSpec, Drawing } from './spec.js';

interface Picture {
  readonly svg: string;
  readonly height: number;
  /** What must be told of the way it is drawn. */
  readonly note?: string | null;
}

const DRAW: Record<Drawing, (spec: ChartSpec, top: number, sheet: Sheet) => Picture> = {
  columns,
  rows,
  line: lines,
};

/** Narrower than this a column has no room for its value standing upright. */
const LEAST_COLUMN = 17;
/** More periods than this make a picture that nobody scrolls through. */
const MOST_ROWS = 48;

export interface SvgOptions {
  /** Width in px; default {@link WIDE}. A width for phones ({@link NARROW}) gets a layout of its own. */
  readonly width?: number;
}

/**
 * The picture of a spec as one SVG document, `width` px wide and as high as it needs. Pure: the same spec gives the
 * same bytes. It refers to nothing outside itself but the name of a font.
 */
export function svgOf(spec: ChartSpec, { width = WIDE }: SvgOptions = {}): string {
  const sheet = sheetOf(width);
  const { margin } = sheet;
  const inner = sheet.width - 2 * margin;
  const drawing = drawingOn(spec, sheet);
  let y = sheet.narrow ? 32 : 44;
  let body = '';
  for (const words of balance(spec.title, sheet.title, inner, sheet.narrow ? 4 : 2, true)) {
    body += text(margin, y, words, { size: sheet.title, bold: true });
    y += sheet.title + 7;
  }
  for (const words of wrapParts(spec.subtitle, sheet.subtitle, inner, 2)) {
    body += text(margin, y, words, { size: sheet.subtitle, fill: SOFT });
    y += sheet.subtitle + 8;
  }
  const key = legend(spec, drawing, y - 2, sheet);
  body += key.svg;
  y += key.height;
  const picture = DRAW[drawing](spec, y + 4, sheet);
  body += picture.svg;
  y += picture.height + 22;
  body += line(margin, y - 8, sheet.width - margin, y - 8, GRID);
  y += 12;
  for (const sentence of picture.note ? [picture.note, ...spec.foot] : spec.foot)
    for (const words of wrap(sentence, sheet.foot, inner, sheet.narrow ? 6 : 3)) {
      body += text(margin, y, words, { size: sheet.foot, fill: SOFT });
      y += sheet.foot + 6;
    }
  const height = Math.ceil(y + 8);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheet.width} ${height}" width="${sheet.width}" height="${height}" role="img" aria-label="${xml(spec.alt)}" font-family="'${FONT}', system-ui, sans-serif">`,
    `<title>${xml(spec.title)}</title><desc>${xml(spec.alt)}</desc>`,
    `<rect width="${sheet.width}" height="${at(height)}" fill="${PAPER}"/>`,
    body,
    '</svg>',
  ].join('\n');
}

/** On a phone columns that are too many lie down, one below the other, or become a line. */
function drawingOn({ drawing, categories, series }: ChartSpec, sheet: Sheet): Drawing {
  if (!sheet.narrow || drawing !== 'columns') return drawing;
  const column = (sheet.width - 2 * sheet.margin) / (categories.length * series.length);
  if (column >= LEAST_COLUMN) return 'columns';
  return categories.length * series.length <= MOST_ROWS ? 'rows' : 'line';
}
