// What `npm run bench -- --charts` prints: how long a picture takes, what a long run of them needs in memory, and what
// drawing costs the answers meanwhile. Each in a process of its own, so that nothing measured before is in it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask } from '../dist/ask.js';
import { assemble } from '../dist/assemble.js';
import { openStudio } from '../dist/studio.js';

const TODAY = '2026-11-25';
const PICTURES = 1000;
/** Answers are timed in turns, with and without a picture in the making, so that a busy machine strikes both alike. */
const TURNS = 40;
const ANSWERS_A_TURN = 60;

/** One of each kind of picture: few and many columns, months, lines, rows. */
const QUESTIONS = [
  'xi măng cả nước từ 2010 đến 2015',
  'xi măng cả nước qua các năm',
  'than cả nước các tháng 2018',
  'tốc độ tăng của than cả nước các tháng 2020',
  'than cả nước từ tháng 1 năm 2017 đến tháng 12 năm 2020',
  'so sánh IIP Lạng Sơn và cả nước từ 2012 đến 2020',
  'so sánh thép, xi măng, than, phân bón cả nước từ 2005 đến 2012',
  'Top 10 tăng trưởng 2021',
  'Các sản phẩm chủ yếu năm 2021',
  'xếp hạng các tỉnh theo IIP 2015',
];
const ASKED = [
  'điện thương phẩm 2021',
  'sản lượng xi măng 2016',
  'xi măng cả nước từ 2010 đến 2015',
  'so sánh gạch và đá 2021',
  'sản phẩm nào tăng cao nhất năm 2021',
  'gạch các loại đạt bao nhiêu phần trăm kế hoạch',
];

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const sort = (values) => [...values].sort((a, b) => a - b);

/** The house with a studio, in a store of its own. */
function open() {
  const folder = mkdtempSync(join(tmpdir(), 'solieu-bench-'));
  const assembly = assemble(join(folder, 'bench.db'), () => {});
  const world = () => assembly.world(TODAY);
  const studio = openStudio(world);
  const read = (text) => ask(text, { ...world(), previous: null });
  const close = async () => {
    await studio.close();
    assembly.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { studio, read, close, questions: QUESTIONS.map((text) => read(text).question) };
}

const draw = async ({ studio }, question) => {
  const picture = await studio.chart(question);
  if (!picture) throw new Error(`no picture: ${question.text}`);
  return picture.png();
};

/**
 * The most memory (MB) held since the figures were loaded: by this process, and by those that it started. Null where the
 * system does not tell.
 */
function peaks() {
  const most = (pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { parent: field('PPid'), peak: field('VmHWM') / 1024 };
  };
  try {
    const others = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        try {
          return [most(pid)];
        } catch {
          // It ended meanwhile.
          return [];
        }
      })
      .filter(({ parent }) => parent === process.pid);
    return { bot: most('self').peak, drawing: others.reduce((sum, { peak }) => sum + peak, 0) };
  } catch {
    return null;
  }
}

/** What was held before does not count. */
function forgetPeak() {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Then it counts from the start.
  }
}

/** Milliseconds from question to PNG, one after the other, and the most memory held (MB). */
async function pictures() {
  const house = open();
  const loaded = process.resourceUsage().maxRSS / 1024;
  forgetPeak();
  for (const question of house.questions) await draw(house, question);
  const times = [];
  // What of it the bot has to do itself, whatever else the machine does.
  const works = [];
  for (let i = 0; i < PICTURES; i++) {
    const before = process.cpuUsage();
    const from = performance.now();
    await draw(house, house.questions[i % house.questions.length]);
    times.push(performance.now() - from);
    const { user, system } = process.cpuUsage(before);
    works.push((user + system) / 1000);
  }
  const held = peaks();
  await house.close();
  const sorted = sort(times);
  return {
    p50: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    work50: at(sort(works), 0.5),
    work95: at(sort(works), 0.95),
    loaded,
    held,
  };
}

/** Milliseconds of an answer while nothing is drawn and while pictures are. */
async function answers() {
  const house = open();
  const turn = async (times, drawing) => {
    let running = drawing;
    const drawn = (async () => {
      for (let i = 0; running; i++) await draw(house, house.questions[i % house.questions.length]);
    })();
    for (let i = 0; i < ANSWERS_A_TURN; i++) {
      // As in the bot, the loop goes round between two answers.
      await new Promise((next) => setTimeout(next, 2));
      const from = performance.now();
      house.read(ASKED[i % ASKED.length]);
      times.push(performance.now() - from);
    }
    running = false;
    await drawn;
  };
  const [still, busy] = [[], []];
  await turn([], true);
  for (let i = 0; i < TURNS; i++) {
    await turn(still, false);
    await turn(busy, true);
  }
  await house.close();
  return { still: at(sort(still), 0.99), busy: at(sort(busy), 0.99) };
}

const PARTS = { pictures, answers };
const own = PARTS[process.argv.at(-1)];
if (own) {
  process.stdout.write(JSON.stringify(await own()));
} else {
  const run = (part) => {
    const ran = spawnSync(process.execPath, [fileURLToPath(import.meta.url), part], { encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(ran.stderr);
    return JSON.parse(ran.stdout);
  };
  const drawn = run('pictures');
  const asked = run('answers');
  const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
  const mb = (value) => (value ? `${value.toFixed(0)} MB` : '?');
  const rows = [
    ['', 'solieu', 'aim'],
    ['a picture, question to PNG, p50', ms(drawn.p50), ''],
    ['a picture, question to PNG, p95', ms(drawn.p95), '< 150 ms'],
    ['  processor time of the bot itself, p50', ms(drawn.work50), ''],
    ['  processor time of the bot itself, p95', ms(drawn.work95), ''],
    ['peak memory of loading the figures', mb(drawn.loaded), ''],
    [
      `peak memory of ${PICTURES} pictures in a row, bot and drawing process`,
      mb(drawn.held && drawn.held.bot + drawn.held.drawing),
      '< 300 MB',
    ],
    ['  of it the drawing process', mb(drawn.held?.drawing), ''],
    ['an answer, p99, nothing drawn', ms(asked.still), ''],
    ['an answer, p99, pictures in the making', ms(asked.busy), ''],
    ['  ratio', `${(asked.busy / asked.still).toFixed(2)} ×`, '< 1.33 ×'],
  ];
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  console.log(
    `${QUESTIONS.length} kinds of picture, Node ${process.version}, ${cpus()[0]?.model.trim() || 'unknown processor'}`,
  );
  for (const row of rows)
    console.log(
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
        .join('   ')
        .trimEnd(),
    );
}
