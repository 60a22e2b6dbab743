import type { Update } from 'telegraf/types';
import type { Api } from './api.js';
import { CallFault } from './fault.js';
import type { Log } from './ports.js';
import type { Timing } from './timing.js';
import { backoff, Stopped, sleep } from './wait.js';

/** Named in every request: Telegram remembers the list of an earlier one otherwise. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'inline_query'] as const;

/** The token is not accepted: nothing will help but another token. */
export class TokenRefused extends Error {
  constructor() {
    super('Telegram không chấp nhận mã bot: kiểm tra TELEGRAM_BOT_TOKEN (và TELEGRAM_API_ROOT nếu có đặt).');
    this.name = 'TokenRefused';
  }
}

export interface PollOptions {
  readonly api: Api;
  readonly timing: Timing;
  readonly log: Log;
  readonly stop: AbortSignal;
  /** The offset to begin with. */
  readonly offset: number;
  /** Commits the batch; the offset moves only after it returns. */
  receive(batch: readonly Update[], offset: number): void;
  /** After each good answer. */
  idle(): void;
}

/** Asks for updates until stopped. Every failure but a refused token is waited out. */
export async function poll(options: PollOptions): Promise<void> {
  const { api, timing, log, stop } = options;
  let offset = options.offset;
  let failures = 0;
  for (;;) {
    try {
      const answer = await api.call<unknown>(
        'getUpdates',
        { offset, timeout: timing.poll / 1000, limit: 100, allowed_updates: ALLOWED_UPDATES },
        timing.poll + timing.pollSlack,
        stop,
      );
      const batch = updatesIn(answer);
      if (batch.length > 0) {
        const next = Math.max(...batch.map((update) => update.update_id)) + 1;
        options.receive(batch, next);
        offset = next;
      }
      if (failures > 0) log.info({ failures }, 'updates arrive again');
      failures = 0;
      options.idle();
    } catch (error) {
      if (stop.aborted || error instanceof Stopped) return;
      if (error instanceof CallFault && error.kind === 'token') throw new TokenRefused();
      failures += 1;
      const wait =
        error instanceof CallFault && error.retryAfter !== undefined
          ? error.retryAfter * 1000
          : backoff(failures, timing.backoff, timing.backoffMost);
      log.warn({ failures, wait, err: error }, 'no updates: trying again');
      if (error instanceof CallFault && error.kind === 'conflict' && /webhook/i.test(error.message)) {
        await removeWebhook(options);
      }
      try {
        await sleep(wait, stop);
      } catch {
        return;
      }
    }
  }
}

/** A webhook set by an earlier installation keeps the updates to itself. */
async function removeWebhook({ api, timing, log, stop }: PollOptions): Promise<void> {
  try {
    await api.call('deleteWebhook', { drop_pending_updates: false }, timing.call, stop);
    log.info({}, 'webhook removed: updates are polled');
  } catch (error) {
    log.warn({ err: error }, 'webhook could not be removed');
  }
}

function updatesIn(answer: unknown): readonly Update[] {
  if (!Array.isArray(answer)) throw new Error('getUpdates answered something that is not a list');
  return answer.filter((update): update is Update =>
    Number.isSafeInteger((update as Update | null)?.update_id),
  );
}
