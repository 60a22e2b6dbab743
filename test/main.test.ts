import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { withEnvFile } from '../src/env.js';
import { BotApi } from './support/botapi.js';
import { ROOT, type Server, solieu, startServer, temporaryFolder } from './support/program.js';

const folder = temporaryFolder();
/** Built once; every test that needs a store of its own gets a copy. */
const STORE = { SOLIEU_DB: `${folder.path}/store.db` };
let copies = 0;
const cleanups: (() => unknown)[] = [];

beforeAll(() => {
  expect(solieu(['ask', 'điện thương phẩm 2021'], { settings: STORE }).code).toBe(0);
  return folder.remove;
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function start(settings: Record<string, string>, cwd?: string): Server {
  const server = startServer({ ...STORE, ...settings }, cwd);
  cleanups.push(async () => {
    server.child.kill('SIGKILL');
    await server.ended;
  });
  return server;
}

function ownStore(): { readonly SOLIEU_DB: string } {
  const file = `${folder.path}/store-${++copies}.db`;
  copyFileSync(STORE.SOLIEU_DB, file);
  return { SOLIEU_DB: file };
}

async function botApi(): Promise<BotApi> {
  const api = await new BotApi().start();
  cleanups.push(() => api.close());
  return api;
}

async function freePort(): Promise<number> {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as { port: number };
  holder.close();
  await once(holder, 'close');
  return port;
}

async function page(server: Server): Promise<string> {
  const [, url = ''] = await server.printed(/Mở (http:\/\/localhost:\d+) bằng trình duyệt/);
  return url.replace('localhost', '127.0.0.1');
}

async function ask(url: string, text: string, cookie = '') {
  const response = await fetch(`${url}/api/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ text }),
  });
  expect(response.status).toBe(200);
  const reply = (await response.json()) as { plain: string; buttons: { label: string; key: string }[] };
  return { ...reply, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie };
}

describe('the page', () => {
  test('answers without any setting but its port, from another working directory, and ends in order', async () => {
    const server = start({ WEB_PORT: '0' }, folder.path);
    const url = await page(server);
    expect(await (await fetch(url)).text()).toContain('<html lang="vi"');
    const first = await ask(url, 'sản lượng điện 2021');
    expect(first.plain).toContain('890 triệu kWh');
    // The same browser's next question is the same conversation; another browser's is not.
    expect((await ask(url, 'còn gạch?', first.cookie)).plain).toContain('244 triệu viên');
    expect((await ask(url, 'còn gạch?')).plain).not.toContain('Giữ từ câu trước');
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(server.out()).toMatch(/Đang dừng…\nĐã dừng\.\n$/);
  });

  test('a button is answered by its key, also after a restart', async () => {
    const before = start({ WEB_PORT: '0' });
    const { buttons } = await ask(await page(before), 'điện thương phẩm 2021');
    const target = buttons.find((b) => b.label.includes('2022'));
    before.child.kill('SIGINT');
    expect(await before.ended).toBe(0);
    const after = start({ WEB_PORT: '0' });
    const response = await fetch(`${await page(after)}/api/press`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: target?.key }),
    });
    expect(((await response.json()) as { plain: string }).plain).toContain('850 triệu kWh');
  });

  test('killing `npm start` does not leave the server behind', async () => {
    const npm = spawn('npm', ['start'], {
      cwd: ROOT,
      env: { ...process.env, ...STORE, TELEGRAM_BOT_TOKEN: '', WEB_PORT: '0', WEB_HOST: '', LOG_LEVEL: '' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let out = '';
    npm.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (text.includes('Mở http')) npm.kill('SIGTERM');
    });
    // Closes when the last process that holds it is gone.
    await once(npm.stdout, 'close');
    expect(out).toMatch(/Đã dừng\.\n$/);
  });

  test('a port that is taken is told in one sentence', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    cleanups.push(() => holder.close());
    const { port } = holder.address() as { port: number };
    const server = start({ WEB_PORT: String(port) });
    expect(await server.ended).toBe(1);
    expect(server.err()).toMatch(
      new RegExp(`^Không mở được trang web: cổng ${port} đang có .*chạy lại\\.\\n$`),
    );
  });
});

describe('Telegram', () => {
  test('a message gets its answer, and the token is written nowhere', async () => {
    const api = await botApi();
    const server = start({
      ...ownStore(),
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
      LOG_LEVEL: 'trace',
    });
    await server.printed(/Bot Telegram đã sẵn sàng/);
    expect(server.out()).not.toContain('Mở http');
    api.say(7, 'sản lượng điện 2021');
    await api.until(() => api.textsTo(7).length === 1, 'an answer', 15_000);
    expect(api.textsTo(7)[0]).toContain('890 triệu kWh');
    api.sayInGroup(-5, 7, '@SoLieuBot còn gạch?');
    api.say(7, 'còn gạch?');
    await api.until(() => api.textsTo(7).length === 2 && api.textsTo(-5).length === 1, 'two more', 15_000);
    // Each chat is a conversation of its own.
    expect(api.textsTo(7)[1]).toContain('Giữ từ câu trước');
    expect(api.textsTo(-5)[0]).not.toContain('Giữ từ câu trước');
    // Pictures, workbooks and inline mode are wired too.
    api.say(9, 'biểu đồ xi măng cả nước 2010–2015');
    api.say(9, 'xuất Excel xi măng 2016');
    const typed = api.type(9, 'xi măng 2016');
    await api.until(() => api.textsTo(9).length === 2, 'a picture and a file', 15_000);
    expect(api.messages.filter((m) => m.chat === 9).map((m) => m.file?.kind)).toEqual(['photo', 'document']);
    await api.until(() => api.inlineAnswers.some((a) => a.id === typed && a.results.length > 0));
    const chart = api.messages.find((m) => m.file?.kind === 'photo')!;
    api.say(10, 'biểu đồ xi măng cả nước 2010–2015');
    await api.until(() => api.textsTo(10).length === 1, 'the same picture', 15_000);
    expect(api.messages.at(-1)!.file).toMatchObject({ id: chart.file!.id, bytes: null });
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(api.violations).toEqual([]);
    expect(server.out() + server.err()).not.toContain(api.token.split(':')[1]);
  });

  test('both channels run side by side', async () => {
    const api = await botApi();
    const server = start({
      ...ownStore(),
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
      WEB_PORT: '0',
    });
    const url = await page(server);
    api.say(7, 'mục tiêu xi măng 2022');
    await api.until(() => api.textsTo(7).length === 1, 'an answer', 15_000);
    expect(api.textsTo(7)[0]).toContain('950 nghìn tấn');
    expect((await ask(url, 'mục tiêu xi măng 2022')).plain).toContain('950 nghìn tấn');
  });

  test('with a webhook: what is posted to its port is answered, nothing is polled, its secret is written nowhere', async () => {
    const api = await botApi();
    const port = await freePort();
    const settings = {
      ...ownStore(),
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
      TELEGRAM_WEBHOOK_URL: 'https://bot.example.vn/telegram',
      TELEGRAM_WEBHOOK_SECRET: 'Bi-mat_cua-webhook',
      TELEGRAM_WEBHOOK_PORT: String(port),
      LOG_LEVEL: 'trace',
    };
    const server = start(settings);
    api.hookAt = `http://127.0.0.1:${port}/telegram`;
    await server.printed(/Bot Telegram đã sẵn sàng/);
    api.say(7, 'sản lượng điện 2021');
    await api.until(() => api.textsTo(7).length === 1, 'an answer', 15_000);
    expect(api.textsTo(7)[0]).toContain('890 triệu kWh');
    expect((await fetch(api.hookAt, { method: 'POST', body: '{"update_id":1}' })).status).toBe(401);
    const second = start({ ...settings, ...ownStore() });
    expect(await second.ended).toBe(1);
    expect(second.err()).toMatch(/Không nhận được webhook: cổng \d+ đang có .*chạy lại\.\n$/);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(api.called('getUpdates')).toEqual([]);
    expect(server.out() + server.err() + second.err()).not.toContain('Bi-mat_cua');
  });

  test('a token that Telegram refuses ends the program with what to check', async () => {
    const api = await botApi();
    const token = '999:AAanother-Secret_of-nobody';
    const server = start({ ...ownStore(), TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: api.root });
    expect(await server.ended).toBe(2);
    expect(server.err()).toContain('kiểm tra TELEGRAM_BOT_TOKEN');
    expect(server.out() + server.err()).not.toContain('another-Secret');
  });

  test('a second signal does not wait for Telegram', async () => {
    const api = await botApi();
    const server = start({ ...ownStore(), TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root });
    await server.printed(/sẵn sàng/);
    api.fault({ method: 'sendMessage', what: { kind: 'hang' } });
    api.say(7, 'sản lượng điện 2021');
    await api.until(() => api.called('sendMessage').length === 1, 'an answer under way', 15_000);
    server.child.kill('SIGTERM');
    await server.printed(/Đang dừng/);
    const from = performance.now();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(143);
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});

test('every fault of the settings is told at once, and nothing is started', async () => {
  const server = start({
    TELEGRAM_BOT_TOKEN: 'bí mật',
    WEB_PORT: 'tám mươi',
    LOG_LEVEL: 'to',
    TELEGRAM_PROXY: 'x',
  });
  expect(await server.ended).toBe(2);
  expect(server.out()).toBe('');
  expect(server.err().match(/^ {2}- \w+/gm)).toEqual([
    '  - TELEGRAM_BOT_TOKEN',
    '  - TELEGRAM_PROXY',
    '  - WEB_PORT',
    '  - LOG_LEVEL',
  ]);
  expect(server.err()).not.toContain('bí mật');
});

test('settings may stand in a .env file of the working directory; the environment goes before it', async () => {
  const home = temporaryFolder();
  cleanups.push(home.remove);
  writeFileSync(`${home.path}/.env`, '# ghi chú\nWEB_PORT=hỏng\nLOG_LEVEL=cũng hỏng\n');
  const environment: Record<string, string | undefined> = { WEB_PORT: '0' };
  expect(withEnvFile(environment, ['/nowhere', home.path])).toEqual({
    WEB_PORT: '0',
    LOG_LEVEL: 'cũng hỏng',
  });
  expect(withEnvFile(environment, ['/nowhere'])).toBe(environment);
});

test('a store that cannot be used is told in one sentence', async () => {
  const server = start({ SOLIEU_DB: '/dev/null/store.db', WEB_PORT: '0' });
  expect(await server.ended).toBe(1);
  expect(server.err()).toMatch(/^Không mở được kho số liệu .*\n$/);
});
