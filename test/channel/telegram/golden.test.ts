import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type Turn } from '../../../src/ask.js';
import { type Assembly, assemble } from '../../../src/assemble.js';
import { stripHtml } from '../../../src/channel/telegram/html.js';
import { renderReply } from '../../../src/channel/telegram/render.js';
import { Conversations } from '../../../src/conversation.js';
import { QUESTIONS } from '../../golden/questions.js';
import { botApi, inBothModes, QUICK, start } from './harness.js';

const folder = mkdtempSync(join(tmpdir(), 'solieu-golden-'));
const file = join(folder, 'store.db');
let assembly: Assembly;
beforeAll(() => {
  assembly = assemble(file, () => {});
});
afterAll(() => {
  assembly.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Each golden conversation, in a private chat of its own. */
const CHATS = Object.values(QUESTIONS).flatMap((questions) => {
  const chats: string[][] = [];
  for (const q of questions) {
    if (q.startsWith('+ ')) chats.at(-1)!.push(q.slice(2));
    else chats.push([q]);
  }
  return chats;
});

const world = () => assembly.world('2026-11-25');

/** What `ask` says to a conversation, as Telegram shows it. */
function told(conversation: readonly string[]): string[] {
  let previous: Turn | null = null;
  return conversation.flatMap((text) => {
    const { reply, turn } = ask(text, { ...world(), previous });
    previous = turn;
    return renderReply(reply).map((html) => stripHtml(html).trim());
  });
}

inBothModes('the golden set', () => {
  test('every reply goes out as it is, and its first button leads on; the watch over what is sent finds no fault', async () => {
    const api = await botApi();
    // All at once: a busy machine must not take a late answer for a lost one.
    const timing = { ...QUICK, call: 20_000 };
    const bot = await start(api, { conversations: new Conversations(world, () => 0), timing });
    for (const [i, conversation] of CHATS.entries()) for (const text of conversation) api.say(i + 1, text);
    const expected = CHATS.map(told);
    await api.until(() => api.messages.length === expected.flat().length, 'every reply', 30_000);
    expect(CHATS.map((_, i) => api.textsTo(i + 1))).toEqual(expected);
    const pressed = api.messages.filter((shown) => shown.buttons.length > 0);
    for (const shown of pressed) api.press(shown.chat, shown, shown.buttons[0]![0]!.data);
    await api.until(() => api.acknowledged.length === pressed.length, 'every press', 30_000);
    await api.until(() => bot.inbox.pending().length === 0);
    expect(pressed.length).toBeGreaterThan(40);
    expect(api.edits.length).toBeGreaterThan(pressed.length / 2);
  });
});
