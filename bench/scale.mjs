// What `npm run bench -- --scale` prints: thousands of near-twin names and a million figures, asked through `ask`.
// The catalogue and the questions come from the tests' own generator, compiled here.
import { join } from 'node:path';
import { ask } from '../dist/ask.js';
import { workshop } from './workshop.mjs';

const TODAY = '2026-11-25';
const COUNTS = [100, 1_000, 3_000, 10_000];
const EACH = 100;
const QUESTIONS = 1_500;
const WARM = 300;
/** Each question counts with its fastest round, so that other work of the machine is not measured; the first is cold. */
const ROUNDS = 3;

const { folder, load } = workshop('solieu-scale-');
const { stress, questions } = await load('stress');

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const percent = (n, of) => `${((100 * n) / of).toFixed(1)} %`;

function measure(count) {
  const built = performance.now();
  const store = stress(join(folder, `${count}.db`), count, count * EACH);
  const building = performance.now() - built;
  const world = { ...store.world(TODAY), previous: null };
  const tally = { right: 0, wrong: 0, asked: 0, refused: 0 };
  const cold = [];
  for (const { text } of questions(store.products, WARM, 1)) ask(text, world);
  const list = questions(store.products, QUESTIONS);
  const times = list.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, { text }] of list.entries()) {
      const from = performance.now();
      ask(text, world);
      const took = performance.now() - from;
      times[i] = Math.min(times[i], took);
      if (round === 0) cold.push(took);
    }
  }
  for (const { text, product, value } of list) {
    const { answer } = ask(text, world);
    const told = answer.figures.filter((f) => f.role === 'asked');
    const right =
      told.length === 1 && told[0].indicator === store.products[product].id && told[0].value === value;
    if (answer.outcome === 'ask') tally.asked++;
    else if (answer.outcome === 'refuse') tally.refused++;
    else if (right) tally.right++;
    else tally.wrong++;
  }
  store.close();
  times.sort((a, b) => a - b);
  cold.sort((a, b) => a - b);
  return { count, ...tally, cold: at(cold, 0.99), p50: at(times, 0.5), p99: at(times, 0.99), building };
}

console.log(
  `${QUESTIONS} questions after ${WARM}, ${EACH} figures a name, a third with a slip, a third without accents`,
);
console.log('names     figures   right    asked    refused  wrong   p50 ms   p99 ms   p99 cold ms   store s');
let first = null;
for (const count of COUNTS) {
  const m = measure(count);
  first ??= m;
  console.log(
    [
      String(count).padEnd(8),
      String(count * EACH).padEnd(9),
      percent(m.right, QUESTIONS).padEnd(8),
      percent(m.asked, QUESTIONS).padEnd(8),
      percent(m.refused, QUESTIONS).padEnd(8),
      String(m.wrong).padEnd(7),
      `${m.p50.toFixed(2)} (${(m.p50 / first.p50).toFixed(1)} ×)`.padEnd(8),
      `${m.p99.toFixed(2)} (${(m.p99 / first.p99).toFixed(1)} ×)`.padEnd(8),
      m.cold.toFixed(2).padEnd(8),
      (m.building / 1000).toFixed(1),
    ].join('  '),
  );
}
