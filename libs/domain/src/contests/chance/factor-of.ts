import type { Contribution } from '../counting/contributions.js';
import type { MysteryMultiplier } from '../rules/score-rule.js';
import { drawBelow } from './draw.js';

/**
 * By how many thousandths a contribution counts: drawn by whose it is and its moment, so that something taken back draws
 * what it drew when it was given.
 */
export function factorOf(
  { factors }: MysteryMultiplier,
  seed: string,
  { personId, at }: Pick<Contribution, 'personId' | 'at'>,
): number {
  const weights = factors.reduce((sum, { weight }) => sum + weight, 0);
  let drawn = drawBelow(seed, `${personId}|${at}`, weights);
  for (const { times, weight } of factors) {
    if (drawn < weight) return times;
    drawn -= weight;
  }
  return 1_000;
}
