import type { Answer } from '../answer/answer.js';
import type { Source } from '../stats/facts.js';
import { printDate } from '../vietnamese/print.js';
import type { Block, Span } from './reply.js';
import type { ReplyWorld } from './world.js';

/** «Báo Công Thương, “…” (2022)» with its address. */
export function sourceSpans(source: Source): Span[] {
  const date = printDate(source.published || source.edition);
  const title = `${source.publisher}: ${source.title}`;
  const spans: Span[] = [source.url ? { text: title, href: source.url } : { text: title }];
  if (date) spans.push({ text: ` (${date})` });
  return spans;
}

/** The sources of the figures told, asked ones first; at most four, the rest counted. */
export function sourceBlocks(answer: Answer, world: ReplyWorld, most = 3): Block[] {
  const ids = [...new Set(answer.figures.flatMap((f) => f.sources))];
  const known = ids.map((id) => world.facts.source(id)).filter((s) => s !== undefined);
  if (known.length === 0) return [];
  const shown = known.slice(0, most);
  const spans: Span[] = [{ text: 'Nguồn: ' }];
  shown.forEach((s, i) => {
    if (i > 0) spans.push({ text: '; ' });
    spans.push(...sourceSpans(s));
  });
  if (known.length > shown.length) spans.push({ text: ` và ${known.length - shown.length} nguồn khác` });
  spans.push({ text: '.' });
  return [{ kind: 'note', spans }];
}
