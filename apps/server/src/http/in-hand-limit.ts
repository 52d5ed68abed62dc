export interface InHandBounds {
  readonly least: number;
  readonly most: number;
  /** How long the last in line is to wait, in milliseconds. */
  readonly patienceMs: number;
}

/** How much one late answer tells: a store that hesitates once is no reason to turn anybody away. */
const WEIGHT = 0.05;

/**
 * How many deliveries may be in hand at once so that the last of them is answered in time: one more
 * with each answer in time, and fewer with each that was late. How many fewer is seen from what the
 * machine has done (Little's law): of so many in hand one took so long, so that in the time that is
 * allowed so many are answered.
 */
export class InHandLimit {
  #limit: number;

  constructor(private readonly bounds: InHandBounds) {
    this.#limit = bounds.most;
  }

  get most(): number {
    return Math.round(this.#limit);
  }

  /** Learns from a delivery that was the last of `inHand` when it came, and took so long. */
  answered(inHand: number, tookMs: number): void {
    const { least, most, patienceMs } = this.bounds;
    if (tookMs <= patienceMs) this.#limit = Math.min(most, this.#limit + 1);
    else {
      const target = Math.max(least, (inHand * patienceMs) / tookMs);
      this.#limit += Math.min(0, target - this.#limit) * WEIGHT;
    }
  }
}
