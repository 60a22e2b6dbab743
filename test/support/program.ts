import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built program as a person starts it, with settings of the test's own only. */
export const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'dist');

type Settings = Readonly<Record<string, string>>;

/** Set to nothing, so that neither the machine's environment nor a `.env` file has a say. */
const NOTHING = {
  TELEGRAM_BOT_TOKEN: '',
  TELEGRAM_API_ROOT: '',
  TELEGRAM_PROXY: '',
  TELEGRAM_WEBHOOK_URL: '',
  TELEGRAM_WEBHOOK_SECRET: '',
  TELEGRAM_WEBHOOK_PORT: '',
  WEB_PORT: '',
  WEB_HOST: '',
  LOG_LEVEL: '',
};

const environment = (settings: Settings) => ({ ...process.env, ...NOTHING, ...settings });

export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'solieu-program-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of `solieu` to its end. */
export function solieu(
  args: readonly string[],
  { settings = {}, input = '', cwd = ROOT }: { settings?: Settings; input?: string; cwd?: string } = {},
): Ran {
  const ran = spawnSync(process.execPath, [join(PROGRAM, 'cli.js'), ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: environment(settings),
    timeout: 30_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

export interface Server {
  readonly child: ChildProcessWithoutNullStreams;
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves with the first match in what it printed; rejects when it ends before. */
  printed(pattern: RegExp, ms?: number): Promise<RegExpExecArray>;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts the server. */
export function startServer(settings: Settings, cwd = ROOT): Server {
  const child = spawn(process.execPath, [join(PROGRAM, 'main.js')], { cwd, env: environment(settings) });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const printed = async (pattern: RegExp, ms = 20_000) => {
    for (let waited = 0; waited < ms; waited += 20) {
      const match = pattern.exec(out) ?? pattern.exec(err);
      if (match) return match;
      if (child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`${pattern} was not printed; exit code ${child.exitCode}\n${out}\n${err}`);
  };
  return { child, out: () => out, err: () => err, printed, ended };
}
