// Runs in a thread of its own: an SVG comes in, a PNG goes out. Plain JavaScript, so that it runs from the sources and
// from the built program alike.
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { pngOf } from './png.mjs';

try {
  // On Linux a thread can stand back by itself: where processors are few, answers go before pictures.
  setPriority(Number(readlinkSync('/proc/thread-self').split('/').pop()), 10);
} catch {
  // Elsewhere, or not allowed: the thread draws at the priority of all.
}

const options = {
  font: { loadSystemFonts: false, fontFiles: workerData.fonts, defaultFontFamily: workerData.family },
  fitTo: { mode: 'zoom', value: workerData.zoom },
};

parentPort.on('message', ({ id, svg }) => {
  try {
    const image = new Resvg(svg, options).render();
    const bytes = pngOf(image.pixels, image.width, image.height);
    parentPort.postMessage({ id, bytes }, [bytes.buffer]);
  } catch (cause) {
    parentPort.postMessage({ id, error: String(cause?.message ?? cause) });
  }
});
