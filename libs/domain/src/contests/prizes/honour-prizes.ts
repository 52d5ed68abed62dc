import { allocate } from '../../measures/allocate.js';
import type { Outcome } from '../ranking/outcome.js';
import type { PrizeRule } from '../rules/prize-rule.js';
import type { Won } from './won.js';

/** For whom the format names; of several the money is shared evenly, and the first of them has a thing. */
export function honourPrizes(
  honours: Outcome['honours'],
  { honour, prize }: Extract<PrizeRule, { kind: 'honour' }>,
): Won[] {
  const named = honours[honour] ?? [];
  const [first] = named;
  if (first === undefined) return [];
  const reason = { kind: 'honour', honour, among: named.length } as const;
  if (prize.item !== null) {
    return [{ entrant: first, part: { reason, amount: 0, item: prize.item } }];
  }
  const parts = allocate(
    prize.amount,
    named.map(() => 1),
  );
  return named.map((entrant, index) => ({
    entrant,
    part: { reason, amount: parts[index] ?? 0, item: null },
  }));
}
