import type { Lease } from '../store/lease.js';
import type { Outbox } from '../store/outbox.js';
import type { Told } from '../store/told.js';
import type { Alerts } from './alerts.js';
import { REMEMBERED_MS } from './corrections.js';
import type { Courier } from './courier.js';
import type { Planner } from './planner.js';
import type { Log } from './ports.js';

interface Parts {
  readonly lease: Lease;
  readonly planner: Planner;
  readonly alerts: Alerts;
  readonly courier: Courier;
  readonly outbox: Outbox;
  readonly told: Told;
  readonly previews: Told;
  readonly now: () => number;
  readonly log: Log;
}

const BEAT_MS = 5_000;
const TIDY_EVERY_MS = 60 * 60_000;
/** How long settled messages are kept, so that nothing is sent twice and the operator can look. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/**
 * The heart: at every beat it keeps the lease, plans the slots that have come, makes alerts, and lets the courier go. The
 * beat is a plain interval, which a clock that is set back does not stop; slots are counted by the clock of the wall.
 */
export class Scheduler {
  #timer: NodeJS.Timeout | null = null;
  #beating: Promise<void> | null = null;
  #owns = false;
  #held = Number.NEGATIVE_INFINITY;
  #tidied = Number.NEGATIVE_INFINITY;
  #stopping = false;

  constructor(
    private readonly parts: Parts,
    private readonly beatMs = BEAT_MS,
  ) {}

  start(): void {
    this.#timer = setInterval(() => void this.beat(), this.beatMs);
    void this.beat();
  }

  /** One beat; while one runs, another does nothing. Never rejects. */
  beat(): Promise<void> {
    this.#beating ??= this.#once()
      .catch((err: unknown) => this.parts.log.error({ err }, 'digests could not be planned'))
      .finally(() => {
        this.#beating = null;
      });
    return this.#beating;
  }

  /** What is being sent is sent to its end; then another process may take over. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#timer) clearInterval(this.#timer);
    await this.#beating;
    await this.parts.courier.stop();
    if (this.#owns) this.parts.lease.release();
  }

  async #once(): Promise<void> {
    const { planner, alerts, now, log } = this.parts;
    if (!this.#keep(true)) return;
    this.#tidy();
    const stopped = () => this.#stopping || !this.#keep(false);
    const send = () => void this.#send();
    const made = await alerts.check(now(), stopped, send);
    if (made > 0) log.info({ alerts: made }, 'alerts made');
    // What is planned goes out while the rest is being planned.
    send();
    const planned = await planner.plan(now(), stopped, send);
    if (planned.length > 0) log.info({ digests: planned.length }, 'digests planned');
    if (!this.#stopping && this.#owns) send();
  }

  #send(): Promise<void> {
    return this.parts.courier.run().catch((err: unknown) => {
      this.parts.log.error({ err }, 'outbox could not be read');
    });
  }

  /** Takes or renews the lease; between beats only when it is time to. */
  #keep(beat: boolean): boolean {
    const { lease, courier, planner, now, log } = this.parts;
    const at = now();
    if (!beat && Math.abs(at - this.#held) < this.beatMs) return this.#owns;
    const had = this.#owns;
    this.#owns = lease.hold(at);
    this.#held = at;
    if (this.#owns === had) return this.#owns;
    courier.pause(!this.#owns);
    if (this.#owns) {
      const uncertain = courier.takeOver();
      const repaired = planner.repair(at);
      log.info({ uncertain, repaired }, 'digests are sent from here');
    } else log.warn({}, 'another process sends the digests now');
    return this.#owns;
  }

  #tidy(): void {
    const { outbox, told, previews, planner, now } = this.parts;
    const at = now();
    if (Math.abs(at - this.#tidied) < TIDY_EVERY_MS) return;
    this.#tidied = at;
    told.prune(at - REMEMBERED_MS);
    previews.prune(at - REMEMBERED_MS);
    outbox.prune(at - KEPT_MS);
    planner.repair(at);
  }
}
