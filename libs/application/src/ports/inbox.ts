import type { Instant, OrganisationId, SourceId } from '@bellwether/domain';

export interface Arrival {
  readonly organisationId: OrganisationId;
  readonly sourceId: SourceId;
  /** UUID; the same key of the same source is the same item. */
  readonly key: string;
  readonly body: string;
  readonly arrivedAt: Instant;
  /** Kept, and not scored before its source goes on. */
  readonly held?: boolean;
  /** Sent by us to show that it works: it goes all the way, and counts nowhere. */
  readonly test?: boolean;
}

export type Kept = 'accepted' | 'duplicate';

/** Keeps what arrives. An item is safe when `store` answers: it survives anything but the disk. */
export interface Inbox {
  /** In the order of the arrivals; `full` when more waits to be written than memory may hold. */
  store(arrivals: readonly Arrival[]): Promise<readonly Kept[] | 'full'>;
  /** Those of the keys that the source has sent already. */
  known(
    organisationId: OrganisationId,
    sourceId: SourceId,
    keys: readonly string[],
  ): Promise<readonly string[]>;
  /** Puts in the queue what was held of sources that are not paused any more. */
  release(): Promise<void>;
  /** Organisations with items that wait to be scored. */
  waiting(): Promise<readonly OrganisationId[]>;
  /** When the oldest waiting item of the organisation arrived; null when none waits. */
  oldestWaiting(organisationId: OrganisationId): Promise<Instant | null>;
}
