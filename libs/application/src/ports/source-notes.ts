import type { Instant, OrganisationId, SourceId } from '@bellwether/domain';

/** A request that brought nothing new, as the log of its source shows it. */
export interface TurnedAway {
  readonly organisationId: OrganisationId;
  readonly sourceId: SourceId;
  readonly at: Instant;
  readonly kind: 'refused' | 'duplicate' | 'ignored';
  readonly reason: string;
  /** Bytes of its body. */
  readonly size: number;
  /** The beginning of its body, without secrets; null when nobody proved whose it is. */
  readonly body: string | null;
}

export interface SecretUse {
  readonly organisationId: OrganisationId;
  readonly sourceId: SourceId;
  readonly which: 'old' | 'new';
  readonly at: Instant;
}

/**
 * What intake notices beside its work. Noting costs no time and never fails; a flood is counted, and
 * only its newest is kept. What was just noted is lost when the process ends before it is written.
 */
export interface SourceNotes {
  turnedAway(request: TurnedAway): void;
  secretUsed(use: SecretUse): void;
}
