import type { Agent } from 'node:http';
import { Telegraf } from 'telegraf';
import type { UserFromGetMe } from 'telegraf/types';
import { Admins } from './admins.js';
import { Api } from './api.js';
import { Routes } from './bot.js';
import { Delivering } from './deliver.js';
import { CallFault } from './fault.js';
import { Files } from './files.js';
import { Hand } from './hand.js';
import { Inline } from './inline.js';
import { Intake, passing } from './intake.js';
import { setCommands } from './menu.js';
import { Pace, RATES, type Rates, REAL_CLOCK } from './pace.js';
import { poll, TokenRefused } from './poll.js';
import type { ButtonsLike, Desk, Engine, InboxLike, Log, PicturesLike, Studio, Talker } from './ports.js';
import { type Album, Post } from './post.js';
import { tokenRedactor } from './redact.js';
import { Sender } from './send.js';
import { TIMING, type Timing } from './timing.js';
import { backoff, sleep } from './wait.js';
import { keepWebhook, type WebhookOptions } from './webhook.js';
import { serveWebhook } from './webhook-server.js';

export type {
  ButtonsLike,
  Desk,
  Engine,
  InboxEntry,
  InboxLike,
  InboxRow,
  Log,
  PicturesLike,
  Studio,
  Talker,
} from './ports.js';
export type { Post } from './post.js';
export { proxyAgent } from './proxy.js';
export type { WebhookOptions } from './webhook.js';

/** What it takes to speak to Telegram at all. */
export interface LineOptions {
  readonly token: string;
  /** Ends with a slash when it has a path. */
  readonly apiRoot: string;
  /** Through a proxy: `proxyAgent(url)`. */
  readonly agent?: Agent | undefined;
  readonly log: Log;
  readonly timing?: Partial<Timing>;
  readonly rates?: Partial<Rates>;
  /** Pictures that Telegram has already; without it each is uploaded anew. */
  readonly pictures?: PicturesLike | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface TelegramOptions extends LineOptions {
  readonly conversations: Talker;
  readonly inbox: InboxLike;
  readonly buttons: ButtonsLike;
  /** Subscriptions; without it there are none. Made with the post that digests go out by. */
  readonly desk?: ((post: Post) => Desk) | undefined;
  /** How updates come in; without it they are polled. */
  readonly webhook?: WebhookOptions | undefined;
  /** Answers beside every conversation; without it: no examples, no catalogue to look through, no inline mode. */
  readonly engine?: Engine | undefined;
  /** Makes pictures and files; without it answers come in words only. */
  readonly studio?: Studio | undefined;
}

export interface TelegramChannel {
  /** Resolves when Telegram knows us and updates are asked for; never rejects. */
  readonly ready: Promise<void>;
  /** Resolves after `stop`; rejects when Telegram refuses the token. */
  readonly done: Promise<void>;
  /** The port at which webhook posts are waited for; null when updates are polled. */
  readonly port: number | null;
  /** Lets running handlers finish for a while; what is not answered stays in the inbox. */
  stop(): Promise<void>;
}

const PRUNE_EVERY = 60 * 60_000;

/** A client of the Bot API with its pace and its two ways of sending; nothing is fetched. */
function openLine(options: LineOptions) {
  const { token, log } = options;
  const timing: Timing = { ...TIMING, ...options.timing };
  const redact = tokenRedactor(token);
  const stop = new AbortController();
  const bot = new Telegraf(token, {
    handlerTimeout: Number.POSITIVE_INFINITY,
    telegram: {
      apiRoot: options.apiRoot,
      webhookReply: false,
      ...(options.agent ? { agent: options.agent } : {}),
    },
  });
  // Telegraf drops the agent when the API root is plain http; a proxy that was asked for is used there too.
  if (options.agent) bot.telegram.options.agent = options.agent;
  const api = new Api(bot.telegram, redact, stop.signal);
  const pace = new Pace(REAL_CLOCK, { ...RATES, ...options.rates });
  const delivering = new Delivering(api, pace, REAL_CLOCK, timing, log, stop.signal);
  const sender = new Sender(api, delivering, REAL_CLOCK, timing, log, stop.signal);
  const files = new Files(api, delivering, timing, log);
  const { pictures } = options;
  const album = pictures ? albumOf(pictures, () => bot.botInfo?.id ?? idIn(token), options.now) : null;
  const post = new Post(api, pace, timing, log, stop.signal, album);
  return { bot, api, sender, files, post, timing, redact, stop };
}

/** A token begins with the id of its bot. */
const idIn = (token: string): number => Number(token.split(':')[0]);

/** The same pictures that answers go by. */
function albumOf(pictures: PicturesLike, bot: () => number, now: () => number): Album {
  return {
    find: (key) => pictures.find(bot(), key),
    keep: (key, fileId) => pictures.keep(bot(), key, fileId, now()),
    forget: (key) => pictures.forget(bot(), key),
  };
}

/** Only the way out, for a command that sends what is in the outbox. */
export function openPost(options: LineOptions): { readonly post: Post; close(): void } {
  const { post, stop } = openLine(options);
  return { post, close: () => stop.abort() };
}

/**
 * Starts the bot, with long polling or a webhook. Returns at once; without a network it keeps trying. Rejects, with a
 * sentence that says what to do, when the webhook's port cannot be taken.
 */
export async function startTelegram(options: TelegramOptions): Promise<TelegramChannel> {
  const { log, inbox } = options;
  const { bot, api, sender, files, post, timing, redact, stop: everything } = openLine(options);
  const polling = new AbortController();
  const desk = options.desk?.(post) ?? null;
  const { studio = null, pictures = null, engine = null } = options;
  const me = () => bot.botInfo;
  const hand = new Hand({ ...options, studio, pictures, sender, files, desk, me });
  const inline = engine && new Inline({ ...options, engine, api, timing, me });
  const admins = new Admins(api, timing.call);
  const routes = new Routes(bot, { ...options, sender, hand, desk, admins, engine, inline });
  const intake = new Intake(inbox, routes, log, redact, options.now);

  const server = options.webhook
    ? await serveWebhook({
        ...options.webhook,
        path: new URL(options.webhook.url).pathname,
        log,
        // A poll after this begins anew: an offset of long ago could confirm what was not delivered.
        receive: (update) => {
          if (!passing(update)) intake.receive([update], 0);
        },
      })
    : null;

  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });

  let pruned = Number.NEGATIVE_INFINITY;
  const idle = () => {
    const now = options.now();
    if (now - pruned < PRUNE_EVERY) return;
    pruned = now;
    inbox.prune(now - timing.remember);
  };

  const run = async () => {
    const me = await whoAmI(api, timing, log, polling.signal);
    if (!me) return;
    bot.botInfo = me;
    log.info({ bot: me.username }, 'Telegram channel started');
    void setCommands(api, timing, log, desk);
    intake.resume();
    const common = { api, timing, log, stop: polling.signal, idle };
    if (options.webhook) {
      await keepWebhook({ ...common, webhook: options.webhook, ready: isReady });
      return;
    }
    isReady();
    await poll({
      ...common,
      offset: inbox.offset(),
      receive: (batch, offset) => intake.receive(batch, offset),
    });
  };

  const finish = async () => {
    polling.abort();
    await server?.close();
    const timer = setTimeout(() => everything.abort(), timing.stop);
    await intake.stop();
    clearTimeout(timer);
    everything.abort();
  };

  let finished: Promise<void> | null = null;
  const done = run().finally(() => {
    finished ??= finish();
    return finished;
  });
  return {
    ready,
    done,
    port: server?.port ?? null,
    stop: async () => {
      finished ??= finish();
      await finished;
      await done.catch(() => {});
      log.info({}, 'Telegram channel stopped');
    },
  };
}

/** The bot's own name, asked until it is known; null when stopped before. */
async function whoAmI(api: Api, timing: Timing, log: Log, stop: AbortSignal): Promise<UserFromGetMe | null> {
  for (let failures = 1; ; failures++) {
    try {
      const me = await api.call<UserFromGetMe | undefined>('getMe', {}, timing.call, stop);
      if (typeof me?.id === 'number' && typeof me.username === 'string') return me;
      log.warn({ failures }, 'getMe answered something else');
    } catch (error) {
      if (stop.aborted) return null;
      if (error instanceof CallFault && error.kind === 'token') throw new TokenRefused();
      log.warn({ failures, err: error }, 'Telegram not reached yet: trying again');
    }
    try {
      await sleep(backoff(failures, timing.backoff, timing.backoffMost), stop);
    } catch {
      return null;
    }
  }
}
