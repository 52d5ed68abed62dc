/** For how long a reading is shared: screens that are told of a change come within a frame of each other. */
const SHARED_MS = 50;

/**
 * A board is read once for all who see it in different lights. A reading that began before the board
 * was touched serves nobody who comes after.
 */
export class SharedReads<Reading> {
  readonly #readings = new Map<
    string,
    { readonly begun: number; readonly reading: Promise<Reading> }
  >();

  /** `now`: milliseconds of a clock that nobody sets. */
  constructor(private readonly now: () => number) {}

  read(name: string, ask: () => Promise<Reading>): Promise<Reading> {
    const known = this.#readings.get(name);
    if (known && this.now() - known.begun < SHARED_MS) return known.reading;
    const reading = ask();
    this.#readings.set(name, { begun: this.now(), reading });
    return reading;
  }

  /** Whatever is read from here on is read anew. */
  touched(): void {
    this.#readings.clear();
  }
}
