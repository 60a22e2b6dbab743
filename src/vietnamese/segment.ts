/** Cuts words written together («sanluongdien», «ximang») into known syllables. */

import { LONGEST_SYLLABLE } from './syllable.js';
import { fold } from './text.js';

/** Words shorter than this are never cut. */
export const SHORTEST_JOINED = 5;

interface Best {
  readonly pieces: number;
  readonly cost: number;
  readonly next: number;
}

/**
 * Fewest pieces from the end backwards; on a tie the lower cost, then the longer first piece. `ends(i)` lists
 * where a piece that begins at i may end.
 */
function cheapest(
  length: number,
  ends: (from: number) => readonly { readonly to: number; readonly cost: number }[],
): number[] | null {
  const best: (Best | undefined)[] = new Array<Best | undefined>(length + 1);
  best[length] = { pieces: 0, cost: 0, next: length };
  for (let from = length - 1; from >= 0; from--) {
    let chosen: Best | undefined;
    for (const { to, cost } of ends(from)) {
      const rest = best[to];
      if (!rest || (from === 0 && to === length)) continue;
      const here = { pieces: rest.pieces + 1, cost: rest.cost + cost, next: to };
      const better =
        !chosen ||
        here.pieces < chosen.pieces ||
        (here.pieces === chosen.pieces &&
          (here.cost < chosen.cost || (here.cost === chosen.cost && here.next > chosen.next)));
      if (better) chosen = here;
    }
    best[from] = chosen;
  }
  if (!best[0]) return null;
  const cuts: number[] = [];
  for (let at = 0; at < length; at = best[at]?.next ?? length) cuts.push(at);
  return [...cuts, length];
}

/**
 * The pieces of a folded run, or null when it cannot be covered by two or more known syllables. `cost` breaks
 * ties between cuts with equally many pieces (lower is better).
 */
export function segmentJoined(
  folded: string,
  isKnown: (syllableFold: string) => boolean,
  cost: (syllableFold: string) => number = () => 0,
): string[] | null {
  if (folded.length < SHORTEST_JOINED || !/^[a-z]+$/.test(folded)) return null;
  const cuts = cheapest(folded.length, (from) => {
    const out: { to: number; cost: number }[] = [];
    for (let to = from + 1; to <= Math.min(folded.length, from + LONGEST_SYLLABLE); to++) {
      const piece = folded.slice(from, to);
      if (isKnown(piece)) out.push({ to, cost: cost(piece) });
    }
    return out;
  });
  return cuts ? cuts.slice(1).map((to, i) => folded.slice(cuts[i] ?? 0, to)) : null;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

/**
 * Like `segmentJoined` for a word as typed; the pieces keep their accents. No piece may carry two tones, so
 * accents help to find the cut: «giácao» → «giá», «cao».
 */
export function segmentTyped(
  typed: string,
  isKnown: (syllableFold: string) => boolean,
  cost: (syllableFold: string) => number = () => 0,
): string[] | null {
  const chars = [...typed.normalize('NFC')];
  if (chars.length < SHORTEST_JOINED) return null;
  const folds = chars.map(fold);
  if (!folds.every((f) => /^[a-z]$/.test(f))) return null;
  const toned = chars.map((c) => TONES.test(c.normalize('NFD')));
  const cuts = cheapest(chars.length, (from) => {
    const out: { to: number; cost: number }[] = [];
    let tones = 0;
    for (let to = from + 1; to <= Math.min(chars.length, from + LONGEST_SYLLABLE); to++) {
      if (toned[to - 1] && ++tones > 1) break;
      const piece = folds.slice(from, to).join('');
      if (isKnown(piece)) out.push({ to, cost: cost(piece) });
    }
    return out;
  });
  return cuts ? cuts.slice(1).map((to, i) => chars.slice(cuts[i] ?? 0, to).join('')) : null;
}
