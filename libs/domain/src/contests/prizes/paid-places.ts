import type { PrizeRule } from '../rules/prize-rule.js';

/** How many places win something. */
export function paidPlaces(prizes: readonly PrizeRule[]): number {
  return prizes.reduce((most, prize) => {
    if (prize.kind === 'places') return Math.max(most, prize.places.length);
    return prize.kind === 'pot' ? Math.max(most, prize.weights.length) : most;
  }, 0);
}
