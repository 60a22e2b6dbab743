import type { CallbackQuery, Message } from 'telegraf/types';
import type { Form } from '../../question/form.js';
import type { FigureQuestion } from '../../question/question.js';
import { drawPage } from './browse.js';
import { escapeHtml, stripHtml } from './html.js';
import { actIn, deskKeyboard, type Keyboard, pageIn, pressIn } from './keyboard.js';
import { keyUnder } from './link.js';
import type { ButtonsLike, Desk, DeskReply, Shelf, Talker, Told, Visitor } from './ports.js';
import { LONGEST, renderReply } from './render.js';
import { ALREADY_SHOWN, CUT_SHORT, NOT_YOURS, OLD_BUTTON, OLD_MESSAGE } from './words.js';

/** What a press leads to: a note shown over the chat, other words in the message it stands under, or a new message. */
export type Outcome =
  | { readonly kind: 'note'; readonly text: string; readonly alert: boolean }
  | {
      readonly kind: 'edit';
      readonly chat: number;
      readonly message: number;
      readonly html: string;
      readonly keyboard: Keyboard;
    }
  | { readonly kind: 'send'; readonly told: Told; readonly form: Form | null }
  | { readonly kind: 'say'; readonly said: DeskReply };

/** What can be said of a press before anything is computed; null when it must be answered with an edit. */
export function refusalOf(query: CallbackQuery, buttons: ButtonsLike): Outcome | null {
  const data = 'data' in query ? query.data : '';
  const pressed = pressIn(data);
  const unknown =
    pressed === null ? actIn(data) === null && pageIn(data) === null : buttons.find(pressed.key) === null;
  if (unknown) return { kind: 'note', text: OLD_BUTTON, alert: true };
  // Telegram gives the date 0 to a message that can no longer be reached.
  if (!query.message || query.message.date === 0) return { kind: 'note', text: OLD_MESSAGE, alert: true };
  const changes = pressed === null ? pageIn(data) !== null : pressed.act === 'q';
  return changes && isOthers(query) ? { kind: 'note', text: NOT_YOURS, alert: false } : null;
}

/**
 * In a group an answer is changed by whoever asked for it; others may take it away in another form. Anonymous
 * administrators all look alike: what one of them asked is anybody's.
 */
function isOthers({ message, from }: CallbackQuery): boolean {
  const asked = message && 'reply_to_message' in message ? message.reply_to_message?.from : undefined;
  return asked !== undefined && !asked.is_bot && asked.id !== from.id;
}

/** Turns to another page of the catalogue in the same message. */
export function answerPage(
  query: CallbackQuery,
  shelves: readonly Shelf[],
  buttons: ButtonsLike,
  now: number,
): Outcome {
  const refusal = refusalOf(query, buttons);
  if (refusal) return refusal;
  const message = query.message!;
  const { shelf, page } = pageIn((query as CallbackQuery.DataQuery).data)!;
  const drawn = drawPage(shelves, shelf, page, buttons, now);
  if (!drawn) return { kind: 'note', text: OLD_BUTTON, alert: true };
  if (shows(message, drawn.html, drawn.keyboard)) return { kind: 'note', text: ALREADY_SHOWN, alert: false };
  return { kind: 'edit', chat: message.chat.id, message: message.message_id, ...drawn };
}

/** Answers the button's Question, in the message it was pressed under or for a new one. */
export async function answerPress(
  query: CallbackQuery,
  talker: Talker,
  buttons: ButtonsLike,
  keyboardFor: (told: Told, back: string | null) => Keyboard,
): Promise<Outcome & { readonly told?: Told }> {
  const refusal = refusalOf(query, buttons);
  if (refusal) return refusal;
  const message = query.message!;
  const pressed = pressIn((query as CallbackQuery.DataQuery).data)!;
  // Only Questions are ever kept, and only keys we made are found.
  const question = buttons.find(pressed.key) as FigureQuestion;
  const told = await talker.press(`${message.chat.id}:${query.from.id}`, question);
  // A picture or a file cannot become words.
  if (pressed.act !== 'q' || 'photo' in message || 'document' in message)
    return { kind: 'send', told, form: pressed.form };
  const html = oneMessage(told.reply);
  // From the sources the way leads back to what they are the sources of.
  const keyboard = keyboardFor(told, question.kind === 'source' ? keyUnder(message as Message) : null);
  if (shows(message, html, keyboard)) return { kind: 'note', text: ALREADY_SHOWN, alert: false };
  return { kind: 'edit', chat: message.chat.id, message: message.message_id, html, keyboard, told };
}

/** Carries out the desk's act under a button and shows what it leads to in the same message. */
export async function answerAct(
  query: CallbackQuery,
  desk: Desk,
  visitor: Visitor,
  buttons: ButtonsLike,
): Promise<Outcome> {
  const refusal = refusalOf(query, buttons);
  if (refusal) return refusal;
  const message = query.message!;
  const said = await desk.press(actIn((query as CallbackQuery.DataQuery).data) ?? '', visitor);
  if (!said) return { kind: 'note', text: OLD_BUTTON, alert: true };
  if (said.apart) return { kind: 'say', said };
  const html = oneMessage({ restated: null, blocks: said.blocks, buttons: [], plain: '' });
  const keyboard = deskKeyboard(said.rows);
  if (shows(message, html, keyboard)) return { kind: 'note', text: ALREADY_SHOWN, alert: false };
  return { kind: 'edit', chat: message.chat.id, message: message.message_id, html, keyboard };
}

/** An edit never becomes a second message: what does not fit is said to be left out. */
export function oneMessage(reply: Parameters<typeof renderReply>[0]): string {
  const [whole = '', ...more] = renderReply(reply);
  if (more.length === 0) return whole;
  const [first = ''] = renderReply(reply, LONGEST - CUT_SHORT.length - 2);
  return `${first}\n\n<i>${escapeHtml(CUT_SHORT)}</i>`;
}

function shows(message: NonNullable<CallbackQuery['message']>, html: string, keyboard: Keyboard): boolean {
  if (!('text' in message) || message.text.trim() !== stripHtml(html).trim()) return false;
  const shown = ('reply_markup' in message ? message.reply_markup?.inline_keyboard : null) ?? [];
  const flat = (rows: readonly (readonly object[])[]) =>
    JSON.stringify(
      rows.map((row) => row.map((b) => ['text' in b && b.text, 'callback_data' in b && b.callback_data])),
    );
  return flat(shown) === flat(keyboard.inline_keyboard);
}
