import { AXIS, bar as box, breakLine, line, text } from './draw.js';
import { cutTo, widthOf } from './measure.js';
import { barSpan, place } from './scale.js';
import type { Sheet } from './sheet.js';
import type { ChartSpec } from './spec.js';

/** Lying bars, a row for each thing: rankings, and names that need room. */

const WIDEST_NAME = 400;
/** On a phone longer names than this share of the width stand above their bars; among many rows that would be a long way. */
const BESIDE = { few: 0.36, many: 0.42 } as const;

/** The picture from `top` downwards and the height it takes; it grows with the rows. */
export function rows(spec: ChartSpec, top: number, sheet: Sheet): { svg: string; height: number } {
  const { width: wide, margin, narrow } = sheet;
  const many = spec.categories.length > 25;
  const size = many || narrow ? 14 : sheet.text;
  const longest = Math.max(...spec.categories.map((c) => widthOf(c, size)));
  const over = narrow && longest > (wide - 2 * margin) * (many ? BESIDE.many : BESIDE.few);
  const nameRoom = over ? wide - 2 * margin : Math.min(longest, WIDEST_NAME);
  const names = spec.categories.map((c) => cutTo(c, size, nameRoom));
  const bar = spec.series.length > 1 ? 17 : many || narrow ? 16 : 24;
  const gap = many && !over ? 7 : 12;
  const head = over ? size + 5 : 0;
  const row = head + bar * spec.series.length + gap;
  const points = spec.series.flatMap((s) => s.points).filter((p) => p !== null);
  const zero = spec.base;
  const span = barSpan(
    points.flatMap((p) => [Number(p.value), ...(p.to === null ? [] : [Number(p.to)])]),
    zero,
  );
  const label = (negative: boolean) =>
    Math.max(
      0,
      ...points.filter((p) => Number(p.value) < zero === negative).map((p) => widthOf(p.label, size)),
    );
  const leftRoom = span.low < zero ? label(true) + 10 : 0;
  const left = margin + (over ? 1 : nameRoom + 12) + leftRoom;
  const length = wide - margin - left - (span.high > zero ? label(false) + 10 : 4);
  const x = (v: number) => left + place(v, span, length);
  let svg = '';
  for (const [i, name] of names.entries()) {
    const y = top + i * row;
    const home = spec.highlight === i;
    const middle = y + (row - gap) / 2;
    svg += over
      ? text(margin, y + size, name, { size, bold: home })
      : text(margin + nameRoom, middle + size * 0.36, name, { size, anchor: 'end', bold: home });
    if (spec.series.some((s) => s.breaks.includes(i)))
      svg += breakLine(margin, y - gap / 2, wide - margin, y - gap / 2);
    for (const [n, s] of spec.series.entries()) {
      const p = s.points[i];
      if (!p) continue;
      const v = Number(p.value);
      const end = p.to === null ? v : Number(p.to);
      const own = y + head + n * bar;
      const width = Math.max(Math.abs(x(v) - x(zero)), 1.5);
      svg += box(v < zero ? x(zero) - width : x(zero), own + 1, width, bar - 2, p.mark, home ? 1 : n);
      if (p.to !== null) svg += box(x(v), own + 1, x(end) - x(v), bar - 2, 'target', n);
      const tip = v < zero ? x(zero) - width - 6 : Math.max(x(end), x(zero) + width) + 6;
      svg += text(tip, own + bar / 2 + size * 0.36, p.label, { size, anchor: v < zero ? 'end' : 'start' });
    }
  }
  const height = names.length * row;
  // Beneath names above their bars the axis is drawn in pieces.
  if (over)
    for (const i of names.keys())
      svg += line(x(zero), top + i * row + head - 1, x(zero), top + (i + 1) * row - gap + 1, AXIS, 1.5);
  else svg += line(x(zero), top - 4, x(zero), top + height - 4, AXIS, 1.5);
  return { svg, height: height + 4 };
}
