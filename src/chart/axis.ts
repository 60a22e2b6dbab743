import { AXIS, line, SOFT, text } from './draw.js';
import { cutTo, widthOf, wrap } from './measure.js';
import type { ChartSpec, Tick } from './spec.js';

/** Names under upright columns and lines: beside each other, on two lines, by year, or reading upwards. */

const SIZE = 16;
const SMALL = 13;
const TALLEST = 130;

export interface AxisLayout {
  /** Pixels it takes below the plot. */
  readonly height: number;
  draw(centre: (i: number) => number, y: number): string;
}

/** Lays out names in slots of `slot` px; periods may be thinned out, evenly and ends kept. */
export function axisOf(
  { categories, ticks }: Pick<ChartSpec, 'categories' | 'ticks'>,
  slot: number,
): AxisLayout {
  if (ticks) return byYear(ticks, slot);
  const widest = (size: number) => Math.max(...categories.map((c) => widthOf(c, size)));
  for (const size of [SIZE, 14, SMALL]) if (widest(size) + 6 <= slot) return level(categories, size);
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

function level(categories: readonly string[], size: number): AxisLayout {
  return {
    height: 32,
    draw: (centre, y) =>
      categories.map((c, i) => text(centre(i), y + 22, c, { size, anchor: 'middle', fill: SOFT })).join(''),
  };
}

/** Months or quarters where each finds room, and beneath them the year of each run of them. */
function byYear(ticks: readonly Tick[], slot: number): AxisLayout {
  const names = [ticks.map((t) => t.name), ticks.map((t) => t.name.slice(1))].find(
    (all) => Math.max(...all.map((n) => widthOf(n, SMALL))) + 4 <= slot,
  );
  const years = ticks.flatMap((t, from) => {
    if (ticks[from - 1]?.year === t.year) return [];
    const next = ticks.findIndex((o, i) => i > from && o.year !== t.year);
    return [{ year: t.year, from, to: (next < 0 ? ticks.length : next) - 1 }];
  });
  const head = names ? 22 : 0;
  return {
    height: head + 28,
    draw: (centre, y) => {
      const own = names?.map((n, i) =>
        text(centre(i), y + 18, n, { size: SMALL, anchor: 'middle', fill: SOFT }),
      );
      const under = years.map(({ year, from, to }, i) => {
        const [left, right] = [centre(from) - slot / 2, centre(to) + slot / 2];
        const edge = i === 0 ? '' : line(left, y, left, y + head + 22, AXIS);
        // A run too short for its year is told by the head of the picture and by its neighbour.
        if (widthOf(year, 14) + 4 > right - left) return edge;
        return (
          edge + text((left + right) / 2, y + head + 20, year, { size: 14, anchor: 'middle', fill: SOFT })
        );
      });
      return [...(own ?? []), ...under].join('');
    },
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
