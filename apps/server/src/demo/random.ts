/** A stream of chances that is the same for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  whole(least: number, most: number): number {
    return Math.floor(this.between(least, most + 1));
  }

  happens(chance: number): boolean {
    return this.next() < chance;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.whole(0, choices.length - 1)] ?? choices[0];
  }

  /** How often something happens that happens `mean` times on average. */
  times(mean: number): number {
    const limit = Math.exp(-mean);
    let times = 0;
    for (let product = this.next(); product > limit; product *= this.next()) times += 1;
    return times;
  }

  /** Waiting times and durations: mostly short, seldom long. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }
}
