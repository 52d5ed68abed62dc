/** For how long something is believed without asking. */
const TRUSTED_MS = 5_000;
const MOST = 5_000;

interface Remembered<Value> {
  readonly value: Value;
  /** Of the clock that nobody sets: one that is set back must not lengthen the trust. */
  readonly readAt: number;
}

/**
 * What was read lately, by its name, believed for some seconds. What was being read when everything was
 * forgotten is not remembered: it may be from before.
 */
export class ShortMemory<Value> {
  readonly #known = new Map<string, Remembered<Value>>();
  #forgotten = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** What is known by this name, or else what `read` tells. */
  async get(name: string, read: () => Promise<Value>): Promise<Value> {
    const known = this.#known.get(name);
    if (known && this.now() - known.readAt < TRUSTED_MS) return known.value;
    const [readAt, forgotten] = [this.now(), this.#forgotten];
    const value = await read();
    if (forgotten === this.#forgotten) this.#keep(name, { value, readAt });
    return value;
  }

  /** Believes nothing that it was told before. */
  forget(): void {
    this.#forgotten += 1;
    this.#known.clear();
  }

  #keep(name: string, remembered: Remembered<Value>): void {
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(name, remembered);
  }
}
