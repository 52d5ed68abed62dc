import type { Entrant } from '../counting/entrants.js';
import type { Payout, PayoutPart } from '../payout.js';
import type { Outcome } from '../ranking/outcome.js';
import type { PrizeRule } from '../rules/prize-rule.js';
import { finisherPrizes } from './finisher-prizes.js';
import { honourPrizes } from './honour-prizes.js';
import { placePrizes, placedLines } from './place-prizes.js';
import { potPrizes } from './pot-prizes.js';
import { stepPrizes } from './step-prizes.js';
import { unitPrizes } from './unit-prizes.js';
import type { Won } from './won.js';

/** Who is paid what, in the order of the standing. */
export function payoutsOf(
  prizes: readonly PrizeRule[],
  outcome: Outcome,
  entrants: readonly Entrant[],
): readonly Payout[] {
  const nameOf = (entrant: number) => entrants[entrant]?.name ?? '';
  const won = new Map<number, PayoutPart[]>();
  for (const { entrant, part } of prizes.flatMap((prize) => wonBy(prize, outcome, nameOf))) {
    const parts = won.get(entrant);
    if (parts) parts.push(part);
    else won.set(entrant, [part]);
  }
  return outcome.lines.flatMap(({ entrant }) => {
    const why = won.get(entrant);
    if (!why) return [];
    return [
      {
        entrantId: entrants[entrant]?.id ?? 0,
        name: nameOf(entrant),
        amount: why.reduce((sum, { amount }) => sum + amount, 0),
        items: why.flatMap(({ item }) => item ?? []),
        why,
      },
    ];
  });
}

function wonBy(
  prize: PrizeRule,
  outcome: Outcome,
  nameOf: (entrant: number) => string,
): readonly Won[] {
  const { lines, honours } = outcome;
  const placed = (places: number) =>
    outcome.places === 'now' ? placedLines(lines, places, nameOf) : [];
  switch (prize.kind) {
    case 'places':
      return placePrizes(placed(prize.places.length), prize.places);
    case 'pot':
      return potPrizes(placed(prize.weights.length), prize, lines);
    case 'steps':
      return stepPrizes(lines, prize);
    case 'per-unit':
      return unitPrizes(lines, prize);
    case 'finishers':
      return finisherPrizes(lines, prize);
    case 'honour':
      return honourPrizes(honours, prize);
  }
}
