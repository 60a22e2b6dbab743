import type { Api } from './api.js';
import { CallFault } from './fault.js';
import { ALLOWED_UPDATES, TokenRefused } from './poll.js';
import type { Log } from './ports.js';
import type { Timing } from './timing.js';
import { backoff, sleep } from './wait.js';

/** How the webhook is reached. */
export interface WebhookOptions {
  /** Where Telegram posts to, https. */
  readonly url: string;
  /** 1–256 of A–Z, a–z, 0–9, _ and -; Telegram names it in every post. */
  readonly secret: string;
  /** Where this program waits for what comes in at `url`; port 0 takes any free one. */
  readonly port: number;
  readonly host: string;
}

export interface WebhookParts {
  readonly api: Api;
  readonly timing: Timing;
  readonly log: Log;
  readonly stop: AbortSignal;
  readonly webhook: WebhookOptions;
  /** The webhook is set, for the first time. */
  ready(): void;
  /** From time to time. */
  idle(): void;
}

/** The part of getWebhookInfo that is looked at. */
interface Info {
  readonly url?: unknown;
  readonly pending_update_count?: unknown;
  readonly last_error_date?: unknown;
  readonly last_error_message?: unknown;
}

/** Keeps the webhook set and tells the log how it fares, until stopped. Every failure but a refused token is waited out. */
export async function keepWebhook(parts: WebhookParts): Promise<void> {
  const { api, timing, log, stop, webhook, ready, idle } = parts;
  let isSet = false;
  let failures = 0;
  let lastError: unknown = null;
  while (!stop.aborted) {
    let wait = timing.lookAtWebhook;
    try {
      if (!isSet) {
        await api.call('setWebhook', registration(webhook), timing.call, stop);
        isSet = true;
        log.info({ host: new URL(webhook.url).host }, 'webhook set: updates are posted here');
        ready();
      }
      const info = (await api.call<Info | undefined>('getWebhookInfo', {}, timing.call, stop)) ?? {};
      failures = 0;
      if (!sameAddress(info.url, webhook.url)) {
        // Another program with the same token polls, or set one of its own.
        log.warn({}, 'the webhook was taken away: set again');
        isSet = false;
        wait = timing.backoffMost;
      }
      if (info.last_error_date !== undefined && info.last_error_date !== lastError) {
        const { last_error_message: error, last_error_date: since1970, pending_update_count: pending } = info;
        log.warn({ error, since1970, pending }, 'Telegram could not deliver to the webhook');
        lastError = info.last_error_date;
      }
    } catch (error) {
      if (stop.aborted) return;
      if (error instanceof CallFault && error.kind === 'token') throw new TokenRefused();
      failures += 1;
      const told = error instanceof CallFault ? error.retryAfter : undefined;
      wait = told !== undefined ? told * 1000 : backoff(failures, timing.backoff, timing.backoffMost);
      log.warn(
        { failures, wait, err: error },
        isSet ? 'webhook not looked at' : 'webhook not set: trying again',
      );
    }
    idle();
    await sleep(wait, stop).catch(() => {});
  }
}

/** Telegram may write an address in another way than we did. */
function sameAddress(told: unknown, ours: string): boolean {
  return typeof told === 'string' && URL.canParse(told) && new URL(told).href === new URL(ours).href;
}

function registration({ url, secret }: WebhookOptions) {
  return { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES, drop_pending_updates: false };
}
