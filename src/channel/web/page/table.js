// Draws a table in a box of its own, which scrolls when the screen is too narrow for it.
import { element } from './element.js';

export function table({ columns, rows }, caption) {
  const side = (i) => (columns[i]?.align === 'right' ? { class: 'number' } : {});
  const head = columns.map((c, i) => element('th', { scope: 'col', ...side(i) }, [c.head]));
  const cell = (text, i) =>
    i === 0 ? element('th', { scope: 'row', ...side(i) }, [text]) : element('td', side(i), [text]);
  const box = element('div', { class: 'table-box', role: 'region', 'aria-label': caption }, [
    element('table', {}, [
      element('caption', { class: 'unseen' }, [caption]),
      element('thead', {}, [element('tr', {}, head)]),
      element(
        'tbody',
        {},
        rows.map((row) => element('tr', {}, row.map(cell))),
      ),
    ]),
  ]);
  const look = () => showRoom(box);
  box.addEventListener('scroll', look, { passive: true });
  new ResizeObserver(look).observe(box);
  return box;
}

/** Shows that there is more to the right; only a box that scrolls is a stop for the keyboard. */
function showRoom(box) {
  const hidden = box.scrollWidth - box.clientWidth;
  box.classList.toggle('has-more', hidden - box.scrollLeft > 1);
  if (hidden > 1) box.tabIndex = 0;
  else box.removeAttribute('tabindex');
}
