import { expect, test } from 'vitest';
import { botApi, inBothModes, question, start } from './harness.js';

inBothModes('questions and answers in a private chat', () => {
  test('a question is answered, with buttons two in a row', async () => {
    const api = await botApi();
    const bot = await start(api);
    api.say(11, 'sản lượng điện 2022');
    await api.until(() => api.messages.length === 1);
    const [message] = api.messages;
    expect(message!.text).toBe('Trả lời: sản lượng điện 2022\n\nNguồn: thử nghiệm.');
    expect(message!.html).toContain('<b>Trả lời: sản lượng điện 2022</b>');
    expect(message!.answers).toBeUndefined();
    expect(message!.buttons.map((row) => row.map((b) => b.text))).toEqual([
      ['Năm 2021', 'Năm 2022'],
      ['Nguồn'],
    ]);
    expect(bot.talker.heard).toEqual(['11:11 sản lượng điện 2022']);
    await api.until(() => bot.inbox.pending().length === 0);
  });

  test('commands ask in words; what follows /start is not read', async () => {
    const api = await botApi();
    const bot = await start(api);
    for (const text of [
      '/start',
      '/start ../../etc-x_1',
      '/help',
      '/sanpham',
      '/nguon',
      '/Help@solieubot',
      '/la',
      '/la bia 2022',
    ]) {
      api.say(1, text);
    }
    api.say(1, '/help@NguoiKhacBot');
    api.say(1, 'hết');
    await api.until(() => bot.talker.heard.length === 9);
    expect(bot.talker.heard.map((h) => h.replace('1:1 ', ''))).toEqual([
      'xin chào',
      'xin chào',
      'trợ giúp',
      'có những sản phẩm nào',
      'nguồn số liệu ở đâu',
      'trợ giúp',
      'trợ giúp',
      'bia 2022',
      'hết',
    ]);
  });

  test('the menu of commands is set for everybody and for Vietnamese; a failure does not matter', async () => {
    const api = await botApi();
    api.fault({ method: 'setMyCommands', what: { kind: 'error', code: 400, description: 'Bad Request' } });
    const bot = await start(api);
    await api.until(() => api.called('setMyCommands').length === 8);
    const menus = api.called('setMyCommands').map(({ payload }) => ({
      scope: (payload.scope as { type: string } | undefined)?.type,
      language: payload.language_code,
      commands: (payload.commands as { command: string }[]).map(({ command }) => command),
    }));
    expect(menus.map((m) => `${m.scope} ${m.language}`)).toEqual(
      [undefined, 'all_private_chats', 'all_group_chats', 'all_chat_administrators'].flatMap((scope) => [
        `${scope} undefined`,
        `${scope} vi`,
      ]),
    );
    expect(menus[0]!.commands).toEqual(['start', 'hoi', 'moinhat', 'sanpham', 'nguon', 'help']);
    expect(menus[4]!.commands).not.toContain('start');
    api.say(1, 'vẫn chạy');
    await api.until(() => api.messages.length === 1);
    expect(bot.lines.some((line) => line.includes('menu of commands not set'))).toBe(true);
  });

  test('what has no words gets one kind sentence, an album one in all; a caption is a question', async () => {
    const api = await botApi();
    const bot = await start(api);
    const chat = { id: 5, type: 'private' };
    const from = { id: 5, is_bot: false, first_name: 'A' };
    api.message({ chat, from, sticker: { file_id: 'x' } });
    for (let i = 0; i < 3; i++) api.message({ chat, from, photo: [], media_group_id: 'album' });
    api.message({ chat, from, photo: [], forward_origin: { type: 'hidden_user' }, caption: 'than 2021' });
    await api.until(() => api.messages.length === 3);
    expect(api.textsTo(5).slice(0, 2)).toEqual(Array(2).fill(expect.stringMatching(/gõ câu hỏi/)));
    expect(bot.talker.heard).toEqual(['5:5 than 2021']);
  });

  test('nothing is said to bots, edits, channels and service messages', async () => {
    const api = await botApi();
    const bot = await start(api);
    const person = { id: 6, is_bot: false, first_name: 'A' };
    const chat = { id: 6, type: 'private' };
    api.message({ chat, from: { id: 9, is_bot: true, first_name: 'Bot' }, text: 'chào' });
    api.message({ chat, from: { id: 9, is_bot: true, first_name: 'Bot' }, text: '/help' });
    api.message({ chat, from: { id: 9, is_bot: true, first_name: 'Bot' }, sticker: {} });
    api.message({ chat, from: person, pinned_message: {} });
    // An answer of ours, posted by way of inline mode.
    api.say(6, '936 nghìn tấn – Xi măng, Lạng Sơn, năm 2016.', { via_bot: api.me });
    api.push({ edited_message: { message_id: 1, date: 1, edit_date: 2, chat, from: person, text: 'sửa' } });
    api.push({ channel_post: { message_id: 1, date: 1, chat: { id: -5, type: 'channel' }, text: 'tin' } });
    api.push({ my_chat_member: { chat, from: person, date: 1 } });
    api.push({ hoàn_toàn_lạ: {} });
    api.say(6, 'cuối');
    await api.until(() => api.messages.length === 1);
    await api.until(() => bot.inbox.pending().length === 0);
    expect(bot.talker.heard).toEqual(['6:6 cuối']);
    expect(bot.lines.filter((line) => line.includes('given up'))).toEqual([]);
  });
});

inBothModes('groups', () => {
  const GROUP = -1001234567890123;

  test('only what is addressed is answered, as a reply to it, and the mention is cut out', async () => {
    const api = await botApi();
    const bot = await start(api);
    api.sayInGroup(GROUP, 1, 'mọi người ăn gì chưa');
    api.sayInGroup(GROUP, 1, '@solieubot, sản lượng bia 2022?');
    api.sayInGroup(GROUP, 1, 'thế còn than @SoLieuBot năm 2021');
    api.sayInGroup(GROUP, 2, 'rồi sao', {
      reply_to_message: { message_id: 1, from: api.me, chat: { id: GROUP } },
    });
    api.sayInGroup(GROUP, 2, 'mở chủ đề', { reply_to_message: { from: api.me, forum_topic_created: {} } });
    api.sayInGroup(GROUP, 2, 'này', { reply_to_message: { message_id: 1, from: { id: 3, is_bot: false } } });
    api.sayInGroup(GROUP, 2, '/help@NguoiKhacBot');
    api.sayInGroup(GROUP, 2, '/lenhla');
    api.sayInGroup(GROUP, 2, '/sanpham@SoLieuBot');
    api.sayInGroup(GROUP, 2, '@SoLieuBot');
    api.sayInGroup(GROUP, 2, 'gửi @SoLieuBotKhac và a@SoLieuBot.vn');
    api.message({
      chat: { id: GROUP, type: 'supergroup' },
      from: { id: 4, is_bot: false, first_name: 'A' },
      sticker: {},
    });
    const nguon = api.sayInGroup(GROUP, 3, '/nguon');
    await api.until(() => api.messages.length === 6);
    await api.until(() => bot.inbox.pending().length === 0);
    expect(bot.talker.heard).toEqual([
      `${GROUP}:1 sản lượng bia 2022?`,
      `${GROUP}:1 thế còn than năm 2021`,
      `${GROUP}:2 rồi sao`,
      `${GROUP}:2 có những sản phẩm nào`,
      `${GROUP}:2 trợ giúp`,
      `${GROUP}:3 nguồn số liệu ở đâu`,
    ]);
    expect(nguon).toBeGreaterThan(0);
    expect(api.messages.every((m) => m.chat === GROUP && m.answers !== undefined)).toBe(true);
  });

  test('a text mention by name counts; an administrator writing as the group is a person', async () => {
    const api = await botApi();
    const bot = await start(api);
    api.sayInGroup(GROUP, 1, 'Số liệu ơi điện 2022', {
      entities: [{ type: 'text_mention', offset: 0, length: 7, user: api.me }],
    });
    api.sayInGroup(GROUP, 1, '@SoLieuBot than 2022', {
      from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
      sender_chat: { id: GROUP, type: 'supergroup' },
    });
    await api.until(() => api.messages.length === 2);
    expect(bot.talker.heard).toEqual([`${GROUP}:1 ơi điện 2022`, `${GROUP}:${GROUP} than 2022`]);
  });

  test('topics: the thread is named only in a topic; a lost topic falls back to the main one', async () => {
    const api = await botApi();
    await start(api);
    api.threads.add(77);
    api.sayInGroup(GROUP, 1, '@SoLieuBot trong chủ đề', { message_thread_id: 77, is_topic_message: true });
    api.sayInGroup(GROUP, 1, '@SoLieuBot ở General', { message_thread_id: 5 });
    api.sayInGroup(GROUP, 1, '@SoLieuBot chủ đề đã xóa', { message_thread_id: 88, is_topic_message: true });
    await api.until(() => api.messages.length === 3);
    expect(api.messages.map((m) => m.thread)).toEqual([77, undefined, undefined]);
  });

  test('a group that moved is answered under its new id', async () => {
    const api = await botApi();
    await start(api);
    api.moved.set(-55, GROUP);
    api.sayInGroup(-55, 1, '@SoLieuBot chuyển nhà');
    await api.until(() => api.messages.length === 1);
    expect(api.messages[0]!.chat).toBe(GROUP);
  });
});

inBothModes('buttons', () => {
  test('a press is acknowledged first, then edits the message; the context is the presser’s', async () => {
    const api = await botApi();
    const bot = await start(api);
    api.say(3, 'câu một');
    await api.until(() => api.messages.length === 1);
    const under = api.messages[0]!;
    const id = api.press(3, under, under.buttons[0]![1]!.data);
    await api.until(() => api.edits.length === 1);
    expect(under.text).toContain('Bấm: Năm 2022');
    expect(under.buttons.flat()).toHaveLength(3);
    expect(api.acknowledged).toEqual([{ id, text: undefined, alert: false }]);
    const order = api.calls.map((c) => c.method).filter((m) => /answerCallback|editMessage/.test(m));
    expect(order).toEqual(['answerCallbackQuery', 'editMessageText']);
    expect(bot.talker.heard.at(-1)).toBe('3:3 press Năm 2022');
    expect(api.messages).toHaveLength(1);
  });

  test('pressed again: a short note, no edit', async () => {
    const api = await botApi();
    await start(api);
    api.say(3, 'câu một');
    await api.until(() => api.messages.length === 1);
    const under = api.messages[0]!;
    api.press(3, under, under.buttons[0]![0]!.data);
    await api.until(() => api.edits.length === 1);
    api.press(3, { ...under }, under.buttons[0]![0]!.data);
    await api.until(() => api.acknowledged.length === 2);
    expect(api.acknowledged[1]!.text).toBe('Nội dung này đang hiển thị.');
    expect(api.called('editMessageText')).toHaveLength(1);
  });

  test('old versions, unknown keys and unreachable messages are answered politely', async () => {
    const api = await botApi();
    const bot = await start(api);
    api.say(3, 'câu một');
    await api.until(() => api.messages.length === 1);
    const under = api.messages[0]!;
    const good = under.buttons[0]![0]!.data;
    api.press(3, under, 'v0:abc');
    api.press(3, under, 'v1:q:AAAAAAAAAAAAAAAA');
    api.press(3, under, '…'.repeat(20));
    api.press(3, under, good, {
      message: { message_id: under.message_id, date: 0, chat: { id: 3, type: 'private' } },
    });
    api.press(3, under, good, { message: undefined, inline_message_id: 'x' });
    await api.until(() => api.acknowledged.length === 5);
    expect(api.acknowledged.map((a) => a.text).sort()).toEqual([
      ...Array(3).fill(expect.stringContaining('Nút này thuộc phiên bản cũ')),
      ...Array(2).fill(expect.stringContaining('quá cũ')),
    ]);
    await api.until(() => bot.inbox.pending().length === 0);
    expect(api.edits).toEqual([]);
    expect(api.messages).toHaveLength(1);
  });

  test('a press is acknowledged at once even while the chat is held up', async () => {
    const api = await botApi();
    await start(api);
    api.say(3, 'câu một');
    await api.until(() => api.messages.length === 1);
    api.fault({ method: 'sendMessage', chat: 3, what: { kind: 'delay', ms: 300 } });
    api.say(3, 'câu hai');
    await api.until(() => api.called('sendMessage').length === 2);
    const under = api.messages[0]!;
    api.press(3, under, under.buttons[0]![0]!.data);
    await api.until(() => api.acknowledged.length === 1);
    expect(api.messages).toHaveLength(1);
    await api.until(() => api.edits.length === 1);
    expect(api.messages).toHaveLength(2);
    expect(api.acknowledged).toHaveLength(1);
  });

  test('a hung acknowledgement does not keep the edit back, a lost message is not replaced by another', async () => {
    const api = await botApi();
    const bot = await start(api);
    api.say(3, 'câu một');
    await api.until(() => api.messages.length === 1);
    const under = api.messages[0]!;
    api.fault({ method: 'answerCallbackQuery', what: { kind: 'hang' } });
    api.press(3, under, under.buttons[0]![0]!.data);
    await api.until(() => api.edits.length === 1);
    await api.until(() => api.acknowledged.length === 1);
    api.press(3, { ...under, message_id: 9999, text: 'khác' }, under.buttons[0]![1]!.data);
    await api.until(() => api.acknowledged.length === 2);
    await api.until(() => bot.inbox.pending().length === 0);
    expect(api.messages).toHaveLength(1);
  });

  test('what Telegram lets nobody edit any more is answered in a new message', async () => {
    const api = await botApi();
    await start(api);
    api.say(3, 'câu một');
    await api.until(() => api.messages.length === 1);
    const under = api.messages[0]!;
    api.fault({
      method: 'editMessageText',
      what: { kind: 'error', code: 400, description: "Bad Request: message can't be edited" },
    });
    api.press(3, under, under.buttons[0]![0]!.data);
    await api.until(() => api.messages.length === 2);
    expect(api.messages[1]!.text).toContain('Bấm: Năm 2021');
    expect(api.messages[1]!.buttons).not.toEqual([]);
    expect(api.messages[0]!.text).toContain('Trả lời: câu một');
  });

  test('a bug behind a button is told once, over the chat', async () => {
    const api = await botApi();
    const bot = await start(api);
    api.say(3, 'câu một');
    await api.until(() => api.messages.length === 1);
    api.press(3, api.messages[0]!, `v1:q:${bot.buttons.keep(question('hỏng'), Date.now())}`);
    await api.until(() => api.acknowledged.length === 1);
    expect(api.acknowledged[0]!.text).toContain('Hệ thống gặp lỗi');
    expect(api.messages).toHaveLength(1);
    await api.until(() => bot.inbox.pending().length === 0);
  });
});
