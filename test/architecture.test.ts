import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The house's rules as data. Whoever needs another import changes a line here, in sight of everyone. */
interface Room {
  /** Rooms (or files of `src/`) it may use. */
  readonly uses: readonly string[];
  /** Rooms of which it may know the shapes only: `import type`. */
  readonly types?: readonly string[];
  /** Packages, and parts of Node, it may use. Nothing named: nothing allowed. */
  readonly packages?: readonly string[];
}

const ALL = '*';
const ROOMS: Readonly<Record<string, Room>> = {
  stats: { uses: [], packages: ['big.js'] },
  vietnamese: { uses: [] },
  // fuse.js only proposes names for «ý anh/chị là …?».
  question: { uses: ['stats', 'vietnamese'], packages: ['fuse.js'] },
  answer: { uses: ['stats'], types: ['question', 'store'] },
  reply: { uses: ['stats', 'vietnamese'], types: ['question', 'answer', 'store'] },
  store: { uses: ['stats'], packages: ['better-sqlite3', 'node:crypto', 'node:fs', 'node:path'] },
  ingest: {
    uses: ['stats', 'vietnamese', 'store'],
    packages: ['csv-parse', 'node:crypto', 'node:fs', 'node:path'],
  },
  // Who wants what and when; croner counts the slots.
  digest: {
    uses: ['stats', 'vietnamese', 'store', 'clock'],
    types: ['ask', 'question', 'reply'],
    packages: ['croner', '@date-fns/tz', 'date-fns', 'node:crypto', 'node:timers'],
  },
  chart: {
    uses: ['stats', 'vietnamese', 'reply'],
    types: ['answer', 'question', 'store'],
    packages: ['node:child_process', 'node:events', 'node:fs', 'node:url'],
  },
  workbook: {
    uses: ['stats', 'vietnamese', 'reply'],
    types: ['answer', 'question', 'store'],
    packages: ['hucre'],
  },
  'channel/telegram': {
    uses: [],
    types: ['ask', 'question', 'answer', 'reply'],
    packages: [
      'telegraf',
      'https-proxy-agent',
      'socks-proxy-agent',
      'node:async_hooks',
      'node:crypto',
      'node:events',
      'node:http',
      'node:net',
      'node:timers',
    ],
  },
  'channel/web': {
    uses: [],
    types: ['ask', 'question', 'reply', 'studio'],
    packages: ['hono', '@hono/node-server', 'node:crypto', 'node:events', 'node:fs', 'node:net', 'node:path'],
  },
  'channel/terminal': { uses: [], types: ['ask', 'question', 'reply'], packages: ['node:readline'] },
  // Files of src/ itself: the flow, its memory, its two outward forms.
  ask: { uses: ['question', 'answer', 'reply'], types: ['store'] },
  conversation: { uses: ['ask'], types: ['question'] },
  contract: { uses: ['stats'], types: ['ask', 'question', 'answer'] },
  explain: { uses: ['ask', 'question'] },
  // A line of input a question: the form only.
  lines: { uses: [] },
  // The ends: each knows one thing of the world outside.
  clock: { uses: [], packages: ['@date-fns/tz', 'date-fns'] },
  'config-error': { uses: [] },
  config: { uses: ['config-error'], packages: ['zod'] },
  env: { uses: ['config-error'], packages: ['node:fs', 'node:path', 'node:util'] },
  log: { uses: [], packages: ['pino'] },
  assemble: {
    uses: ['ingest', 'question', 'store'],
    types: ['ask'],
    packages: ['node:path', 'node:url', 'node:v8', 'node:vm'],
  },
  // Those who wire everything.
  wire: { uses: [ALL] },
  main: { uses: [ALL] },
  'digest-command': { uses: [ALL] },
  // Answers as pictures and files, for whoever hands them over.
  studio: {
    uses: ['ask', 'chart', 'workbook', 'stats'],
    types: ['answer', 'question'],
    packages: ['node:crypto'],
  },
  // What is held, by group, for looking through it.
  shelves: { uses: ['stats', 'vietnamese'], types: ['question', 'store'] },
  'save-command': { uses: [], types: ['ask', 'studio'], packages: ['node:fs', 'node:path'] },
  cli: { uses: [ALL], packages: ['node:util'] },
};

/** What makes an answer depend on more than its question and the data, and who may touch it all the same. */
const AMBIENT: readonly { what: string; pattern: RegExp; allowed: readonly string[] }[] = [
  {
    what: 'the clock',
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)/,
    allowed: ['main.ts', 'cli.ts'],
  },
  // Spaces messages out; no answer depends on it.
  { what: 'the monotonic clock', pattern: /\bperformance\b/, allowed: ['channel/telegram/pace.ts'] },
  // The painter hands its process what a program needs to start, and nothing else.
  {
    what: 'the environment',
    pattern: /\bprocess\.env\b/,
    allowed: ['main.ts', 'cli.ts', 'config.ts', 'chart/painter.ts'],
  },
  { what: 'the process', pattern: /\bprocess\.(?!env\b)/, allowed: ['main.ts', 'cli.ts'] },
  // Spreads out retries; no answer depends on it.
  { what: 'chance', pattern: /\bMath\.random\b/, allowed: ['channel/telegram/wait.ts'] },
  { what: 'the console', pattern: /\bconsole\./, allowed: [] },
  { what: 'the locale of the machine', pattern: /\btoLocale\w*\(|\bIntl\.\w+\(\s*\)/, allowed: [] },
];

const LONGEST = 400;
/** Files that are longer today, with the most they may have: to be split, never to be added to. */
const LONG: Readonly<Record<string, number>> = {};

/** Faults of today's code against the rules below, each to be mended; nothing may be added. */
const KNOWN_CIRCLES: readonly string[] = [];

const SRC = join(import.meta.dirname, '../src');

interface Import {
  /** `answer/value.ts:3`, for the message. */
  readonly at: string;
  readonly from: string;
  readonly target: string;
  readonly type: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.ts'))
  .map((f) => f.split(sep).join('/'))
  .sort();
const textOf = (file: string) => readFileSync(join(SRC, file), 'utf8');
const imports = files.flatMap(importsOf);

/** Every import, re-export and dynamic import of a file; an import over several lines counts where it begins. */
function importsOf(file: string): Import[] {
  const text = textOf(file);
  const found: Import[] = [];
  const statement = /^(?:import|export)\b(?<what>[^;'"`]*?)(?:\bfrom\s*)?['"](?<path>[^'"]+)['"]/gm;
  const inline = /\bimport\(\s*['"`](?<path>[^'"`]+)['"`]\s*\)/g;
  for (const pattern of [statement, inline]) {
    for (const match of text.matchAll(pattern)) {
      const { what = '', path = '' } = match.groups ?? {};
      if (pattern === statement && !/^\s*$/.test(what) && !/\bfrom\s*['"]/.test(match[0])) continue;
      found.push({
        at: `src/${file}:${text.slice(0, match.index).split('\n').length}`,
        from: file,
        target: path.startsWith('.') ? fileOf(file, path) : path,
        type: onlyTypes(what),
      });
    }
  }
  return found;
}

function fileOf(from: string, path: string): string {
  return relative(SRC, join(SRC, dirname(from), path))
    .split(sep)
    .join('/')
    .replace(/\.js$/, '.ts');
}

/** `import type { A }`, or `import { type A, type B }`: nothing of it is there when the program runs. */
function onlyTypes(what: string): boolean {
  if (/^\s*type\b/.test(what)) return true;
  const names = /^\s*\{([^}]*)\}\s*$/.exec(what.replace(/\bfrom\s*$/, ''))?.[1];
  return names?.split(',').every((name) => name.trim() === '' || /^\s*type\s/.test(name)) ?? false;
}

/** The room of a file: a channel counts by itself, a file of `src/` too. */
function roomOf(file: string): string {
  const [first = '', second = '', ...more] = file.split('/');
  if (second === '') return first.replace(/\.ts$/, '');
  return first === 'channel' && more.length > 0 ? `${first}/${second}` : first;
}

const isOurs = (target: string) => files.includes(target);
const packageOf = (target: string) =>
  target.startsWith('node:') || !target.includes('/')
    ? target.replace(/^(node:[^/]+).*/, '$1')
    : target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/');

describe('who may import whom', () => {
  test('every file belongs to a room of the table, and every room has files', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(ROOMS).sort());
  });

  test('the reader of import lines sees them all', () => {
    expect(imports.length).toBeGreaterThan(400);
    for (const { at, target } of imports) {
      if (target.includes('.ts') || target.startsWith('.'))
        expect(isOurs(target), `${at} ${target}`).toBe(true);
    }
    expect(onlyTypes(' { type A, type B } ')).toBe(true);
    expect(onlyTypes(' { type A, b } ')).toBe(false);
    expect(onlyTypes(' type { A } ')).toBe(true);
    expect(onlyTypes('')).toBe(false);
  });

  test('rooms use only what the table gives them', () => {
    const faults = imports
      .filter(({ target }) => isOurs(target))
      .flatMap(({ at, from, target, type }) => {
        const [room, other] = [roomOf(from), roomOf(target)];
        const { uses = [], types = [] } = ROOMS[room] ?? {};
        if (room === other || uses.includes(ALL) || uses.includes(other)) return [];
        if (types.includes(other)) return type ? [] : [`${at}: ${room} may know types of ${other} only`];
        return [`${at}: ${room} may not import ${other}`];
      });
    expect(faults).toEqual([]);
  });

  test('packages and parts of Node are used only where the table says', () => {
    const faults = imports
      .filter(({ target }) => !isOurs(target))
      .filter(({ from, target }) => !ROOMS[roomOf(from)]?.packages?.includes(packageOf(target)))
      .map(({ at, from, target }) => `${at}: ${roomOf(from)} may not import ${target}`);
    expect(faults).toEqual([]);
  });

  test('no file imports itself round in a circle', () => {
    const next = new Map<string, string[]>();
    for (const { from, target, type } of imports) {
      if (!type && isOurs(target)) next.set(from, [...(next.get(from) ?? []), target]);
    }
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file)) return;
      done.add(file);
      for (const target of next.get(file) ?? []) visit(target, [...path, file]);
    };
    for (const file of files) visit(file, []);
    expect(circles.filter((circle) => !KNOWN_CIRCLES.includes(circle))).toEqual([]);
  });

  test('telegraf and better-sqlite3 each have one home', () => {
    const users = (name: string) =>
      [...new Set(imports.filter((i) => packageOf(i.target) === name).map((i) => roomOf(i.from)))].sort();
    expect(users('telegraf')).toEqual(['channel/telegram']);
    expect(users('better-sqlite3')).toEqual(['store']);
  });
});

describe('what a file may touch', () => {
  test.each(AMBIENT)('$what', ({ pattern, allowed }) => {
    const faults = files
      .filter((file) => !allowed.includes(file))
      .flatMap((file) =>
        textOf(file)
          .split('\n')
          .flatMap((line, i) =>
            pattern.test(withoutComment(line)) ? [`src/${file}:${i + 1}: ${line.trim()}`] : [],
          ),
      );
    expect(faults).toEqual([]);
  });

  test('SQL is written in the store only', () => {
    const sql = /\b(?:SELECT\s.+\sFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\b/;
    const users = files.filter((f) => !f.startsWith('store/') && sql.test(textOf(f)));
    expect(users).toEqual([]);
  });

  test('files stay short', () => {
    const faults = files
      .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > (LONG[file] ?? LONGEST))
      .map(({ file, lines }) => `src/${file}: ${lines} lines, at most ${LONG[file] ?? LONGEST}`);
    expect(faults).toEqual([]);
  });
});

/** Enough for the rules above: a comment line, or the end of a line after `//`. */
function withoutComment(line: string): string {
  return /^\s*(?:\*|\/\*)/.test(line) ? '' : line.replace(/(^|\s)\/\/.*$/, '');
}
