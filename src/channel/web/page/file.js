// Files of an answer: plain links, which a browser keeps under the name that the server gives them.
import { element } from './element.js';

const NAMES = { xlsx: 'Excel', csv: 'CSV' };

export const fileAddress = (key, kind) => `file/${key}.${kind}`;

/** A small link, for the row under an answer. */
export function fileLink(key, kind) {
  return element('a', { class: 'tool', href: fileAddress(key, kind), download: '' }, [
    element('span', { 'aria-hidden': 'true' }, ['↓ ']),
    element('span', { class: 'unseen' }, ['Tải ']),
    NAMES[kind],
  ]);
}

/** The file that was asked for, before the words; `start`: the browser begins to fetch it by itself. */
export function fileBox({ caption, first }, key, start) {
  const link = (kind) =>
    element('a', { class: kind === first ? 'take' : 'tool', href: fileAddress(key, kind), download: '' }, [
      element('span', { 'aria-hidden': 'true' }, ['↓ ']),
      `Tải ${NAMES[kind]}`,
    ]);
  const main = link(first);
  if (start) setTimeout(() => main.click());
  return element('div', { class: 'file' }, [
    element('p', {}, [caption]),
    element('p', { class: 'tools' }, [main, link(first === 'csv' ? 'xlsx' : 'csv')]),
  ]);
}
