// What `npm run bench -- --digest` prints: a morning's digest to 10,000 chats (or as many as the next argument says), sent
// by the built server to the tests' own Bot API, which lets 30 messages through in any second and answers 429 to more.
// Questions are asked before and meanwhile, so that what the digest costs them is a ratio of one run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { assemble } from '../dist/assemble.js';
import { News } from '../dist/store/news.js';
import { Subscriptions } from '../dist/store/subscriptions.js';

const ROOT = join(import.meta.dirname, '..');
const CHATS = Number(process.argv[process.argv.indexOf('--digest') + 1]) || 10_000;
const LIMIT = 30;
/** Seconds of questions alone, before and again after the digest: other work of the machine comes and goes. */
const ALONE_S = 30;
/** What a digest tells. */
const NEW_FIGURES = 10;
/** Questions a second, from so many persons in turn. */
const PER_SECOND = 2;
const ASKERS = 40;
const FIRST_ASKER = 1_000_000;
const QUESTIONS = [
  'xi măng 2016',
  'điện thương phẩm 2021',
  'gạch 2021 tăng bao nhiêu',
  'mục tiêu xi măng 2022',
];

const folder = mkdtempSync(join(tmpdir(), 'solieu-digest-'));
const file = join(folder, 'store.db');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A TypeScript file of the tests, which needs nothing but Node, as a module. */
async function load(path, name) {
  const { outputText } = ts.transpileModule(readFileSync(join(ROOT, 'test', path), 'utf8'), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  });
  const out = join(folder, `${name}.mjs`);
  writeFileSync(out, outputText);
  return import(pathToFileURL(out));
}

const { BotApi } = await load('support/botapi.ts', 'botapi');
const { Front } = await load('digest/front.ts', 'front');
const api = await new BotApi().start();
const front = await new Front(api).start();
front.limit = LIMIT;

assemble(file, () => {}).close();
const server = spawn(process.execPath, [join(ROOT, 'dist/main.js')], {
  cwd: ROOT,
  env: {
    ...process.env,
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: front.root,
    TELEGRAM_WEBHOOK_URL: '',
    WEB_PORT: '',
    SOLIEU_DB: file,
    LOG_LEVEL: 'error',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
});
process.on('exit', () => server.kill('SIGKILL'));
await api.until(() => api.called('getUpdates').length > 0, 'the server', 60_000);

/** Resident memory of the server, MB. */
async function memory() {
  const ps = spawn('ps', ['-o', 'rss=', '-p', String(server.pid)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  for await (const chunk of ps.stdout) out += chunk;
  return Number(out) / 1024;
}

/** Asks until `over`; when each question was asked and by whom. */
const asked = [];
let next = 0;
async function ask(over) {
  const from = asked.length;
  while (!over()) {
    await sleep((2_000 / PER_SECOND) * Math.random());
    const chat = FIRST_ASKER + (next % ASKERS);
    asked.push({ chat, at: performance.now(), turn: Math.floor(next / ASKERS) });
    api.say(chat, QUESTIONS[next % QUESTIONS.length]);
    next += 1;
  }
  return asked.slice(from);
}

const sentTo = (chat) => api.called('sendMessage').filter((call) => call.payload.chat_id === chat);
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Milliseconds from a question to its answer at the API, sorted. */
function waits(questions) {
  const answers = new Map();
  for (const { chat } of questions) if (!answers.has(chat)) answers.set(chat, sentTo(chat));
  return questions.map(({ chat, at, turn }) => answers.get(chat)[turn].at - at).sort((a, b) => a - b);
}

// Warm, then alone.
let until = performance.now() + 5_000;
await ask(() => performance.now() > until);
const before = await memory();
until = performance.now() + ALONE_S * 1_000;
const alone = await ask(() => performance.now() > until);

// Everybody's digest has come, with the province's newest figures in it: the places have heard all but those.
const assembly = assemble(file, () => {});
const subs = new Subscriptions(assembly.db);
const news = new News(assembly.db);
const newest = assembly.db
  .prepare(`SELECT id FROM current_observation WHERE area = 'lang-son' ORDER BY id DESC LIMIT 1 OFFSET ?`)
  .pluck();
const heard = { ...news.mark(), observation: newest.get(NEW_FIGURES - 1) - 1 };
const due = Date.now() - 60_000;
const wish = { hour: 7, minute: 0, days: 'daily', content: 'all', whenEmpty: 'line' };
assembly.db.transaction(() => {
  for (let chat = 1; chat <= CHATS; chat++) {
    subs.put({ chat, thread: 0 }, chat, wish, due, due);
    news.hear({ chat, thread: 0 }, heard, due - 24 * 60 * 60_000);
  }
})();
assembly.close();

const memories = [];
const sampling = setInterval(async () => memories.push(await memory()), 2_000);
let delivered = 0;
const got = new Set();
const all = () => {
  for (; delivered < api.messages.length; delivered++) got.add(api.messages[delivered].chat);
  return got.size >= CHATS + ASKERS;
};
const meanwhile = await ask(all);
clearInterval(sampling);
until = performance.now() + ALONE_S * 1_000;
alone.push(...(await ask(() => performance.now() > until)));
// The last answers.
await sleep(5_000);
const after = await memory();

const digests = api.called('sendMessage').filter((call) => call.payload.chat_id < FIRST_ASKER);
const [first, last] = [digests[0].at, digests.at(-1).at];
const seconds = (last - first) / 1_000;
const messages = api.called('sendMessage').filter((call) => call.at >= first && call.at <= last).length;
const twice = digests.length - new Set(digests.map((call) => call.payload.chat_id)).size;
const [quiet, busy] = [waits(alone), waits(meanwhile)];
server.kill('SIGTERM');
await once(server, 'exit');
await front.close();
await api.close();

const ms = (value) => `${value.toFixed(0)} ms`;
const mb = (value) => `${value.toFixed(0)} MB`;
const sorted = (list) => [...list].sort((a, b) => a - b);
const half = (list) => at(sorted(list), 0.5);
const middle = half(memories.slice(memories.length >> 2, memories.length >> 1));
const end = half(memories.slice(-(memories.length >> 2)));
console.log(
  `digests to ${CHATS} chats at ${LIMIT} messages a second, ${meanwhile.length} questions meanwhile`,
);
for (const [what, value, aim] of [
  ['messages', `${messages} in ${seconds.toFixed(0)} s`, ''],
  ['of the limit', `${((100 * messages) / seconds / LIMIT).toFixed(1)} %`, '> 90 %'],
  ['answered 429', `${front.flooded}, ignored ${front.ignored}`, '0'],
  ['chats told twice', `${twice}`, '0'],
  ['faults in what was sent', `${api.violations.length}`, '0'],
  ['question alone, p50 / p99', `${ms(at(quiet, 0.5))} / ${ms(at(quiet, 0.99))}`, ''],
  ['question meanwhile, p50 / p99', `${ms(at(busy, 0.5))} / ${ms(at(busy, 0.99))}`, '+ 100 ms'],
  ['  meanwhile / alone, p50', `${(at(busy, 0.5) / at(quiet, 0.5)).toFixed(2)} ×`, ''],
  ['  meanwhile / alone, p99', `${(at(busy, 0.99) / at(quiet, 0.99)).toFixed(2)} ×`, ''],
  [
    'memory before / second quarter / last quarter / after',
    [before, middle, end, after].map(mb).join(' / '),
    '',
  ],
  ['  last / second quarter', `${(end / middle).toFixed(2)} ×`, '1'],
])
  console.log(`${what.padEnd(54)}${value.padEnd(28)}${aim}`.trimEnd());
