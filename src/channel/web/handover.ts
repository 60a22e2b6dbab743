import type { Question } from '../../question/question.js';
import type { Drawing, Form, Log, Picture, Said } from './talker.js';
import { TEXTS } from './texts.js';

/** A picture as the page needs it: the bytes come by its addresses. */
export interface WireChart {
  readonly title: string;
  /** For those who cannot see it. */
  readonly alt: string;
  readonly wide: Sheet;
  /** The layout for a phone. */
  readonly narrow: Sheet;
  /** The wide one, to be kept. */
  readonly png: string;
}

/** One layout: its address, and its units so that the page keeps room for it. */
interface Sheet {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
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

/** The picture of a question's answer, which the page finds under the question's key; null where nothing can be drawn. */
export async function chartOf(question: Question, key: string, studio: Drawing): Promise<WireChart | null> {
  const wide = await studio.chart(question);
  const narrow = await studio.chart(question, { narrow: true });
  if (!wide || !narrow) return null;
  return {
    title: wide.title,
    alt: wide.alt,
    wide: { svg: `chart/${key}.svg`, ...sizeOf(wide) },
    narrow: { svg: `chart/${key}.narrow.svg`, ...sizeOf(narrow) },
    png: `chart/${key}.png`,
  };
}

function sizeOf({ svg }: Picture): { width: number; height: number } {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width ?? 900), height: Number(height ?? 600) };
}

/** Makes what was asked for beside the words. A fault is logged and told: the words come all the same. */
export async function handOver(
  said: Said,
  form: Form | null,
  key: string | null,
  { studio, log }: { readonly studio: Drawing; readonly log: Log },
): Promise<HandedOver> {
  // Asked back: the form waits for the answer. A refusal says itself why there is nothing.
  const { outcome } = said.answer;
  if (form === null || outcome === 'ask' || outcome === 'refuse') return NOTHING;
  const picture = form === 'chart';
  const none = { ...NOTHING, missing: picture ? TEXTS.noChart : TEXTS.noFile };
  if (key === null) return none;
  try {
    if (picture) {
      const chart = await chartOf(said.question, key, studio);
      return chart ? { ...NOTHING, chart } : none;
    }
    const file = await studio.file(said.question, form);
    if (!file) return none;
    return { ...NOTHING, file: { caption: file.caption, first: form === 'csv' ? 'csv' : 'xlsx' } };
  } catch (err) {
    log.error({ err, form }, 'an answer could not be handed over');
    return { ...NOTHING, missing: picture ? TEXTS.chartFault : TEXTS.fileFault };
  }
}
