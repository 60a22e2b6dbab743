/** Letters typed where digits were meant: «2O21», «202l», «tháng 1O/2024». */

/** A stretch that was mended: as typed, and as it is read. */
export interface Mended {
  readonly text: string;
  readonly bends: readonly { readonly typed: string; readonly read: string }[];
}

const LIKE: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', i: '1', S: '5' };

const digitsOf = (typed: string): string => [...typed].map((c) => LIKE[c] ?? c).join('');

/** A year with letters in it; at least two of its signs are digits. */
const YEAR = /(?<![\p{L}\p{M}\p{N}.,])2[\dOolIiS]{3}(?![\p{L}\p{M}\p{N}])/gu;
/** The number of a month before a year or behind «tháng», «T». */
const MONTH =
  /(?<![\p{L}\p{M}\p{N}.,])([Tt]h[áa]ng\s*|TH[ÁA]NG\s*|T)([1lI][OoIl012]|[Oo][1-9])(?![\p{L}\p{M}\p{N}])|(?<![\p{L}\p{M}\p{N}.,])([1lI][Oo]|[Oo][1-9])(?=\s?\/\s?2\d{3}(?!\d))/gu;

/** A year with a space or a stop in it, or behind a stroke: «năm 20 21», «năm 2.021», «xi măng -2021». */
const APART =
  /(?<=(?<!\p{L})n[ăa]m\s)(?:(20)[ .]([0-3]\d)|(2)\.(0[0-3]\d))(?![\d.,]|\s?\p{L}?%)|(?<=\p{L}\s)[-–](?=20[0-3]\d(?!\d))/giu;

/** Years and months with letters for digits written as digits; years lie in 1990…2039, months in 1…12. */
export function mendDigits(text: string): Mended {
  const bends: { typed: string; read: string }[] = [];
  const whole = text.replace(APART, (_, a = '', b = '', c = '', d = '') => `${a}${b}${c}${d}`);
  const years = whole.replace(YEAR, (typed) => {
    const read = digitsOf(typed);
    if (read === typed || (typed.match(/\d/g) ?? []).length < 2 || !/^20[0-3]\d$/.test(read)) return typed;
    bends.push({ typed, read });
    return read;
  });
  const months = years.replace(
    MONTH,
    (all, word: string | undefined, n: string | undefined, alone: string) => {
      const typed = n ?? alone;
      const read = digitsOf(typed);
      if (read === typed || !/^(?:0?[1-9]|1[0-2])$/.test(read)) return all;
      bends.push({ typed, read });
      return (word ?? '') + read;
    },
  );
  return { text: months, bends };
}
