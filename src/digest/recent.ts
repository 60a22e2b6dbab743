import type { Visitor } from './ports.js';

/** A remark about the digest right after the last one needs no word for it: «đổi sang 8 giờ». */
const KEPT_MS = 10 * 60_000;
const MOST = 1_000;

/** With whom the desk has just spoken of the digest. */
export class Recent {
  readonly #spoken = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  spoke(visitor: Visitor): void {
    const key = keyOf(visitor);
    this.#spoken.delete(key);
    this.#spoken.set(key, this.now());
    if (this.#spoken.size > MOST) this.#spoken.delete(this.#spoken.keys().next().value as string);
  }

  /** Something else came up. */
  forget(visitor: Visitor): void {
    this.#spoken.delete(keyOf(visitor));
  }

  has(visitor: Visitor): boolean {
    const at = this.#spoken.get(keyOf(visitor));
    return at !== undefined && Math.abs(this.now() - at) < KEPT_MS;
  }
}

const keyOf = ({ chat, thread, person }: Visitor): string => `${chat} ${thread} ${person}`;
