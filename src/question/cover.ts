import type { Token } from '../vietnamese/tokens.js';
import type { Candidate } from './candidate.js';

/** A stretch of tokens and every way of reading exactly that stretch, best first. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly readings: readonly Candidate[];
}

export interface Cover {
  readonly segments: readonly Segment[];
  /** Tokens no candidate took. */
  readonly rest: readonly Token[];
}

const KIND_ORDER = { group: 0, indicator: 1, area: 2, word: 3 } as const;
const order = (c: Candidate): number =>
  c.payload.kind === 'phrase' ? KIND_ORDER[c.payload.meaning.kind] : c.payload.kind === 'period' ? -2 : -1;

/** Readings further than this below the best of their stretch are dropped. */
const NEAR = 0.36;

/**
 * The best way to cover the tokens with candidates that do not overlap: the greatest sum of scores, fewer
 * pieces when equal. Deterministic.
 */
export function cover(tokens: readonly Token[], candidates: readonly Candidate[]): Cover {
  const byEnd = new Map<number, Candidate[]>();
  for (const c of candidates) {
    const list = byEnd.get(c.to);
    if (list) list.push(c);
    else byEnd.set(c.to, [c]);
  }
  const best: { score: number; pieces: number; last: Candidate | null; from: number }[] = [
    { score: 0, pieces: 0, last: null, from: 0 },
  ];
  for (let end = 1; end <= tokens.length; end++) {
    const before = best[end - 1]!;
    let top = { score: before.score, pieces: before.pieces, last: null as Candidate | null, from: end - 1 };
    for (const c of byEnd.get(end) ?? []) {
      const base = best[c.from]!;
      const score = base.score + c.score;
      const pieces = base.pieces + 1;
      const gain = score - top.score;
      if (
        gain > 1e-9 ||
        (Math.abs(gain) <= 1e-9 &&
          (pieces < top.pieces || (pieces === top.pieces && top.last && order(c) < order(top.last))))
      )
        top = { score, pieces, last: c, from: c.from };
    }
    best.push(top);
  }
  const segments: Segment[] = [];
  const rest: Token[] = [];
  for (let at = tokens.length; at > 0; ) {
    const step = best[at]!;
    if (step.last) {
      const { from, to, score } = step.last;
      const readings = candidates
        .filter((c) => c.from === from && c.to === to && c.score >= score - NEAR)
        .sort((a, b) => b.score - a.score || order(a) - order(b));
      segments.unshift({ from, to, readings });
    } else {
      const token = tokens[at - 1]!;
      if (token.kind !== 'punct') rest.unshift(token);
    }
    at = step.from;
  }
  return { segments, rest };
}
