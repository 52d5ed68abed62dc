import type { Line } from '../ranking/outcome.js';
import type { PrizeRule } from '../rules/prize-rule.js';
import type { Won } from './won.js';

/** For who has done what the format asks. Who finishes level with the last of the first so many wins with them. */
export function finisherPrizes(
  lines: readonly Line[],
  { prize, first }: Extract<PrizeRule, { kind: 'finishers' }>,
): Won[] {
  return lines.flatMap(({ entrant, finishedAs, missing }) => {
    if (finishedAs === null || missing.length > 0) return [];
    if (first !== null && finishedAs > first) return [];
    const amount = prize.item === null ? prize.amount : 0;
    const reason = { kind: 'finished', place: finishedAs } as const;
    return [{ entrant, part: { reason, amount, item: prize.item } }];
  });
}
