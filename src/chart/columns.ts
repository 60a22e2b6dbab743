import { axisOf } from './axis.js';
import { AXIS, bar as box, breakLine, line, text } from './draw.js';
import { widthOf } from './measure.js';
import { barSpan, place } from './scale.js';
import type { Sheet } from './sheet.js';
import type { ChartSpec, Point } from './spec.js';

/** Upright bars from zero: levels, rises and falls around zero, and pairs. */

const GAP = 0.28;
const WIDEST_BAR = 90;

/** The picture from `top` downwards and the height it takes. */
export function columns(
  spec: ChartSpec,
  top: number,
  { width, margin, plot }: Sheet,
): { svg: string; height: number } {
  const inner = width - 2 * margin;
  const slot = inner / spec.categories.length;
  const bar = Math.min((slot * (1 - GAP)) / spec.series.length, WIDEST_BAR);
  const points = spec.series.flatMap((s) => s.points).filter((p) => p !== null);
  const span = barSpan(
    points.flatMap((p) => [Number(p.value), ...(p.to === null ? [] : [Number(p.to)])]),
    spec.base,
  );
  // Labels lie flat where all of them fit, else stand up.
  const room = spec.series.length === 1 ? slot - 4 : bar + (slot - bar * spec.series.length) / 4;
  const size = [17, 15, 13].find((s) => points.every((p) => widthOf(p.label, s) <= room));
  const flat = size !== undefined;
  const type = size ?? 13;
  const reach = flat ? type + 10 : Math.max(...points.map((p) => widthOf(p.label, type))) + 12;
  const zero = spec.base;
  const above = span.high > zero ? reach : 6;
  const below = span.low < zero ? reach : 0;
  const base = top + above;
  const y = (v: number) => base + plot - place(v, span, plot);
  const axis = axisOf(spec, slot);
  const centre = (i: number) => margin + slot * (i + 0.5);
  let svg = '';
  const mark = (p: Point, x: number, series: number) => {
    const v = Number(p.value);
    const end = p.to === null ? v : Number(p.to);
    const [from, to] = [y(Math.max(v, zero)), y(Math.min(v, zero))];
    // A value too small to be seen keeps a hair's breadth.
    const height = Math.max(to - from, 1.5);
    svg += box(x, v < zero ? from : to - height, bar - 3, height, p.mark, series);
    if (p.to !== null) svg += box(x, y(end), bar - 3, y(v) - y(end), 'target', series);
    const middle = x + (bar - 3) / 2;
    const down = v < zero;
    const tip = down ? Math.max(to, from + 1.5) : Math.min(y(Math.max(end, zero)), to - height);
    if (flat) svg += text(middle, down ? tip + type + 3 : tip - 7, p.label, { size: type, anchor: 'middle' });
    else
      svg += text(middle + type / 2 - 2, down ? tip + 6 : tip - 6, p.label, {
        size: type,
        anchor: down ? 'end' : 'start',
        upright: true,
      });
  };
  for (const [i] of spec.categories.entries()) {
    // What is held stands in the middle of its place, so that half a pair is not taken for a shift.
    const here = spec.series.flatMap((s, n) => (s.points[i] ? [{ p: s.points[i], n }] : []));
    for (const [at, { p, n }] of here.entries())
      mark(p, centre(i) - (bar * here.length) / 2 + at * bar + 1.5, n);
  }
  svg += line(margin, y(zero), width - margin, y(zero), AXIS, 1.5);
  for (const i of new Set(spec.series.flatMap((s) => s.breaks)))
    svg += breakLine(margin + slot * i, top, margin + slot * i, base + plot);
  const foot = base + plot + below;
  svg += axis.draw(centre, foot);
  return { svg, height: above + plot + below + axis.height };
}
