import { allocate } from '../../measures/allocate.js';
import { pooledPrizes } from '../pooled-prizes.js';
import type { Line } from '../ranking/outcome.js';
import type { PrizeRule } from '../rules/prize-rule.js';
import type { Placed } from './place-prizes.js';
import { sharedPlaces } from './place-prizes.js';
import type { Won } from './won.js';

type PotRule = Extract<PrizeRule, { kind: 'pot' }>;

const WHOLE = 10_000;

/** What is in the pot by what everybody has come to together; nothing, if that is below nothing. */
function potOf({ pot }: PotRule, lines: readonly Pick<Line, 'score'>[]): number {
  if (pot.kind === 'sum') return pot.amount;
  const total = lines.reduce((sum, { score }) => sum + score, 0);
  return Math.max(
    0,
    allocate(Math.round(total), [pot.basisPoints, WHOLE - pot.basisPoints])[0] ?? 0,
  );
}

/** The pot, shared out to the cent among the places that somebody has taken. */
export function potPrizes(
  placed: readonly Placed[],
  rule: PotRule,
  lines: readonly Pick<Line, 'score'>[],
): Won[] {
  const taken = rule.weights.slice(0, placed.length);
  if (taken.every((weight) => weight === 0)) return [];
  const pot = potOf(rule, lines);
  const won: Won[] = [];
  for (const [{ entrant, rank }, amount] of pooledPrizes(placed, allocate(pot, taken))) {
    if (amount === 0) continue;
    const places = sharedPlaces(placed, rank, rule.weights.length);
    const among = placed.filter((one) => one.rank === rank).length;
    won.push({
      entrant,
      part: { reason: { kind: 'pot', pot, places, among }, amount, item: null },
    });
  }
  return won;
}
