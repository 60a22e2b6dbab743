// Runs in a thread of its own: an SVG comes in, a PNG goes out. Plain JavaScript, so that it runs from the sources and
// from the built program alike.
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';

const options = {
  font: { loadSystemFonts: false, fontFiles: workerData.fonts, defaultFontFamily: workerData.family },
  fitTo: { mode: 'zoom', value: workerData.zoom },
};

parentPort.on('message', ({ id, svg }) => {
  try {
    const png = new Resvg(svg, options).render().asPng();
    // A copy of its own, so that the buffer can be handed over; the native one is freed here.
    const bytes = new Uint8Array(png);
    parentPort.postMessage({ id, bytes }, [bytes.buffer]);
  } catch (cause) {
    parentPort.postMessage({ id, error: String(cause?.message ?? cause) });
  }
});
