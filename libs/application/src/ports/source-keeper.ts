import type { FieldRule, Instant, OrganisationId, SourceId } from '@bellwether/domain';
import type { Actor } from './audit.js';

/** Changes what opens a source, and how what it sends is understood. */
export interface SourceKeeper {
  /** From now on this secret is valid, and those of before until `oldUntil`; the same for its key. */
  startRotation(
    organisationId: OrganisationId,
    sourceId: SourceId,
    rotation: {
      readonly secret: string;
      readonly apiKey: string | null;
      readonly oldUntil: Instant;
    },
    by: Actor,
  ): Promise<void>;
  /** Only the newest secret and key are valid. */
  endRotation(
    organisationId: OrganisationId,
    sourceId: SourceId,
    now: Instant,
    by: Actor,
  ): Promise<void>;
  /** Whether anything that it told of is known. */
  hasRecords(organisationId: OrganisationId, sourceId: SourceId): Promise<boolean>;
  /** From now on its records are told by these rules. */
  keepFieldRules(
    organisationId: OrganisationId,
    sourceId: SourceId,
    fieldRules: readonly FieldRule[],
    by: Actor,
  ): Promise<void>;
}
