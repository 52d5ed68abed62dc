import { pooledPrizes } from '../pooled-prizes.js';
import type { PayoutReason } from '../payout.js';
import type { Line } from '../ranking/outcome.js';
import type { PlacePrize } from '../rules/prize-rule.js';
import type { Won } from './won.js';

/** Somebody at a place that pays. */
export interface Placed {
  readonly entrant: number;
  readonly name: string;
  readonly rank: number;
  readonly score: number;
}

/** Who stands at the first so many places and can win there, best first. */
export function placedLines(
  lines: readonly Line[],
  places: number,
  nameOf: (entrant: number) => string,
): readonly Placed[] {
  return lines.flatMap(({ entrant, rank, score, canWin }) =>
    rank !== null && rank <= places && canWin
      ? [{ entrant, name: nameOf(entrant), rank, score }]
      : [],
  );
}

/** The prizes of places; see `PrizeRule`. */
export function placePrizes(placed: readonly Placed[], places: readonly PlacePrize[]): Won[] {
  // Whoever ties has one score: a place that it is too little for puts nothing into what they share.
  const prizes = places.map((prize, index) => {
    const score = placed[index]?.score;
    return score !== undefined && (prize.atLeast === null || score >= prize.atLeast) ? prize : null;
  });
  const money = prizes.map((prize) => (prize && prize.item === null ? prize.amount : 0));
  const won: Won[] = [];
  for (const [{ entrant, rank }, amount] of pooledPrizes(placed, money)) {
    if (amount === 0) continue;
    won.push({
      entrant,
      part: { reason: reasonOf(placed, rank, places.length), amount, item: null },
    });
  }
  for (const [index, prize] of prizes.entries()) {
    const winner = placed[index];
    if (!prize || prize.item === null || !winner) continue;
    const reason: PayoutReason = { kind: 'place', place: index + 1 };
    won.push({ entrant: winner.entrant, part: { reason, amount: 0, item: prize.item } });
  }
  return won;
}

function reasonOf(placed: readonly Placed[], rank: number, paid: number): PayoutReason {
  const places = sharedPlaces(placed, rank, paid);
  const among = placed.filter((one) => one.rank === rank).length;
  return among === 1 ? { kind: 'place', place: rank } : { kind: 'shared-places', places, among };
}

/** The paid places that those at a rank take together. */
export function sharedPlaces(
  placed: readonly Placed[],
  rank: number,
  paid: number,
): readonly number[] {
  const among = placed.filter((one) => one.rank === rank).length;
  return Array.from({ length: among }, (_, index) => rank + index).filter((place) => place <= paid);
}
