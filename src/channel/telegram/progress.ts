import { AsyncLocalStorage } from 'node:async_hooks';

/** Counts the messages of the reply to one update, over every attempt at it and every run of the program. */
interface Progress {
  /** Messages that are out. */
  out: number;
  /** Messages that this attempt has come to. */
  reached: number;
  keep(out: number): void;
}

/** Beside the handlers, since telegraf hands nothing on but the update itself. */
const current = new AsyncLocalStorage<Progress>();

/** What an update's reply has got to. */
export class Replying {
  readonly #progress: Progress;

  /** `out`: how many messages an earlier run has sent; `keep` writes down a new count. */
  constructor(out: number, keep: (out: number) => void) {
    this.#progress = { out, reached: 0, keep };
  }

  /** One attempt at the reply, from its first message on. */
  attempt<T>(work: () => Promise<T>): Promise<T> {
    this.#progress.reached = 0;
    return current.run(this.#progress, work);
  }
}

/** Has the next message of the reply been sent before? Asked once for each message, in order. */
export function wasSent(): boolean {
  const progress = current.getStore();
  if (!progress) return false;
  progress.reached += 1;
  return progress.reached <= progress.out;
}

/** The message last asked about is out. The last one of a reply need not be told: the update is done with it. */
export function isOut(): void {
  const progress = current.getStore();
  if (!progress || progress.reached <= progress.out) return;
  progress.out = progress.reached;
  progress.keep(progress.out);
}
