import { clean, escapeHtml } from './html.js';
import { callbackData, type Key, type Keyboard, pageData } from './keyboard.js';
import type { ButtonsLike, Shelf } from './ports.js';
import { BUTTONS, GROUPS, ITEMS, PAGE } from './words.js';

/** So many rows of buttons on a page: a phone shows them at once. */
const ROWS = 8;

/** One page of the catalogue as a message: the list of shelves, or the things on one of them. */
export interface Page {
  readonly html: string;
  readonly keyboard: Keyboard;
}

/**
 * Draws a page; one beyond the last is the last. Null for a shelf that is not there (any more).
 *
 * @param shelf its id, or '' for the list of shelves
 * @param page counted from 0
 */
export function drawPage(
  shelves: readonly Shelf[],
  shelf: string,
  page: number,
  kept: ButtonsLike,
  now: number,
): Page | null {
  if (shelf === '') {
    const keys = shelves.map(
      ({ id, name, items }): Key => ({
        text: `${clean(name)} (${items.length})`,
        callback_data: pageData(id, 0),
      }),
    );
    const rows: Key[][] = [];
    for (let i = 0; i < keys.length; i += 2) rows.push(keys.slice(i, i + 2));
    const { shown, turn, where } = pageOf(rows, page, '');
    return {
      html: escapeHtml(where === '' ? GROUPS : GROUPS.replace(/:$/, `${where}:`)),
      keyboard: { inline_keyboard: [...shown, ...turn] },
    };
  }
  const found = shelves.find(({ id }) => id === shelf);
  if (!found) return null;
  const { shown, turn, where } = pageOf(found.items, page, shelf);
  const rows = shown.map(({ label, question }): readonly Key[] => [
    { text: clean(label).trim() || '…', callback_data: callbackData(kept.keep(question, now), 'n') },
  ]);
  const back: Key = { text: BUTTONS.back, callback_data: pageData('', 0) };
  return {
    html: escapeHtml(ITEMS(found.name, where)),
    keyboard: { inline_keyboard: [...rows, ...turn, [back]] },
  };
}

/** The rows of a page, the row that turns pages, and «(trang 2/5)» where there are several. */
function pageOf<T>(rows: readonly T[], page: number, shelf: string) {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS));
  const at = Math.min(page, pages - 1);
  const turn: Key[] = [];
  if (at > 0) turn.push({ text: BUTTONS.previous, callback_data: pageData(shelf, at - 1) });
  if (at < pages - 1) turn.push({ text: BUTTONS.next, callback_data: pageData(shelf, at + 1) });
  return {
    shown: rows.slice(at * ROWS, (at + 1) * ROWS),
    turn: turn.length > 0 ? [turn] : [],
    where: pages > 1 ? PAGE(at + 1, pages) : '',
  };
}
