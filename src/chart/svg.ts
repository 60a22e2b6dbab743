import { columns } from './columns.js';
import { at, FONT, GRID, line, MARGIN, PAPER, patterns, SOFT, text, WIDTH, xml } from './draw.js';
import { legend } from './legend.js';
import { lines } from './lines.js';
import { wrap } from './measure.js';
import { rows } from './rows.js';
import type { ChartSpec } from './spec.js';

const DRAW = { columns, rows, line: lines } as const;

/**
 * The picture of a spec as one SVG document, {@link WIDTH} units wide and as high as it needs. Pure: the same spec
 * gives the same bytes. It refers to nothing outside itself but the name of a font.
 */
export function svgOf(spec: ChartSpec): string {
  const inner = WIDTH - 2 * MARGIN;
  let y = 44;
  let body = '';
  for (const words of wrap(spec.title, 23, inner, 2, true)) {
    body += text(MARGIN, y, words, { size: 23, bold: true });
    y += 30;
  }
  for (const words of wrap(spec.subtitle, 17, inner, 2)) {
    body += text(MARGIN, y, words, { size: 17, fill: SOFT });
    y += 25;
  }
  const key = legend(spec, y - 2);
  body += key.svg;
  y += key.height;
  const picture = DRAW[spec.drawing](spec, y + 4);
  body += picture.svg;
  y += picture.height + 22;
  body += line(MARGIN, y - 8, WIDTH - MARGIN, y - 8, GRID);
  y += 12;
  for (const sentence of spec.foot)
    for (const words of wrap(sentence, 14, inner, 3)) {
      body += text(MARGIN, y, words, { size: 14, fill: SOFT });
      y += 20;
    }
  const height = Math.ceil(y + 8);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${xml(spec.alt)}" font-family="'${FONT}', system-ui, sans-serif">`,
    `<title>${xml(spec.title)}</title><desc>${xml(spec.alt)}</desc>`,
    `<defs>${spec.series.map((_, i) => patterns(i)).join('')}</defs>`,
    `<rect width="${WIDTH}" height="${at(height)}" fill="${PAPER}"/>`,
    body,
    '</svg>',
  ].join('\n');
}
