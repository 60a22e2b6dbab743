// Runs in a thread of its own: an SVG comes in, a PNG goes out. Plain JavaScript, so that it runs from the sources and
// from the built program alike.
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { pngOf } from './png.mjs';

try {
  // On Linux a thread can stand back by itself: where processors are few, answers go before pictures.
  setPriority(Number(readlinkSync('/proc/thread-self').split('/').pop()), 10);
} catch {
  // Elsewhere, or not allowed: the thread draws at the priority of all.
}

// A picture's pixels lie outside the heap, where the collector does not see how much there is: it is called by hand.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
/** Bytes of pixels that may lie about. */
const MOST_HELD = 24 * 1024 * 1024;
let held = 0;

const options = {
  font: { loadSystemFonts: false, fontFiles: workerData.fonts, defaultFontFamily: workerData.family },
  fitTo: { mode: 'zoom', value: workerData.zoom },
};

function draw(svg) {
  const image = new Resvg(svg, options).render();
  held += image.width * image.height * 8;
  return pngOf(image.pixels, image.width, image.height);
}

parentPort.on('message', ({ id, svg }) => {
  let answer;
  try {
    answer = { id, bytes: draw(svg) };
  } catch (cause) {
    answer = { id, error: String(cause?.message ?? cause) };
  }
  if (held > MOST_HELD) {
    collect();
    held = 0;
  }
  // What was collected is freed when the loop goes round; a next picture that came before would put it off for ever.
  setImmediate(() => parentPort.postMessage(answer, answer.bytes ? [answer.bytes.buffer] : []));
});
