import { z } from 'zod';

export interface Config {
  /** Null: no Telegram channel. */
  readonly token: string | null;
  /** Ends with a slash. */
  readonly apiRoot: string;
  readonly proxy: string | null;
  readonly db: string;
  /** Null: no web page. Never null when there is no token. */
  readonly webPort: number | null;
  readonly webHost: string;
  readonly logLevel: string;
  /** Texts that must never be logged. */
  readonly secrets: readonly string[];
}

/** All that is wrong with the settings, each by its name and what to write instead. Never shows a value that may be secret. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Cấu hình chưa đúng:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const DEFAULT_PORT = 8080;

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const unset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);

/** An empty variable is the same as none. */
const setting = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => unset(typeof value === 'string' ? value.trim() : value), schema);

const address = (protocols: RegExp) => (value: string) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && protocols.test(url.protocol) && url.hostname !== '';
};

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
  SOLIEU_DB: setting(z.string().default('var/solieu.db')),
  WEB_PORT: setting(
    z
      .string()
      .refine(
        (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535,
        'phải là số nguyên từ 0 đến 65535',
      )
      .optional(),
  ),
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

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads every setting from the environment; throws one `ConfigError` that names all faults. */
export function readConfig(env: Environment): Config {
  const read = SETTINGS.safeParse(env);
  const faults = read.success ? [] : read.error.issues.map((i) => `${i.path.join('.')} ${i.message}.`);
  if (!read.success || faults.length > 0) throw new ConfigError(faults);
  const it = read.data;
  return {
    token: it.TELEGRAM_BOT_TOKEN ?? null,
    apiRoot: it.TELEGRAM_API_ROOT.replace(/\/*$/, '/'),
    proxy: it.TELEGRAM_PROXY ?? null,
    db: it.SOLIEU_DB,
    webPort: webPort(it.WEB_PORT, it.TELEGRAM_BOT_TOKEN),
    webHost: it.WEB_HOST,
    logLevel: it.LOG_LEVEL,
    secrets: [it.TELEGRAM_BOT_TOKEN, it.TELEGRAM_PROXY, ...passwordsIn(it.TELEGRAM_PROXY)].filter(
      (secret): secret is string => secret !== undefined && secret !== '',
    ),
  };
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

/** Only where the store is: what the terminal commands need of the settings. */
export function readDatabase(env: Environment): string {
  return env.SOLIEU_DB?.trim() || 'var/solieu.db';
}
