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

/** Remarks about how a document came to us, and the name of a table in it, stand in the full list only. */
export function shortTitle(title: string): string {
  const plain = title
    .replace(/\s*\([^()]*\)/g, '')
    .replace(/, biểu .*$/, '')
    .trim();
  return plain || title.replace(/^\(.*: (.+)\)$/, '$1');
}

function shortSpans(source: Source): Span[] {
  const text = `${source.publisher.replace(/\s*\([^()]*\)/g, '')}, ${shortTitle(source.title)}`;
  const [year, month, day] = (source.published || source.edition).split('-');
  // The title of a monthly report says its month.
  const said = month && !day && source.title.includes(`tháng ${Number(month)} năm ${year}`);
  return [source.url ? { text, href: source.url } : { text }, ...(said ? [] : dated(source))];
}

const wordsOf = (spans: readonly Span[]) => spans.map((s) => s.text).join('');

/** Two tables of one report have one short name: it is said, and counted, once. */
function unlike(sources: readonly Source[]): Source[] {
  const byName = new Map<string, Source>();
  for (const s of sources) {
    const name = wordsOf(shortSpans(s));
    if (!byName.has(name)) byName.set(name, s);
  }
  return [...byName.values()];
}

/** The sources of the figures told, asked ones first; two named, the others behind the button. */
export function sourceBlocks(answer: Answer, world: ReplyWorld, most = 2): Block[] {
  const ids = [...new Set(answer.figures.flatMap((f) => f.sources))];
  const known = unlike(ids.map((id) => world.facts.source(id)).filter((s) => s !== undefined));
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
