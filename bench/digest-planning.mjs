// What `npm run bench -- --digest-planning` prints: how long it takes to plan digests of everything that is held to 2,000
// chats (or as many as the next argument says), in how long steps, and how long before the first one can be sent.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { assemble } from '../dist/assemble.js';
import { renderReply } from '../dist/channel/telegram/render.js';
import { openDigests } from '../dist/digest/index.js';
import { Subscriptions } from '../dist/store/subscriptions.js';
import { askerOf } from '../dist/wire.js';

const CHATS = Number(process.argv[process.argv.indexOf('--digest-planning') + 1]) || 2_000;

const folder = mkdtempSync(join(tmpdir(), 'solieu-planning-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const assembly = assemble(join(folder, 'store.db'), () => {});
const { db } = assembly;
const log = { debug() {}, info() {}, warn() {}, error: (...said) => console.error(...said) };

let first = null;
let sent = 0;
/** Telegram without the way there: one message after the other is out. */
let line = Promise.resolve();
const post = {
  draw: (blocks) => renderReply({ restated: null, blocks, buttons: [], plain: '' }),
  async send(_place, _body, claim) {
    line = line.then(() => breathe());
    await line;
    if (!claim()) return { kind: 'unclaimed' };
    first ??= performance.now();
    sent += 1;
    return { kind: 'sent', message: sent };
  },
  sendPhoto: (place, _photo, claim) => post.send(place, '', claim),
};
const digests = openDigests({ db, asker: askerOf(assembly, Date.now), post, log, now: Date.now });

const subs = new Subscriptions(db);
const due = Date.now() - 60_000;
const wish = { hour: 7, minute: 0, days: 'daily', content: 'all', whenEmpty: 'line', charts: false };
const hear = db.prepare('INSERT INTO heard VALUES (?, 0, 0, 0, ?)');
db.transaction(() => {
  for (let chat = 1; chat <= CHATS; chat++) {
    subs.put({ chat, thread: 0 }, chat, wish, due, due);
    hear.run(chat, due - 24 * 60 * 60_000);
  }
})();

globalThis.gc?.();
const memory = () => process.memoryUsage().rss / 2 ** 20;
const before = memory();
let most = before;
const sampling = setInterval(() => {
  most = Math.max(most, memory());
}, 100);
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
await sleep(200);
delay.reset();
const begun = performance.now();
const parts = () => Object.values(digests.outbox.counts()).reduce((sum, n) => sum + n, 0);
do {
  await digests.scheduler.beat();
  await digests.courier.run();
} while (subs.due(Date.now(), 1).length > 0);
await digests.courier.run();
const seconds = (performance.now() - begun) / 1_000;
delay.disable();
clearInterval(sampling);
const states = digests.outbox.counts();
await digests.scheduler.stop();
const total = parts();
assembly.close();

console.log(`full first digests to ${CHATS} chats, sent nowhere`);
for (const [what, value] of [
  ['messages', `${total}, ${JSON.stringify(states)}`],
  ['first message after', `${((first - begun) / 1_000).toFixed(2)} s`],
  ['all', `${seconds.toFixed(1)} s, ${((1_000 * seconds) / CHATS).toFixed(2)} ms a chat`],
  [
    'event loop late, p50 / p99 / most',
    [delay.percentile(50), delay.percentile(99), delay.max]
      .map((n) => `${(n / 1e6).toFixed(0)} ms`)
      .join(' / '),
  ],
  ['memory before / most', `${before.toFixed(0)} / ${most.toFixed(0)} MB`],
])
  console.log(`${what.padEnd(54)}${value}`);
