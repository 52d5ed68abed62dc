import type { PrizeRule } from './rules/prize-rule.js';

/** What a contest can cost, in minor units. */
export interface WorstCase {
  /** Money and what things cost; null where nothing bounds it. */
  readonly amount: number | null;
  /** Of each prize rule, in their order. */
  readonly parts: readonly (number | null)[];
  /** Things, with how many of each. */
  readonly items: readonly { readonly item: string; readonly count: number }[];
}

/**
 * The most that a contest can cost with so many entrants, known before it starts. A part of what is sold, and a prize for
 * each unit without a cap, are bounded by nothing.
 */
export function worstCaseOf(prizes: readonly PrizeRule[], entrants: number): WorstCase {
  const costs = prizes.map((prize) => costsOf(prize, entrants));
  const parts = costs.map(
    (cost) => cost?.reduce((sum, { amount, count }) => sum + amount * count, 0) ?? null,
  );
  const things = new Map<string, number>();
  for (const { item, count } of costs.flatMap((cost) => cost ?? [])) {
    if (item !== null && count > 0) things.set(item, (things.get(item) ?? 0) + count);
  }
  return {
    amount: parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0),
    parts,
    items: [...things].map(([item, count]) => ({ item, count })),
  };
}

interface Cost {
  readonly amount: number;
  readonly item: string | null;
  readonly count: number;
}

function costsOf(prize: PrizeRule, entrants: number): readonly Cost[] | null {
  switch (prize.kind) {
    case 'places':
      return prize.places.slice(0, entrants).map((place) => ({ ...place, count: 1 }));
    case 'pot':
      if (prize.pot.kind === 'share') return null;
      return [{ amount: prize.pot.amount, item: null, count: Math.min(1, entrants) }];
    case 'steps': {
      if (prize.pays === 'each') return prize.steps.map((step) => ({ ...step, count: entrants }));
      // A lower step may pay more, or be a dearer thing.
      const dearest = prize.steps.toSorted((a, b) => b.amount - a.amount)[0];
      return dearest ? [{ ...dearest, count: entrants }] : [];
    }
    case 'per-unit':
      return prize.most === null ? null : [{ amount: prize.most, item: null, count: entrants }];
    case 'finishers':
      // Who is level with the last of the first so many wins with them.
      return [{ ...prize.prize, count: entrants }];
    case 'honour':
      return [{ ...prize.prize, count: Math.min(1, entrants) }];
  }
}
