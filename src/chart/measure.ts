import { toneless } from '../vietnamese/text.js';

/** Widths of text in the bundled font, so that labels can be laid out before anything is drawn. */

/** Advance widths of Be Vietnam Pro Regular in thousandths of the type size; tone marks add nothing. */
const ADVANCES: readonly (readonly [width: number, letters: string])[] = [
  [179, "'"],
  [230, ' '],
  [255, 'l·'],
  [258, 'I'],
  [264, 'i'],
  [274, 'j'],
  [280, '!'],
  [286, '.:'],
  [303, ',;'],
  [318, '"'],
  [385, '1'],
  [386, 'f'],
  [392, 'r'],
  [428, 't'],
  [435, '²'],
  [439, '()'],
  [444, '³'],
  [459, '[]'],
  [465, 'J'],
  [497, '*'],
  [502, 'z'],
  [503, '/'],
  [508, 's'],
  [555, 'k'],
  [556, '<>'],
  [559, 'x'],
  [566, 'u'],
  [573, '?n'],
  [576, 'vư'],
  [583, 'hy'],
  [594, '7'],
  [599, 'e'],
  [608, '+-'],
  [609, 'ê'],
  [613, 'c'],
  [620, 'E'],
  [624, 'L'],
  [630, 'Ê'],
  [633, 'F'],
  [634, '8'],
  [635, 'S'],
  [636, '−'],
  [642, 'aoơ'],
  [643, 'g'],
  [644, 'P«»'],
  [650, 'T'],
  [651, '2'],
  [652, 'bdpqô'],
  [653, 'ăâ'],
  [660, '35Z'],
  [662, 'đ'],
  [665, 'Y'],
  [668, 'R'],
  [674, 'B'],
  [676, '0'],
  [679, 'K'],
  [680, '69'],
  [682, '–'],
  [702, '_'],
  [706, 'V'],
  [709, 'H'],
  [710, '4'],
  [720, 'X'],
  [725, 'U'],
  [726, '=…'],
  [728, 'D'],
  [732, 'N'],
  [736, 'AĂÂ'],
  [740, '&'],
  [745, 'Ư'],
  [775, 'C'],
  [783, 'G'],
  [788, 'Đ'],
  [807, '#'],
  [822, 'Q'],
  [826, 'OÔƠ'],
  [849, '%'],
  [853, 'M'],
  [870, 'w'],
  [893, 'm'],
  [1005, 'W'],
];
const WIDTH = new Map(ADVANCES.flatMap(([width, letters]) => [...letters].map((c) => [c, width] as const)));
const OTHER = 620;
/** The semibold face is a little wider. */
const BOLD = 1.05;

/** Width of `text` in px at `size` px. */
export function widthOf(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const letter of text.normalize('NFC')) {
    const own = WIDTH.get(letter) ?? WIDTH.get(toneless(letter)) ?? OTHER;
    sum += own;
  }
  return (sum * size * (bold ? BOLD : 1)) / 1000;
}

/** Cut to a width with «…» at the end where it does not fit. */
export function cutTo(text: string, size: number, width: number, bold = false): string {
  if (widthOf(text, size, bold) <= width) return text;
  let cut = text;
  while (cut.length > 1 && widthOf(`${cut}…`, size, bold) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

/** As {@link wrap}, the lines about as long as each other: no word is left alone on the last one. */
export function balance(text: string, size: number, width: number, most: number, bold = false): string[] {
  const lines = wrap(text, size, width, most, bold);
  if (lines.length < 2 || lines.at(-1)?.endsWith('…')) return lines;
  let best = lines;
  for (let tried = width * 0.95; tried > width / 2; tried -= width * 0.05) {
    const next = wrap(text, size, tried, most, bold);
    if (next.length > lines.length || next.at(-1)?.endsWith('…')) break;
    best = next;
  }
  return best;
}

/** Parts joined by « · », broken between them where each fits a line: no unit is torn apart. */
export function wrapParts(text: string, size: number, width: number, most: number): string[] {
  const parts = text.split(' · ');
  if (parts.some((part) => widthOf(part, size) > width)) return wrap(text, size, width, most);
  const lines: string[] = [];
  for (const part of parts) {
    const longer = lines.length === 0 ? part : `${lines.at(-1)} · ${part}`;
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.length <= most ? lines : wrap(text, size, width, most);
}

/** Words set in lines of at most `width` px; what is over after `most` lines is cut with «…». */
export function wrap(text: string, size: number, width: number, most: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  // «3,5 %» stays together.
  const words = text.split(/ (?!%)/);
  for (const [i, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer, size, bold) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) {
      lines.push(cutTo([line, ...words.slice(i)].join(' '), size, width, bold));
      return lines;
    }
    lines.push(line);
    line = word;
  }
  lines.push(cutTo(line, size, width, bold));
  return lines;
}
