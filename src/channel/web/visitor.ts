import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

const COOKIE = 'solieu';
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The conversation of the browser that asks: a random id, given at its first question. Not given with
 * the page itself: a visit through a link elsewhere carries no strict cookie and would lose the old one.
 */
export function conversationKey(c: Context): string {
  const known = getCookie(c, COOKIE);
  return known && ID.test(known) ? `web:${known}` : newConversation(c);
}

/** Another conversation for the same browser: a sentence from an address means the same for everyone. */
export function newConversation(c: Context): string {
  const id = randomUUID();
  setCookie(c, COOKIE, id, { httpOnly: true, sameSite: 'Strict', path: '/' });
  return `web:${id}`;
}

/** The browser's next question begins a conversation of its own. */
export function forgetConversation(c: Context): void {
  if (getCookie(c, COOKIE)) deleteCookie(c, COOKIE, { path: '/' });
}
