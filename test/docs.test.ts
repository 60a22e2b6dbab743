import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.js';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const PAGES = ['README.md', 'ARCHITECTURE.md', 'data/README.md'];
const README = read('README.md');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Everything a setting is read by: found by looking at which keys are asked for. */
function settingsRead(): string[] {
  const asked = new Set<string>();
  readConfig(
    new Proxy({}, { get: (_, key) => void asked.add(String(key)), has: () => true, ownKeys: () => [] }),
  );
  return [...asked].filter((key) => /^[A-Z_]+$/.test(key)).sort();
}

describe('README.md', () => {
  test('its conversations, its JSON and its commands are what the program says (renew them: npm run readme)', () => {
    const renewed = execFileSync(process.execPath, ['scripts/readme.mjs', '--print'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(renewed).toBe(README);
  });

  test('it shows at least one conversation with a follow-up, one command and one JSON object', () => {
    expect(README).toMatch(/<!-- hội thoại \d{4}-\d\d-\d\d -->\n```text\n(?:[^`]*\n)?Hỏi: [^`]*\nHỏi: /);
    expect(README).toMatch(/<!-- lệnh -->\n```console\n\$ /);
    expect(README).toMatch(/<!-- json \d{4}-\d\d-\d\d .+ -->\n```json\n\{/);
    expect(README).toContain('890 triệu kWh');
  });

  test('two commands start the page', () => {
    expect(README).toContain('```sh\nnpm ci\nnpm start\n```');
  });

  test('its table and .env.example name every setting, and no other', () => {
    const settings = settingsRead();
    expect(settings).toContain('TELEGRAM_BOT_TOKEN');
    expect([...README.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map((m) => m[1]).sort()).toEqual(settings);
    expect([...read('.env.example').matchAll(/^([A-Z_]+)=$/gm)].map((m) => m[1]).sort()).toEqual(settings);
  });
});

describe.each(PAGES)('%s', (page) => {
  const text = read(page);

  test('every link to a file of the project leads somewhere', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((m) => m[1] ?? '');
    for (const link of links) expect(existsSync(join(ROOT, dirname(page), link)), link).toBe(true);
  });

  test('every file and folder it names exists', () => {
    const named = [...text.matchAll(/`((?:src|test|data|bench|scripts|docs|\.ci)\/[\w./-]*)`/g)].map(
      (m) => m[1] ?? '',
    );
    for (const path of named) expect(existsSync(join(ROOT, path)), path).toBe(true);
  });

  test('every npm script it names exists', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map((m) => m[1] ?? '');
    for (const name of named) expect(scripts, name).toHaveProperty([name]);
  });
});

test('ARCHITECTURE.md has a row for every room and every file of src/', () => {
  const text = read('ARCHITECTURE.md');
  for (const entry of readdirSync(join(ROOT, 'src'), { withFileTypes: true })) {
    if (entry.isDirectory() && readdirSync(join(ROOT, 'src', entry.name)).length === 0) continue;
    const name = entry.isDirectory() ? `src/${entry.name}/` : `src/${entry.name}`;
    expect(text, name).toContain(`\`${name}\``);
  }
});

test('data/README.md explains every file and every column of data/', () => {
  const text = read('data/README.md');
  const tables = readdirSync(join(ROOT, 'data'), { recursive: true, encoding: 'utf8' }).filter((f) =>
    f.endsWith('.csv'),
  );
  for (const table of tables) {
    expect(text, table).toContain(`\`${table.replaceAll('\\', '/')}\``);
    for (const column of (read(`data/${table}`).split('\n')[0] ?? '').trim().split(',')) {
      expect(text, `${table}: ${column}`).toContain(`\`${column}\``);
    }
  }
});
