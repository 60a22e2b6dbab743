/** A queue per chat: tasks of one chat run one after the other, chats do not wait for each other. */
export class Lanes {
  readonly #tails = new Map<number, Promise<void>>();

  /** The task must not throw. */
  run(lane: number, task: () => Promise<void>): void {
    const tail = (this.#tails.get(lane) ?? Promise.resolve()).then(task).finally(() => {
      if (this.#tails.get(lane) === tail) this.#tails.delete(lane);
    });
    this.#tails.set(lane, tail);
  }

  busy(lane: number): boolean {
    return this.#tails.has(lane);
  }

  /** Resolves when nothing runs or waits any more. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.allSettled(this.#tails.values());
  }
}
