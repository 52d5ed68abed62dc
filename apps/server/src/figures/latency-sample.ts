/** How many of the latest values the percentiles are taken from. */
const SIZE = 1_000;

/** The latest latencies, and their percentiles. */
export class LatencySample {
  readonly #values: number[] = [];
  #next = 0;
  /** How many there were in all. */
  count = 0;

  add(milliseconds: number): void {
    this.#values[this.#next] = milliseconds;
    this.#next = (this.#next + 1) % SIZE;
    this.count += 1;
  }

  clear(): void {
    this.#values.length = 0;
    this.#next = 0;
  }

  /** The value that `share` (0 to 1) of the latest are not above; null when there is none yet. */
  percentile(share: number): number | null {
    if (this.#values.length === 0) return null;
    const sorted = this.#values.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? null;
  }
}
