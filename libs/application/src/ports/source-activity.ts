import type { Instant, OrganisationId } from '@bellwether/domain';
import type { Source } from './connector.js';

/** What a source did lately. */
export interface Activity {
  readonly source: Source;
  /** When each was used last; of a rotation that goes on. */
  readonly oldSecretUsedAt: Instant | null;
  readonly newSecretUsedAt: Instant | null;
  readonly silentAfterMinutes: number | null;
  /** Quarters of an hour in which it sent, by their last moment, oldest first. Tests do not count. */
  readonly sentAt: readonly Instant[];
  /** Its newest deliveries. */
  readonly newest: readonly {
    readonly key: string;
    readonly body: string | null;
    readonly arrivedAt: Instant;
  }[];
  /** Of the last 24 hours. */
  readonly refused: number;
  readonly refusedAt: Instant | null;
  readonly parked: number;
  /** Kept while it is paused. */
  readonly held: number;
}

export interface SourceActivity {
  read(organisationId: OrganisationId, now: Instant): Promise<readonly Activity[]>;
}
