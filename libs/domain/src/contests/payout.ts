import type { Honour } from './rules/prize-rule.js';

/** Why somebody is paid a part of what they are paid. */
export type PayoutReason =
  | { readonly kind: 'place'; readonly place: number }
  /** The prizes of these places together, shared evenly among so many. */
  | { readonly kind: 'shared-places'; readonly places: readonly number[]; readonly among: number }
  /** The same of a pot: what the pot came to in all. */
  | {
      readonly kind: 'pot';
      readonly pot: number;
      readonly places: readonly number[];
      readonly among: number;
    }
  | { readonly kind: 'step'; readonly step: number; readonly at: number }
  | { readonly kind: 'units'; readonly units: number; readonly each: number }
  /** What a cap takes away; the part is negative. */
  | { readonly kind: 'cap'; readonly most: number }
  | { readonly kind: 'finished'; readonly place: number }
  | { readonly kind: 'honour'; readonly honour: Honour; readonly among: number };

export interface PayoutPart {
  readonly reason: PayoutReason;
  /** Minor units; 0 where a thing is won. */
  readonly amount: number;
  /** The thing; null for money. */
  readonly item: string | null;
}

/** What one entrant wins, of all prizes together. */
export interface Payout {
  readonly entrantId: number;
  readonly name: string;
  /** Minor units, the sum of the parts. */
  readonly amount: number;
  readonly items: readonly string[];
  readonly why: readonly PayoutPart[];
}
