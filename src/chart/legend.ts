import { at, bar, breakLine, colour, PAPER, SOFT, text } from './draw.js';
import { cutTo, widthOf } from './measure.js';
import type { Sheet } from './sheet.js';
import type { ChartSpec, Drawing, Mark } from './spec.js';

/** What colours, hatching and «*» mean; only what occurs in this picture. */

const ROW = 26;
const WORDS: Record<Exclude<Mark, 'final'>, string> = {
  estimate: 'ước',
  preliminary: 'sơ bộ',
  target: 'mục tiêu',
};

interface Entry {
  readonly key: (x: number, y: number) => string;
  readonly words: string;
}

function entries(spec: ChartSpec, drawing: Drawing): Entry[] {
  const points = spec.series.flatMap((s) => s.points).filter((p) => p !== null);
  const out: Entry[] = [];
  for (const [i, s] of spec.series.entries()) {
    if (s.name === '') continue;
    const mark: Mark = s.points.some((p) => p?.mark === 'target') ? 'target' : 'final';
    out.push({ key: (x, y) => swatch(drawing, mark, i, x, y), words: s.name });
  }
  for (const mark of ['preliminary', 'estimate', 'target'] as const) {
    const index = spec.series.findIndex((s) => s.points.some((p) => p?.mark === mark));
    if (index < 0 || (mark === 'target' && spec.series.length > 1)) continue;
    out.push({ key: (x, y) => swatch(drawing, mark, index, x, y), words: WORDS[mark] });
  }
  if (spec.series.some((s) => s.breaks.length > 0))
    out.push({
      key: (x, y) =>
        drawing === 'line' ? breakLine(x - 2, y - 6, x + 18, y - 6) : breakLine(x + 8, y - 16, x + 8, y + 3),
      words: 'khác cơ sở với kỳ trước',
    });
  if (points.some((p) => p.derived)) out.push({ key: () => '', words: '* suy ra từ số đã công bố' });
  return out;
}

function swatch(drawing: Drawing, mark: Mark, i: number, x: number, y: number): string {
  if (drawing !== 'line') return bar(x, y - 13, 16, 14, mark, i);
  return `<line x1="${at(x - 2)}" y1="${at(y - 6)}" x2="${at(x + 18)}" y2="${at(y - 6)}" stroke="${colour(i)}" stroke-width="3"/>${dot(mark, i, x + 8, y - 6)}`;
}

/** A point of a line: full, hollow (ước), square (sơ bộ), hollow and dashed (mục tiêu). */
export function dot(mark: Mark, i: number, x: number, y: number): string {
  const c = colour(i);
  if (mark === 'final') return `<circle cx="${at(x)}" cy="${at(y)}" r="4.5" fill="${c}"/>`;
  if (mark === 'preliminary')
    return `<rect x="${at(x - 4.5)}" y="${at(y - 4.5)}" width="9" height="9" fill="${PAPER}" stroke="${c}" stroke-width="2.5"/>`;
  return `<circle cx="${at(x)}" cy="${at(y)}" r="5" fill="${PAPER}" stroke="${c}" stroke-width="2.5"${mark === 'target' ? ' stroke-dasharray="3 2"' : ''}/>`;
}

/** The legend from `y` downwards and the height it takes; '' and 0 where nothing needs explaining. */
export function legend(
  spec: ChartSpec,
  drawing: Drawing,
  y: number,
  { width: wide, margin, text: size }: Sheet,
): { svg: string; height: number } {
  const all = entries(spec, drawing);
  if (all.length === 0) return { svg: '', height: 0 };
  let [x, row] = [margin, 0];
  let svg = '';
  for (const { key, words } of all) {
    const label = cutTo(words, size, wide - 2 * margin - 24);
    const own = key(x, 0) === '' ? 0 : 24;
    const width = own + widthOf(label, size) + 22;
    if (x > margin && x + width - 22 > wide - margin) {
      x = margin;
      row++;
    }
    const base = y + row * ROW + 15;
    svg += key(x, base) + text(x + own, base, label, { size, fill: SOFT });
    x += width;
  }
  return { svg, height: (row + 1) * ROW + 6 };
}
