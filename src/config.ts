import { z } from 'zod';
import { ConfigError, type Environment } from './config-error.js';

export { ConfigError, type Environment, readDatabase } from './config-error.js';

export interface Config {
  /** Null: no Telegram channel. */
  readonly token: string | null;
  /** Ends with a slash. */
  readonly apiRoot: string;
  readonly proxy: string | null;
  /** Null: updates are polled. */
  readonly webhook: WebhookConfig | null;
  readonly db: string;
  /** Null: no web page. Never null when there is no token. */
  readonly webPort: number | null;
  readonly webHost: string;
  readonly logLevel: string;
  /** Texts that must never be logged. */
  readonly secrets: readonly string[];
}

/** Where Telegram posts updates to, and where this program waits for them (on `webHost`). */
export interface WebhookConfig {
  /** As the world sees it; a proxy in between brings what is posted there to `port`, the path as it is. */
  readonly url: string;
  /** Telegram names it in every post. */
  readonly secret: string;
  readonly port: number;
}

const DEFAULT_PORT = 8080;
const DEFAULT_WEBHOOK_PORT = 8443;
/** Telegram's own servers post to these only. */
const WEBHOOK_PORTS = ['', '443', '80', '88', '8443'];

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const unset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);

/** An empty variable is the same as none. */
const setting = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => unset(typeof value === 'string' ? value.trim() : value), schema);

const address = (protocols: RegExp) => (value: string) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && protocols.test(url.protocol) && url.hostname !== '';
};

const port = z
  .string()
  .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535, 'phải là số nguyên từ 0 đến 65535');

const SETTINGS = z.object({
  TELEGRAM_BOT_TOKEN: setting(
    z
      .string()
      .regex(/^\d+:[A-Za-z0-9_-]{8,}$/, 'không đúng dạng mã bot «số:chuỗi ký tự» do @BotFather cấp')
      .optional(),
  ),
  TELEGRAM_API_ROOT: setting(
    z
      .string()
      .refine(address(/^https?:$/), 'phải là địa chỉ http:// hoặc https://, ví dụ http://localhost:8081')
      .refine((value) => !/[?#]/.test(value), 'không được có dấu ? hoặc #')
      .default('https://api.telegram.org'),
  ),
  TELEGRAM_PROXY: setting(
    z
      .string()
      .refine(
        address(/^(https?|socks5h?):$/),
        'phải là địa chỉ http://, https:// hoặc socks5://, ví dụ socks5://127.0.0.1:1080',
      )
      .optional(),
  ),
  TELEGRAM_WEBHOOK_URL: setting(
    z
      .string()
      .refine(address(/^https:$/), 'phải là địa chỉ https://, ví dụ https://bot.langson.vn/telegram')
      .refine((value) => !/[?#]/.test(value), 'không được có dấu ? hoặc #')
      .optional(),
  ),
  TELEGRAM_WEBHOOK_SECRET: setting(
    z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,256}$/, 'phải gồm 1 đến 256 ký tự A–Z, a–z, 0–9, _ hoặc -')
      .optional(),
  ),
  TELEGRAM_WEBHOOK_PORT: setting(port.default(String(DEFAULT_WEBHOOK_PORT))),
  SOLIEU_DB: setting(z.string().default('var/solieu.db')),
  WEB_PORT: setting(port.optional()),
  WEB_HOST: setting(
    z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/, 'phải là tên máy hoặc địa chỉ IP, ví dụ 127.0.0.1')
      .default('127.0.0.1'),
  ),
  LOG_LEVEL: setting(
    z
      .string()
      .toLowerCase()
      .pipe(z.enum(LEVELS, `phải là một trong: ${LEVELS.join(', ')}`))
      .default('info'),
  ),
});

/** Reads every setting from the environment; throws one `ConfigError` that names all faults. */
export function readConfig(env: Environment): Config {
  const read = SETTINGS.safeParse(env);
  const faults = read.success ? [] : read.error.issues.map((i) => `${i.path.join('.')} ${i.message}.`);
  faults.push(...webhookFaults(env));
  if (!read.success || faults.length > 0) throw new ConfigError(faults);
  const it = read.data;
  return {
    token: it.TELEGRAM_BOT_TOKEN ?? null,
    apiRoot: it.TELEGRAM_API_ROOT.replace(/\/*$/, '/'),
    proxy: it.TELEGRAM_PROXY ?? null,
    webhook: webhookOf(it),
    db: it.SOLIEU_DB,
    webPort: webPort(it.WEB_PORT, it.TELEGRAM_BOT_TOKEN),
    webHost: it.WEB_HOST,
    logLevel: it.LOG_LEVEL,
    secrets: [
      it.TELEGRAM_BOT_TOKEN,
      it.TELEGRAM_WEBHOOK_SECRET,
      it.TELEGRAM_PROXY,
      ...passwordsIn(it.TELEGRAM_PROXY),
    ].filter((secret): secret is string => secret !== undefined && secret !== ''),
  };
}

/** What is wrong between the settings of the webhook; each by itself is looked at above. */
function webhookFaults(env: Environment): readonly string[] {
  const [url, secret, webPort, apiRoot] = [
    env.TELEGRAM_WEBHOOK_URL,
    env.TELEGRAM_WEBHOOK_SECRET,
    env.WEB_PORT,
    env.TELEGRAM_API_ROOT,
  ].map((value) => value?.trim() || null);
  if (!url) return [];
  const faults: string[] = [];
  if (!secret)
    faults.push(
      'TELEGRAM_WEBHOOK_SECRET phải được đặt khi có TELEGRAM_WEBHOOK_URL: một chuỗi ngẫu nhiên để nhận ra tin do Telegram gửi.',
    );
  // A Bot API server of one's own posts to any port.
  if (!apiRoot && URL.canParse(url) && !WEBHOOK_PORTS.includes(new URL(url).port))
    faults.push('TELEGRAM_WEBHOOK_URL phải dùng cổng 443, 80, 88 hoặc 8443.');
  const port = env.TELEGRAM_WEBHOOK_PORT?.trim() || String(DEFAULT_WEBHOOK_PORT);
  if (webPort === port && port !== '0') faults.push('TELEGRAM_WEBHOOK_PORT không được trùng với WEB_PORT.');
  return faults;
}

function webhookOf(it: z.infer<typeof SETTINGS>): WebhookConfig | null {
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = it;
  if (url === undefined || secret === undefined) return null;
  return { url, secret, port: Number(it.TELEGRAM_WEBHOOK_PORT) };
}

/** Without a bot there is always the page; with one, only when its port is set. */
function webPort(port: string | undefined, token: string | undefined): number | null {
  if (port !== undefined) return Number(port);
  return token === undefined ? DEFAULT_PORT : null;
}

/** As written and as meant. */
function passwordsIn(proxy: string | undefined): readonly string[] {
  if (!proxy) return [];
  const written = new URL(proxy).password;
  try {
    return [written, decodeURIComponent(written)];
  } catch {
    return [written];
  }
}
