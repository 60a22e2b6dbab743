import { setImmediate as breathe } from 'node:timers/promises';
import type { News } from '../store/news.js';
import type { Outbox, OutboxState } from '../store/outbox.js';
import type { Place, Subscription, Subscriptions } from '../store/subscriptions.js';
import type { Composer } from './compose.js';
import type { Outgoing } from './outgoing.js';
import type { Log } from './ports.js';
import { FRESH_MS, nextSlot, slotName, slotOf } from './times.js';

/** What planning did with one subscription. */
export interface Planned {
  readonly chat: number;
  readonly thread: number;
  readonly slot: string;
  /** `known`: it is in the outbox already. */
  readonly outcome: 'sent' | 'silent' | 'missed' | 'known';
}

interface Parts {
  readonly subs: Subscriptions;
  readonly outbox: Outbox;
  readonly news: News;
  readonly composer: Composer;
  readonly outgoing: Outgoing;
  /** Runs its function in one transaction. */
  readonly atomically: <T>(action: () => T) => T;
  readonly log: Log;
}

const BATCH = 50;
/** So many messages wait at the most, some beats' worth: the rest is planned when they are out, with what is news then. */
const AHEAD = 600;
const MINUTE_MS = 60_000;

/** Turns slots that have come into messages of the outbox, each slot of each place once. */
export class Planner {
  constructor(private readonly parts: Parts) {}

  /**
   * Works off what is due, as long as not too much waits to be sent; other work gets its turn between two places, `made` is
   * called when there is more to send.
   */
  async plan(
    now: number,
    stopped: () => boolean = () => false,
    made: () => void = () => {},
  ): Promise<readonly Planned[]> {
    const { subs, outbox, log } = this.parts;
    const done: Planned[] = [];
    while (!stopped() && outbox.waiting() < AHEAD) {
      const due = subs.due(now, BATCH);
      if (due.length === 0) break;
      for (const sub of due) {
        if (stopped()) break;
        const planned = this.#planOne(sub, now);
        if (planned) done.push(planned);
        // The first one is not kept waiting for the rest.
        if (done.length === 1) made();
        await breathe();
      }
      made();
    }
    const missed = done.filter((p) => p.outcome === 'missed').length;
    if (missed > 0) log.warn({ missed }, 'digests skipped: their time was missed by too much');
    return done;
  }

  /** The slot, its message and the next slot are one transaction: a kill leaves all of it or nothing. */
  #planOne(sub: Subscription, now: number): Planned | null {
    const { subs, outbox, news, composer, outgoing, atomically } = this.parts;
    const { slot, next } = slotOf(sub, now);
    const name = slotName(slot);
    const place = { chat: sub.chat, thread: sub.thread };
    return atomically(() => {
      if (!subs.advance(sub, next)) return null;
      const digest = `d:${name}`;
      const until = slot + FRESH_MS;
      const planned = { ...place, slot: name };
      if (now > until) {
        const empty = { part: 0, body: '', notBefore: now, until, settles: null };
        outbox.add({ ...place, digest, ...empty }, now, 'missed');
        return { ...planned, outcome: 'missed' as const };
      }
      const made = composer.digest(place, sub, now);
      if (made.news === 0 && sub.whenEmpty === 'silent') {
        news.hear(place, made.mark, now);
        return { ...planned, outcome: 'silent' as const };
      }
      const what = made.news > 0 ? made : { blocks: made.short, figures: [], withdrawn: [] };
      outgoing.add(digest, place, what, { now, until, mark: made.mark });
      return { ...planned, outcome: 'sent' as const };
    });
  }

  /** Those whom the scheduler would serve at a moment: due then, or with a slot in that minute. */
  servedAt(at: number): readonly (Subscription & { readonly slot: number; readonly next: number })[] {
    const { subs } = this.parts;
    return subs.active().flatMap((sub) => {
      if (subs.isBlocked(sub.chat)) return [];
      const from = nextSlot(sub, at - MINUTE_MS);
      const due = from <= at ? from : sub.nextAt <= at ? slotOf(sub, at).slot : null;
      return due === null || at - due > FRESH_MS ? [] : [{ ...sub, slot: due, next: nextSlot(sub, due) }];
    });
  }

  /** What became of a place's digest of a slot; null when it was not made yet. */
  stateOf(place: Place, slot: number): OutboxState | null {
    return this.parts.outbox.stateOf(`d:${slotName(slot)}`, place);
  }

  /** Does once what the scheduler would do at a moment, also for slots that it had to skip. Nothing goes out twice. */
  planAt(at: number, now: number): readonly Planned[] {
    const { subs, outbox, composer, outgoing, atomically } = this.parts;
    return this.servedAt(at).map(({ slot, next, ...sub }) =>
      atomically((): Planned => {
        const place = { chat: sub.chat, thread: sub.thread };
        const planned = { ...place, slot: slotName(slot) };
        const digest = `d:${planned.slot}`;
        if (sub.nextAt <= slot) subs.advance(sub, next);
        const state = outbox.stateOf(digest, place);
        if (state !== null && state !== 'skipped') return { ...planned, outcome: 'known' };
        const made = composer.digest(place, sub, at);
        if (made.news === 0 && sub.whenEmpty === 'silent') return { ...planned, outcome: 'silent' };
        outbox.revive(digest, place);
        const what = made.news > 0 ? made : { blocks: made.short, figures: [], withdrawn: [] };
        outgoing.add(digest, place, what, { now, until: now + FRESH_MS, mark: made.mark });
        return { ...planned, outcome: 'sent' };
      }),
    );
  }

  /** After a clock that ran ahead was set back, the next slots are those of the right clock again. */
  repair(now: number): number {
    const { subs } = this.parts;
    return subs.times().reduce((moved, times) => moved + subs.bringForward(times, nextSlot(times, now)), 0);
  }
}
