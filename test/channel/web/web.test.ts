import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb, type Web } from '../../../src/channel/web/index.js';
import { fakeButtons, fakeLog, fakeTalker } from './fake.js';

const talker = fakeTalker();
const buttons = fakeButtons();
const log = fakeLog();
const suggestions = ['điện thương phẩm 2021', `<b>"mẹo" & 'bẫy'</b> $& $1`];
let web: Web;

beforeAll(async () => {
  web = await startWeb({ port: 0, host: '127.0.0.1', talker, buttons, log, suggestions });
});
afterAll(() => web.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, web.url), { headers });

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(new URL(path, web.url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const errorOf = async (response: Response) => ((await response.json()) as { error: string }).error;

/** `fetch` forbids setting Host. */
function statusUnder(host: string, base = web.url): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(base, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end();
  });
}

describe('the page', () => {
  it('is served with its files, each of its own type', async () => {
    for (const [path, type] of [
      ['/', 'text/html; charset=utf-8'],
      ['/page.css', 'text/css; charset=utf-8'],
      ['/page.js', 'text/javascript; charset=utf-8'],
      ['/card.js', 'text/javascript; charset=utf-8'],
      ['/icon.svg', 'image/svg+xml'],
    ] as const) {
      const response = await get(path);
      expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type]);
    }
  });

  it('loads nothing from another host and has nothing inline', async () => {
    const html = await (await get('/')).text();
    expect(html).not.toMatch(/https?:|<style|style=|\son\w+=|<script(?![^>]*\bsrc=)/);
    expect(await (await get('/page.css')).text()).not.toMatch(/https?:|@import|url\(/);
  });

  it('has the suggestions, escaped', async () => {
    const html = await (await get('/')).text();
    expect(html).toContain('class="chip">điện thương phẩm 2021</button>');
    expect(html).toContain('&#60;b&#62;&#34;mẹo&#34; &#38; &#39;bẫy&#39;&#60;/b&#62; $&#38; $1');
    expect(html).not.toContain('<!-- suggestions -->');
  });

  it('is not sent again while unchanged', async () => {
    const etag = (await get('/page.css')).headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await get('/page.css', { 'If-None-Match': etag })).status).toBe(304);
  });

  it.each(['/nope', '/index.html', '/../app.ts', '/..%2fapp.ts', '/page/page.js', '//page.css'])(
    'knows no %s',
    async (path) => {
      const response = await fetch(web.url.replace(/\/$/, '') + path);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe('Không có trang này.');
    },
  );

  it('gives no cookie before the first question', async () => {
    expect((await get('/')).headers.get('set-cookie')).toBeNull();
  });
});

describe('headers', () => {
  it.each(['/', '/page.js', '/nope', '/api/ask'])('of %s are strict', async (path) => {
    const { headers } = await get(path);
    const csp = headers.get('content-security-policy') ?? '';
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("script-src 'self'");
    expect(csp).toContain("style-src 'self'");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).toContain("require-trusted-types-for 'script'");
    expect(csp).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('forbid keeping answers', async () => {
    const response = await post('/api/ask', { text: 'xi măng' });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('the Host header on loopback', () => {
  it.each(['localhost', 'LOCALHOST:8080', '127.0.0.1', '127.0.0.1:1', '[::1]:80'])(
    'may be %s',
    async (host) => {
      expect(await statusUnder(host)).toBe(200);
    },
  );

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io:80', '192.168.1.5', 'localhost:evil'])(
    'may not be %s',
    async (host) => {
      // 400: not even a host name, turned away by the server itself.
      expect([400, 403]).toContain(await statusUnder(host));
    },
  );

  it('is free on a public address', async () => {
    const open = await startWeb({ port: 0, host: '0.0.0.0', talker, buttons, log, suggestions: [] });
    try {
      expect(open.url).toMatch(/^http:\/\/localhost:\d+\/$/);
      const local = open.url.replace('localhost', '127.0.0.1');
      expect(await statusUnder('solieu.langson.example', local)).toBe(200);
    } finally {
      await open.stop();
    }
  });
});

describe('asking', () => {
  it('answers with blocks, and buttons as keys', async () => {
    const response = await post('/api/ask', { text: 'điện thương phẩm 2021' });
    expect(response.status).toBe(200);
    const reply = (await response.json()) as Record<string, unknown>;
    expect(Object.keys(reply).sort()).toEqual(['blocks', 'buttons', 'outcome', 'plain', 'restated']);
    expect(reply.outcome).toBe('answer');
    expect(reply.plain).toBe('bản chữ');
    expect(reply.buttons).toContainEqual({
      label: 'Mục tiêu 2022',
      key: expect.stringMatching(/^b\d+$/),
      sentence: 'mục tiêu điện thương phẩm 2022',
    });
    // Questions stay on the server.
    expect(JSON.stringify(reply)).not.toContain('indicators');
  });

  it('presses a button by its key', async () => {
    const asked = (await (await post('/api/ask', { text: 'điện thương phẩm 2021' })).json()) as {
      buttons: { key: string }[];
    };
    const response = await post('/api/press', { key: asked.buttons[0]?.key });
    expect(response.status).toBe(200);
    expect(JSON.stringify(await response.json())).toContain('gần 930 triệu kWh');
    expect(talker.heard.at(-1)?.pressed).toBe('mục tiêu điện thương phẩm 2022');
  });

  it('returns a hostile text as data, never as a page', async () => {
    const text = `</script><script>alert(1)</script>`;
    const response = await post('/api/ask', { text });
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(JSON.stringify(await response.json())).toContain(text);
  });

  it('leaves a long text to the engine', async () => {
    const text = 'đ'.repeat(5_000);
    expect((await post('/api/ask', { text })).status).toBe(200);
    expect(talker.heard.at(-1)?.text).toBe(text);
  });

  it('accepts JSON with a charset', async () => {
    const type = { 'Content-Type': 'Application/JSON; charset=utf-8' };
    expect((await post('/api/ask', { text: 'xi măng' }, type)).status).toBe(200);
  });
});

describe('the conversation', () => {
  it('is a random id in a strict cookie, kept between requests', async () => {
    const first = await post('/api/ask', { text: 'xi măng' });
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^solieu=[0-9a-f-]{36};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    const key = talker.heard.at(-1)?.key;
    const second = await post('/api/ask', { text: 'xi măng' }, { Cookie: cookie.split(';')[0] ?? '' });
    expect(second.headers.get('set-cookie')).toBeNull();
    expect(talker.heard.at(-1)?.key).toBe(key);
  });

  it('is another one for another browser, and is not chosen by the browser', async () => {
    await post('/api/ask', { text: 'xi măng' });
    const key = talker.heard.at(-1)?.key;
    const response = await post('/api/ask', { text: 'xi măng' }, { Cookie: 'solieu=telegram:42' });
    expect(response.headers.get('set-cookie')).toMatch(/^solieu=/);
    expect(talker.heard.at(-1)?.key).toMatch(/^web:[0-9a-f-]{36}$/);
    expect(talker.heard.at(-1)?.key).not.toBe(key);
  });
});

describe('what is turned away', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
  ])('content of type %s', async (type) => {
    const before = talker.heard.length;
    const response = await post('/api/ask', { text: 'xi măng' }, { 'Content-Type': type });
    expect(response.status).toBe(415);
    expect(await errorOf(response)).toContain('JSON');
    expect(talker.heard.length).toBe(before);
  });

  it.each(['', '{', 'null', '"xi măng"', '12', '[]', '{}', '{"text":1}', '{"text":"  "}', '{"text":null}'])(
    'the body %s',
    async (body) => {
      const before = talker.heard.length;
      const response = await post('/api/ask', body);
      expect(response.status).toBe(400);
      expect(await errorOf(response)).toMatch(/Không đọc được yêu cầu|Chưa có câu hỏi/);
      expect(talker.heard.length).toBe(before);
    },
  );

  it('a body over 64 KB, with or without its length', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(65 * 1024) });
    const told = await post('/api/ask', body);
    expect(told.status).toBe(413);
    expect(await errorOf(told)).toContain('quá dài');
    const streamed = await fetch(new URL('/api/ask', web.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
  });

  it.each(['b99999', '__proto__', '../../x', 'ấ'.repeat(999)])('the unknown key %s', async (key) => {
    const response = await post('/api/press', { key });
    expect(response.status).toBe(404);
    expect(await errorOf(response)).toContain('Nút này đã cũ');
  });

  it.each(['{}', '{"key":7}', '{"key":""}', 'x'])('the press %s', async (body) => {
    expect((await post('/api/press', body)).status).toBe(400);
  });

  it('other methods and other calls', async () => {
    expect((await get('/api/ask')).status).toBe(404);
    expect((await fetch(new URL('/api/ask', web.url), { method: 'OPTIONS' })).status).toBe(404);
    expect((await post('/api/other', {})).status).toBe(404);
    expect((await post('/', {})).status).toBe(404);
  });
});

describe('faults', () => {
  it('are told kindly and logged with their cause', async () => {
    const response = await post('/api/ask', { text: 'hỏng' });
    expect(response.status).toBe(500);
    const error = await errorOf(response);
    expect(error).toContain('Hệ thống gặp lỗi');
    expect(error).not.toContain('broke');
    expect(log.told.at(-1)).toMatchObject({
      level: 'error',
      facts: { err: { message: 'the engine broke' } },
    });
    expect((await post('/api/ask', { text: 'xi măng' })).status).toBe(200);
  });

  it('a busy port says what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const start = startWeb({ port, host: '127.0.0.1', talker, buttons, log, suggestions: [] });
    await expect(start).rejects.toThrow(new RegExp(`cổng ${port} đang có chương trình khác dùng.*WEB_PORT`));
    other.close();
  });

  it('a foreign address says what to do', async () => {
    const start = startWeb({ port: 0, host: '203.0.113.7', talker, buttons, log, suggestions: [] });
    await expect(start).rejects.toThrow(/203\.0\.113\.7.*WEB_HOST/);
  });

  it('stops once, and frees the port', async () => {
    const first = await startWeb({ port: 0, host: '127.0.0.1', talker, buttons, log, suggestions: [] });
    await (await fetch(first.url)).text();
    await Promise.all([first.stop(), first.stop()]);
    await expect(fetch(first.url)).rejects.toThrow();
    const port = Number(new URL(first.url).port);
    const second = await startWeb({ port, host: '127.0.0.1', talker, buttons, log, suggestions: [] });
    await second.stop();
  });
});
