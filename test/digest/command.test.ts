import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.js';
import { valueQuestion } from '../../src/digest/questions.js';
import { digestCommand, readMoment } from '../../src/digest-command.js';
import { loadFiles } from '../../src/ingest/load.js';
import { Lease } from '../../src/store/lease.js';
import { Outbox } from '../../src/store/outbox.js';
import { Subscriptions, type Wish } from '../../src/store/subscriptions.js';
import { observations, row } from '../ingest/fixtures.js';
import { folder } from '../store/folder.js';
import { useAssembly } from '../support/assembly.js';
import { solieu } from '../support/program.js';
import { front } from './bot.js';
import { at } from './house.js';

const assembly = useAssembly();
const LINE: Wish = { hour: 7, minute: 0, days: 'daily', content: 'watch', whenEmpty: 'line', charts: false };
const SEVEN = at('2026-11-25 07:00');

test('the moment is Vietnam’s, whatever the zone; what is no moment is refused in Vietnamese', () => {
  expect(readMoment('2026-11-25 07:00', 0)).toBe(SEVEN);
  expect(readMoment('2026-11-25T7:00', 0)).toBe(SEVEN);
  expect(readMoment('07:00', at('2026-11-25 23:30'))).toBe(SEVEN);
  expect(readMoment('00:10', at('2026-11-25 00:30'))).toBe(at('2026-11-25 00:10'));
  for (const text of ['2026-02-31 07:00', '2026-11-25 24:00', '2026-11-25', '7 giờ', '', '25/11/2026 07:00'])
    expect(readMoment(text, SEVEN)).toBeNull();
  const ran = solieu(['digest', '--at', '2026-02-31 07:00'], {
    settings: { SOLIEU_DB: join(folder(), 'kho.sqlite') },
  });
  expect(ran.code).toBe(2);
  expect(ran.err).toContain('--at cần ngày và giờ Việt Nam dạng "2026-11-25 07:00"');
}, 30_000);

test('does once what the scheduler would do at that time; the trial shows it and sends nothing', async () => {
  const { api } = await front();
  const { db } = assembly();
  const [subs, outbox] = [new Subscriptions(db), new Outbox(db)];
  const clock = { now: at('2026-11-25 11:00') };
  const order = { at: SEVEN, corrections: false, dryRun: false };
  const run = async (more: Partial<typeof order> = {}) => {
    const lines: string[] = [];
    await digestCommand(
      { ...order, ...more },
      {
        assembly: assembly(),
        config: () => readConfig({ TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root }),
        say: (line) => void lines.push(line),
        now: () => clock.now,
      },
    );
    return lines.join('\n');
  };
  // The bot was down at seven: too late for the scheduler, not for the operator.
  subs.put({ chat: 1, thread: 0 }, 1, LINE, SEVEN, 0);
  subs.put({ chat: 2, thread: 0 }, 2, { ...LINE, hour: 8 }, at('2026-11-25 08:00'), 0);
  subs.put({ chat: 3, thread: 0 }, 3, { ...LINE, whenEmpty: 'silent' }, SEVEN, 0);
  const trial = await run({ dryRun: true });
  expect(trial).toContain('── 1\nBản tin số liệu công nghiệp, thứ tư 25/11/2026');
  expect(trial).toContain('── 3: không có gì mới, không gửi');
  expect(trial).toContain('Xem thử: 2 đăng ký đến giờ, 1 cần gửi; chưa gửi gì.');
  expect(outbox.counts()).toEqual({});

  expect(await run()).toContain('Bản tin: 1 cần gửi, 1 không có gì mới, 0 đã có trong hộp gửi.');
  expect(api.messages.map((m) => m.chat)).toEqual([1]);
  const words = (text: string) => text.split(/\s+/).join(' ');
  expect(words(trial)).toContain(words(api.messages[0]!.text));
  expect(subs.get({ chat: 1, thread: 0 })?.nextAt).toBe(at('2026-11-26 07:00'));
  expect(await run()).toContain('0 cần gửi, 1 không có gì mới, 1 đã có trong hộp gửi.');
  expect(await run({ dryRun: true })).toContain('── 1: bản tin lúc này đã gửi, không gửi lại');
  expect(api.messages).toHaveLength(1);

  // Figures that were loaded set off alerts, as with the scheduler.
  const { periods: _, ...cement } = valueQuestion({
    indicators: ['xi-mang'],
    area: 'lang-son',
    period: '2020',
  });
  const question = { ...cement, periods: { value: { type: 'newest' }, from: 'default' } };
  subs.watch({ chat: 4, thread: 0 }, 4, { label: 'Xi măng', question, crosses: null }, 0);
  const bytes = Buffer.from(observations(row({ time_period: '2024', value: '1234500', source: 'S01' })));
  loadFiles(db, [{ name: 'moi.csv', bytes }]);
  expect(await run()).toContain('Báo tin: 1 nơi cần gửi.');
  expect(api.messages.map((m) => m.chat)).toEqual([1, 4]);

  // While a bot runs on the store, it sends.
  const bot = new Lease(db, 'digest', 'a bot');
  expect(bot.hold(clock.now)).toBe(true);
  expect(await run({ at: at('2026-11-25 08:00') })).toContain('Bot đang chạy trên kho này sẽ gửi');
  expect(api.messages).toHaveLength(2);
  expect(outbox.counts()).toEqual({ sent: 2, pending: 1 });
  bot.release();
}, 30_000);
