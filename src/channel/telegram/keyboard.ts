import type { Button } from '../../reply/reply.js';
import { clean } from './html.js';
import type { ButtonsLike } from './ports.js';

/** What a button carries: a version, an act (`q`: ask the question kept under the key), a key. At most 64 bytes. */
const CURRENT = /^v1:q:([A-Za-z0-9_-]{1,40})$/;

export function callbackData(key: string): string {
  return `v1:q:${key}`;
}

/** The key in a button's data; null when another version wrote it. */
export function keyIn(data: string): string | null {
  return CURRENT.exec(data)?.[1] ?? null;
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
