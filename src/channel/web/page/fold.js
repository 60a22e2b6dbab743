// A long list or table shows its beginning; a button brings the rest. Nobody scrolls through sixty lines to the buttons.
import { element } from './element.js';

/** So many rows stand at once; a few more are not worth a button. */
const SHOWN = 12;
const LONGEST = 18;

/**
 * Hides what goes beyond the beginning and gives the button that shows it; null where all of it stands. `rows` are
 * elements of one parent. On paper everything is printed.
 */
export function foldLong(rows) {
  if (rows.length <= LONGEST) return null;
  const rest = rows.slice(SHOWN);
  for (const row of rest) row.classList.add('is-folded');
  const button = element('button', { class: 'tool more', type: 'button' }, [`Xem đủ ${rows.length} dòng`]);
  button.addEventListener('click', () => {
    for (const row of rest) row.classList.remove('is-folded');
    // The keyboard and the reader go on where the new rows begin.
    rest[0].tabIndex = -1;
    rest[0].focus({ preventScroll: true });
    button.remove();
  });
  return button;
}
