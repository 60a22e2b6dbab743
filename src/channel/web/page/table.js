// Draws a table; it scrolls when the screen is too narrow for it.
import { element } from './element.js';
import { foldLong } from './fold.js';
import { scrollBox } from './scroll-box.js';

export function table({ columns, rows }, caption) {
  const side = (i) => (columns[i]?.align === 'right' ? { class: 'number' } : {});
  const head = columns.map((c, i) => element('th', { scope: 'col', ...side(i) }, [c.head]));
  const cell = (text, i) =>
    i === 0 ? element('th', { scope: 'row', ...side(i) }, [text]) : element('td', side(i), [text]);
  const lines = rows.map((row) => element('tr', {}, row.map(cell)));
  const box = scrollBox(caption, [
    element('table', {}, [
      element('caption', { class: 'unseen' }, [caption]),
      element('thead', {}, [element('tr', {}, head)]),
      element('tbody', {}, lines),
    ]),
  ]);
  const more = foldLong(lines);
  return more ? element('div', {}, [box, more]) : box;
}
