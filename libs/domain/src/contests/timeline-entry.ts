import type { EntrySeq, Instant, PersonId, TeamId } from '../ids.js';
import type { BusinessDate } from '../time/business-date.js';

/**
 * What a ledger entry means for a contest. Something taken back is an entry of its own with negative quantities and the
 * moment of what it takes back.
 */
export interface TimelineEntry {
  readonly seq: EntrySeq;
  readonly personId: PersonId;
  /** The team that the person was in on the day; null for none. */
  readonly teamId: TeamId | null;
  /** Integers in each metric's smallest unit; metrics that do not move are left out. */
  readonly quantities: Readonly<Record<string, number>>;
  /** The moment that counts. */
  readonly at: Instant;
  /** Set where only a day is known, and no time: it counts if the window has any part of that day. */
  readonly day?: BusinessDate;
  /** When the ledger got it. */
  readonly recordedAt: Instant;
  /** Waits for somebody to look at it: shown, and not counted. */
  readonly held?: boolean;
}
