import type { Button } from '../../reply/reply.js';
import { clean } from './html.js';
import type { ButtonsLike, DeskReply } from './ports.js';

/**
 * What a button carries: a version, an act (`q`: ask the question kept under the key; `s`: an act of the desk), a key. At
 * most 64 bytes.
 */
const CURRENT = /^v1:q:([A-Za-z0-9_-]{1,40})$/;
const DESK = /^v1:s:([A-Za-z0-9:_-]{1,58})$/;

export function callbackData(key: string): string {
  return `v1:q:${key}`;
}

/** The key in a button's data; null when another version wrote it. */
export function keyIn(data: string): string | null {
  return CURRENT.exec(data)?.[1] ?? null;
}

/** The desk's act in a button's data; null when it is another button. */
export function actIn(data: string): string | null {
  return DESK.exec(data)?.[1] ?? null;
}

/** The desk's buttons, in its own rows. */
export function deskKeyboard(rows: DeskReply['rows'] = []): Keyboard {
  return {
    inline_keyboard: rows.map((row) =>
      row.map(({ label, act }) => ({ text: clean(label).trim() || '…', callback_data: `v1:s:${act}` })),
    ),
  };
}

export interface Keyboard {
  readonly inline_keyboard: readonly (readonly { readonly text: string; readonly callback_data: string }[])[];
}

/** The Reply's buttons, two in a row; always a keyboard, so that an edit takes old buttons away. */
export function keyboardOf(buttons: readonly Button[], kept: ButtonsLike, now: number): Keyboard {
  const drawn = buttons.map((button) => ({
    text: clean(button.label).trim() || clean(button.sentence).trim() || '…',
    callback_data: callbackData(kept.keep(button.question, now)),
  }));
  const rows = [];
  for (let i = 0; i < drawn.length; i += 2) rows.push(drawn.slice(i, i + 2));
  return { inline_keyboard: rows };
}
