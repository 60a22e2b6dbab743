// Draws the blocks of a reply: lines, lists, tables, small print.
import { element } from './element.js';
import { foldLong } from './fold.js';
import { table } from './table.js';

/** A strong run this short that holds a digit, alone in the first line and no heading («Mục tiêu năm 2022:»), is the figure asked for. */
const LONGEST_FIGURE = 40;

export function blocks(reply) {
  const nodes = reply.blocks.map((block) => draw(block, reply.restated));
  const first = reply.blocks[0];
  if (first?.kind === 'line') {
    nodes[0].classList.add('lead');
    const strong = first.spans.filter((s) => s.style === 'strong');
    if (strong.length === 1 && isFigure(strong[0].text)) {
      nodes[0].querySelector('strong').classList.add('figure');
    }
  }
  return nodes;
}

const isFigure = (text) => text.length <= LONGEST_FIGURE && /\d/.test(text) && !/:\s*$/.test(text);

function draw(block, restated) {
  switch (block.kind) {
    case 'line':
      return element('p', {}, block.spans.map(span));
    case 'list':
      return list(block.items.map((item) => element('li', {}, item.map(span))));
    case 'table':
      return table(block, restated ?? 'Bảng số liệu');
    default:
      return element('p', { class: 'note' }, block.spans.map(span));
  }
}

function list(items) {
  const all = element('ul', { class: 'list' }, items);
  const more = foldLong(items);
  return more ? element('div', {}, [all, more]) : all;
}

function span({ text, style, href }) {
  const words = style === 'strong' || style === 'em' ? element(style, {}, [text]) : text;
  if (!isHttps(href)) return words;
  return element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, [
    words,
    element('span', { class: 'unseen' }, [' (mở trang khác)']),
  ]);
}

function isHttps(href) {
  try {
    return new URL(href).protocol === 'https:';
  } catch {
    return false;
  }
}
