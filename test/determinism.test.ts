import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readItems } from './support/corpus.js';

/** Same question, same data, same day: the same bytes, whatever the machine's zone and language (ANSWERING rule 12). */

const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'same-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = readItems('tuning').flatMap((item) =>
  item.say.map((text) => JSON.stringify({ text, today: item.today })),
);

/** Every answer of `ask --json -` in an environment: how many lines, and their hash. */
async function answers(name: string, env: Record<string, string>): Promise<[lines: number, hash: string]> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'ask', '--json', '-'], {
    cwd: ROOT,
    // A store of its own: building it is part of what must not differ.
    env: { ...process.env, ...env, SOLIEU_DB: join(folder, `${name}.db`) },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const hash = createHash('sha256');
  let count = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    hash.update(chunk);
    for (const byte of chunk) if (byte === 10) count++;
  });
  child.stdin.end(`${lines.join('\n')}\n`);
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
  return [count, hash.digest('hex')];
}

test('two time zones and two languages give the same bytes', { timeout: 120_000 }, async () => {
  const west = await answers('west', {
    TZ: 'America/Los_Angeles',
    LANG: 'en_US.UTF-8',
    LC_ALL: 'en_US.UTF-8',
  });
  const east = await answers('east', { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
  expect(west[0]).toBe(lines.length);
  expect(east).toEqual(west);
});
