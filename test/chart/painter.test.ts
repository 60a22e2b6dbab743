import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { FONT } from '../../src/chart/draw.js';
import { createPainter, NoPicture } from '../../src/chart/index.js';
import { widthOf } from '../../src/chart/measure.js';

const painter = createPainter();
afterAll(() => painter.close());

const picture = (words: string, size = 40, weight = 400) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" viewBox="0 0 120 60" font-family="'${FONT}'"><rect width="120" height="60" fill="#fff"/><text x="10" y="44" font-size="${size}" font-weight="${weight}">${words}</text></svg>`;

/** Width, height and the picture's raw rows. */
function read(png: Uint8Array) {
  const b = Buffer.from(png);
  expect(b.toString('latin1', 1, 4)).toBe('PNG');
  expect(b.readUInt32BE(24)).toBe(0x08_02_00_00);
  const parts: Buffer[] = [];
  for (let at = 8; at < b.length; at += b.readUInt32BE(at) + 12)
    if (b.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(b.subarray(at + 8, at + 8 + b.readUInt32BE(at)));
  return {
    width: b.readUInt32BE(16),
    height: b.readUInt32BE(20),
    rows: inflateSync(Buffer.concat(parts)).toString('base64'),
  };
}
const pixels = async (words: string, weight = 400) =>
  read(await painter.pngOf(picture(words, 40, weight))).rows;

describe('letters', () => {
  test.each([400, 600])('every Vietnamese letter has a glyph of its own, weight %i', async (weight) => {
    const blank = await pixels('', weight);
    // A private-use character has no glyph in any text font.
    const missing = await pixels('\uE83A', weight);
    const seen = new Map<string, string>();
    const plain = [...'aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ'];
    const letters = plain.flatMap((c) =>
      ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((t) => (c + t).normalize('NFC')),
    );
    for (const letter of [...letters.filter((l) => [...l].length === 1), ...'–−·…«»%³²']) {
      const own = await pixels(letter, weight);
      expect(own, letter).not.toBe(blank);
      expect(own, letter).not.toBe(missing);
      expect(seen.get(own), `${letter} looks like another`).toBeUndefined();
      seen.set(own, letter);
    }
  });

  test('widths are near those of the font', () => {
    expect(widthOf('ế', 10)).toBe(widthOf('ê', 10));
    expect(widthOf('Ậ', 10)).toBeGreaterThan(5);
  });
});

describe('the process', () => {
  const program = (text: string) => {
    const file = join(mkdtempSync(join(tmpdir(), 'painter-')), 'worker.mjs');
    writeFileSync(file, text);
    return pathToFileURL(file);
  };

  test('size follows the drawing', async () => {
    expect(read(await painter.pngOf(picture('a')))).toMatchObject({ width: 171, height: 85 });
  });

  test('a drawing that cannot be read is refused, and the next one is drawn', async () => {
    await expect(painter.pngOf('<svg')).rejects.toThrow(NoPicture);
    expect(read(await painter.pngOf(picture('a'))).width).toBe(171);
  });

  test.skipIf(process.platform !== 'linux')(
    'pictures asked for one upon the other leave no pixels behind',
    async () => {
      const large = picture('a').replace('width="120" height="60"', 'width="1600" height="1000"');
      await painter.pngOf(large);
      const memory = () => {
        const status = readFileSync(`/proc/${painter.pid}/status`, 'utf8');
        return Number(/VmRSS:\s*(\d+) kB/.exec(status)?.[1]) / 1024;
      };
      const before = memory();
      for (let i = 0; i < 15; i++) await painter.pngOf(large);
      // Each has 13 MB of pixels, twice.
      expect(memory() - before).toBeLessThan(100);
    },
  );

  test('knows nothing of the bot that it draws for', async () => {
    vi.stubEnv('TELEGRAM_BOT_TOKEN', 'secret');
    const own = createPainter({
      worker: program(
        `process.on('message', ({ id }) => process.send({ id, bytes: Buffer.from(JSON.stringify(process.env)) }));`,
      ),
    });
    expect(Buffer.from(await own.pngOf('')).toString()).not.toContain('secret');
    vi.unstubAllEnvs();
    await own.close();
  });

  test('outlives the signals of its group: the bot heeds them', async () => {
    await painter.pngOf(picture('a'));
    const { pid } = painter;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(pid ?? 0, signal);
    expect(read(await painter.pngOf(picture('a'))).width).toBe(171);
    expect(painter.pid).toBe(pid);
  });

  test('the queue has a limit', async () => {
    const small = createPainter({ limit: 2 });
    const all = await Promise.allSettled([1, 2, 3, 4, 5].map(() => small.pngOf(picture('a'))));
    expect(all.map((r) => r.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
    await small.close();
  });

  test('one that hangs is ended at the deadline; the next picture gets a new process', async () => {
    const worker = program(
      `process.on('message', ({ id, svg }) => { if (svg === 'hang') for (;;); process.send({ id, bytes: new Uint8Array(1) }); });`,
    );
    const own = createPainter({ worker, deadline: 400 });
    const hung = own.pngOf('hang');
    await expect(hung).rejects.toMatchObject({ reason: 'late' });
    expect(await own.pngOf('fine')).toHaveLength(1);
    await own.close();
  });

  test('one that dies loses its picture only', async () => {
    const worker = program(
      `process.on('message', ({ id, svg }) => { if (svg === 'die') process.exit(3); process.send({ id, bytes: new Uint8Array(1) }); });`,
    );
    const own = createPainter({ worker });
    const [died, fine] = await Promise.allSettled([own.pngOf('die'), own.pngOf('fine')]);
    expect([died?.status, fine?.status]).toEqual(['rejected', 'fulfilled']);
    await own.close();
    await expect(own.pngOf('late')).rejects.toMatchObject({ reason: 'closed' });
  });
});
