/** Things that take long to make and are wanted again, the last few that were used. */
export class Kept<T> {
  readonly #made = new Map<string, T>();

  constructor(private readonly most: number) {}

  get(key: string, make: () => T): T {
    const known = this.#made.get(key);
    const value = known ?? make();
    this.#made.delete(key);
    this.#made.set(key, value);
    for (const oldest of this.#made.keys()) {
      if (this.#made.size <= this.most) break;
      this.#made.delete(oldest);
    }
    return value;
  }
}
