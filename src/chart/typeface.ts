import { readFileSync } from 'node:fs';
import { FONT } from './draw.js';
import { subset } from './subset.js';

/** The bundled font inside a picture, so that it looks the same on a device that has not got it. */

export const FACES = [
  { weight: 400, file: new URL('../../assets/fonts/BeVietnamPro-Regular.ttf', import.meta.url) },
  { weight: 600, file: new URL('../../assets/fonts/BeVietnamPro-SemiBold.ttf', import.meta.url) },
] as const;

const fonts = new Map<number, Buffer>();

/** An SVG of ours with the letters it needs within, some 45 kB more; it refers to nothing outside itself. */
export function withLetters(svg: string): string {
  const rules = FACES.map(({ weight, file }) => {
    const letters = lettersOf(svg, weight === 600);
    if (letters.size === 0) return '';
    let font = fonts.get(weight);
    if (!font) {
      font = readFileSync(file);
      fonts.set(weight, font);
    }
    const bytes = subset(font, letters).toString('base64');
    return `@font-face{font-family:'${FONT}';font-weight:${weight};src:url(data:font/ttf;base64,${bytes})}`;
  });
  return svg.replace('>', () => `><style>${rules.join('')}</style>`);
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** The letters that a picture has in one of the two weights. */
function lettersOf(svg: string, bold: boolean): Set<number> {
  const out = new Set<number>();
  for (const [, attributes = '', words = ''] of svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)) {
    if (attributes.includes('font-weight="600"') !== bold) continue;
    for (const letter of words.replace(/&(?:amp|lt|gt|quot);/g, (e) => ENTITIES[e] as string))
      out.add(letter.codePointAt(0) as number);
  }
  return out;
}
