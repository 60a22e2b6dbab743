import { AsyncLocalStorage } from 'node:async_hooks';

type Work = () => Promise<void>;

/** Counts the messages of the reply to one update, over every attempt at it and every run of the program. */
interface Progress {
  /** Messages that are out. */
  out: number;
  /** Messages that this attempt has come to. */
  reached: number;
  /** What goes on beside the chat's next updates. */
  aside: Work | null;
  keep(out: number): void;
}

/** Beside the handlers, since telegraf hands nothing on but the update itself. */
const current = new AsyncLocalStorage<Progress>();

/** What an update's reply has got to. */
export class Replying {
  readonly #progress: Progress;

  /** `out`: how many messages an earlier run has sent; `keep` writes down a new count. */
  constructor(out: number, keep: (out: number) => void) {
    this.#progress = { out, reached: 0, aside: null, keep };
  }

  /** One attempt at the reply, from its first message on. */
  attempt(work: Work): Promise<void> {
    this.#progress.aside = null;
    return this.#from(0, work);
  }

  /** What the attempt left to go on `aside`, each call of which is an attempt at that part; null: nothing. */
  get rest(): Work | null {
    const { aside, reached } = this.#progress;
    return aside && (() => this.#from(reached, aside));
  }

  #from(reached: number, work: Work): Promise<void> {
    this.#progress.reached = reached;
    return current.run(this.#progress, work);
  }
}

/**
 * The last and slow part of a reply, such as a picture: the chat's next updates do not wait for it, its next slow part
 * does. The update is done when it is. Outside of an update it is done at once.
 */
export async function aside(work: Work): Promise<void> {
  const progress = current.getStore();
  if (progress) progress.aside = work;
  else await work();
}

/** Has the next message of the reply been sent before? Asked once for each message, in order. */
export function wasSent(): boolean {
  const progress = current.getStore();
  if (!progress) return false;
  progress.reached += 1;
  return progress.reached <= progress.out;
}

/**
 * The message last asked about is out: it is not sent again. `last`: of the reply; a run of the program after this one
 * need not be told, since the update is done with it.
 */
export function isOut(last = false): void {
  const progress = current.getStore();
  if (!progress || progress.reached <= progress.out) return;
  progress.out = progress.reached;
  if (!last) progress.keep(progress.out);
}
