import type { Form } from '../../question/form.js';
import type { Button } from '../../reply/reply.js';
import { clean } from './html.js';
import type { ButtonsLike, DeskReply } from './ports.js';

/**
 * What a button does with the Question kept under its key: `q` answers in place of the message, `n` in a new one, `g` as
 * a chart, `x` as a workbook, `c` as CSV.
 */
export type Act = 'q' | 'n' | 'g' | 'x' | 'c';

export const ACT_OF: Readonly<Record<Form, Act>> = { chart: 'g', workbook: 'x', csv: 'c' };
const FORM_OF: Readonly<Partial<Record<Act, Form>>> = { g: 'chart', x: 'workbook', c: 'csv' };

/** What a button carries: a version, an act, a key. At most 64 bytes. */
const CURRENT = /^v1:([qngxc]):([A-Za-z0-9_-]{1,40})$/;
const DESK = /^v1:s:([A-Za-z0-9:_-]{1,58})$/;

export function callbackData(key: string, act: Act = 'q'): string {
  return `v1:${act}:${key}`;
}

/** What a button's data asks for; null when another version wrote it, or it is another kind of button. */
export function pressIn(
  data: string,
): { readonly act: Act; readonly key: string; readonly form: Form | null } | null {
  const [, act, key] = CURRENT.exec(data) ?? [];
  if (act === undefined || key === undefined) return null;
  return { act: act as Act, key, form: FORM_OF[act as Act] ?? null };
}

const PAGE = /^v1:b:([a-z0-9-]{0,48})\.(\d{1,4})$/;

/** A page of the catalogue: of a shelf, or ('') of the list of shelves; pages count from 0. */
export function pageData(shelf: string, page: number): string {
  return `v1:b:${shelf}.${page}`;
}

export function pageIn(data: string): { readonly shelf: string; readonly page: number } | null {
  const [, shelf, page] = PAGE.exec(data) ?? [];
  return shelf === undefined ? null : { shelf, page: Number(page) };
}

/** The desk's act in a button's data; null when it is another button. */
export function actIn(data: string): string | null {
  return DESK.exec(data)?.[1] ?? null;
}

/** What a button for an act of the desk's carries. */
export function actData(act: string): string {
  return `v1:s:${act}`;
}

/** The desk's buttons, in its own rows. */
export function deskKeyboard(rows: DeskReply['rows'] = []): Keyboard {
  return {
    inline_keyboard: rows.map((row) =>
      row.map(({ label, act }) => ({ text: clean(label).trim() || '…', callback_data: actData(act) })),
    ),
  };
}

/** A button: it presses, or opens an address. */
export type Key = { readonly text: string } & ({ readonly callback_data: string } | { readonly url: string });

export interface Keyboard {
  readonly inline_keyboard: readonly (readonly Key[])[];
}

/**
 * The Reply's buttons, two in a row, above further rows; always a keyboard, so that an edit takes old buttons away.
 * `act`: what they do.
 */
export function keyboardOf(
  buttons: readonly Button[],
  kept: ButtonsLike,
  now: number,
  more: readonly (readonly Key[])[] = [],
  act: (button: Button) => Act = () => 'q',
): Keyboard {
  const drawn = buttons.map((button) => ({
    text: clean(button.label).trim() || clean(button.sentence).trim() || '…',
    callback_data: callbackData(kept.keep(button.question, now), act(button)),
  }));
  const rows: (readonly Key[])[] = [];
  for (let i = 0; i < drawn.length; i += 2) rows.push(drawn.slice(i, i + 2));
  return { inline_keyboard: [...rows, ...more.filter((row) => row.length > 0)] };
}
