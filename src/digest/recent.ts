import type { Visitor } from './ports.js';

/** A remark about the digest right after the last one needs no word for it: «đổi sang 8 giờ». */
const KEPT_MS = 10 * 60_000;
const MOST = 1_000;

type About = 'digest' | 'watch';

/** With whom the desk has just spoken of the digest. */
export class Recent {
  readonly #spoken = new Map<string, { readonly at: number; readonly about: About }>();

  constructor(private readonly now: () => number) {}

  spoke(visitor: Visitor, about: About = 'digest'): void {
    const key = keyOf(visitor);
    this.#spoken.delete(key);
    this.#spoken.set(key, { at: this.now(), about });
    if (this.#spoken.size > MOST) this.#spoken.delete(this.#spoken.keys().next().value as string);
  }

  /** Something else came up. */
  forget(visitor: Visitor): void {
    this.#spoken.delete(keyOf(visitor));
  }

  /** Null when it was neither, or long ago. */
  about(visitor: Visitor): About | null {
    const spoken = this.#spoken.get(keyOf(visitor));
    return spoken && Math.abs(this.now() - spoken.at) < KEPT_MS ? spoken.about : null;
  }
}

const keyOf = ({ chat, thread, person }: Visitor): string => `${chat} ${thread} ${person}`;
