import type { Answer } from '../answer/answer.js';
import type { Source } from '../stats/facts.js';
import { printDate } from '../vietnamese/print.js';
import type { Block, Span } from './reply.js';
import type { ReplyWorld } from './world.js';

const dated = (source: Source): Span[] => {
  const date = printDate(source.published || source.edition);
  return date ? [{ text: ` (${date})` }] : [];
};

/** «Báo Công Thương: … (2022)» with its address, the title in full. */
export function sourceSpans(source: Source): Span[] {
  const title = `${source.publisher}: ${source.title}`;
  return [source.url ? { text: title, href: source.url } : { text: title }, ...dated(source)];
}

/** A publisher without remarks. */
export const officeOf = ({ publisher }: Source): string => publisher.replace(/\s*\([^()]*\)/g, '');

/** Remarks about how a document came to us, and the name of a table in it, stand in the full list only. */
export function shortTitle(title: string): string {
  const plain = title
    .replace(/\s*\([^()]*\)/g, '')
    .replace(/, biểu .*$/, '')
    .trim();
  return plain || title.replace(/^\(.*: (.+)\)$/, '$1');
}

/** «Báo Công Thương, Sản xuất công nghiệp … (2022)», without remarks. */
export function shortSpans(source: Source): Span[] {
  const text = `${officeOf(source)}, ${shortTitle(source.title)}`;
  const [year, month, day] = (source.published || source.edition).split('-');
  // The title of a monthly report says its month.
  const said = month && !day && source.title.includes(`tháng ${Number(month)} năm ${year}`);
  return [source.url ? { text, href: source.url } : { text }, ...(said ? [] : dated(source))];
}

/** The sources of the figures told, asked ones first; two named, the others behind the button. */
export function sourceBlocks(answer: Answer, world: ReplyWorld, most = 2): Block[] {
  const known = onceEach(sourcesOf(answer, world));
  if (known.length === 0) return [];
  const spans: Span[] = [{ text: 'Nguồn: ' }];
  known.slice(0, most).forEach((s, i) => {
    if (i > 0) spans.push({ text: '; ' });
    spans.push(...shortSpans(s));
  });
  if (known.length > most) spans.push({ text: ` và ${known.length - most} nguồn khác` });
  spans.push({ text: '.' });
  return [{ kind: 'note', spans }];
}

/** The sources of all figures of an answer, in the order in which they come. */
export const sourcesOf = (answer: Answer, world: ReplyWorld): Source[] =>
  [...new Set(answer.figures.flatMap((f) => f.sources))]
    .map((id) => world.facts.source(id))
    .filter((s) => s !== undefined);

/** Tables of one document that read the same in short, once. */
const onceEach = (sources: readonly Source[]): Source[] =>
  sources.filter((s, i) => sources.findIndex((x) => shortText(x) === shortText(s)) === i);

/** A source as it reads in short. */
export const shortText = (s: Source): string =>
  shortSpans(s)
    .map((x) => x.text)
    .join('');
