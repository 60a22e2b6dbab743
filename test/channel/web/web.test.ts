import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb, type Web } from '../../../src/channel/web/index.js';
import { fakeButtons, fakeLog, fakeStudio, fakeTalker } from './fake.js';

const talker = fakeTalker();
const buttons = fakeButtons();
const studio = fakeStudio();
const log = fakeLog();
const suggestions = ['điện thương phẩm 2021', `<b>"mẹo" & 'bẫy'</b> $& $1`];
let web: Web;

beforeAll(async () => {
  web = await startWeb({ port: 0, host: '127.0.0.1', talker, buttons, studio, log, suggestions });
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
    const open = await startWeb({ port: 0, host: '0.0.0.0', talker, buttons, studio, log, suggestions: [] });
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
    expect(Object.keys(reply).sort()).toEqual(
      'blocks,buttons,carried,chart,file,form,key,missing,offers,outcome,plain,restated'.split(','),
    );
    expect(reply).toMatchObject({ carried: false, chart: null, file: null, form: null, missing: null });
    expect(reply.offers).toEqual({ chart: true, workbook: true });
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

interface Answered {
  key: string | null;
  carried: boolean;
  form: string | null;
  missing: string | null;
  outcome: string;
  chart: { title: string } | null;
  file: { caption: string; first: string } | null;
  buttons: { key: string }[];
}
const asked = async (text: string, more: object = {}, headers = {}) =>
  (await (await post('/api/ask', { text, ...more }, headers)).json()) as Answered;

describe('a form in the sentence', () => {
  it('gives the picture with its alt text and addresses', async () => {
    const { chart, key, file, missing } = await asked('biểu đồ xi măng');
    expect(chart).toEqual({
      title: 'Biểu đồ xi măng: a/b',
      alt: 'Biểu đồ xi măng: a/b. 2020: 855; 2021: 890.',
      wide: { svg: `chart/${key}.svg`, width: 900, height: 540 },
      narrow: { svg: `chart/${key}.narrow.svg`, width: 344, height: 540 },
      png: `chart/${key}.png`,
    });
    expect([file, missing]).toEqual([null, null]);
  });

  it('gives the file, the kind that was said first', async () => {
    expect((await asked('xuất excel xi măng')).file).toEqual({
      caption: 'xi măng: 1 số liệu, kèm đơn vị, trạng thái và nguồn.',
      first: 'xlsx',
    });
    expect((await asked('xuất csv xi măng')).file?.first).toBe('csv');
  });

  it('that cannot be had leaves the words and a line that says so', async () => {
    const goal = await asked('biểu đồ mục tiêu điện thương phẩm 2022');
    expect(goal).toMatchObject({ outcome: 'answer', chart: null });
    expect(goal.missing).toContain('không vẽ được biểu đồ');
    // A refusal says itself why.
    expect(await asked('xuất excel bia 2015')).toMatchObject({
      outcome: 'refuse',
      file: null,
      missing: null,
    });
    expect(await asked('biểu đồ chào bạn')).toMatchObject({ chart: null });
  });

  it('that fails is logged and told, and the words come', async () => {
    studio.broken = true;
    const reply = await asked('biểu đồ xi măng');
    studio.broken = false;
    expect(reply).toMatchObject({ outcome: 'assumed', chart: null });
    expect(reply.missing).toContain('Hệ thống gặp lỗi khi vẽ biểu đồ');
    expect(log.told.at(-1)).toMatchObject({ level: 'error', facts: { err: { message: 'the chart broke' } } });
  });

  it('waits while something is asked back, and comes with the button', async () => {
    const back = await asked('biểu đồ điện 2021');
    expect(back).toMatchObject({ outcome: 'ask', form: 'chart', chart: null, missing: null });
    const response = await post('/api/press', { key: back.buttons[1]?.key, form: back.form });
    expect(((await response.json()) as Answered).chart?.title).toContain('điện thương phẩm 2021');
  });

  it('may come from the address, and is one of three', async () => {
    expect((await asked('xi măng', { form: 'chart' })).chart).not.toBeNull();
    for (const form of ['svg', 7, '', ['chart'], '__proto__']) {
      for (const [path, body] of [
        ['/api/ask', { text: 'xi măng', form }],
        ['/api/press', { key: 'b0', form }],
      ] as const) {
        const response = await post(path, body);
        expect([form, response.status]).toEqual([form, 400]);
        expect(await errorOf(response)).toContain('dạng kết quả');
      }
    }
  });
});

describe('an address to share', () => {
  it('needs the words alone, unless they lean on what was asked before', async () => {
    const cookie = { Cookie: 'solieu=00000000-0000-4000-8000-00000000000a' };
    expect((await asked('xi măng', {}, cookie)).carried).toBe(false);
    expect((await asked('biểu đồ Xi Măng', {}, cookie)).carried).toBe(false);
    const follow = await asked('còn điện thương phẩm 2021?', {}, cookie);
    expect(follow.carried).toBe(true);
    const drawn = await asked('vẽ biểu đồ', {}, cookie);
    expect(drawn).toMatchObject({ carried: true, key: follow.key });
    expect((await asked('chào bạn', {}, cookie)).key).toBeNull();
  });
});

describe('a sentence that means the same for everyone', () => {
  it('leans on nothing, and what follows leans on it', async () => {
    const before = await post('/api/ask', { text: 'xi măng' });
    const Cookie = before.headers.get('set-cookie')?.split(';')[0] ?? '';
    const fresh = await post('/api/ask', { text: 'điện thương phẩm 2021', fresh: true }, { Cookie });
    const next = fresh.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(next).toMatch(/^solieu=/);
    expect(next).not.toBe(Cookie);
    expect(talker.heard.at(-1)?.key).toBe(next.replace('solieu=', 'web:'));
    expect(await asked('vẽ biểu đồ', {}, { Cookie: next })).toMatchObject({ carried: true });
  });

  it('and a browser that forgets begins anew', async () => {
    const Cookie = 'solieu=00000000-0000-4000-8000-00000000000b';
    const response = await post('/api/forget', {}, { Cookie });
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toMatch(/^solieu=; Max-Age=0; Path=\//);
    expect((await post('/api/forget', {})).headers.get('set-cookie')).toBeNull();
  });
});

describe('a picture', () => {
  const key = async () => (await asked('điện thương phẩm 2021')).key as string;

  it('of an answer on the page is found by its key', async () => {
    const response = await post('/api/chart', { key: await key() });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ png: `chart/${await key()}.png` });
    const goal = (await asked('mục tiêu điện thương phẩm 2022')).key;
    const none = await post('/api/chart', { key: goal });
    expect([none.status, await errorOf(none)]).toEqual([422, expect.stringContaining('không vẽ được')]);
    expect((await post('/api/chart', { key: 'b99999' })).status).toBe(404);
    expect((await post('/api/chart', { key: 7 })).status).toBe(400);
  });

  it('comes as SVG and as PNG, under its own name, with strict headers', async () => {
    const narrow = await (await get(`/chart/${await key()}.narrow.svg`)).text();
    expect(narrow).toContain('viewBox="0 0 344 540"');
    for (const [ending, type, start] of [
      ['svg', 'image/svg+xml; charset=utf-8', 'svg'],
      ['png', 'image/png', 'PNG'],
    ] as const) {
      const response = await get(`/chart/${await key()}.${ending}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
      expect(response.headers.get('content-disposition')).toBe(
        `inline; filename="so-lieu.${ending}"; filename*=UTF-8''${encodeURIComponent('Biểu đồ điện thương phẩm 2021')}.${ending}`,
      );
      const csp = response.headers.get('content-security-policy') ?? '';
      expect(csp).toContain("default-src 'none'");
      expect(csp).not.toMatch(/https?:|script-src [^;]*unsafe/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(response.headers.get('set-cookie')).toBeNull();
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.toString('latin1', 1, 4)).toBe(start);
    }
  });

  it('that was seen is not drawn again', async () => {
    const path = `/chart/${await key()}.png`;
    const etag = (await get(path)).headers.get('etag') ?? '';
    const before = studio.drawn;
    expect((await get(path, { 'If-None-Match': etag })).status).toBe(304);
    expect(studio.drawn).toBe(before);
    expect((await get(path.replace('.png', '.svg'))).headers.get('etag')).not.toBe(etag);
  });

  it('that the drawing thread refuses says so, and is not remembered', async () => {
    studio.busy = true;
    const response = await get(`/chart/${await key()}.png`);
    studio.busy = false;
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('thử lại')]);
    expect(response.headers.get('retry-after')).toBe('30');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
    expect(response.headers.get('content-disposition')).toBeNull();
  });

  it('that cannot be drawn, or whose key is unknown, says so', async () => {
    const goal = (await asked('mục tiêu điện thương phẩm 2022')).key;
    for (const [path, words] of [
      [`/chart/${goal}.png`, 'không vẽ được'],
      ['/chart/b99999.svg', 'đã cũ'],
      ['/file/b99999.xlsx', 'đã cũ'],
    ] as const) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(response.headers.get('content-type')).toContain('text/plain');
      expect(await response.text()).toContain(words);
    }
    for (const path of [
      '/chart/b0.gif',
      '/chart/..%2fapp.svg',
      `/chart/${'b'.repeat(65)}.svg`,
      '/file/b0.svg',
    ])
      expect([path, await (await get(path)).text()]).toEqual([path, 'Không có trang này.']);
  });
});

describe('a file', () => {
  it.each([
    ['xlsx', 'application/x-test-workbook'],
    ['csv', 'text/csv; charset=utf-8'],
  ])('%s is taken away under its own name', async (ending, type) => {
    const { key } = await asked('xi măng');
    const response = await get(`/file/${key}.${ending}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="so-lieu.${ending}"; filename*=UTF-8''${encodeURIComponent('Số liệu xi măng')}.${ending}`,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toContain('Sản phẩm');
  });

  it('of an answer without figures says so', async () => {
    const { key } = await asked('bia 2015');
    const response = await get(`/file/${key}.csv`);
    expect([response.status, await response.text()]).toEqual([
      404,
      expect.stringContaining('không có số liệu'),
    ]);
    expect(response.headers.get('content-disposition')).toBeNull();
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
    const start = startWeb({ port, host: '127.0.0.1', talker, buttons, studio, log, suggestions: [] });
    await expect(start).rejects.toThrow(new RegExp(`cổng ${port} đang có chương trình khác dùng.*WEB_PORT`));
    other.close();
  });

  it('a foreign address says what to do', async () => {
    const start = startWeb({ port: 0, host: '203.0.113.7', talker, buttons, studio, log, suggestions: [] });
    await expect(start).rejects.toThrow(/203\.0\.113\.7.*WEB_HOST/);
  });

  it('stops once, and frees the port', async () => {
    const first = await startWeb({
      port: 0,
      host: '127.0.0.1',
      talker,
      buttons,
      studio,
      log,
      suggestions: [],
    });
    await (await fetch(first.url)).text();
    await Promise.all([first.stop(), first.stop()]);
    await expect(fetch(first.url)).rejects.toThrow();
    const port = Number(new URL(first.url).port);
    const second = await startWeb({ port, host: '127.0.0.1', talker, buttons, studio, log, suggestions: [] });
    await second.stop();
  });
});
