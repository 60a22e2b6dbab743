import type { Message } from 'telegraf/types';
import { clean } from './html.js';
import type { Key } from './keyboard.js';
import { BUTTONS } from './words.js';

/** `q_` and the key of a kept Question: what stands behind `/start`, at most 64 of `A-Za-z0-9_-`. */
const START = /^q_([A-Za-z0-9_-]{1,40})$/;
const SHARED = /start%3Dq_([A-Za-z0-9_-]{1,40})/;
/** Of the words in a shared link: each letter may take nine characters there. */
const LONGEST_WORDS = 160;

/** An address that opens the answer of a kept Question in a chat with the bot. */
export function deepLink(bot: string, key: string): string {
  return `https://t.me/${bot}?start=q_${key}`;
}

/** The key in what stands behind `/start`; null for anything else, which is whatever a link's author wrote. */
export function keyInStart(payload: string): string | null {
  return START.exec(payload.trim())?.[1] ?? null;
}

/** A button that lets the person choose a chat and sends there the words and the address of the answer. */
export function shareKey(bot: string, key: string, words: string): Key {
  const said = clean(words).replace(/\s+/g, ' ').trim();
  const text =
    said.length <= LONGEST_WORDS ? said : `${said.slice(0, LONGEST_WORDS).replace(/\s+\S*$/, '')} …`;
  const query = `url=${encodeURIComponent(deepLink(bot, key))}&text=${encodeURIComponent(text)}`;
  return { text: BUTTONS.share, url: `https://t.me/share/url?${query}` };
}

/**
 * The key of the Question that a message of ours answers, read from its button for sharing: it is what the message shows
 * now, also after presses. Null where it has none: it offers questions, but answers none.
 */
export function keyUnder(message: Message | undefined): string | null {
  const rows = message && 'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []) : [];
  for (const button of rows.flat()) {
    const key = 'url' in button ? SHARED.exec(button.url)?.[1] : undefined;
    if (key !== undefined) return key;
  }
  return null;
}
