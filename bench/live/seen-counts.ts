import type { BoardRow } from '@bellwether/contracts';
import type { SendTimes } from '../load/open-loop.js';

/** One activity point, as boards count it. */
const POINT = 1_000;

/**
 * How many of everybody's webhooks a screen has shown, and when: each is worth one point, so the
 * score tells which of them are in it.
 */
export class SeenCounts {
  readonly #base = new Map<number, number>();
  readonly #seen: { readonly person: number; readonly count: number; readonly at: number }[] = [];

  /** `at`: milliseconds since 1970. */
  rows(rows: readonly Pick<BoardRow, 'shortName' | 'score'>[], at: number): void {
    for (const { shortName, score } of rows) {
      this.#seen.push({ person: Number(shortName), count: (score ?? 0) / POINT, at });
    }
  }

  /** Counts from here on: what was shown so far was sent before the measuring. */
  begin(): void {
    for (const { person, count } of this.#seen) this.#base.set(person, count);
    this.#seen.length = 0;
  }

  /** For each webhook, the milliseconds from its sending until it was shown. */
  latencies(sent: SendTimes): number[] {
    const latencies: number[] = [];
    const shown = new Map(this.#base);
    for (const { person, count, at } of this.#seen) {
      const before = shown.get(person) ?? 0;
      const base = this.#base.get(person) ?? 0;
      const times = sent.get(person) ?? [];
      for (let n = before; n < count; n += 1) {
        const sentAt = times[n - base];
        if (sentAt !== undefined) latencies.push(at - sentAt);
      }
      shown.set(person, Math.max(before, count));
    }
    return latencies;
  }
}
