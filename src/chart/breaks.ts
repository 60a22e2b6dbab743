import type { Answer } from '../answer/answer.js';
import type { Figure } from '../stats/figure.js';
import { period } from '../stats/period.js';
import { figuresOf, type Line, type Selection, thingOf } from './select.js';

/** Where a line of years does not go on: the source changed what it counts, so that the step between is no change. */

export interface Break {
  /** Index of the first period of the new footing, and of the line. */
  readonly at: number;
  readonly line: number;
  /** The growth that the source itself tells for that period. */
  readonly published: Figure;
}

/** A step that is off the published growth by more than this share; less is usual when a year before is revised. */
const OFF = 0.1;

/** Breaks in the lines of a series of years, earliest first. */
export function breaksOf(chosen: Selection, answer: Answer): Break[] {
  if (chosen.kind !== 'series' || !chosen.keys.every((k) => period(k).kind === 'year')) return [];
  const growths = figuresOf(answer).filter((f) => f.measure === 'growth' && f.basis === 'yoy');
  return chosen.keys.flatMap((key, at) =>
    chosen.lines.flatMap((l, line) => {
      const published = breakAt(l, chosen.keys[at - 1], key, growths);
      return published ? [{ at, line, published }] : [];
    }),
  );
}

function breakAt(line: Line, before: string | undefined, key: string, growths: readonly Figure[]) {
  const [old, now] = [line.figures.get(before ?? ''), line.figures.get(key)];
  if (!old || !now || now.measure !== 'actual' || now.derived || Number(old.value) <= 0) return null;
  const told = growths.find((f) => !f.derived && f.period === key && thingOf(f) === thingOf(now));
  if (!told) return null;
  // Floats only decide here; nothing of this is printed.
  const off = Number(now.value) / Number(old.value) / (1 + Number(told.value) / 100) - 1;
  return Math.abs(off) > OFF ? told : null;
}
