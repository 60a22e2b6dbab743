import { moveChat } from '../store/chats.js';
import type { Database } from '../store/open.js';
import type { Outbox, OutboxRow } from '../store/outbox.js';
import type { Subscriptions } from '../store/subscriptions.js';
import type { Gallery } from './gallery.js';
import type { Outgoing } from './outgoing.js';
import type { Fate, Log, Post } from './ports.js';
import * as words from './words.js';

interface Parts {
  readonly db: Database;
  readonly outbox: Outbox;
  readonly subs: Subscriptions;
  readonly outgoing: Outgoing;
  readonly post: Post;
  readonly gallery: Gallery;
  readonly log: Log;
  readonly now: () => number;
  /** This process, in the rows it is sending. */
  readonly owner: string;
}

/** Rows read at once, and requests under way at once: memory does not grow with the number of chats. */
const PAGE = 200;
const MOST_AT_ONCE = 64;

/** Errors of Telegram's own (5xx) are tried so often. */
const MOST_ERRORS = 6;

/** A picture that could not be drawn is tried again after so long. */
const REDRAW_MS = 30_000;

/** A notice is worth sending for so long. */
const NOTICE_MS = 7 * 24 * 60 * 60_000;

/**
 * Carries the outbox out. Each row is claimed (committed) right before its one request, and goes back only when that
 * request surely did not arrive: nobody gets a message twice, and what nobody can know is left `uncertain`.
 */
export class Courier {
  readonly #busy = new Map<number, Promise<void>>();
  #stopping = false;
  #wanted = false;
  #running: Promise<void> | null = null;

  constructor(private readonly parts: Parts) {}

  /** Rows that an owner before us was sending; to be called when the lease becomes ours. */
  takeOver(): number {
    const { outbox, outgoing, log, now } = this.parts;
    const orphans = outbox.orphans(this.parts.owner, now());
    for (const row of orphans) {
      outgoing.settle(row, now());
      log.warn({ chat: row.chat, digest: row.digest }, 'message perhaps delivered: left uncertain');
    }
    return orphans.length;
  }

  /** Sends what may be sent now, and what is added meanwhile by whoever calls again. */
  run(): Promise<void> {
    this.#wanted = true;
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #work(): Promise<void> {
    while (this.#wanted && !this.#stopping) {
      this.#wanted = false;
      await this.#drain();
    }
  }

  /** Begins no new request; resolves when those under way have ended. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  /** To be called when the lease was lost; `run` begins again. */
  pause(paused: boolean): void {
    this.#stopping = paused;
  }

  async #drain(): Promise<void> {
    const { outbox, log, now } = this.parts;
    const late = outbox.late(now());
    if (late.length > 0) log.warn({ skipped: late.length }, 'messages skipped: they waited too long');
    for (let after = 0; !this.#stopping; ) {
      const page = outbox.pending(now(), after, PAGE);
      if (page.length === 0) break;
      for (const row of page) {
        while (this.#busy.size >= MOST_AT_ONCE) await Promise.race(this.#busy.values());
        if (this.#stopping) break;
        after = row.id;
        if (this.#busy.has(row.id)) continue;
        const work = this.#carry(row).finally(() => this.#busy.delete(row.id));
        this.#busy.set(row.id, work);
      }
    }
    await Promise.all(this.#busy.values());
  }

  async #carry(row: OutboxRow): Promise<void> {
    const { outbox, log, now, owner } = this.parts;
    try {
      const claim = () => !this.#stopping && outbox.claim(row.id, owner, now());
      this.#settle(row, await this.#send(row, claim));
    } catch (error) {
      // The row stays as it is: `sending` becomes uncertain when the program starts again.
      log.error({ chat: row.chat, digest: row.digest, err: error }, 'outbox not written');
    }
  }

  /** A picture is drawn before its row is claimed: the drawing may take long, and delivers nothing. */
  async #send(row: OutboxRow, claim: () => boolean): Promise<Fate> {
    const { outbox, post, gallery, log, now } = this.parts;
    const place = { chat: row.chat, thread: row.thread };
    if (row.kind === 'text') return post.send(place, row.body, claim);
    try {
      const photo = await gallery.photo(row.body);
      if (photo) return post.sendPhoto(place, photo, claim);
      outbox.skip(row.id, 'nothing to draw', now());
      return { kind: 'unclaimed' };
    } catch (error) {
      log.error({ digest: row.digest, err: error }, 'picture not drawn');
      return { kind: 'wait', ms: REDRAW_MS };
    }
  }

  #settle(row: OutboxRow, fate: Fate): void {
    const { db, outbox, subs, outgoing, log, now } = this.parts;
    const at = now();
    const facts = { chat: row.chat, digest: row.digest, part: row.part };
    switch (fate.kind) {
      case 'unclaimed':
        return;
      case 'wait':
        outbox.defer(row.id, at + fate.ms);
        return;
      case 'sent':
        db.transaction(() => {
          outbox.sent(row.id, fate.message, at);
          outgoing.settle(row, at);
        })();
        return;
      case 'again':
        if (fate.counts && row.attempts + 1 >= MOST_ERRORS) {
          log.error({ ...facts, why: fate.why }, 'message given up');
          outbox.failed(row.id, fate.why, at);
        } else outbox.again(row.id, fate.why, at + fate.ms, at);
        return;
      case 'uncertain':
        log.warn({ ...facts, why: fate.why }, 'message perhaps delivered: left uncertain');
        db.transaction(() => {
          outbox.uncertain(row.id, fate.why, at);
          outgoing.settle(row, at);
        })();
        return;
      case 'gone':
        log.info({ ...facts, why: fate.why }, 'chat cannot be written to: paused until it speaks');
        db.transaction(() => {
          outbox.failed(row.id, fate.why, at);
          outbox.drop(row.chat, null, 'failed', fate.why, at);
          subs.block(row.chat, at);
        })();
        return;
      case 'moved':
        log.info({ ...facts, to: fate.to }, 'group has a new id');
        db.transaction(() => {
          outbox.again(row.id, 'moved', at, at);
          moveChat(db, row.chat, fate.to);
        })();
        return;
      case 'no-topic':
        this.#topicGone(row, at);
        return;
      case 'refused':
        log.error({ ...facts, why: fate.why }, 'message refused');
        outbox.failed(row.id, fate.why, at);
    }
  }

  /** The topic's digest pauses, and the chat is told once. */
  #topicGone(row: OutboxRow, at: number): void {
    const { db, outbox, subs, outgoing, log } = this.parts;
    const place = { chat: row.chat, thread: row.thread };
    log.info(place, 'topic is gone: its digest is paused');
    db.transaction(() => {
      const since = subs.get(place)?.changedAt ?? 0;
      outbox.failed(row.id, 'topic gone', at);
      outbox.drop(row.chat, row.thread, 'failed', 'topic gone', at);
      subs.setState(place, 'no-topic', at);
      if (row.thread === 0) return;
      const main = { chat: row.chat, thread: 0 };
      outgoing.say(`n:${row.thread}:${since}`, main, [words.line(words.TOPIC_GONE)], at, at + NOTICE_MS);
    })();
  }
}
