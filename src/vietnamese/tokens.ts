import { fold, normalise } from './text.js';

export interface Token {
  readonly kind: 'word' | 'number' | 'punct';
  /** As typed, normalised, in lower case. */
  readonly typed: string;
  /** As typed, with its case. */
  readonly raw: string;
  readonly fold: string;
  readonly start: number;
  readonly end: number;
  /** Is there a space (or the start of the text) before it? */
  readonly spaced: boolean;
  /** Was a letter typed twice and one taken away («gạcch»)? */
  readonly mended?: true;
}

const TOKEN = /[\p{L}\p{M}]+|\p{Nd}+(?:[.,]\p{Nd}+)*|[^\s]/gu;

/** Words, numbers and single marks, in order, with offsets into the normalised text. */
export function tokenise(text: string): Token[] {
  const clean = normalise(text);
  const tokens: Token[] = [];
  for (const m of clean.matchAll(TOKEN)) {
    const raw = m[0];
    const typed = raw.toLowerCase();
    const kind = /^[\p{L}\p{M}]/u.test(raw) ? 'word' : /^\p{Nd}/u.test(raw) ? 'number' : 'punct';
    const start = m.index;
    tokens.push({
      kind,
      typed,
      raw,
      fold: fold(typed),
      start,
      end: start + raw.length,
      spaced: start === 0 || /\s/.test(clean[start - 1] ?? ' '),
    });
  }
  return tokens;
}
