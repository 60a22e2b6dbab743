// Runs in a process of its own: an SVG comes in, a PNG goes out. Plain JavaScript, so that it runs from the sources and
// from the built program alike.
import { setPriority } from 'node:os';
import { Resvg } from '@resvg/resvg-js';
import { pngOf } from './png.mjs';

try {
  // Where processors are few, answers go before pictures.
  setPriority(10);
} catch {
  // Not allowed: it draws at the priority of all.
}

// A signal to the whole group is for the bot to heed: it lets the picture in hand be finished, then lets go.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.on('disconnect', () => process.exit());

// A picture's pixels lie outside the heap, where the collector does not see how much there is: it is called by hand. The
// small collection does; the whole one took ten times as long, and helpers on other processors.
const collect = globalThis.gc ?? (() => {});
/** Bytes of pixels that may lie about. */
const MOST_HELD = 16 * 1024 * 1024;
let held = 0;

const { fonts, family, zoom } = JSON.parse(process.argv[2] ?? '{}');
const options = {
  font: { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: family },
  fitTo: { mode: 'zoom', value: zoom },
};

function draw(svg) {
  const image = new Resvg(svg, options).render();
  held += image.width * image.height * 8;
  return pngOf(image.pixels, image.width, image.height);
}

process.on('message', ({ id, svg }) => {
  let answer;
  try {
    answer = { id, bytes: draw(svg) };
  } catch (cause) {
    answer = { id, error: String(cause?.message ?? cause) };
  }
  if (held > MOST_HELD) {
    collect({ type: 'minor' });
    held = 0;
  }
  // What was collected is freed when the loop goes round; a next picture that came before would put it off for ever.
  setImmediate(() => {
    // The bot may have gone meanwhile; then nobody waits for it.
    if (process.connected) process.send(answer, () => {});
  });
});
