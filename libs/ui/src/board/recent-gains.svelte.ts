import type { BoardRow } from '@bellwether/contracts';
import { ownScore } from './own-score.js';

/** What somebody just added to their score. */
export interface Gain {
  readonly amount: number;
  readonly since: number;
}

const COOLS_AFTER_MS = 6_800;
/** More lit rows than this are a lit board. */
const MOST_LIT = 3;

/** Who scored just now and how much, for as long as their row is lit. */
export class RecentGains {
  gains = $state.raw<ReadonlyMap<number, Gain>>(new Map());
  #scores = new Map<number, number | null>();
  #cooling: ReturnType<typeof setTimeout> | undefined;

  /** `now` is any clock that only runs forwards. */
  see(rows: readonly BoardRow[], direction: 'higher' | 'lower', now: number): void {
    const gains = new Map(this.gains);
    for (const row of rows) {
      const { id } = row;
      const score = ownScore(row);
      const before = this.#scores.get(id) ?? null;
      // What was too few to be shown, or is again, was no score.
      if (before === null || score === null || before === score) continue;
      const amount = score - before;
      // A score that was taken back takes its light with it.
      if (amount > 0 !== (direction === 'higher')) gains.delete(id);
      else gains.set(id, { amount: (gains.get(id)?.amount ?? 0) + amount, since: now });
    }
    this.#scores = new Map(rows.map((row) => [row.id, ownScore(row)]));
    this.#keep(gains, now);
  }

  close(): void {
    clearTimeout(this.#cooling);
  }

  #keep(gains: Map<number, Gain>, now: number): void {
    const lit = [...gains]
      .filter(([, { since }]) => now - since < COOLS_AFTER_MS)
      .sort(([, a], [, b]) => b.since - a.since || Math.abs(b.amount) - Math.abs(a.amount))
      .slice(0, MOST_LIT);
    const same =
      lit.length === this.gains.size && lit.every(([id, gain]) => this.gains.get(id) === gain);
    if (!same) this.gains = new Map(lit);
    clearTimeout(this.#cooling);
    const oldest = lit.at(-1)?.[1].since;
    if (oldest === undefined) return;
    const rest = oldest + COOLS_AFTER_MS - now;
    this.#cooling = setTimeout(() => this.#keep(new Map(this.gains), now + rest), rest);
  }
}
