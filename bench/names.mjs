// What `npm run bench -- --names FILE [--show] [--most N]` prints: how the linker holds up on the real names of a file (CSV with
// a column `name_vi` or `name`; `standalone` other than 1 leaves a row out), each asked for as typed and in noisy channels.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ask } from '../dist/ask.js';
import { workshop } from './workshop.mjs';

const TODAY = '2026-11-25';
const SEED = 20_261_125;
/** Longer names fill a question alone; nobody types them. */
const LONGEST = 400;

const option = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const path = option('--names');
if (!path) {
  console.error('npm run bench -- --names FILE');
  process.exit(2);
}
const { folder, load } = workshop('solieu-names-');
const { filled, figureOf } = await load('stress');
const { NOISY, seeded, slipIn } = await load('noise');

/** Names that differ in letters, accents or digits only by punctuation and case are one name. */
const key = (name) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();

const names = new Map();
for (const row of parse(readFileSync(path, 'utf8'), { columns: true, bom: true })) {
  const name = (row.name_vi ?? row.name ?? '').trim();
  if (name === '' || name.length > LONGEST || (row.standalone ?? '1') !== '1') continue;
  if (!names.has(key(name))) names.set(key(name), name);
}
const list = [...names.values()].map((name, i) => ({ id: `n-${i + 1}`, name, unit: 'tấn' }));
const built = performance.now();
const store = filled(join(folder, 'names.db'), list, list.length * 5);
const building = performance.now() - built;
const world = { ...store.world(TODAY), previous: null };

const only = option('--channel');
const CHANNELS = {
  'as is': (n) => `sản lượng ${n} năm 2024`,
  bare: (n) => n,
  lower: (n) => `${n.toLowerCase()} 2024`,
  'no commas': (n) => `${n.replace(/[,;()]/g, ' ').replace(/ +/g, ' ')} 2024`,
  'no accents': (n) => NOISY['no accents'](`sản lượng ${n} năm 2024`),
  telex: (n) => NOISY.telex(`sản lượng ${n} năm 2024`),
  slip: (n, random) => `sản lượng ${slipIn(n, random)} năm 2024`,
  joined: (n, random) => NOISY.joined(`sản lượng ${n} năm 2024`, random),
};

const most = Number(option('--most') ?? 2_000);
const step = Math.max(1, Math.floor(list.length / most));
const asked = list.map((product, at) => ({ product, at })).filter((_, i) => i % step === 0);
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const percent = (n) => `${((100 * n) / asked.length).toFixed(1)} %`.padEnd(8);

console.log(
  `${list.length} names, ${asked.length} of them asked for; store ${(building / 1000).toFixed(1)} s`,
);
console.log('channel      top-1     asked     refused   wrong            p50 ms   p99 ms   slowest');
for (const [channel, dress] of Object.entries(CHANNELS)) {
  if (only && only !== channel) continue;
  const random = seeded(SEED);
  const tally = { right: 0, asked: 0, refused: 0, wrong: 0 };
  const times = [];
  for (const { product, at: index } of asked) {
    const text = dress(product.name, random);
    const from = performance.now();
    const { answer } = ask(text, world);
    times.push(performance.now() - from);
    const told = answer.figures.filter((f) => f.role === 'asked');
    const right =
      told.length === 1 && told[0].indicator === product.id && told[0].value === figureOf(index, 0, 19);
    const verdict =
      answer.outcome === 'ask'
        ? 'asked'
        : answer.outcome === 'refuse'
          ? 'refused'
          : right
            ? 'right'
            : told.length === 0
              ? 'refused'
              : 'wrong';
    tally[verdict]++;
    if (verdict !== 'right' && process.argv.includes('--show'))
      console.log(
        `  ${verdict} [${channel}] «${text}» → ${told.map((f) => list[Number(f.indicator?.slice(2)) - 1]?.name ?? f.measure).join(' | ')} ${answer.reason ?? ''}`,
      );
  }
  times.sort((a, b) => a - b);
  console.log(
    [
      channel.padEnd(11),
      percent(tally.right),
      percent(tally.asked),
      percent(tally.refused),
      `${tally.wrong} (${percent(tally.wrong).trim()})`.padEnd(15),
      at(times, 0.5).toFixed(2).padEnd(7),
      at(times, 0.99).toFixed(2).padEnd(7),
      at(times, 1).toFixed(1),
    ].join('  '),
  );
}
store.close();
