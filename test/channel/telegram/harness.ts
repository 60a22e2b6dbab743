import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import {
  startTelegram,
  type TelegramChannel,
  type TelegramOptions,
} from '../../../src/channel/telegram/index.js';
import type { Talker } from '../../../src/channel/telegram/ports.js';
import type { Timing } from '../../../src/channel/telegram/timing.js';
import { createLog } from '../../../src/log.js';
import type { FigureQuestion } from '../../../src/question/question.js';
import type { Button, Reply } from '../../../src/reply/reply.js';
import { Buttons } from '../../../src/store/buttons.js';
import { Inbox } from '../../../src/store/inbox.js';
import { openStore } from '../../../src/store/open.js';
import { BotApi } from '../../support/botapi.js';

/** Waiting times short enough for tests. */
export const QUICK: Partial<Timing> = {
  poll: 400,
  pollSlack: 300,
  call: 400,
  backoff: 20,
  backoffMost: 80,
  unreachable: 10_000,
  serverErrors: 5_000,
  stop: 300,
  lookAtWebhook: 60,
};
/** No waiting between messages. */
export const AT_ONCE = {
  overall: { every: 0.01, burst: 100 },
  chat: { every: 0.01, burst: 100 },
  group: { every: 0.01, burst: 100 },
};

/** Repeats what was said, with two buttons; some sentences go wrong on purpose. */
export class Parrot implements Talker {
  readonly heard: string[] = [];

  say(key: string, text: string): { reply: Reply } {
    this.heard.push(`${key} ${text}`);
    if (text.includes('nổ tung')) throw new Error(`bug about ${text}`);
    return { reply: replyOf(`Trả lời: ${text}`) };
  }

  press(key: string, question: FigureQuestion): { reply: Reply } {
    this.heard.push(`${key} press ${question.text}`);
    if (question.text === 'hỏng') throw new Error('bug in a press');
    return { reply: replyOf(`Bấm: ${question.text}`) };
  }
}

export function question(text: string): FigureQuestion {
  return { kind: 'freshness', text } as unknown as FigureQuestion;
}

export function replyOf(text: string, buttons: readonly string[] = ['Năm 2021', 'Năm 2022', 'Nguồn']): Reply {
  return {
    restated: null,
    blocks: [
      { kind: 'line', spans: [{ text, style: 'strong' }] },
      { kind: 'note', spans: [{ text: 'Nguồn: thử nghiệm.' }] },
    ],
    buttons: buttons.map((label): Button => ({ label, sentence: label, question: question(label) })),
    plain: text,
  };
}

/** How updates reach the bot. */
export const MODES = ['polling', 'webhook'] as const;
export type Mode = (typeof MODES)[number];
let mode: Mode = 'polling';

/** The same situations with updates that are polled and with updates that are posted. */
export function inBothModes(name: string, situations: () => void): void {
  describe.each(MODES)(`${name}, %s`, (each) => {
    beforeEach(() => {
      mode = each;
      return () => {
        mode = 'polling';
      };
    });
    situations();
  });
}

export const WEBHOOK = {
  url: 'https://bot.example.vn/telegram',
  secret: 'Chuoi_bi-mat-cua-webhook',
  host: '127.0.0.1',
  port: 0,
};

const cleanups: (() => unknown)[] = [];

/** Ends everything a test opened, newest first, and checks what it sent. */
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export async function botApi(token?: string): Promise<BotApi> {
  const api = await new BotApi(token).start();
  cleanups.push(async () => {
    await api.close();
    expect(api.violations).toEqual([]);
  });
  return api;
}

/** A file for the store that lives as long as the test. */
export function storeFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'solieu-telegram-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'store.db');
}

export interface Running extends TelegramChannel {
  readonly talker: Parrot;
  readonly inbox: Inbox;
  readonly buttons: Buttons;
  readonly lines: string[];
  /** Rows of the inbox, finished ones too. */
  readonly stored: () => number;
}

export async function start(
  api: BotApi,
  more: Partial<Omit<TelegramOptions, 'conversations'>> & { file?: string; conversations?: Talker } = {},
): Promise<Running> {
  const { file = storeFile(), ...options } = more;
  const db = openStore(file);
  const lines: string[] = [];
  const talker = new Parrot();
  const inbox = new Inbox(db);
  const buttons = new Buttons(db);
  const channel = await startTelegram({
    token: api.token,
    apiRoot: `${api.root}/`,
    conversations: talker,
    inbox,
    buttons,
    log: createLog({
      level: 'debug',
      secrets: [api.token, WEBHOOK.secret],
      stream: { write: (line) => void lines.push(line) },
    }),
    now: Date.now,
    timing: QUICK,
    rates: AT_ONCE,
    webhook: mode === 'webhook' ? WEBHOOK : undefined,
    ...options,
  });
  if (channel.port !== null) api.hookAt = hookOf(channel.port);
  cleanups.push(async () => {
    await channel.stop();
    db.close();
    for (const line of lines) {
      expect(line).not.toContain(api.token.split(':')[1]);
      expect(line).not.toContain(WEBHOOK.secret);
    }
  });
  channel.done.catch(() => {});
  const stored = () => db.prepare('SELECT count(*) FROM inbox').pluck().get() as number;
  return { ...channel, talker, inbox, buttons, lines, stored };
}

/** Where posts to the webhook go on this machine. */
export const hookOf = (port: number): string => `http://127.0.0.1:${port}${new URL(WEBHOOK.url).pathname}`;
