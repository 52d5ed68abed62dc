import type {
  BusinessDate,
  EntrySeq,
  History,
  Instant,
  MeasureId,
  OrganisationId,
  PersonId,
  RecordType,
  SourceId,
} from '@bellwether/domain';
import type { RecordRef } from './ledger.js';
import type { TurnedAway } from './source-notes.js';

/** What is asked for of a source's log. */
export type LogVerdict = 'all' | 'counted' | 'parked' | 'not-needed' | 'refused';

/** A line of the log: a delivery in the inbox, or a request that never got there. */
export interface LogPlace {
  readonly at: Instant;
  readonly kind: 'delivery' | 'request';
  readonly id: number;
}

export interface ParkedReason {
  readonly id: number;
  readonly kind: string;
  readonly subject: string;
  readonly detail: string;
  readonly ignored: boolean;
}

export interface LoggedDelivery {
  readonly id: number;
  readonly key: string;
  readonly at: Instant;
  /** Null when it is no longer kept, or in a list too long to be read. */
  readonly body: string | null;
  /** Bytes; null when it is no longer kept. */
  readonly size: number | null;
  readonly test: boolean;
  /** It waits to be scored. */
  readonly waiting: boolean;
  /** It waits for its source to go on. */
  readonly held: boolean;
  readonly parked: readonly ParkedReason[];
}

export interface LoggedRequest extends Omit<TurnedAway, 'organisationId' | 'sourceId'> {
  readonly id: number;
}

export interface LoggedEntry {
  readonly seq: EntrySeq;
  readonly revision: number;
  readonly personId: PersonId;
  readonly date: BusinessDate;
  readonly at: Instant;
  readonly movements: readonly { readonly measureId: MeasureId; readonly quantity: number }[];
  readonly reverses: EntrySeq | null;
  readonly reversedBy: EntrySeq | null;
}

/** What became of a record, as the ledger has it. */
export interface RecordOutcome {
  readonly type: RecordType;
  readonly externalId: string;
  readonly history: History;
  readonly entries: readonly LoggedEntry[];
}

export interface Replayed {
  readonly replayed: number;
  /** Their bodies are no longer kept. */
  readonly notKept: number;
  /** There are more: go on behind this one. */
  readonly next: { readonly at: Instant; readonly id: number } | null;
}

/** What a source sent, newest first, and what came of it. */
export interface DeliveryLog {
  deliveries(
    organisationId: OrganisationId,
    sourceId: SourceId,
    page: {
      readonly verdict: 'all' | 'counted' | 'parked';
      readonly before: LogPlace | null;
      readonly limit: number;
    },
  ): Promise<readonly LoggedDelivery[]>;
  requests(
    organisationId: OrganisationId,
    sourceId: SourceId,
    page: {
      readonly kinds: readonly TurnedAway['kind'][];
      readonly before: LogPlace | null;
      readonly limit: number;
    },
  ): Promise<readonly LoggedRequest[]>;
  delivery(
    organisationId: OrganisationId,
    sourceId: SourceId,
    id: number,
  ): Promise<LoggedDelivery | undefined>;
  request(
    organisationId: OrganisationId,
    sourceId: SourceId,
    id: number,
  ): Promise<LoggedRequest | undefined>;
  /** Those of the records that the ledger knows. */
  outcomes(
    organisationId: OrganisationId,
    refs: readonly RecordRef[],
  ): Promise<readonly RecordOutcome[]>;
  /** Puts these back in the queue. */
  replay(
    organisationId: OrganisationId,
    sourceId: SourceId,
    ids: readonly number[],
  ): Promise<Replayed>;
  /** Puts what arrived in a stretch of time back in the queue, oldest first, at most `limit` of it. */
  replayRange(
    organisationId: OrganisationId,
    sourceId: SourceId,
    range: {
      readonly from: Instant;
      readonly until: Instant;
      readonly after: { readonly at: Instant; readonly id: number } | null;
      readonly limit: number;
    },
  ): Promise<Replayed>;
}
