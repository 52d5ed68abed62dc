import type {
  BusinessDate,
  EntrySeq,
  Fields,
  Instant,
  MeasureId,
  OrganisationId,
  PersonId,
  RecordType,
  TeamId,
} from '@bellwether/domain';
import type { DateRange } from './totals.js';

/** A ledger entry with all that explains it. */
export interface ExplainedEntry {
  readonly seq: EntrySeq;
  readonly date: BusinessDate;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly movements: readonly { readonly measureId: MeasureId; readonly quantity: number }[];
  readonly record: {
    readonly source: string;
    readonly type: RecordType;
    readonly externalId: string;
    readonly name: string | null;
  };
  readonly revision: {
    readonly number: number;
    /** When it became true in the source. */
    readonly at: Instant;
    readonly arrivedAt: Instant;
    /** What the source said then. */
    readonly told: Fields;
  };
  /** The entry that this one takes back, wholly or in part. */
  readonly reverses: EntrySeq | null;
  /** The entries that take this one back. */
  readonly reversedBy: readonly EntrySeq[];
  /** The record whose change led to this, when it was another one. */
  readonly becauseOf: { readonly type: RecordType; readonly externalId: string } | null;
}

/** Whose entries: a person's, perhaps of the days in one team only, or those of whoever was in a team on the day. */
export type LedgerScope =
  | { readonly kind: 'person'; readonly personId: PersonId; readonly teamId: TeamId | null }
  | { readonly kind: 'team'; readonly teamId: TeamId };

/** A record that could count and does not: as many as count came before it. */
export interface LeftOut {
  readonly measureId: MeasureId;
  readonly date: BusinessDate;
  readonly at: Instant;
  /** What it is one of, besides the day, e.g. a contact; empty where the day is all. */
  readonly among: string;
  readonly record: ExplainedEntry['record'];
}

/** How many records of somebody's could count under a cap, and how many of them do not. */
export interface CapCount {
  readonly measureId: MeasureId;
  readonly claimed: number;
  readonly leftOut: number;
}

export interface Explanations {
  /** What a cap, or that only one counts, left out of somebody's measures: the newest, and how many in all. */
  leftOut(
    organisationId: OrganisationId,
    personId: PersonId,
    measureIds: readonly MeasureId[],
    range: DateRange,
    limit: number,
  ): Promise<{ readonly newest: readonly LeftOut[]; readonly counts: readonly CapCount[] }>;
  /** The entries behind somebody's measures, in the order of the ledger, from after `after` on. */
  entries(
    organisationId: OrganisationId,
    personId: PersonId,
    measureIds: readonly MeasureId[],
    range: DateRange,
    page: { readonly after: number; readonly limit: number },
  ): Promise<readonly ExplainedEntry[]>;
  /** What was booked for somebody after an entry and until another, the latest first. */
  bookedBetween(
    organisationId: OrganisationId,
    scope: LedgerScope,
    measureIds: readonly MeasureId[],
    range: DateRange,
    between: { readonly after: EntrySeq; readonly upTo: EntrySeq; readonly limit: number },
  ): Promise<readonly ExplainedEntry[]>;
  /** How many records count for somebody, by their type. */
  recordsCounting(
    organisationId: OrganisationId,
    scope: LedgerScope,
    measureIds: readonly MeasureId[],
    range: DateRange,
  ): Promise<ReadonlyMap<RecordType, number>>;
  /** Sums of all entries behind somebody's measures. */
  sums(
    organisationId: OrganisationId,
    personId: PersonId,
    measureIds: readonly MeasureId[],
    range: DateRange,
  ): Promise<ReadonlyMap<MeasureId, number>>;
}
