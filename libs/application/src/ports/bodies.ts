import type { Instant } from '@bellwether/domain';

export interface Emptied {
  /** Bodies that are gone now. */
  readonly emptied: number;
  /** There may be more that are old enough. */
  readonly more: boolean;
}

/** What was sent, byte for byte, as long as it is kept. */
export interface Bodies {
  /**
   * Empties the next bodies that arrived before `before` and are not needed any more: scored, and
   * not parked. At most `limit` are looked at. Their keys stay: what is sent again is recognised.
   */
  emptyNext(before: Instant, limit: number): Promise<Emptied>;
  /** Looks again at those that were old enough and needed, and empties those that no longer are. */
  emptyNoLongerNeeded(limit: number): Promise<number>;
}
