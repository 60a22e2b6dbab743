import type { Drawing, Form, Log, Picture, Said } from './talker.js';
import { TEXTS } from './texts.js';

/** A picture as the page needs it: the bytes come by its addresses. */
export interface WireChart {
  readonly title: string;
  /** For those who cannot see it. */
  readonly alt: string;
  /** Units of the picture, so that the page keeps room for it. */
  readonly width: number;
  readonly height: number;
  readonly svg: string;
  readonly png: string;
}

/** A file that was asked for: `first` is what the sentence named. */
export interface WireFile {
  readonly caption: string;
  readonly first: 'xlsx' | 'csv';
}

/** What an answer is handed over as beside its words; `missing` says why it is not. */
export interface HandedOver {
  readonly chart: WireChart | null;
  readonly file: WireFile | null;
  readonly missing: string | null;
}

const NOTHING: HandedOver = { chart: null, file: null, missing: null };

/** A picture that the page finds under the key of its question. */
export function toWireChart(picture: Picture, key: string): WireChart {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(picture.svg) ?? [];
  return {
    title: picture.title,
    alt: picture.alt,
    width: Number(width ?? 900),
    height: Number(height ?? 600),
    svg: `chart/${key}.svg`,
    png: `chart/${key}.png`,
  };
}

/** Makes what was asked for beside the words. A fault is logged and told: the words come all the same. */
export async function handOver(
  said: Said,
  form: Form | null,
  key: string | null,
  { studio, log }: { readonly studio: Drawing; readonly log: Log },
): Promise<HandedOver> {
  // Asked back: the form waits for the answer. Small talk has no figures that a line need excuse.
  if (form === null || said.answer.outcome === 'ask') return NOTHING;
  const picture = form === 'chart';
  const none = { ...NOTHING, missing: picture ? TEXTS.noChart : TEXTS.noFile };
  if (key === null) return none;
  try {
    if (picture) {
      const chart = await studio.chart(said.question);
      return chart ? { ...NOTHING, chart: toWireChart(chart, key) } : none;
    }
    const file = await studio.file(said.question, form);
    if (!file) return none;
    return { ...NOTHING, file: { caption: file.caption, first: form === 'csv' ? 'csv' : 'xlsx' } };
  } catch (err) {
    log.error({ err, form }, 'an answer could not be handed over');
    return { ...NOTHING, missing: picture ? TEXTS.chartFault : TEXTS.fileFault };
  }
}
