// Keeps the examples of README.md true: `npm run readme` writes what the program says today between the marks,
// `npm run readme -- --print` prints the whole page so renewed and writes nothing (test/docs.test.ts compares).
//   <!-- hội thoại 2026-11-25 -->  lines «Hỏi: …», each followed by the reply; one conversation a block
//   <!-- json 2026-11-25 … -->     the contract's object for the sentence
//   <!-- lệnh -->                  lines «$ …», each followed by what the command prints
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '../dist/ask.js';
import { assemble } from '../dist/assemble.js';
import { toContract } from '../dist/contract.js';
import { Conversations } from '../dist/conversation.js';

const ROOT = join(import.meta.dirname, '..');
const README = join(ROOT, 'README.md');

const folder = mkdtempSync(join(tmpdir(), 'solieu-readme-'));
const store = join(folder, 'store.db');
const assembly = assemble(store, () => {});
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const linesWith = (body, mark) => body.split('\n').filter((line) => line.startsWith(mark));

function conversation(body, today) {
  const talk = new Conversations(
    () => assembly.world(today),
    () => 0,
  );
  return linesWith(body, 'Hỏi: ')
    .map((line) => `${line}\n\n${talk.say('readme', line.slice('Hỏi: '.length)).reply.plain}`)
    .join('\n\n');
}

/** With short lists on one line, as the formatter wants them. */
function contract(text, today) {
  const result = ask(text, { ...assembly.world(today), previous: null });
  return JSON.stringify(toContract(text, result), null, 2).replace(
    /\[\s+("[^"\]{}]*"(?:,\s+"[^"\]{}]*")*)\s+\]/g,
    (_, list) => `[${list.replace(/,\s+/g, ', ')}]`,
  );
}

function commands(body) {
  return linesWith(body, '$ ')
    .map((line) => {
      const command = line.slice(2).replace(/^npm run -s solieu -- /, `"${process.execPath}" dist/cli.js `);
      const ran = spawnSync('sh', ['-c', command], {
        cwd: ROOT,
        env: { ...process.env, SOLIEU_DB: store },
        encoding: 'utf8',
      });
      if (ran.status !== 0) throw new Error(`${line}\n${ran.stderr}`);
      return `${line}\n${ran.stdout.trimEnd()}`;
    })
    .join('\n\n');
}

function renewed(markdown) {
  return markdown.replace(
    /(<!-- (hội thoại|json|lệnh)(?: (\d{4}-\d\d-\d\d))?(?: ([^\n]*?))? -->\n```\w+\n)(.*?)(\n```\n)/gs,
    (_, head, kind, today, text, body, tail) => {
      if (kind === 'hội thoại') return head + conversation(body, today) + tail;
      if (kind === 'json') return head + contract(text, today) + tail;
      return head + commands(body) + tail;
    },
  );
}

const before = readFileSync(README, 'utf8');
const after = renewed(before);
assembly.close();
if (process.argv.includes('--print')) process.stdout.write(after);
else if (after !== before) {
  writeFileSync(README, after);
  console.log('README.md renewed');
} else console.log('README.md is up to date');
