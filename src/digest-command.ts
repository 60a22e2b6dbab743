import type { Assembly } from './assemble.js';
import { openPost, proxyAgent } from './channel/telegram/index.js';
import { drawReply } from './channel/terminal/index.js';
import { dateIn } from './clock.js';
import { type Config, ConfigError } from './config.js';
import { type Digests, openDigests, type Post } from './digest/index.js';
import { slotName } from './digest/times.js';
import type { Block } from './reply/reply.js';
import { Pictures } from './store/pictures.js';
import { openStudio, type Studio } from './studio.js';
import { askerOf } from './wire.js';

/** What the operator asks for. */
export interface DigestOrder {
  /** A moment, milliseconds since 1970. */
  readonly at: number | null;
  readonly corrections: boolean;
  readonly dryRun: boolean;
}

interface Ends {
  readonly assembly: Assembly;
  /** Read only when something is to be sent. */
  readonly config: () => Config;
  readonly say: (line: string) => void;
  readonly now: () => number;
}

/** Longer than this an operator does not wait; what is left is sent by the bot. */
const PATIENCE_MS = 30 * 60_000;

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };
const NOBODY: Post = {
  draw: () => [],
  send: async () => ({ kind: 'unclaimed' }),
  sendPhoto: async () => ({ kind: 'unclaimed' }),
};

/**
 * «2026-11-25 07:00» or, of today, «07:00», in Vietnam's time whatever the machine's zone is; null when it is no moment,
 * as the 31st of February is none.
 */
export function readMoment(text: string, now: number): number | null {
  const [day, hour = day] = text.trim().split(/[ T]+/);
  const named = `${hour === day ? dateIn(now) : day}T${hour?.padStart(5, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(named)) return null;
  const moment = Date.parse(`${named}:00+07:00`);
  return Number.isNaN(moment) || slotName(moment) !== named ? null : moment;
}

/** Shows or sends digests and corrections once; without an order, tells how the outbox stands. */
export async function digestCommand(order: DigestOrder, ends: Ends): Promise<void> {
  const { say } = ends;
  if (order.dryRun || (order.at === null && !order.corrections)) {
    const digests = open(ends, NOBODY);
    if (order.at !== null) showDigests(digests, order.at, say);
    if (order.corrections) showCorrections(digests, ends);
    if (order.at === null && !order.corrections) showOutbox(digests, say);
    return;
  }
  const { token, apiRoot, proxy } = ends.config();
  if (token === null)
    throw new ConfigError(['Cần đặt TELEGRAM_BOT_TOKEN để gửi; thêm --dry-run để chỉ xem.']);
  const agent = proxy === null ? undefined : proxyAgent(proxy);
  const pictures = new Pictures(ends.assembly.db);
  const line = openPost({ token, apiRoot, agent, log: QUIET, pictures, now: ends.now });
  const studio = openStudio(() => ends.assembly.world(dateIn(ends.now())));
  try {
    const digests = open(ends, line.post, studio);
    if (order.at !== null) {
      // As the scheduler does: what was loaded sets off alerts, unless a running bot sees to it.
      const alerts = digests.lease.hold(ends.now()) ? await digests.alerts.check(ends.now()) : 0;
      if (alerts > 0) say(`Báo tin: ${alerts} nơi cần gửi.`);
      const planned = digests.planner.planAt(order.at, ends.now());
      const count = (outcome: string) => planned.filter((p) => p.outcome === outcome).length;
      say(
        `Bản tin: ${count('sent')} cần gửi, ${count('silent')} không có gì mới, ${count('known')} đã có trong hộp gửi.`,
      );
    }
    if (order.corrections) say(`Đính chính: ${digests.corrections.send(ends.now())} nơi cần gửi.`);
    await sendAll(digests, ends);
    showOutbox(digests, say);
  } finally {
    line.close();
    await studio.close();
  }
}

function open({ assembly, now }: Ends, post: Post, studio?: Studio): Digests {
  const asker = askerOf(assembly, now);
  return openDigests({ db: assembly.db, asker, post, log: QUIET, now, ...(studio ? { studio } : {}) });
}

/** Sends what is in the outbox, unless a running bot does. */
async function sendAll(digests: Digests, { say, now }: Ends): Promise<void> {
  const { lease, courier, outbox } = digests;
  if (!lease.hold(now())) {
    say('Bot đang chạy trên kho này sẽ gửi trong vài giây.');
    return;
  }
  const renewing = setInterval(() => courier.pause(!lease.hold(now())), 5_000);
  try {
    courier.takeOver();
    const begun = now();
    for (
      let next = outbox.earliest();
      next !== null && now() - begun < PATIENCE_MS;
      next = outbox.earliest()
    ) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(Math.max(next - now(), 0), 5_000)));
      await courier.run();
    }
  } finally {
    clearInterval(renewing);
    lease.release();
  }
}

const where = (place: { readonly chat: number; readonly thread: number }): string =>
  place.thread === 0 ? `${place.chat}` : `${place.chat}, chủ đề ${place.thread}`;

const drawn = (blocks: readonly Block[]): string =>
  drawReply({ restated: null, blocks, buttons: [], plain: '' }, { bold: false });

function showDigests({ planner, composer }: Digests, at: number, say: Ends['say']): void {
  const served = planner.servedAt(at);
  let sending = 0;
  for (const sub of served) {
    const known = planner.stateOf(sub, sub.slot);
    if (known !== null && known !== 'skipped') {
      say(`── ${where(sub)}: bản tin lúc này ${STATES[known]}, không gửi lại`);
      continue;
    }
    const { news, blocks, short, pictures } = composer.digest(sub, sub, at);
    if (news === 0 && sub.whenEmpty === 'silent') {
      say(`── ${where(sub)}: không có gì mới, không gửi`);
      continue;
    }
    sending += 1;
    say(`── ${where(sub)}\n${drawn(news > 0 ? blocks : short)}`);
    if (news > 0 && pictures.length > 0) say(`(kèm ${pictures.length} biểu đồ)`);
  }
  say(`Xem thử: ${served.length} đăng ký đến giờ, ${sending} cần gửi; chưa gửi gì.`);
}

function showCorrections({ corrections }: Digests, { say, now }: Ends): void {
  const found = corrections.find(now());
  for (const { place, blocks } of found) say(`── ${where(place)}\n${drawn(blocks)}`);
  say(`Xem thử: ${found.length} nơi cần đính chính; chưa gửi gì.`);
}

const STATES = {
  pending: 'chờ gửi',
  sending: 'đang gửi',
  sent: 'đã gửi',
  failed: 'không gửi được',
  uncertain: 'không rõ đã đến chưa',
  skipped: 'bỏ qua',
} as const;

function showOutbox({ outbox }: Digests, say: Ends['say']): void {
  const counts = outbox.counts();
  const parts = Object.entries(STATES).flatMap(([state, name]) => {
    const n = counts[state as keyof typeof STATES];
    return n ? [`${n} ${name}`] : [];
  });
  say(`Hộp gửi: ${parts.join(', ') || 'trống'}.`);
  for (const state of ['uncertain', 'failed'] as const)
    for (const row of outbox.list(state))
      say(`  ${STATES[state]}: ${row.digest} → ${where(row)} (${row.error ?? ''})`);
}
