import type { History, OrganisationId, RecordId, RecordType } from '@bellwether/domain';

/** A record as it is known, whatever it counts. */
export interface PastRecord {
  readonly id: RecordId;
  readonly type: RecordType;
  readonly externalId: string;
  /** In the source's words; settles who comes first. */
  readonly name: string;
  readonly history: History;
}

/** Reads records that came in before, to try something on them. */
export interface PastRecords {
  /**
   * Of these types, the last that came in first, a bounded number at a time: `before` those that were
   * told last, until `next` is null.
   */
  newest(
    organisationId: OrganisationId,
    types: readonly RecordType[],
    before: number | null,
  ): Promise<{ readonly records: readonly PastRecord[]; readonly next: number | null }>;
  /** How many an organisation has. */
  count(organisationId: OrganisationId): Promise<number>;
}
