import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, expect, test } from 'vitest';
import { FONT } from '../../src/chart/draw.js';
import { subset } from '../../src/chart/subset.js';
import { FACES, withLetters } from '../../src/chart/typeface.js';

const folder = mkdtempSync(join(tmpdir(), 'solieu-letters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LETTERS = [...'ỆệẮẵỡỰưđĐ0189,.%–−³²«»(÷'];
const codes = (letters: readonly string[]) => new Set(letters.map((l) => l.codePointAt(0) as number));

/** Each letter in a place of its own: kerning, which a part of the font has not, would move them. */
function drawn(font: string, letters: readonly string[]): Buffer {
  const words = letters.map((l, i) => `<text x="${10 + i * 40}" y="44">${l}</text>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1100" height="60" font-size="30" font-family="${FONT}">${words}</svg>`;
  const options = { font: { loadSystemFonts: false, fontFiles: [font], defaultFontFamily: FONT } };
  return Buffer.from(new Resvg(svg, options).render().pixels);
}

test.each(FACES)(
  'a part of the font draws its letters as the whole does, weight $weight',
  ({ weight, file }) => {
    const whole = readFileSync(file);
    const part = subset(whole, codes(LETTERS));
    expect(part.length).toBeLessThan(whole.length / 4);
    const path = join(folder, `${weight}.ttf`);
    writeFileSync(path, part);
    expect(drawn(path, LETTERS).equals(drawn(file.pathname, LETTERS))).toBe(true);
    // What nobody asked for is left out, though its glyph keeps its place.
    expect(drawn(path, ['W']).equals(drawn(file.pathname, ['W']))).toBe(false);
  },
);

test('a picture gets the weights it uses, and is the same in every other way', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9"><text x="1" y="1" fill="#000">Xi măng &amp; đá</text></svg>`;
  const full = withLetters(svg);
  expect(full.match(/@font-face/g)).toHaveLength(1);
  expect(full).toContain('font-weight:400');
  expect(full.replace(/<style>.*?<\/style>/, '')).toBe(svg);
  expect(withLetters(svg)).toBe(full);
});
