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

// A picture's pixels lie outside the heap, where the collector does not see how much there is: it is called by hand, when
// the picture is on its way.
const collect = globalThis.gc ?? (() => {});

/**
 * Share of its time that it rests after a picture where more wait: memory and the collector's helpers are the bot's, too.
 * Without rest answers took up to half as long again at their slowest, with it a quarter.
 */
const REST = 0.7;
const nap = new Int32Array(new SharedArrayBuffer(4));

const { fonts, family, zoom } = JSON.parse(process.argv[2] ?? '{}');
const options = {
  font: { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: family },
  fitTo: { mode: 'zoom', value: zoom },
};

function draw(svg) {
  const image = new Resvg(svg, options).render();
  return pngOf(image.pixels, image.width, image.height);
}

process.on('message', ({ id, svg }) => {
  const began = performance.now();
  let answer;
  try {
    answer = { id, bytes: draw(svg) };
  } catch (cause) {
    answer = { id, error: String(cause?.message ?? cause) };
  }
  // The bot may have gone meanwhile; then nobody waits for it.
  if (process.connected) process.send(answer, () => {});
  const took = performance.now() - began;
  collect();
  // Nothing comes in meanwhile; the next picture waits in the pipe.
  Atomics.wait(nap, 0, 0, took * REST);
});
