import { describe, expect, test } from 'vitest';
import { TokenRefused } from '../../../src/channel/telegram/poll.js';
import { conflict, flood, serverError } from '../../support/botapi.js';
import { botApi, inBothModes, QUICK, start, storeFile } from './harness.js';

describe('receiving', () => {
  test('the same update twice is answered once, also after a restart', async () => {
    const api = await botApi();
    const file = storeFile();
    const bot = await start(api, { file });
    const id = api.say(1, 'một lần');
    await api.until(() => api.messages.length === 1);
    const update = {
      message: {
        message_id: 1,
        date: 1,
        chat: { id: 1, type: 'private' },
        from: { id: 1, is_bot: false },
        text: 'một lần',
      },
    };
    api.push(update, id);
    api.push(update, id);
    api.say(1, 'hai');
    await api.until(() => api.messages.length === 2);
    await bot.stop();
    await start(api, { file });
    api.push(update, id);
    api.say(1, 'ba');
    await api.until(() => api.messages.length === 3);
    expect(api.textsTo(1).map((t) => t.split('\n')[0])).toEqual(
      ['một lần', 'hai', 'ba'].map((t) => `Trả lời: ${t}`),
    );
  });

  test('a poll that fails in any way goes on, and every update arrives', async () => {
    const api = await botApi();
    const bot = await start(api);
    await bot.ready;
    const ways = ['hang', 'reset', 'html', 'cut'] as const;
    for (const kind of ways) api.fault({ method: 'getUpdates', after: kind === 'cut', what: { kind } });
    api.fault({ method: 'getUpdates', times: 2, what: conflict });
    api.fault({ method: 'getUpdates', what: serverError });
    api.fault({ method: 'getUpdates', what: { kind: 'error', code: 400, description: 'Bad Request: odd' } });
    for (let i = 0; i < 5; i++) api.say(i + 1, `câu ${i}`);
    await api.until(() => api.messages.length === 5);
    await api.until(() => bot.inbox.pending().length === 0);
    expect(api.messages).toHaveLength(5);
    expect(bot.lines.some((line) => line.includes('updates arrive again'))).toBe(true);
  });

  test('a 429 of the poll is obeyed', async () => {
    const api = await botApi();
    const bot = await start(api);
    await bot.ready;
    api.fault({ method: 'getUpdates', what: flood(1) });
    api.say(1, 'kích một lần');
    await api.until(() => api.messages.length === 1);
    const before = api.called('getUpdates').length;
    api.say(1, 'hỏi');
    await api.until(() => api.messages.length === 2);
    const polls = api.called('getUpdates');
    const gaps = polls.slice(1).map((c, i) => c.at - polls[i]!.at);
    expect(before).toBeGreaterThan(1);
    expect(Math.max(...gaps)).toBeGreaterThan(950);
  });

  test('a webhook left over is removed', async () => {
    const api = await botApi();
    api.webhook = true;
    await start(api);
    api.say(1, 'hỏi');
    await api.until(() => api.messages.length === 1);
    expect(api.called('deleteWebhook').map((c) => c.payload.drop_pending_updates)).toEqual([false]);
  });

  test('no network at the start is waited out', async () => {
    const api = await botApi();
    await api.close();
    const bot = await start(api);
    await new Promise((r) => setTimeout(r, 100));
    await api.start();
    api.fault({ method: 'getMe', what: { kind: 'html' } });
    api.say(1, 'hỏi');
    await api.until(() => api.messages.length === 1);
    await bot.ready;
  });

  test('a token that is refused ends the channel with a clear error', async () => {
    const api = await botApi();
    const bot = await start(api, { token: '123456:AAanother-Secret_altogether' });
    await expect(bot.done).rejects.toThrow(TokenRefused);
    await expect(bot.done).rejects.toThrow(/TELEGRAM_BOT_TOKEN/);
    await bot.stop();
  });

  test('an inbox that cannot be written keeps the offset where it was', async () => {
    const api = await botApi();
    const file = storeFile();
    const first = await start(api, { file });
    await first.ready;
    const { inbox } = first;
    let broken = 2;
    await first.stop();
    await start(api, {
      file,
      inbox: {
        receive: (updates, offset, now) => {
          if (broken-- > 0) throw new Error('disk is full');
          return inbox.receive(updates, offset, now);
        },
        offset: () => inbox.offset(),
        pending: () => inbox.pending(),
        attempt: (id) => inbox.attempt(id),
        sent: (id, parts) => inbox.sent(id, parts),
        done: (id) => inbox.done(id),
        failed: (id, error) => inbox.failed(id, error),
        prune: (before) => inbox.prune(before),
      },
    });
    api.say(1, 'đĩa đầy');
    await api.until(() => api.messages.length === 1);
    expect(broken).toBe(-1);
  });
});

inBothModes('answering', () => {
  test('two questions of one chat are answered in order, although the first is slow', async () => {
    const api = await botApi();
    await start(api);
    api.fault({ method: 'sendMessage', chat: 1, what: { kind: 'delay', ms: 200 } });
    api.say(1, 'một');
    api.say(1, 'hai');
    api.say(2, 'ba');
    await api.until(() => api.messages.length === 3);
    expect(api.messages.map((m) => m.text.split('\n')[0])).toEqual(
      ['ba', 'một', 'hai'].map((t) => `Trả lời: ${t}`),
    );
  });

  test('a hung send delays nobody else, and its answer comes in the end', async () => {
    const api = await botApi();
    await start(api, { timing: { ...QUICK, call: 1_500 } });
    api.fault({ method: 'sendMessage', chat: 1, what: { kind: 'hang' } });
    api.say(1, 'treo');
    await api.until(() => api.called('sendMessage').length === 1);
    const from = performance.now();
    for (let chat = 2; chat < 22; chat++) api.say(chat, 'khác');
    await api.until(() => api.messages.length === 20);
    expect(performance.now() - from).toBeLessThan(1_000);
    await api.until(() => api.textsTo(1).length === 1);
    expect(api.textsTo(1)).toHaveLength(1);
  });

  test('a 429 is obeyed and then the answer sent once', async () => {
    const api = await botApi();
    await start(api);
    api.fault({ method: 'sendMessage', chat: 1, what: flood(1) });
    api.say(1, 'chờ');
    await api.until(() => api.messages.length === 1);
    const [first, second] = api.called('sendMessage');
    expect(second!.at - first!.at).toBeGreaterThan(980);
    expect(api.called('sendMessage')).toHaveLength(2);
  });

  test('5xx, a captive portal and refused connections are tried until the answer is out', async () => {
    const api = await botApi();
    const bot = await start(api);
    api.fault({ method: 'sendMessage', times: 6, what: serverError });
    api.fault({ method: 'sendMessage', times: 6, what: { kind: 'html' } });
    api.say(1, 'kiên nhẫn');
    await api.until(() => api.called('sendMessage').length === 8);
    await api.close();
    await new Promise((r) => setTimeout(r, 150));
    await api.start();
    await api.until(() => bot.inbox.pending().length === 0);
    expect(api.textsTo(1)).toHaveLength(1);
  });

  test('an answer that perhaps arrived is sent again after Telegram answers something: twice, not five times', async () => {
    const api = await botApi();
    const bot = await start(api);
    await bot.ready;
    for (const kind of ['reset', 'cut', 'hang'] as const) {
      const before = api.called('getMe').length;
      api.fault({ method: 'sendMessage', after: true, what: { kind } });
      api.fault({ method: 'getMe', times: 3, what: { kind: 'reset' } });
      api.say(1, kind);
      await api.until(() => bot.inbox.pending().length === 0 && api.textsTo(1).some((t) => t.includes(kind)));
      expect(api.textsTo(1).filter((t) => t.includes(kind))).toHaveLength(2);
      expect(api.called('getMe').length - before).toBe(4);
    }
  });

  test('a chat that swallows every answer is given up, and the next question is tried anew', async () => {
    const api = await botApi();
    const bot = await start(api);
    api.fault({ method: 'sendMessage', times: 2, what: { kind: 'reset' } });
    api.say(1, 'mất');
    api.say(1, 'còn');
    await api.until(() => api.messages.length === 1);
    expect(api.textsTo(1)).toEqual([expect.stringContaining('còn')]);
    expect(bot.lines.some((line) => line.includes('update given up'))).toBe(true);
  });

  test('a blocked chat is dropped; nothing is left owed', async () => {
    const api = await botApi();
    const bot = await start(api);
    api.blocked.add(1);
    api.say(1, 'chặn');
    await api.until(() => api.called('sendMessage').length === 1);
    await api.until(() => bot.inbox.pending().length === 0);
    expect(api.called('sendMessage')).toHaveLength(1);
  });

  test('markup that is refused goes out as plain text', async () => {
    const api = await botApi();
    await start(api);
    api.fault({
      method: 'sendMessage',
      what: { kind: 'error', code: 400, description: "Bad Request: can't parse entities: odd" },
    });
    api.say(1, 'a < b & c');
    await api.until(() => api.messages.length === 1);
    expect(api.messages[0]!.text).toContain('Trả lời: a < b & c');
    expect(api.messages[0]!.html).not.toContain('<b>');
  });

  test('a bug: three attempts, one kind sentence, and the chat goes on', async () => {
    const api = await botApi();
    const bot = await start(api);
    const id = api.say(1, 'nổ tung');
    api.say(1, 'câu sau');
    await api.until(() => api.messages.length === 2);
    expect(api.textsTo(1)[0]).toContain('Hệ thống gặp lỗi');
    expect(api.textsTo(1)[1]).toContain('câu sau');
    expect(bot.talker.heard.filter((h) => h.includes('nổ tung'))).toHaveLength(3);
    expect(
      bot.lines.some((line) => line.includes('update given up') && line.includes(`"update":${id}`)),
    ).toBe(true);
    await api.until(() => bot.inbox.pending().length === 0);
  });
});

inBothModes('stopping and being killed', () => {
  test('stop answers what runs; what waits is answered by the next run, everything once', async () => {
    const api = await botApi();
    const file = storeFile();
    const bot = await start(api, { file });
    api.fault({ method: 'sendMessage', chat: 1, what: { kind: 'delay', ms: 150 } });
    for (const text of ['một', 'hai', 'ba']) api.say(1, text);
    await api.until(() => api.called('sendMessage').length === 1);
    await bot.stop();
    await bot.done;
    expect(api.textsTo(1)).toHaveLength(1);
    expect(api.unconfirmed).toBeGreaterThanOrEqual(0);
    const next = await start(api, { file });
    await api.until(() => api.messages.length === 3);
    await api.until(() => next.inbox.pending().length === 0);
    expect(api.textsTo(1).map((t) => t.split('\n')[0])).toEqual(
      ['một', 'hai', 'ba'].map((t) => `Trả lời: ${t}`),
    );
  });

  test('an answer in flight when time runs out is sent again by the next run', async () => {
    const api = await botApi();
    const file = storeFile();
    const bot = await start(api, { file, timing: { ...QUICK, call: 60_000, stop: 50 } });
    api.fault({ method: 'sendMessage', after: true, what: { kind: 'hang' } });
    api.say(1, 'đang gửi');
    await api.until(() => api.messages.length === 1);
    await bot.stop();
    await start(api, { file });
    await api.until(() => api.messages.length === 2);
    expect(new Set(api.textsTo(1)).size).toBe(1);
  });

  test('stop does not wait for the poll or for a long backoff', async () => {
    const api = await botApi();
    const bot = await start(api, {
      timing: { ...QUICK, poll: 50_000, backoff: 30_000, backoffMost: 30_000 },
    });
    api.fault({ method: 'sendMessage', what: serverError });
    api.say(1, 'chờ lâu');
    await api.until(() => api.called('sendMessage').length === 1);
    const from = performance.now();
    await bot.stop();
    expect(performance.now() - from).toBeLessThan(1_500);
    expect(bot.inbox.pending()).toHaveLength(1);
  });

  test('stop works before Telegram was ever reached', async () => {
    const api = await botApi();
    await api.close();
    const bot = await start(api);
    await bot.stop();
    await bot.done;
    await api.start();
  });
});

describe('secrets', () => {
  test('the token is in no log line, whatever fails', async () => {
    const api = await botApi();
    const bot = await start(api);
    await bot.ready;
    for (const kind of ['html', 'reset', 'cut', 'hang'] as const) {
      api.fault({ method: 'getUpdates', what: { kind } });
      api.fault({ method: 'sendMessage', what: { kind } });
    }
    api.say(1, `nổ tung ${api.token}`);
    api.say(2, 'hỏi');
    // Two answers may have been swallowed; the third question meets no fault any more.
    await api.until(() => api.called('sendMessage').length >= 4);
    api.heal();
    api.say(3, 'cuối');
    await api.until(() => bot.inbox.pending().length === 0 && api.textsTo(3).length === 1);
    await bot.stop();
    expect(bot.lines.length).toBeGreaterThan(5);
    // What the lines contain is checked after every test; here, that something was there to hide.
    expect(bot.lines.join('')).toContain('[REDACTED]');
  });
});
