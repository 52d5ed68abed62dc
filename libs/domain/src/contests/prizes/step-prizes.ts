import type { Line } from '../ranking/outcome.js';
import type { PrizeRule } from '../rules/prize-rule.js';
import type { Won } from './won.js';

/** Everybody who passes the gates wins their highest step, or each that they have reached. */
export function stepPrizes(
  lines: readonly Line[],
  { steps, pays }: Extract<PrizeRule, { kind: 'steps' }>,
): Won[] {
  const upwards = steps.toSorted((a, b) => a.at - b.at);
  return lines.flatMap(({ entrant, score, missing }) => {
    if (missing.length > 0) return [];
    const reached = upwards.flatMap(({ at, amount, item }, index) =>
      score >= at
        ? [
            {
              entrant,
              part: {
                reason: { kind: 'step' as const, step: index + 1, at },
                amount: item === null ? amount : 0,
                item,
              },
            },
          ]
        : [],
    );
    return pays === 'each' ? reached : reached.slice(-1);
  });
}
