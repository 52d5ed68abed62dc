import type { Instant } from '@bellwether/domain';

/** What waits to be scored, in all organisations together. */
export interface BacklogState {
  readonly waiting: number;
  /**
   * When the oldest waiting delivery arrived; null when none waits. One that was parked and is tried
   * again does not count: it has not waited here since it arrived.
   */
  readonly oldestArrivedAt: Instant | null;
}

export interface Backlog {
  read(): Promise<BacklogState>;
  /** Names the delivery that is next to be scored; null when none waits. */
  next(): Promise<number | null>;
}
