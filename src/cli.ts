#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { ask, type Turn } from './ask.js';
import { assemble, HOME_DIR } from './assemble.js';
import { drawReply, runChat } from './channel/terminal/index.js';
import { dateIn } from './clock.js';
import { ConfigError, type Environment, readDatabase } from './config-error.js';
import { type Contract, faultContract, toContract } from './contract.js';
import { Conversations } from './conversation.js';
import { withEnvFile } from './env.js';
import { explain } from './explain.js';
import { LoadError, loadFiles, printFaults, printReport } from './ingest/index.js';
import { linesOf, readLine } from './lines.js';

const USAGE = `Cách dùng:
  solieu ask "câu hỏi"            trả lời một câu
  solieu ask --json "câu hỏi"     trả lời dạng JSON; --json - đọc mỗi dòng một câu từ đầu vào
  solieu ask --explain "câu hỏi"  cho thấy câu được hiểu thế nào
  solieu chat                     hỏi đáp ngay trong cửa sổ lệnh
  solieu save "câu hỏi" TỆP       ghi câu trả lời thành biểu đồ (.png, .svg) hoặc bảng (.xlsx, .csv)
  solieu load TỆP.csv …           nạp hoặc sửa số liệu
  solieu digest --at "NGÀY GIỜ"   gửi bản tin của thời điểm đó, ví dụ "2026-11-25 07:00"
  solieu digest --corrections     gửi đính chính cho những nơi đã nhận số liệu nay đã sửa
  solieu digest                   xem hộp gửi; thêm --dry-run vào hai lệnh trên để chỉ xem, không gửi
Tùy chọn: --today NĂM-THÁNG-NGÀY đặt ngày hôm nay.`;

const OPTIONS = {
  json: { type: 'boolean' },
  today: { type: 'string' },
  explain: { type: 'boolean' },
  at: { type: 'string' },
  corrections: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Ends with a message on standard error and exit code 2: the command was not understood. */
function misused(message: string): never {
  process.stderr.write(`${message}\n\n${USAGE}\n`);
  process.exit(2);
}

/** `--json -` arrives as a lone dash among the positionals. */
function args() {
  try {
    return parseArgs({ args: process.argv.slice(2), options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return misused(`Lệnh chưa đúng: ${error instanceof Error ? error.message : error}`);
  }
}

const validDay = (day: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  !Number.isNaN(Date.parse(day)) &&
  new Date(day).toISOString().startsWith(day);

async function main(): Promise<void> {
  const { values, positionals } = args();
  const [command, ...rest] = positionals;
  if (values.help || !command) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const today = values.today ?? dateIn(Date.now());
  if (!validDay(today)) misused(`--today cần một ngày dạng 2026-11-25, không phải «${today}».`);
  // The server's own way, so that both use one store.
  const env = withEnvFile(process.env, [process.cwd(), HOME_DIR]);
  const assembly = assemble(readDatabase(env), (line) => process.stderr.write(`${line}\n`));
  try {
    if (command === 'ask') await askCommand(rest, values, today, assembly);
    else if (command === 'chat') {
      const conversations = new Conversations(() => assembly.world(today), Date.now);
      await runChat({ talker: conversations, input: process.stdin, output: process.stdout });
    } else if (command === 'save') await saveCommand(rest, today, assembly);
    else if (command === 'load') loadCommand(rest, assembly.db);
    else if (command === 'digest') await sendDigests(values, env, assembly);
    else misused(`Không có lệnh «${command}».`);
  } finally {
    assembly.close();
  }
}

type Assembly = ReturnType<typeof assemble>;

async function sendDigests(
  values: { at?: string; corrections?: boolean; 'dry-run'?: boolean },
  env: Environment,
  assembly: Assembly,
): Promise<void> {
  // Loaded only where wanted: a question needs neither telegraf nor a drawing library.
  const { digestCommand, readMoment } = await import('./digest-command.js');
  const { readConfig } = await import('./config.js');
  const at = values.at === undefined ? null : readMoment(values.at, Date.now());
  if (values.at !== undefined && at === null)
    misused(
      `--at cần ngày và giờ Việt Nam dạng "2026-11-25 07:00" (hoặc "07:00" của hôm nay), không phải «${values.at}».`,
    );
  const order = { at, corrections: values.corrections ?? false, dryRun: values['dry-run'] ?? false };
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  await digestCommand(order, { assembly, config: () => readConfig(env), say, now: Date.now });
}

async function askCommand(
  rest: readonly string[],
  values: { json?: boolean; explain?: boolean },
  today: string,
  assembly: Assembly,
): Promise<void> {
  if (values.json && rest.length === 1 && rest[0] === '-') return askLines(today, assembly);
  const text = rest.join(' ');
  if (text === '') misused('Thiếu câu hỏi.');
  const world = { ...assembly.world(today), previous: null };
  if (values.explain) {
    process.stdout.write(`${explain(text, world)}\n`);
    return;
  }
  const result = ask(text, world);
  if (result.fault) process.stderr.write(`${result.fault}\n`);
  process.stdout.write(
    values.json
      ? `${JSON.stringify(toContract(text, result))}\n`
      : `${drawReply(result.reply, { bold: false })}\n`,
  );
}

async function saveCommand(rest: readonly string[], today: string, assembly: Assembly): Promise<void> {
  const [question, file, more] = rest;
  if (!question || !file || more !== undefined) misused('Cần một câu hỏi trong ngoặc kép và một tên tệp.');
  const [{ saveAnswer }, { openStudio }] = await Promise.all([
    import('./save-command.js'),
    import('./studio.js'),
  ]);
  const world = () => assembly.world(today);
  const studio = openStudio(world);
  try {
    const asked = ask(question, { ...world(), previous: null });
    process.stdout.write(`${await saveAnswer(asked, file, studio)}\n`);
  } finally {
    await studio.close();
  }
}

/** A line a question, a line an answer, in order; lines with the same `chat` are one conversation. */
async function askLines(today: string, assembly: Assembly): Promise<void> {
  const turns = new Map<string, Turn | null>();
  let number = 0;
  for await (const line of linesOf(process.stdin.setEncoding('utf8'))) {
    number++;
    const asked = readLine(line, validDay);
    const contract =
      'fault' in asked
        ? faultContract(line.text, `Dòng ${number}: ${asked.fault}.`)
        : answerLine(asked, today, assembly, turns);
    if (!process.stdout.write(`${JSON.stringify(contract)}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

/** A bug in one line is told in its line; the others are still answered. */
function answerLine(
  { text, chat, today: day }: { text: string; chat: string | null; today: string | null },
  today: string,
  assembly: Assembly,
  turns: Map<string, Turn | null>,
): Contract {
  const previous = chat === null ? null : (turns.get(chat) ?? null);
  try {
    const result = ask(text, { ...assembly.world(day ?? today), previous });
    if (chat !== null) turns.set(chat, result.turn);
    if (result.fault) process.stderr.write(`${result.fault}\n`);
    return toContract(text, result);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    return faultContract(text, 'Chương trình gặp lỗi khi trả lời câu này; lỗi đã được ghi ra.');
  }
}

function loadCommand(files: readonly string[], db: Assembly['db']): void {
  if (files.length === 0) misused('Thiếu tên tệp cần nạp.');
  try {
    process.stdout.write(`${printReport(loadFiles(db, [...files]))}\n`);
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    process.stderr.write(`${printFaults(error.faults)}\n`);
    process.exitCode = 1;
  }
}

/** Faults whose message tells a person what to do; of anything else the place is shown. */
const FOR_PEOPLE = new Set(['ConfigError', 'StoreError', 'LoadError', 'SaveError']);

// Whoever read our lines has left: nothing more to say.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main().catch((error: unknown) => {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`${FOR_PEOPLE.has(name) ? message : (stack ?? message)}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
});
