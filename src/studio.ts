import { createHash } from 'node:crypto';
import type { Answer } from './answer/answer.js';
import { askQuestion, type Result, type World } from './ask.js';
import {
  type ChartSpec,
  chartSpec,
  createPainter,
  figuresOf,
  NARROW,
  type Painter,
  svgOf,
  WIDE,
  withLetters,
} from './chart/index.js';
import type { FigureQuestion, Question } from './question/question.js';
import { parsePeriod } from './stats/period.js';

/** A picture of an answer. */
export interface Picture {
  readonly svg: string;
  /** The SVG with the letters it needs within: it looks the same on a device that has not got the font. */
  lettered(): string;
  /** The same as PNG, drawn in a thread of its own; rejects where the thread is busy for too long or failed. */
  png(): Promise<Uint8Array>;
  /** At most 1,024 characters: what it shows, first and last values, sources. */
  readonly caption: string;
  /** For those who cannot see it. */
  readonly alt: string;
  readonly title: string;
  /** Without an ending. */
  readonly fileName: string;
  /** The same picture has the same key, another one another. */
  readonly key: string;
}

/** A workbook or a table as bytes, ready to be handed over. */
export interface SavedFile {
  readonly bytes: Uint8Array;
  /** With its ending. */
  readonly fileName: string;
  readonly caption: string;
  readonly mime: string;
}

export interface PictureOptions {
  /** The layout for a phone 360 px wide instead of that for Telegram and desks. */
  readonly narrow?: boolean;
  /** The answer to this very question where it is there already: it is not asked again. */
  readonly answer?: Answer | undefined;
}

/** Where answers become pictures and files; every channel hands over the same ones. */
export interface Studio {
  /** As what an answer can be handed over. */
  offers(result: Pick<Result, 'question' | 'answer'>): {
    readonly chart: boolean;
    readonly workbook: boolean;
  };
  /**
   * The picture of a question's answer; of a single figure that of its series. Null where nothing can be drawn: fewer
   * than two figures that stand on one scale.
   */
  chart(question: Question, options?: PictureOptions): Promise<Picture | null>;
  /** The figures of a question's answer, one row each; null where there are none. */
  file(question: Question, kind: 'workbook' | 'csv'): Promise<SavedFile | null>;
  /** Ends the drawing thread; what still waits is rejected. */
  close(): Promise<void>;
}

const MIMES = {
  workbook: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  csv: ['csv', 'text/csv; charset=utf-8'],
} as const;

/** `world`: today's, without a previous question. The drawing thread starts at the first PNG. */
export function openStudio(world: () => Omit<World, 'previous'>): Studio {
  let painter: Painter | null = null;
  const today = (): World => ({ ...world(), previous: null });
  const drawn = new DrawnLately();
  return {
    offers({ question, answer }) {
      if (!isTold(answer)) return { chart: false, workbook: false };
      const now = today();
      const spec = drawn.find(question, now) ?? drawable(question, answer, now);
      return { chart: spec !== null, workbook: figuresOf(answer).length > 0 };
    },
    async chart(question, { narrow = false, answer } = {}) {
      const now = today();
      const spec = answer
        ? (drawn.find(question, now) ?? (isTold(answer) ? drawable(question, answer, now) : null))
        : drawn.specOf(question, now);
      if (!spec) return null;
      const svg = svgOf(spec, { width: narrow ? NARROW : WIDE });
      return {
        svg,
        lettered: () => withLetters(svg),
        png() {
          painter ??= createPainter();
          return painter.pngOf(svg);
        },
        caption: spec.caption,
        alt: spec.alt,
        title: spec.title,
        fileName: fileName(spec.title),
        key: createHash('sha256').update(svg).digest('base64url').slice(0, 22),
      };
    },
    async file(question, kind) {
      const now = today();
      const { answer, reply } = askQuestion(question, now);
      const count = figuresOf(answer).length;
      if (!isTold(answer) || count === 0) return null;
      const { csvOf, workbookOf } = await import('./workbook/index.js');
      const bytes =
        kind === 'csv'
          ? Buffer.from(csvOf(answer, now), 'utf8')
          : await workbookOf(answer, now, { question: question.text, today: now.today });
      const [ending, mime] = MIMES[kind];
      const name = reply.restated ?? question.text;
      return {
        bytes,
        fileName: `${fileName(name)}.${ending}`,
        caption: `${name}: ${count} số liệu, kèm đơn vị, trạng thái và nguồn.`,
        mime,
      };
    },
    async close() {
      await painter?.close();
      painter = null;
    },
  };
}

const isTold = ({ outcome }: Answer): boolean => outcome === 'answer' || outcome === 'assumed';

/** Specs kept; a picture is asked for several times in a row: wide, narrow, by its address, as PNG. */
const MOST_KEPT = 32;

/** What was drawn lately of today's figures. */
class DrawnLately {
  readonly #specs = new Map<string, ChartSpec>();
  #age = '';

  /** The spec drawn before; null: none yet. */
  find(question: Question, world: World): ChartSpec | null {
    const age = `${world.today} ${world.facts.revision}`;
    if (age !== this.#age) this.#specs.clear();
    this.#age = age;
    return this.#specs.get(JSON.stringify(question)) ?? null;
  }

  /** The spec of a question, asked where it is not known; null where nothing can be drawn. */
  specOf(question: Question, world: World): ChartSpec | null {
    const known = this.find(question, world);
    if (known) return known;
    const { answer } = askQuestion(question, world);
    const spec = isTold(answer) ? drawable(question, answer, world) : null;
    if (!spec) return null;
    const [oldest] = this.#specs.size >= MOST_KEPT ? this.#specs.keys() : [];
    if (oldest !== undefined) this.#specs.delete(oldest);
    this.#specs.set(JSON.stringify(question), spec);
    return spec;
  }
}

/** The answer's own picture, else that of the series its first figure belongs to. */
function drawable(question: Question, answer: Answer, world: World): ChartSpec | null {
  const own = chartSpec(answer, world);
  if (own) return own;
  const series = seriesOf(question, answer);
  return series ? chartSpec(askQuestion(series, world).answer, world) : null;
}

/** The series of the figure that a question was answered with: same thing and measure, every period of its kind. */
function seriesOf(question: Question, answer: Answer): FigureQuestion | null {
  if (!('subject' in question) || question.kind === 'series') return null;
  // One side alone is no picture of a comparison.
  if (question.kind === 'compare' && (question.subject.value?.indicators.length ?? 0) > 1) return null;
  const first = answer.figures.find((f) => f.role === 'asked');
  if (!first || first.indicator === null || question.enterprise) return null;
  const measures = ['actual', 'index', 'growth'] as const;
  const measure = measures.find((m) => m === first.measure);
  if (!measure) return null;
  const kind = parsePeriod(first.period)?.kind;
  const unit = kind === 'month' || kind === 'quarter' ? kind : 'year';
  const { text, bends, leftover } = question;
  return {
    text,
    bends,
    leftover,
    enterprise: false,
    kind: 'series',
    trend: false,
    subject: { value: { indicators: [first.indicator], group: null }, from: 'text' },
    areas: { value: [first.area], from: 'text' },
    measure: { value: measure, from: 'text' },
    basis: { value: first.basis, from: 'text' },
    periods: { value: { type: 'last', count: MOST_PERIODS, unit }, from: 'text' },
  };
}

/** Enough for every year held, and for five years of months. */
const MOST_PERIODS = 60;

/** What may stand in the name of a file on any system. */
const fileName = (title: string): string =>
  title
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[\s.,]+$/u, '') || 'Số liệu';
