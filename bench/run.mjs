// What `npm run bench` prints: how long the bot takes, beside a bare fuzzy look-up of names that answers nothing.
// Numbers for people to look at; no test depends on them.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import Fuse from 'fuse.js';
import { ask } from '../dist/ask.js';
import { assemble } from '../dist/assemble.js';

if (process.argv.includes('--scale')) {
  await import('./scale.mjs');
  process.exit(0);
}
if (process.argv.includes('--names')) {
  await import('./names.mjs');
  process.exit(0);
}

if (process.argv.includes('--charts')) {
  await import('./charts.mjs');
  process.exit(0);
}
if (process.argv.includes('--digest-planning')) {
  await import('./digest-planning.mjs');
  process.exit(0);
}
if (process.argv.includes('--digest')) {
  await import('./digest.mjs');
  process.exit(0);
}

const ROOT = join(import.meta.dirname, '..');
const CORPUS = join(ROOT, 'test/corpus');
const CLI = join(ROOT, 'dist/cli.js');
const TODAY = '2026-11-25';
const ROUNDS = 4;
const WARM_ROUNDS = 1;
const STARTS = 7;

const folder = mkdtempSync(join(tmpdir(), 'solieu-bench-'));
const file = join(folder, 'bench.db');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Real sentences of the tuning part of the corpus. */
function sentences() {
  const items = readdirSync(CORPUS)
    .filter((name) => name.endsWith('.jsonl') && name !== 'conversations.jsonl')
    .sort()
    .flatMap((name) => readFileSync(join(CORPUS, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .flatMap((line) => JSON.parse(line).say);
  return [...new Set(items)];
}

/** Milliseconds of each call, over several rounds through the list, after some that do not count. */
function timesOf(list, work) {
  const times = [];
  for (let round = -WARM_ROUNDS; round < ROUNDS; round++) {
    for (const text of list) {
      const from = performance.now();
      work(text);
      if (round >= 0) times.push(performance.now() - from);
    }
  }
  return times.sort((a, b) => a - b);
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const median = (values) =>
  at(
    [...values].sort((a, b) => a - b),
    0.5,
  );
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

function startUp(args, code) {
  const times = [];
  for (let i = 0; i < STARTS; i++) {
    const from = performance.now();
    const { status, stderr } = spawnSync(process.execPath, code ? ['-e', code] : [CLI, ...args], {
      cwd: ROOT,
      env: { ...process.env, SOLIEU_DB: file },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    times.push(performance.now() - from);
  }
  return median(times);
}

/** Lines through one `solieu ask --json -`: questions a second, its start included. */
async function through(list) {
  const child = spawn(process.execPath, [CLI, 'ask', '--json', '-', '--today', TODAY], {
    cwd: ROOT,
    env: { ...process.env, SOLIEU_DB: file },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let lines = 0;
  child.stdout.on('data', (chunk) => {
    for (const byte of chunk) if (byte === 10) lines++;
  });
  const from = performance.now();
  child.stdin.end(`${list.join('\n')}\n`);
  await once(child, 'close');
  const seconds = (performance.now() - from) / 1000;
  if (lines !== list.length) throw new Error(`${lines} answers to ${list.length} questions`);
  return list.length / seconds;
}

/** Resident memory of a process of its own after it did the work; MB. */
function memoryOf(code) {
  const ran = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `${code}\nprocess.stdout.write(String(process.memoryUsage().rss));`],
    {
      cwd: ROOT,
      input: '',
      encoding: 'utf8',
    },
  );
  if (ran.status !== 0) throw new Error(ran.stderr);
  return Number(ran.stdout) / 1024 / 1024;
}

const built = performance.now();
const assembly = assemble(file, () => {});
const building = performance.now() - built;
const list = sentences();
const names = assembly.facts.catalogue.indicators.map((i) => i.name);
const fuse = new Fuse(names, { ignoreLocation: true, includeScore: true });
const world = { ...assembly.world(TODAY), previous: null };

const ours = timesOf(list, (text) => ask(text, world));
const bare = timesOf(list, (text) => fuse.search(text, { limit: 5 }));
assembly.close();

const many = Array.from({ length: 4 }, () => list).flat();
const perSecond = await through(many);
const start = startUp(['ask', '--json', 'điện thương phẩm 2021', '--today', TODAY]);
const bareNode = startUp([], '0');
const fuseOnly = `const { default: Fuse } = await import('fuse.js');
const fuse = new Fuse(${JSON.stringify(names)}, { ignoreLocation: true, includeScore: true });`;
const bareStart = startUp([], `(async () => { ${fuseOnly} fuse.search('điện thương phẩm 2021'); })()`);
const oursMemory =
  memoryOf(`import { assemble } from './dist/assemble.js'; import { ask } from './dist/ask.js';
const a = assemble(${JSON.stringify(file)}, () => {}); const world = { ...a.world('${TODAY}'), previous: null };
for (const text of ${JSON.stringify(list)}) ask(text, world);`);
const bareMemory = memoryOf(
  `${fuseOnly} for (const text of ${JSON.stringify(list)}) fuse.search(text, { limit: 5 });`,
);

const ms = (value) => `${value.toFixed(value < 10 ? 3 : 0)} ms`;
const rows = [
  ['', 'solieu', 'bare fuse.js', 'ratio', 'aim'],
  ['a question, p50', ms(at(ours, 0.5)), ms(at(bare, 0.5)), at(ours, 0.5) / at(bare, 0.5), ''],
  ['a question, p99', ms(at(ours, 0.99)), ms(at(bare, 0.99)), at(ours, 0.99) / at(bare, 0.99), '< 2 ms'],
  ['a question, slowest', ms(at(ours, 1)), ms(at(bare, 1)), at(ours, 1) / at(bare, 1), ''],
  [
    'questions a second, one process',
    (1000 / mean(ours)).toFixed(0),
    (1000 / mean(bare)).toFixed(0),
    mean(bare) / mean(ours),
    '',
  ],
  ['questions a second, ask --json -', perSecond.toFixed(0), '', null, ''],
  ['start with one question', ms(start), ms(bareStart), start / bareStart, '< 500 ms'],
  ['  of which Node itself', ms(bareNode), ms(bareNode), null, ''],
  [
    'resident memory',
    `${oursMemory.toFixed(0)} MB`,
    `${bareMemory.toFixed(0)} MB`,
    oursMemory / bareMemory,
    '< 150 MB',
  ],
  ['building the store, once', ms(building), '', null, ''],
].map((row) => row.map((cell) => (typeof cell === 'number' ? `${cell.toFixed(2)} ×` : (cell ?? ''))));
const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
console.log(
  `${list.length} sentences × ${ROUNDS} rounds after ${WARM_ROUNDS}, ${names.length} names, Node ${process.version}, ${cpus()[0]?.model.trim() || 'unknown processor'}`,
);
for (const row of rows) {
  console.log(
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('   ')
      .trimEnd(),
  );
}
