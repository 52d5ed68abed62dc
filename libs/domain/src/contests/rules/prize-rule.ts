/** What is won. */
export interface Prize {
  /** Money, in minor units; of a thing, what it costs, for the budget. */
  readonly amount: number;
  /** A thing instead of money, e.g. `A weekend in Lisbon`; null for money. A thing is not divided. */
  readonly item: string | null;
}

/** A prize of a place, or of nobody where the score that takes the place is below `atLeast`. */
export interface PlacePrize extends Prize {
  readonly atLeast: number | null;
}

/** One step that everybody can reach. */
export interface StepPrize extends Prize {
  /** In the score's unit. */
  readonly at: number;
}

/** What a format names besides places. */
export type Honour = 'mvp' | 'consolation';

/**
 * What is paid.
 * `places`: the prizes of the first, second, … place. Who ties shares the prizes of all places taken together, to the
 * cent; a thing goes to who stands ahead by having been there first.
 * `pot`: shared out by the weights of the places. The pot is a sum, or basis points of what everybody has come to
 * together, where the score is money. All of it is paid if anybody can win.
 * `steps`: everybody's highest step, or each that they reached.
 * `per-unit`: so much for each full `per` of the score beyond `after`, up to `most`.
 * `finishers`: for the first so many, or all, who have done what the format asks: reached the target, the goal, the card.
 * `honour`: for whom the format names so; shared where it names several.
 */
export type PrizeRule =
  | { readonly kind: 'places'; readonly places: readonly PlacePrize[] }
  | {
      readonly kind: 'pot';
      readonly pot:
        | { readonly kind: 'sum'; readonly amount: number }
        | { readonly kind: 'share'; readonly basisPoints: number };
      readonly weights: readonly number[];
    }
  | {
      readonly kind: 'steps';
      readonly steps: readonly StepPrize[];
      readonly pays: 'highest' | 'each';
    }
  | {
      readonly kind: 'per-unit';
      readonly amount: number;
      readonly per: number;
      readonly after: number;
      readonly most: number | null;
    }
  | { readonly kind: 'finishers'; readonly prize: Prize; readonly first: number | null }
  | { readonly kind: 'honour'; readonly honour: Honour; readonly prize: Prize };
