import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';
import { createLog } from '../src/log.js';

const TOKEN = '123456:AAabcdefghijklmnopqrstuvwxyz0123456';

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).faults;
  }
  throw new Error('no fault found');
}

describe('settings', () => {
  test('defaults', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: ` ${TOKEN}\n` })).toEqual({
      token: TOKEN,
      apiRoot: 'https://api.telegram.org/',
      proxy: null,
      webhook: null,
      db: 'var/solieu.db',
      webPort: null,
      webHost: '127.0.0.1',
      logLevel: 'info',
      secrets: [TOKEN],
    });
    expect(readConfig({ WEB_PORT: '8080', TELEGRAM_BOT_TOKEN: '', LOG_LEVEL: ' ' })).toMatchObject({
      token: null,
      webPort: 8080,
      logLevel: 'info',
    });
  });

  test('everything set', () => {
    expect(
      readConfig({
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: 'http://localhost:8081/goc',
        TELEGRAM_PROXY: 'socks5://u:p%40ss@10.0.0.1:1080',
        TELEGRAM_WEBHOOK_URL: 'https://bot.langson.vn/telegram',
        TELEGRAM_WEBHOOK_SECRET: 'chuoi_bi-mat',
        TELEGRAM_WEBHOOK_PORT: '8444',
        SOLIEU_DB: '/srv/a.db',
        WEB_PORT: '0',
        WEB_HOST: '::1',
        LOG_LEVEL: 'DEBUG',
      }),
    ).toEqual({
      token: TOKEN,
      apiRoot: 'http://localhost:8081/goc/',
      proxy: 'socks5://u:p%40ss@10.0.0.1:1080',
      webhook: { url: 'https://bot.langson.vn/telegram', secret: 'chuoi_bi-mat', port: 8444 },
      db: '/srv/a.db',
      webPort: 0,
      webHost: '::1',
      logLevel: 'debug',
      secrets: [TOKEN, 'chuoi_bi-mat', 'socks5://u:p%40ss@10.0.0.1:1080', 'p%40ss', 'p@ss'],
    });
  });

  test('all faults are named at once, in Vietnamese, without the values', () => {
    const faults = faultsOf({
      TELEGRAM_BOT_TOKEN: 'bí-mật-sai-dạng',
      TELEGRAM_API_ROOT: 'ftp://a',
      TELEGRAM_PROXY: 'socks4://u:mat-khau@h:1',
      TELEGRAM_WEBHOOK_URL: 'http://bot.langson.vn',
      TELEGRAM_WEBHOOK_SECRET: 'mat khau',
      TELEGRAM_WEBHOOK_PORT: '99999',
      WEB_PORT: '70000',
      WEB_HOST: 'a b',
      LOG_LEVEL: 'to',
    });
    expect(faults.map((f) => f.split(' ')[0])).toEqual([
      'TELEGRAM_BOT_TOKEN',
      'TELEGRAM_API_ROOT',
      'TELEGRAM_PROXY',
      'TELEGRAM_WEBHOOK_URL',
      'TELEGRAM_WEBHOOK_SECRET',
      'TELEGRAM_WEBHOOK_PORT',
      'WEB_PORT',
      'WEB_HOST',
      'LOG_LEVEL',
    ]);
    const text = new ConfigError(faults).message;
    expect(text).toContain('Cấu hình chưa đúng');
    expect(text).not.toMatch(/bí-mật|mat[ -]khau|Invalid|expected/i);
  });

  test('without a bot there is a page, with one only where a port is set', () => {
    expect(readConfig({})).toMatchObject({ token: null, webPort: 8080, webHost: '127.0.0.1' });
    expect(readConfig({ WEB_PORT: '9000' }).webPort).toBe(9000);
    expect(readConfig({ TELEGRAM_BOT_TOKEN: TOKEN }).webPort).toBeNull();
    expect(readConfig({ TELEGRAM_BOT_TOKEN: TOKEN, WEB_PORT: '0' }).webPort).toBe(0);
  });

  test('the webhook: an address needs a secret, a port Telegram posts to, and a port of its own here', () => {
    const url = 'https://bot.langson.vn/telegram';
    expect(faultsOf({ TELEGRAM_WEBHOOK_URL: url })).toEqual([
      expect.stringMatching(/^TELEGRAM_WEBHOOK_SECRET phải được đặt/),
    ]);
    const set = { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: 'a' };
    expect(readConfig(set).webhook).toEqual({ url, secret: 'a', port: 8443 });
    expect(faultsOf({ ...set, TELEGRAM_WEBHOOK_URL: 'https://bot.langson.vn:444/' })).toHaveLength(1);
    expect(faultsOf({ ...set, TELEGRAM_WEBHOOK_URL: `${url}?a=1` })).toHaveLength(1);
    expect(faultsOf({ ...set, WEB_PORT: '8443' })).toEqual([
      expect.stringMatching(/^TELEGRAM_WEBHOOK_PORT không được trùng/),
    ]);
    expect(faultsOf({ ...set, TELEGRAM_WEBHOOK_SECRET: 'a'.repeat(257) })).toHaveLength(1);
    // Without an address the others do nothing: leaving it out turns the webhook off.
    expect(readConfig({ TELEGRAM_WEBHOOK_SECRET: 'a' }).webhook).toBeNull();
  });

  test('a port is a number from 0 to 65535', () => {
    expect(faultsOf({ LOG_LEVEL: 'x', WEB_PORT: '65536' })).toHaveLength(2);
    for (const port of ['-1', '80.5', '1e3', '0x50', 'tám mươi']) {
      expect(faultsOf({ WEB_PORT: port })).toHaveLength(1);
    }
  });
});

describe('log', () => {
  const write = (facts: object, message: string, secrets: string[]) => {
    let line = '';
    const stream = {
      write: (l: string) => {
        line += l;
      },
    };
    createLog({ level: 'info', secrets, stream }).error(facts, message);
    return line;
  };

  test('no secret is written, wherever it stands', () => {
    const cause = new TypeError(`at https://x/bot${TOKEN}/getMe`);
    const error = new Error(`failed ${TOKEN}`, { cause });
    const line = write(
      { err: error, deep: { list: [TOKEN, encodeURIComponent(TOKEN), 'p@"ss'] }, half: TOKEN.split(':')[1] },
      `msg ${TOKEN}`,
      [TOKEN, 'p@"ss'],
    );
    expect(line).not.toContain(TOKEN.split(':')[1]);
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      deep: { list: ['[REDACTED]', '[REDACTED]', '[REDACTED]'] },
    });
    expect(line).toContain('TypeError');
  });

  test('the level is kept', () => {
    let lines = 0;
    const log = createLog({ level: 'warn', stream: { write: () => void lines++ } });
    log.info({}, 'still');
    log.warn({}, 'loud');
    expect(lines).toBe(1);
  });
});
