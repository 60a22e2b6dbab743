// A process of its own that sends digests, as the server does, only at a quicker pace: STORE API_ROOT TOKEN.
import { assemble } from '../../dist/assemble.js';
import { openPost } from '../../dist/channel/telegram/index.js';
import { openDigests } from '../../dist/digest/index.js';
import { askerOf } from '../../dist/wire.js';

const [, , store, apiRoot, token] = process.argv;
const quick = { every: 5, burst: 10 };
const line = (level) => (facts, message) =>
  process.stdout.write(`${level} ${message} ${JSON.stringify(facts)}\n`);
const log = { debug() {}, info: line('info'), warn: line('warn'), error: line('error') };
const assembly = assemble(store, () => {});
const { post, close } = openPost({
  token,
  apiRoot,
  log,
  now: Date.now,
  rates: { overall: quick, chat: { every: 1, burst: 100 }, group: { every: 1, burst: 100 } },
});
const { scheduler } = openDigests({
  db: assembly.db,
  asker: askerOf(assembly, Date.now),
  post,
  log,
  now: Date.now,
  beatMs: 200,
  leaseMs: 2_000,
});
scheduler.start();
process.once('SIGTERM', async () => {
  await scheduler.stop();
  close();
  assembly.close();
  process.exit(0);
});
