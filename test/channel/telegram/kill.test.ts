import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Inbox } from '../../../src/store/inbox.js';
import { openStore } from '../../../src/store/open.js';
import type { BotApi } from '../../support/botapi.js';
import { botApi, start, storeFile } from './harness.js';

/** A real process, killed for real. The sources are only stripped of their types, not checked. */
let built = '';

const CHILD = `
import { startTelegram } from './src/channel/telegram/index.js';
import { createLog } from './src/log.js';
import { Buttons } from './src/store/buttons.js';
import { Inbox } from './src/store/inbox.js';
import { openStore } from './src/store/open.js';
const [root, token, file] = process.argv.slice(2);
const db = openStore(file);
const line = (text) => ({ kind: 'line', spans: [{ text }] });
const parts = (text) => [1, 2, 3].map((n) => line(n + ' ' + text + ' ' + 'dài '.repeat(800)));
const reply = (text) => ({ reply: { restated: null, buttons: [], plain: text,
  blocks: text === 'nhiều phần' ? parts(text) : [line('Trả lời: ' + text)] } });
const channel = await startTelegram({
  token, apiRoot: root, inbox: new Inbox(db), buttons: new Buttons(db), now: Date.now,
  log: createLog({ level: 'info', secrets: [token] }),
  conversations: { say: (key, text) => reply(text), press: () => reply('') },
  timing: { poll: 400, backoff: 20, backoffMost: 80 },
});
process.on('SIGTERM', () => channel.stop());
await channel.done;
db.close();
`;

beforeAll(() => {
  built = mkdtempSync(join(tmpdir(), 'solieu-kill-'));
  const project = join(import.meta.dirname, '../../..');
  symlinkSync(join(project, 'node_modules'), join(built, 'node_modules'));
  writeFileSync(join(built, 'package.json'), '{"type":"module"}');
  writeFileSync(join(built, 'child.js'), CHILD);
  for (const part of ['channel/telegram', 'store', 'log.ts'])
    copy(join(project, 'src', part), join(built, 'src', part));
});

afterAll(() => rmSync(built, { recursive: true, force: true }));

function copy(from: string, to: string): void {
  if (!from.endsWith('.ts') && !/\.[a-z]+$/.test(from)) {
    for (const name of readdirSync(from)) copy(join(from, name), join(to, name));
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  if (!from.endsWith('.ts')) {
    copyFileSync(from, to);
    return;
  }
  const { outputText } = ts.transpileModule(readFileSync(from, 'utf8'), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2023,
      verbatimModuleSyntax: true,
    },
  });
  writeFileSync(to.replace(/\.ts$/, '.js'), outputText);
}

function run(api: BotApi, file: string): ChildProcess & { log: string[] } {
  const child = spawn(process.execPath, [join(built, 'child.js'), `${api.root}/`, api.token, file], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const log: string[] = [];
  child.stderr!.on('data', (chunk) => log.push(String(chunk)));
  return Object.assign(child, { log });
}

test('killed while an answer is in flight: it is sent again, nothing else twice, nothing lost', async () => {
  const api = await botApi();
  const file = storeFile();
  const child = run(api, file);
  api.fault({ method: 'sendMessage', chat: 1, after: true, what: { kind: 'hang' } });
  api.say(1, 'đang bay');
  api.say(1, 'đang chờ');
  const finished = api.say(2, 'đã xong');
  await api.until(() => api.messages.length === 2, 'two answers', 15_000);
  // Seen from outside: the second chat's question is settled, the first one's are owed.
  const db = openStore(file);
  const inbox = new Inbox(db);
  await api.until(() => !inbox.pending().some((row) => row.update_id === finished));
  expect(inbox.pending()).toHaveLength(2);
  db.close();
  child.kill('SIGKILL');
  await once(child, 'exit');
  api.say(3, 'đến lúc tắt');
  const next = await start(api, { file });
  await api.until(() => next.inbox.pending().length === 0 && api.textsTo(3).length === 1);
  const first = (chat: number) => api.textsTo(chat).map((t) => t.split('\n')[0]);
  expect(first(1)).toEqual(['đang bay', 'đang bay', 'đang chờ'].map((t) => `Trả lời: ${t}`));
  expect(first(2)).toEqual(['Trả lời: đã xong']);
  expect(first(3)).toEqual(['Trả lời: đến lúc tắt']);
  expect(child.log.join('')).not.toContain(api.token.split(':')[1]);
});

test('killed in the middle of an answer of several messages: what is out is not sent again', async () => {
  const api = await botApi();
  const file = storeFile();
  const child = run(api, file);
  api.say(1, 'nhiều phần');
  await api.until(() => api.messages.length === 1, 'the first part', 15_000);
  // The second part gets no answer: nobody can know of it, so it may come twice.
  api.fault({ method: 'sendMessage', chat: 1, after: true, what: { kind: 'hang' } });
  await api.until(() => api.messages.length === 2);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const db = openStore(file);
  expect(new Inbox(db).pending().map((row) => row.parts)).toEqual([1]);
  db.close();
  const next = run(api, file);
  await api.until(() => api.messages.length === 4, 'the rest', 15_000);
  next.kill('SIGTERM');
  await once(next, 'exit');
  expect(api.textsTo(1).map((t) => t.slice(0, 12))).toEqual([1, 2, 2, 3].map((n) => `${n} nhiều phần`));
});

test('SIGTERM ends the process by itself, and the next run answers the rest once', async () => {
  const api = await botApi();
  const file = storeFile();
  const child = run(api, file);
  api.fault({ method: 'sendMessage', chat: 1, what: { kind: 'delay', ms: 200 } });
  for (const text of ['một', 'hai', 'ba']) api.say(1, text);
  await api.until(() => api.called('sendMessage').length === 1, 'the first answer begun', 15_000);
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  const next = await start(api, { file });
  await api.until(() => api.messages.length === 3 && next.inbox.pending().length === 0);
  expect(api.textsTo(1).map((t) => t.split('\n')[0])).toEqual(
    ['một', 'hai', 'ba'].map((t) => `Trả lời: ${t}`),
  );
});
