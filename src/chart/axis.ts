import { AXIS, line, SOFT, text } from './draw.js';
import { cutTo, widthOf, wrap } from './measure.js';

/** Names under upright columns and lines: beside each other, on two lines, or reading upwards. */

const SIZE = 16;
const SMALL = 13;
const TALLEST = 130;

export interface AxisLayout {
  /** Pixels it takes below the plot. */
  readonly height: number;
  draw(centre: (i: number) => number, y: number): string;
}

/** Lays out names in slots of `slot` px; periods may be thinned out, evenly and ends kept. */
export function axisOf(categories: readonly string[], slot: number): AxisLayout {
  const widest = (size: number) => Math.max(...categories.map((c) => widthOf(c, size)));
  for (const size of [SIZE, 14, SMALL]) if (widest(size) + 6 <= slot) return level(categories, size, 1);
  const periods = categories.every((c) => /\d{4}$/.test(c) && c.length <= 12);
  if (!periods && slot > 90) {
    const lines = categories.map((c) => wrap(c, 14, slot - 8, 3));
    return {
      height: 14 + Math.max(...lines.map((l) => l.length)) * 18,
      draw: (centre, y) =>
        lines
          .flatMap((l, i) =>
            l.map((words, n) =>
              text(centre(i), y + 20 + n * 18, words, { size: 14, anchor: 'middle', fill: SOFT }),
            ),
          )
          .join(''),
    };
  }
  if (slot >= SMALL + 3) return upright(categories, 1);
  return upright(categories, Math.ceil((SMALL + 4) / slot));
}

function level(categories: readonly string[], size: number, step: number): AxisLayout {
  return {
    height: 32,
    draw: (centre, y) =>
      categories
        .map((c, i) =>
          i % step === 0 ? text(centre(i), y + 22, c, { size, anchor: 'middle', fill: SOFT }) : '',
        )
        .join(''),
  };
}

function upright(categories: readonly string[], step: number): AxisLayout {
  const names = categories.map((c) => cutTo(c, SMALL, TALLEST));
  const last = categories.length - 1;
  // The last one is always named; the one before it gives way where they would touch.
  const named = (i: number) => i === last || (i % step === 0 && last - i >= step);
  return {
    height: 16 + Math.max(...names.map((n) => widthOf(n, SMALL))),
    draw: (centre, y) =>
      names
        .map((n, i) =>
          named(i)
            ? line(centre(i), y, centre(i), y + 4, AXIS) +
              text(centre(i) + SMALL / 2 - 2, y + 8, n, {
                size: SMALL,
                anchor: 'end',
                fill: SOFT,
                upright: true,
              })
            : '',
        )
        .join(''),
  };
}
