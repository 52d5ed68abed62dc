import type { Line } from '../ranking/outcome.js';
import type { PrizeRule } from '../rules/prize-rule.js';
import type { Won } from './won.js';

/** So much for each full unit beyond those that everybody does anyway, up to a cap. */
export function unitPrizes(
  lines: readonly Line[],
  { amount: each, per, after, most }: Extract<PrizeRule, { kind: 'per-unit' }>,
): Won[] {
  return lines.flatMap(({ entrant, score, missing }) => {
    const units = Math.floor((score - after) / per);
    if (missing.length > 0 || units <= 0) return [];
    const amount = units * each;
    const won: Won[] = [
      { entrant, part: { reason: { kind: 'units', units, each }, amount, item: null } },
    ];
    if (most !== null && amount > most) {
      const capped = { reason: { kind: 'cap', most }, amount: most - amount, item: null } as const;
      won.push({ entrant, part: capped });
    }
    return won;
  });
}
