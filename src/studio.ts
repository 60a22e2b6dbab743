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
  /** The same as PNG, drawn in a process of its own; rejects where it is busy for too long or failed. */
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
  /** What is drawn: of a single figure the answer of its series. */
  readonly answer: Answer;
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
  /** Ends the drawing process; what still waits is rejected. */
  close(): Promise<void>;
}

const MIMES = {
  workbook: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  csv: ['csv', 'text/csv; charset=utf-8'],
} as const;

/** `world`: today's, without a previous question. The drawing process starts at the first PNG. */
export function openStudio(world: () => Omit<World, 'previous'>): Studio {
  let painter: Painter | null = null;
  const today = (): World => ({ ...world(), previous: null });
  let known = { revision: Number.NaN, series: new Map<string, boolean>() };

  /** As `drawable` tells, without asking for the same series under every answer of it. */
  const mayDraw = (question: Question, answer: Answer): boolean => {
    const now = today();
    if (chartSpec(answer, now)) return true;
    const series = seriesOf(question, answer);
    if (!series) return false;
    const { revision } = now.facts;
    if (known.revision !== revision || known.series.size > MOST_KNOWN)
      known = { revision, series: new Map() };
    const { subject, areas, measure, basis, periods } = series;
    const key = JSON.stringify([subject, areas, measure, basis, periods]);
    const before = known.series.get(key);
    if (before !== undefined) return before;
    const may = isHeldTwice(series, now) || chartSpec(askQuestion(series, now).answer, now) !== null;
    known.series.set(key, may);
    return may;
  };
  const drawn = new DrawnLately();
  return {
    offers({ question, answer }) {
      if (!isTold(answer)) return { chart: false, workbook: false };
      const chart = drawn.find(question, today()) !== null || mayDraw(question, answer);
      return { chart, workbook: figuresOf(answer).length > 0 };
    },
    async chart(question, { narrow = false, answer } = {}) {
      const now = today();
      const found = drawn.drawnOf(question, now, answer);
      if (!found) return null;
      const { spec } = found;
      const { svg, key } = sheetOf(found, narrow ? NARROW : WIDE);
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
        answer: found.answer,
        key,
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

/** Pictures kept as specs; one is asked for several times in a row: wide, narrow, by its address, as PNG. */
const MOST_KEPT = 32;

/** What is drawn, and the answer whose figures it shows. */
interface Drawn {
  readonly spec: ChartSpec;
  readonly answer: Answer;
  /** As text, by width; made when asked for. */
  readonly sheets: Map<number, { readonly svg: string; readonly key: string }>;
}

function sheetOf({ spec, sheets }: Drawn, width: typeof WIDE | typeof NARROW) {
  const known = sheets.get(width);
  if (known) return known;
  const svg = svgOf(spec, { width });
  const made = { svg, key: createHash('sha256').update(svg).digest('base64url').slice(0, 22) };
  sheets.set(width, made);
  return made;
}

/** What was drawn lately of today's figures. */
class DrawnLately {
  readonly #kept = new Map<string, Drawn>();
  #age = '';

  /** What was drawn before; null: nothing yet. */
  find(question: Question, world: World): Drawn | null {
    const age = `${world.today} ${world.facts.revision}`;
    if (age !== this.#age) this.#kept.clear();
    this.#age = age;
    return this.#kept.get(JSON.stringify(question)) ?? null;
  }

  /** What a question's picture shows, asked where neither it nor the answer is known; null where nothing can be drawn. */
  drawnOf(question: Question, world: World, told?: Answer): Drawn | null {
    const known = this.find(question, world);
    if (known) return known;
    const answer = told ?? askQuestion(question, world).answer;
    const drawn = isTold(answer) ? drawable(question, answer, world) : null;
    if (!drawn) return null;
    const [oldest] = this.#kept.size >= MOST_KEPT ? this.#kept.keys() : [];
    if (oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(JSON.stringify(question), drawn);
    return drawn;
  }
}

/** The answer's own picture, else that of the series its first figure belongs to. */
function drawable(question: Question, answer: Answer, world: World): Drawn | null {
  const own = chartSpec(answer, world);
  if (own) return { spec: own, answer, sheets: new Map() };
  const series = seriesOf(question, answer);
  if (!series) return null;
  const whole = askQuestion(series, world).answer;
  const spec = chartSpec(whole, world);
  return spec && { spec, answer: whole, sheets: new Map() };
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

/** Is it plain from what is held, without asking, that the series has something to draw? */
function isHeldTwice({ subject, areas, measure, basis, periods }: FigureQuestion, world: World): boolean {
  const [indicator, area] = [subject.value.indicators[0], areas.value[0]];
  const wanted = measure.value;
  if (indicator === undefined || area === undefined || periods.value.type !== 'last') return false;
  if (wanted !== 'actual' && wanted !== 'index') return false;
  const { unit } = periods.value;
  const held = world.facts
    .current({ indicator, area, measure: wanted })
    .filter((o) => o.level === 'area' && o.basis === basis.value && parsePeriod(o.period)?.kind === unit);
  const first = held[0];
  return held.some((o) => o.period !== first?.period && o.unit === first?.unit);
}

/** So many series are remembered as drawable or not. */
const MOST_KNOWN = 5_000;

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
