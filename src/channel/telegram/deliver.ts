import type { Api, Payload } from './api.js';
import { CallFault } from './fault.js';
import type { Clock, Pace } from './pace.js';
import type { Log } from './ports.js';
import type { Timing } from './timing.js';
import { backoff, Stopped } from './wait.js';

/** Given up: `unreachable` surely, `server` very probably, `uncertain` perhaps not delivered. */
export class Undelivered extends Error {
  constructor(
    readonly reason: 'unreachable' | 'server' | 'uncertain',
    method: string,
    last: CallFault,
  ) {
    super(`${method} given up (${reason}): ${last.message}`);
    this.name = 'Undelivered';
  }
}

/**
 * How often one message may go out without a clear answer. Between two of them Telegram must have
 * answered something else: a dead line costs time, never copies.
 */
const MOST_UNCERTAIN = 2;

/** How one kind of message is sent. */
export interface Manner {
  /** Milliseconds that one request may take. */
  readonly deadline: number;
  /** Twice is the same as once. */
  readonly repeatable?: boolean;
  /** The same without markup, for when that is refused; without it the fault is thrown. */
  readonly plain?: (payload: Payload) => Payload;
  /** Only this kind of message is forbidden, the chat takes others: the fault is thrown. */
  readonly forbids?: (fault: CallFault) => boolean;
}

/** With which payload it went out at last, and what Telegram answered; `dropped`: the chat cannot be written to. */
export interface Delivery {
  readonly payload: Payload;
  readonly dropped: boolean;
  readonly answer: unknown;
}

/** Sends what is owed until it has arrived, at the channel's pace: a person prefers an answer twice to none. */
export class Delivering {
  constructor(
    private readonly api: Api,
    private readonly pace: Pace,
    private readonly clock: Clock,
    private readonly timing: Timing,
    private readonly log: Log,
    private readonly stop: AbortSignal,
  ) {}

  /** One request in its turn; a failure is thrown as it came. */
  async once(method: string, payload: Payload, deadline: number): Promise<unknown> {
    const slot = await this.pace.turn(Number(payload.chat_id), this.stop);
    try {
      return await this.api.call(method, payload, deadline);
    } finally {
      this.pace.answered(slot);
    }
  }

  /** Throws `Stopped`, `Undelivered`, or the fault that no other try would mend. */
  async deliver(method: string, first: Payload, manner: Manner): Promise<Delivery> {
    let payload = first;
    let failures = 0;
    let uncertain = 0;
    const begun = this.clock.now();
    for (;;) {
      const chat = Number(payload.chat_id);
      try {
        const answer = await this.once(method, payload, manner.deadline);
        return { payload, dropped: false, answer };
      } catch (error) {
        if (!(error instanceof CallFault)) throw error;
        const fault = error;
        failures += 1;
        const spent = this.clock.now() - begun;
        switch (fault.kind) {
          case 'stopped':
            throw new Stopped();
          case 'flood': {
            const wait = (fault.retryAfter ?? 5) * 1000;
            this.log.warn({ chat, seconds: fault.retryAfter }, 'told to wait by Telegram');
            if (spent + wait > this.timing.unreachable) throw new Undelivered('unreachable', method, fault);
            this.pace.hold(chat, wait);
            break;
          }
          case 'server':
          case 'unreachable': {
            const most = fault.kind === 'server' ? this.timing.serverErrors : this.timing.unreachable;
            this.log.warn({ chat, failures, err: fault }, 'answer not delivered yet');
            if (spent > most) throw new Undelivered(fault.kind, method, fault);
            await this.#wait(failures);
            break;
          }
          case 'uncertain':
            uncertain += 1;
            this.log.warn({ chat, uncertain, err: fault }, 'answer perhaps not delivered');
            if (spent > this.timing.unreachable || (!manner.repeatable && uncertain >= MOST_UNCERTAIN))
              throw new Undelivered('uncertain', method, fault);
            await this.#wait(uncertain);
            await this.#reachable(begun, method);
            break;
          case 'unchanged':
            return { payload, dropped: false, answer: undefined };
          case 'migrated':
            this.log.info({ chat, movedTo: fault.movedTo }, 'group has a new id');
            // Ids of messages do not survive the move.
            payload = without({ ...payload, chat_id: fault.movedTo }, 'reply_parameters');
            break;
          case 'no-thread':
            if (payload.message_thread_id === undefined) {
              this.log.info({ chat, err: fault }, 'answer dropped: the topic is closed');
              return { payload, dropped: true, answer: undefined };
            }
            payload = without(payload, 'message_thread_id');
            break;
          case 'gone':
            if (manner.forbids?.(fault)) throw fault;
            this.log.info({ chat, err: fault }, 'answer dropped: the chat cannot be written to');
            return { payload, dropped: true, answer: undefined };
          case 'markup':
            if (!manner.plain || payload.parse_mode === undefined) throw fault;
            this.log.error({ chat, err: fault }, 'markup refused: sent as plain text');
            payload = manner.plain(payload);
            break;
          default:
            throw fault;
        }
      }
    }
  }

  /** Waits until Telegram answers at all. */
  async #reachable(begun: number, method: string): Promise<void> {
    for (let failures = 1; ; failures++) {
      try {
        await this.api.call('getMe', {}, this.timing.call);
        return;
      } catch (error) {
        const fault = error as CallFault;
        if (fault.kind === 'stopped') throw new Stopped();
        if (fault.kind === 'token') throw fault;
        if (this.clock.now() - begun > this.timing.unreachable)
          throw new Undelivered('uncertain', method, fault);
        if (fault.retryAfter === undefined) await this.#wait(failures);
        else await this.clock.sleep(fault.retryAfter * 1000, this.stop);
      }
    }
  }

  #wait(failures: number): Promise<void> {
    const ms = backoff(failures, this.timing.backoff, this.timing.backoffMost);
    return this.clock.sleep(ms, this.stop);
  }
}

export function without(payload: Payload, key: string): Payload {
  const { [key]: _, ...rest } = payload;
  return rest;
}
