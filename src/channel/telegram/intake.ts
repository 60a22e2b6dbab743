import type { Update } from 'telegraf/types';
import { Undelivered } from './deliver.js';
import { CallFault } from './fault.js';
import { Lanes } from './lanes.js';
import { ALLOWED_UPDATES } from './poll.js';
import type { InboxLike, Log } from './ports.js';
import { Replying } from './progress.js';

import { Stopped } from './wait.js';

/** How often an update is handled before it counts as poison. */
const MOST_ATTEMPTS = 3;
/** How many runs of the program may begin the same update without ending it. */
const MOST_STARTS = 10;

/** `owed`: the update must stay in the inbox; otherwise why it is given up. */
type Failure = 'owed' | { readonly error: string; readonly apologise: boolean };

export interface Handlers {
  handle(update: Update): Promise<void>;
  acknowledgeEarly(update: Update): Promise<void>;
  apologise(update: Update): Promise<void>;
}

/**
 * From the inbox to the handlers: what is in the inbox is owed an answer, and stays in it until the
 * answer is out. A chat's updates are handled one after the other, chats beside each other; pictures and files of a chat
 * have a queue of their own, so that no answer in words waits for an upload.
 */
export class Intake {
  readonly #lanes = new Lanes();
  readonly #asides = new Lanes();
  #begun = false;
  #stopping = false;

  constructor(
    private readonly inbox: InboxLike,
    private readonly handlers: Handlers,
    private readonly log: Log,
    private readonly redact: (text: string) => string,
    private readonly now: () => number,
  ) {}

  /** Begins the work, with what an earlier run left and what came in before we knew our own name. */
  resume(): void {
    this.#begun = true;
    const rows = this.inbox.pending();
    if (rows.length > 0) this.log.info({ pending: rows.length }, 'answering what was left');
    for (const row of rows) {
      let update: Update;
      try {
        update = JSON.parse(row.body) as Update;
      } catch {
        this.#fail(row.update_id, 'body is not JSON');
        continue;
      }
      this.#queue(chatOf(update), update, row.attempts ?? 0, row.parts ?? 0);
    }
  }

  /**
   * Commits a batch with the next poll offset, then hands out what is new. What nobody here handles is let pass: it costs
   * no row and no work. Throws when the inbox cannot be written: the offset must not move.
   */
  receive(all: readonly Update[], offset: number): void {
    const batch = all.filter((update) => !passing(update));
    const fresh = new Set(
      this.inbox.receive(
        batch.map((update) => ({
          update_id: update.update_id,
          chat_id: chatOf(update),
          body: JSON.stringify(update),
        })),
        offset,
        this.now(),
      ),
    );
    // Before `resume` it only waits in the inbox, which `resume` reads.
    if (!this.#begun) return;
    for (const update of batch) {
      if (!fresh.delete(update.update_id)) continue;
      this.#queue(chatOf(update), update, 0, 0);
    }
  }

  /** No new update is begun from here on; resolves when the running ones have ended. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#lanes.idle();
    await this.#asides.idle();
  }

  #queue(chat: number, update: Update, starts: number, parts: number): void {
    if (this.#lanes.busy(chat) && 'callback_query' in update) {
      this.handlers.acknowledgeEarly(update).catch((error: unknown) => {
        this.log.error({ update: update.update_id, err: error }, 'button press not acknowledged');
      });
    }
    // What is typed inline does not wait for the person's chat: a late answer is worth nothing.
    const lane = 'inline_query' in update ? chat + 0.5 : chat;
    this.#lanes.run(lane, () => this.#work(chat, update, starts, parts));
  }

  async #work(chat: number, update: Update, starts: number, parts: number): Promise<void> {
    if (this.#stopping) return;
    const id = update.update_id;
    await this.#guarded(update, async () => {
      if (starts >= MOST_STARTS) {
        this.#fail(id, `begun ${starts} times and never ended`);
        await this.handlers.apologise(update);
        return;
      }
      this.inbox.attempt(id);
      const replying = new Replying(parts, (out) => this.inbox.sent(id, out));
      const failure = await this.#try(update, () => replying.attempt(() => this.handlers.handle(update)));
      const { rest } = replying;
      if (failure !== null || rest === null) return this.#settle(update, failure);
      this.#asides.run(chat, async () => {
        if (this.#stopping) return;
        await this.#guarded(update, async () => this.#settle(update, await this.#try(update, rest)));
      });
    });
  }

  async #guarded(update: Update, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // The inbox itself failed: the update stays owed (or a last courtesy did: nothing is).
      this.log.error({ update: update.update_id, err: error }, 'update not finished');
    }
  }

  async #settle(update: Update, failure: Failure | null): Promise<void> {
    if (failure === 'owed') return;
    if (failure === null) {
      this.inbox.done(update.update_id);
      return;
    }
    this.#fail(update.update_id, failure.error);
    if (failure.apologise) await this.handlers.apologise(update);
  }

  /** Null when done. */
  async #try(update: Update, work: () => Promise<void>): Promise<Failure | null> {
    for (let attempt = 1; ; attempt++) {
      try {
        await work();
        return null;
      } catch (error) {
        if (error instanceof Stopped) return 'owed';
        const facts = { update: update.update_id, attempt, err: error };
        if (error instanceof Undelivered) {
          this.log.error(facts, 'answer not delivered');
          if (error.reason === 'unreachable') return 'owed';
          return { error: this.#text(error), apologise: error.reason === 'server' };
        }
        if (error instanceof CallFault) {
          if (error.kind === 'stopped' || error.kind === 'token' || error.kind === 'conflict') return 'owed';
          return { error: this.#text(error), apologise: true };
        }
        this.log.warn(facts, 'handler failed');
        if (attempt >= MOST_ATTEMPTS) return { error: this.#text(error), apologise: true };
      }
    }
  }

  #fail(id: number, error: string): void {
    this.log.error({ update: id, error }, 'update given up');
    this.inbox.failed(id, error);
  }

  #text(error: unknown): string {
    return this.redact(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
}

/** A kind that we did not ask for (Telegram sends some left over from another list of kinds) and do nothing with. */
export function passing(update: Update): boolean {
  return !ALLOWED_UPDATES.some((kind) => kind in update);
}

/** The chat an update belongs to: its queue. Updates without one share a queue; an odd one does not stop the batch. */
export function chatOf(update: Update): number {
  const {
    message,
    callback_query: query,
    inline_query: inline,
  } = update as Partial<Update.MessageUpdate & Update.CallbackQueryUpdate & Update.InlineQueryUpdate>;
  const id = message?.chat?.id ?? query?.message?.chat?.id ?? query?.from?.id ?? inline?.from?.id;
  return Number.isSafeInteger(id) ? (id as number) : 0;
}
