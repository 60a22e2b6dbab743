import { printDecimal } from '../vietnamese/print.js';
import { axisOf } from './axis.js';
import { AXIS, at, breakLine, colour, GRID, line, SOFT, text } from './draw.js';
import { dot } from './legend.js';
import { widthOf } from './measure.js';
import { lineSpan, place, ticks } from './scale.js';
import type { Sheet } from './sheet.js';
import type { ChartSpec, Point } from './spec.js';

/** Lines over time; broken where a period has no figure. */

const ABOVE = 26;
const SIZE = 15;
const TICK = 14;
/** In a longer line only its ends and extremes are printed: labels in between could not be told apart. */
const MOST_LABELS = 15;

/** On a phone so much of the width is given to the values beside the last points, at most. */
const MOST_BESIDE = 0.18;
/** From a point to the foot of its value, on the side where it belongs and on the other. */
const NEAR = [
  { above: -10, below: 21 },
  { above: 21, below: -10 },
] as const;
const FAR = [
  { above: -28, below: 39 },
  { above: 39, below: -28 },
] as const;

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly point: Point;
  readonly series: number;
  readonly index: number;
}

/** The picture from `top` downwards and the height it takes. */
export function lines(
  spec: ChartSpec,
  top: number,
  { width, margin, plot: field, narrow }: Sheet,
): { svg: string; height: number; note: string | null } {
  const plot = field + 30;
  const points = spec.series.flatMap((s) => s.points).filter((p) => p !== null);
  const span = lineSpan(
    points
      .map((p) => Number(p.to ?? p.value))
      .concat(
        points.map((p) => Number(p.value)),
        spec.base === 0 ? [] : [spec.base],
      ),
  );
  const steps = ticks(span);
  const left = margin + Math.max(...steps.map((t) => widthOf(printDecimal(t), TICK))) + 14;
  // Beside the last points stand their values, where the sheet has room for that.
  const ends = spec.series.flatMap((s) => s.points.findLast((p) => p !== null)?.label ?? []);
  const beside = Math.max(...ends.map((l) => widthOf(l, SIZE)));
  const room = narrow && beside > width * MOST_BESIDE ? 0 : beside + 4;
  const right = width - margin - room;
  const slot = (right - left) / spec.categories.length;
  const base = top + ABOVE;
  const y = (v: number) => base + plot - place(v, span, plot);
  const centre = (i: number) => left + slot * (i + 0.5);
  let svg = '';
  for (const t of steps) {
    const zero = Number(t) === spec.base;
    svg += line(left, y(Number(t)), right, y(Number(t)), zero ? AXIS : GRID, zero ? 1.5 : 1);
    svg += text(left - 8, y(Number(t)) + 5, printDecimal(t).replace('-', '−'), {
      size: TICK,
      anchor: 'end',
      fill: SOFT,
    });
  }
  const spots = spec.series.map((s, series) =>
    s.points.map((point, index): Spot | null =>
      point ? { x: centre(index), y: y(Number(point.value)), point, series, index } : null,
    ),
  );
  for (const [series, own] of spots.entries()) {
    for (const run of runs(own, spec.series[series]?.breaks))
      if (run.length > 1)
        svg += `<polyline points="${run.map((s) => `${at(s.x)},${at(s.y)}`).join(' ')}" fill="none" stroke="${colour(series)}" stroke-width="3" stroke-linejoin="round"/>`;
  }
  for (const [n, s] of spec.series.entries())
    for (const i of s.breaks) {
      const [a, b] = [spots[n]?.[i - 1], spots[n]?.[i]];
      if (a && b) svg += breakLine(a.x, a.y, b.x, b.y);
    }
  const crowded = slot < 14;
  const dots = spots.flatMap((own) =>
    own.filter((s) => s !== null && (!crowded || s.point.mark !== 'final' || alone(own, s.index))),
  ) as Spot[];
  for (const s of dots) svg += dot(s.point.mark, s.series, s.x, s.y);
  svg += labels(spots, dots, { top: base, left, right: width - 8, plot, narrow });
  const axis = axisOf(spec, slot);
  const foot = base + plot;
  if (span.low !== 0) svg += line(left, foot, right, foot, GRID);
  svg += axis.draw(centre, foot + 4);
  // A line may begin higher up, which makes its steps look larger than they are.
  const note = spec.base === 0 && span.low > 0 ? 'Trục đứng không bắt đầu từ 0.' : null;
  return { svg, height: ABOVE + plot + 4 + axis.height, note };
}

/** Stretches without a gap or a break. */
function runs(spots: readonly (Spot | null)[], breaks: readonly number[] = []): Spot[][] {
  const out: Spot[][] = [[]];
  for (const s of spots) {
    if (s && breaks.includes(s.index)) out.push([s]);
    else if (s) out.at(-1)?.push(s);
    else out.push([]);
  }
  return out.filter((r) => r.length > 0);
}

const alone = (own: readonly (Spot | null)[], i: number) => !own[i - 1] && !own[i + 1];

interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}
interface Place extends Box {
  readonly x: number;
  readonly y: number;
}
/** The way from a point to its value: with another value on it, nobody could tell whose is whose. */
const between = (spot: Spot, p: Place): Box => ({
  x1: spot.x - 1,
  x2: spot.x + 1,
  y1: Math.min(spot.y, p.y2),
  y2: Math.max(spot.y, p.y1),
});
const meet = (a: Box, b: Box) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

/**
 * Values beside their points: last, highest, lowest and first of each line before the others. One that finds no
 * free place is left out; the axis then tells its size.
 */
function labels(
  spots: readonly (readonly (Spot | null)[])[],
  dots: readonly Spot[],
  field: { top: number; left: number; right: number; plot: number; narrow: boolean },
): string {
  const { top, left, right: edge, plot, narrow } = field;
  const wanted = spots.flatMap((own) => {
    const held = own.filter((s) => s !== null);
    const by = [...held].sort((a, b) => a.y - b.y);
    const first = [held.at(-1), by[0], by.at(-1), held[0]].filter((s) => s !== undefined);
    return [...new Set([...first, ...(held.length > MOST_LABELS ? [] : held)])].map((spot, rank) => ({
      spot,
      rank,
    }));
  });
  wanted.sort((a, b) => Math.min(a.rank, 4) - Math.min(b.rank, 4));
  const taken: Box[] = dots.map((s) => ({ x1: s.x - 4, x2: s.x + 4, y1: s.y - 4, y2: s.y + 4 }));
  const segments = spots.flatMap((own) =>
    runs(own).flatMap((r) => r.slice(1).map((s, i) => [r[i] as Spot, s] as const)),
  );
  const told: Box[] = [];
  let svg = '';
  const isFree = (p: Place) =>
    p.y - SIZE >= top - ABOVE && p.y <= top + plot && !taken.some((t) => meet(t, p));
  for (const { spot, rank } of wanted) {
    const own = spots[spot.series] ?? [];
    const before = own[spot.index - 1]?.y ?? spot.y;
    const after = own[spot.index + 1]?.y ?? spot.y;
    // Above a peak, below a dip.
    const up = before + after >= 2 * spot.y;
    const width = widthOf(spot.point.label, SIZE);
    const right = edge - width / 2;
    const x = Math.min(Math.max(spot.x, left + width / 2), right);
    const place = (x: number, y: number): Place => ({
      x,
      y,
      x1: x - width / 2 - 2,
      x2: x + width / 2 + 2,
      y1: y - SIZE + 2,
      y2: y + 3,
    });
    const beside = spot.x + 9 + width / 2;
    const last = rank === 0 && beside <= right ? [5, -6, 16].map((d) => place(beside, spot.y + d)) : [];
    const tries = [...last, ...NEAR.map((d) => place(x, spot.y + (up ? d.above : d.below)))].filter(isFree);
    const clear = tries.find((p) => !segments.some(([a, b]) => crosses(a, b, p)));
    // Of a line alone, ends and extremes are worth a place further off.
    const far =
      spots.length > 1 || rank >= 4
        ? undefined
        : FAR.map((d) => place(x, spot.y + (up ? d.above : d.below))).find(
            (p) =>
              isFree(p) &&
              !segments.some(([a, b]) => crosses(a, b, p)) &&
              !told.some((t) => meet(t, between(spot, p))),
          );
    // Ends and extremes may lie over a line, which their rim cuts; on a phone the last alone, the others never.
    const most = narrow ? 1 : 4;
    const free = clear ?? far ?? (rank < most ? tries[0] : undefined);
    if (free === undefined) continue;
    taken.push(free);
    told.push(free);
    svg += text(free.x, free.y, spot.point.label, {
      size: SIZE,
      anchor: 'middle',
      fill: spots.length > 1 ? colour(spot.series) : undefined,
      halo: true,
    });
  }
  return svg;
}

/** Does the line from a to b run through the box? */
function crosses(a: Spot, b: Spot, box: Box): boolean {
  const from = Math.max(a.x, box.x1);
  const to = Math.min(b.x, box.x2);
  if (from >= to) return false;
  const y = (x: number) => a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
  return Math.min(y(from), y(to)) < box.y2 && Math.max(y(from), y(to)) > box.y1;
}
