import { request } from 'node:http';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { ALLOWED_UPDATES } from '../../../src/channel/telegram/poll.js';
import type { BotApi } from '../../support/botapi.js';
import { botApi, hookOf, inBothModes, QUICK, type Running, start, storeFile, WEBHOOK } from './harness.js';

const SECRET = { 'x-telegram-bot-api-secret-token': WEBHOOK.secret };

const update = (id: number, text: string, chat = 1) => ({
  update_id: id,
  message: {
    message_id: id,
    date: 1,
    chat: { id: chat, type: 'private' },
    from: { id: chat, is_bot: false, first_name: 'A' },
    text,
  },
});

interface Post {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** One request as anybody can make it; its status and headers. */
function post(bot: Running, { method = 'POST', path = '/telegram', headers = SECRET, body = '' }: Post) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const url = new URL(path, hookOf(bot.port!));
      const req = request(
        url,
        { method, headers: { 'content-type': 'application/json', ...headers } },
        (res) => {
          let text = '';
          res.on('data', (chunk) => (text += chunk));
          res.on('end', () => resolve({ status: res.statusCode!, headers: res.headers, body: text }));
        },
      );
      req.on('error', reject);
      req.end(body);
    },
  );
}

const status = async (bot: Running, what: Post) => (await post(bot, what)).status;

async function hooked(more: Parameters<typeof start>[1] = {}): Promise<{ api: BotApi; bot: Running }> {
  const api = await botApi();
  const bot = await start(api, { webhook: WEBHOOK, ...more });
  await bot.ready;
  return { api, bot };
}

describe('the webhook', () => {
  test('is registered with the secret and the same list of kinds, drops nothing, and polls nothing', async () => {
    const { api, bot } = await hooked();
    expect(api.called('setWebhook').map((c) => c.payload)).toEqual([
      {
        url: WEBHOOK.url,
        secret_token: WEBHOOK.secret,
        allowed_updates: [...ALLOWED_UPDATES],
        drop_pending_updates: false,
      },
    ]);
    api.say(1, 'hỏi');
    await api.until(() => api.messages.length === 1);
    expect(api.called('getUpdates')).toEqual([]);
    expect(bot.lines.join('')).not.toContain(WEBHOOK.url);
  });

  test('forged and broken posts are refused; none of them becomes an update', async () => {
    const { api, bot } = await hooked();
    const body = JSON.stringify(update(1, 'giả mạo'));
    expect(await status(bot, { body, headers: {} })).toBe(401);
    for (const secret of ['', 'sai', `${WEBHOOK.secret} `.trimEnd().slice(1), `${WEBHOOK.secret}x`])
      expect(await status(bot, { body, headers: { 'x-telegram-bot-api-secret-token': secret } })).toBe(401);
    expect(await status(bot, { body, path: '/' })).toBe(404);
    expect(await status(bot, { body, path: '/telegram/' })).toBe(404);
    const got = await post(bot, { method: 'GET' });
    expect([got.status, got.headers.allow]).toEqual([405, 'POST']);
    expect(await status(bot, { method: 'PUT', body })).toBe(405);
    for (const odd of ['', '{', 'null', '[]', '"a"', '{"update_id":"1"}', '{"update_id":1.5}', '\u0000'])
      expect(await status(bot, { body: odd })).toBe(400);
    // Told by its length before a byte of it is read.
    expect(await status(bot, { headers: { ...SECRET, 'content-length': '1048577' }, body: '{' })).toBe(413);
    expect(bot.inbox.pending()).toEqual([]);
    // The server is as well as before.
    expect(await post(bot, { body })).toMatchObject({ status: 200, body: '' });
    await api.until(() => api.messages.length === 1);
    expect(bot.talker.heard).toEqual(['1:1 giả mạo']);
  });

  test('a long body without a length is cut where it becomes too long', async () => {
    const { bot } = await hooked();
    const code = await new Promise((resolve) => {
      const req = request(hookOf(bot.port!), { method: 'POST', headers: SECRET }, (res) => {
        resolve(res.statusCode);
        req.destroy();
      });
      req.on('error', () => {});
      const more = () => !req.destroyed && req.write('x'.repeat(64 * 1024), () => setImmediate(more));
      more();
    });
    expect(code).toBe(413);
  });

  test('the 200 comes after the commit; a store that fails gives 500, and Telegram posts again', async () => {
    const api = await botApi();
    const file = storeFile();
    const { inbox, ...first } = await start(api, { file });
    await first.stop();
    const receive = inbox.receive.bind(inbox);
    let broken = 2;
    inbox.receive = (...given) => {
      if (broken-- > 0) throw new Error('disk is full');
      return receive(...given);
    };
    const bot = await start(api, { file, webhook: WEBHOOK, inbox });
    await bot.ready;
    api.say(1, 'đĩa đầy');
    await api.until(() => api.messages.length === 1);
    expect(api.posted).toEqual([500, 500, 200]);
    // Later Telegram tells of it, which the log repeats once for each.
    const told = () => bot.lines.filter((line) => line.includes('could not deliver'));
    await api.until(() => told().length > 0);
    expect(told()[0]).toContain('Wrong response: 500');
    const looked = async () => {
      const looks = api.called('getWebhookInfo').length;
      await api.until(() => api.called('getWebhookInfo').length > looks + 1);
      return told().length;
    };
    expect(await looked()).toBe(await looked());
  });

  test('an update posted twice, also side by side and after a restart, is answered once', async () => {
    const api = await botApi();
    const file = storeFile();
    const bot = await start(api, { file, webhook: WEBHOOK });
    await bot.ready;
    const body = JSON.stringify(update(7, 'một lần'));
    expect(await Promise.all([1, 2, 3].map(() => status(bot, { body })))).toEqual([200, 200, 200]);
    await api.until(() => api.messages.length === 1);
    await bot.stop();
    const next = await start(api, { file, webhook: WEBHOOK });
    await next.ready;
    expect(await status(next, { body })).toBe(200);
    expect(await status(next, { body: JSON.stringify(update(8, 'hai')) })).toBe(200);
    await api.until(() => api.messages.length === 2);
    expect(api.textsTo(1).map((t) => t.split('\n')[0])).toEqual(['Trả lời: một lần', 'Trả lời: hai']);
  });

  test('posts that come before the bot knows its own name wait in the inbox; getMe is not called for them', async () => {
    const api = await botApi();
    api.fault({ method: 'getMe', times: 3, what: { kind: 'reset' } });
    const bot = await start(api, {
      webhook: WEBHOOK,
      timing: { ...QUICK, backoff: 100, backoffMost: 100 },
    });
    for (const [i, text] of ['một', 'hai', 'ba'].entries())
      expect(await status(bot, { body: JSON.stringify(update(i + 1, text)) })).toBe(200);
    expect(bot.inbox.pending()).toHaveLength(3);
    expect(api.messages).toEqual([]);
    await api.until(() => api.messages.length === 3);
    expect(api.textsTo(1).map((t) => t.split('\n')[0])).toEqual(
      ['một', 'hai', 'ba'].map((t) => `Trả lời: ${t}`),
    );
    expect(api.called('getMe')).toHaveLength(4);
  });

  test('a webhook that cannot be set is tried again; one that was taken away is set again', async () => {
    const api = await botApi();
    const refused = { kind: 'error', code: 400, description: 'Bad Request: bad webhook: no host' } as const;
    api.fault({ method: 'setWebhook', times: 2, what: refused });
    const bot = await start(api, { webhook: WEBHOOK });
    await bot.ready;
    expect(api.called('setWebhook')).toHaveLength(3);
    api.hook = null;
    await api.until(() => api.called('setWebhook').length === 4);
    api.say(1, 'vẫn đến');
    await api.until(() => api.messages.length === 1);
    expect(bot.lines.some((line) => line.includes('taken away'))).toBe(true);
  });

  test('stop lets a post under way finish; what it brought is answered by the next run', async () => {
    const api = await botApi();
    const file = storeFile();
    const bot = await start(api, { file, webhook: WEBHOOK });
    await bot.ready;
    const body = JSON.stringify(update(7, 'nửa chừng'));
    const answered = new Promise((resolve, reject) => {
      const req = request(hookOf(bot.port!), { method: 'POST', headers: SECRET }, (res) => {
        resolve(res.resume().statusCode);
      });
      req.on('error', reject);
      req.write(body.slice(0, 20));
      setTimeout(async () => {
        const stopped = bot.stop();
        req.end(body.slice(20));
        await stopped;
      }, 50);
    });
    expect(await answered).toBe(200);
    await bot.stop();
    await start(api, { file, webhook: WEBHOOK });
    await api.until(() => api.messages.length === 1);
  });

  test('a port that is taken is told in one sentence', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as { port: number };
    const api = await botApi();
    await expect(start(api, { webhook: { ...WEBHOOK, port } })).rejects.toThrow(
      `Không nhận được webhook: cổng ${port} đang có chương trình khác dùng. Hãy đặt TELEGRAM_WEBHOOK_PORT`,
    );
    holder.close();
  });
});

test('from polling to the webhook and back: every update once', async () => {
  const api = await botApi();
  const file = storeFile();
  for (const [i, webhook] of [undefined, WEBHOOK, undefined, WEBHOOK].entries()) {
    const bot = await start(api, { file, webhook });
    await bot.ready;
    for (let n = 0; n < 3; n++) api.say(1, `câu ${i}.${n}`);
    await api.until(() => api.messages.length === 3 * (i + 1) && bot.inbox.pending().length === 0);
    await bot.stop();
    api.say(1, `lúc nghỉ ${i}`);
    const next = await start(api, { file, webhook });
    await api.until(() => next.inbox.pending().length === 0 && api.textsTo(1).at(-1)!.includes('lúc nghỉ'));
    await next.stop();
    api.messages.splice(3 * (i + 1), 1);
  }
  expect(new Set(api.textsTo(1)).size).toBe(12);
});

inBothModes('kinds of updates that nobody handles', () => {
  test('a flood of them is not stored and delays nobody', async () => {
    const api = await botApi();
    const bot = await start(api);
    await bot.ready;
    const chat = { id: 6, type: 'private' };
    for (let i = 0; i < 100; i++) {
      api.push({ edited_message: { message_id: i, date: 1, edit_date: 2, chat, text: 'sửa' } });
      api.push({ channel_post: { message_id: i, date: 1, chat: { id: -5, type: 'channel' }, text: 'tin' } });
    }
    const last = api.say(6, 'cuối');
    await api.until(() => api.messages.length === 1 && api.unconfirmed === 0);
    expect(bot.stored()).toBe(1);
    // They move the offset of the poll all the same; the webhook has none.
    expect(bot.inbox.offset()).toBe(bot.port === null ? last + 1 : 0);
  });
});
