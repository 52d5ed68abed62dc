import type { PayoutPart } from '../payout.js';

/** A part of what an entrant, by index, is paid. */
export interface Won {
  readonly entrant: number;
  readonly part: PayoutPart;
}
