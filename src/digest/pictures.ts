import type { FigureQuestion } from '../question/question.js';
import type { FactKey } from '../store/reader.js';
import { publishedOf, type ToldFigure } from '../store/told.js';
import type { Item } from './changes.js';
import type { Asker } from './ports.js';
import { seriesQuestion } from './questions.js';

/** A picture to go with a digest: the question whose answer is drawn, and the figures that it shows. */
export interface Picture {
  readonly question: FigureQuestion;
  readonly figures: readonly ToldFigure[];
}

/** A digest is read in a minute. */
const MOST_PICTURES = 3;

const DRAWN = ['actual', 'index', 'growth'] as const;

/** The followed series in which something is new, the first few; a series of one figure is no picture. */
export function picturesOf(
  items: readonly Item[],
  followed: (key: FactKey) => boolean,
  asker: Asker,
): readonly Picture[] {
  const series = new Map<string, FactKey>();
  // A level says more than its growth.
  for (const measure of DRAWN) {
    for (const { key, now } of items) {
      const name = `${key.indicator} ${key.area}`;
      if (key.measure !== measure || now === null || key.level !== 'area' || !followed(key)) continue;
      if (!series.has(name)) series.set(name, key);
    }
  }
  const pictures: Picture[] = [];
  for (const key of series.values()) {
    if (pictures.length >= MOST_PICTURES) break;
    const question = seriesQuestion(key);
    const { answer, fault } = asker.ask(question);
    const asked = answer.figures.filter((f) => f.role === 'asked');
    const told = answer.outcome === 'answer' || answer.outcome === 'assumed';
    if (fault !== null || !told || asked.length < 2) continue;
    pictures.push({ question, figures: publishedOf(asked) });
  }
  return pictures;
}
