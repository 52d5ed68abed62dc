import type {
  Booked,
  Claim,
  DistinctGroup,
  Entry,
  EntrySeq,
  GatheredBy,
  GroupType,
  History,
  Instant,
  MeasureId,
  Move,
  OrganisationId,
  PersonId,
  Problem,
  RecordId,
  RecordType,
  SourceId,
  Win,
} from '@bellwether/domain';
import type { BusinessDate } from '@bellwether/domain';
import type { Source } from './connector.js';

/** An item taken from the inbox to be scored. */
export interface Delivery {
  readonly inboxId: number;
  readonly source: Source;
  readonly key: string;
  /** Null when it is no longer kept. */
  readonly body: string | null;
  readonly arrivedAt: Instant;
  /** It was parked before and is tried again. */
  readonly replay: boolean;
  /** It shows that everything works, and counts nowhere. */
  readonly test: boolean;
}

export interface RecordRef {
  readonly sourceId: SourceId;
  /** Of a record, or of what belongs together. */
  readonly type: RecordType | GroupType;
  readonly externalId: string;
}

/** A record as the ledger knows it; one never seen before has an empty history. */
export interface StoredRecord extends RecordRef {
  readonly id: RecordId;
  readonly history: History;
  readonly booked: readonly Booked[];
  /** Where it claims to be the one that counts. */
  readonly claims: readonly OwnClaim[];
  readonly hasProblems: boolean;
}

export type OwnClaim = Omit<Claim, 'seq' | 'recordId' | 'name'>;

export interface RevisedRecord extends RecordRef {
  readonly id: RecordId;
  readonly history: History;
  readonly booked: readonly Booked[];
  readonly claims: readonly OwnClaim[];
  readonly problems: readonly Problem[];
  /** Something of it differs from what is stored. */
  readonly isChanged: boolean;
  /** It had problems before, perhaps solved by now. */
  readonly hadProblems: boolean;
  /** The delivery to try again once the cause is mended. */
  readonly inboxId: number;
}

/** A quantity to add to the total of a person's day. */
export interface TotalChange {
  readonly measureId: MeasureId;
  readonly personId: PersonId;
  readonly date: BusinessDate;
  readonly quantity: number;
  /** The latest moment among what was added; null when things were only taken back. */
  readonly lastAt: Instant | null;
  /** Something was taken back: the latest moment that still counts must be found anew. */
  readonly takesBack: boolean;
}

/** A quantity to add to what a person's day holds under a value of a facet. */
export interface FacetChange {
  readonly measureId: MeasureId;
  readonly personId: PersonId;
  readonly date: BusinessDate;
  readonly facet: string;
  readonly quantity: number;
}

/** All that a batch writes, in one transaction with the taking of its deliveries. */
export interface ScoredBatch {
  readonly records: readonly RevisedRecord[];
  readonly entries: readonly Entry[];
  readonly totals: readonly TotalChange[];
  readonly facets: readonly FacetChange[];
  readonly claimsRemoved: readonly Claim[];
  readonly claimsKept: readonly Claim[];
  readonly unmappable: readonly { readonly delivery: Delivery; readonly reason: string }[];
  /** Replayed deliveries that could be mapped this time. */
  readonly mapped: readonly Delivery[];
  readonly wins: readonly (Win & { readonly arrivedAt: Instant })[];
  readonly takenBack: readonly RecordId[];
  /** The sequence after this batch. */
  readonly head: EntrySeq;
}

export interface LedgerHead {
  readonly seq: EntrySeq;
  readonly directoryVersion: number;
}

/** What a record is gathered under; null where nothing. */
export interface Link {
  readonly recordId: RecordId;
  readonly key: string | null;
  /** Of an account: the company above it. */
  readonly parent: string | null;
}

/** A rescoring as whoever works on it sees it. */
export interface RescoringUnderWay {
  readonly id: number;
  /** The last record that was looked at. */
  readonly cursor: RecordId;
  /** What came after this record was scored by what is in force anyway. */
  readonly upTo: RecordId;
}

/** How far a rescoring has come with a slice of records. */
export interface RescoringStep {
  readonly id: number;
  readonly cursor: RecordId;
  /** Records that were looked at in this step. */
  readonly records: number;
  readonly isLast: boolean;
}

/** Inside the organisation's lock: nobody else scores it meanwhile. */
export interface LedgerTransaction {
  readonly head: LedgerHead;
  /** Takes deliveries in the order they arrived. */
  take(limit: number): Promise<readonly Delivery[]>;
  records(refs: readonly RecordRef[]): Promise<readonly StoredRecord[]>;
  /**
   * Says anew what the records are gathered under, and answers what they were gathered under until now. That
   * may be long ago: links are kept only while a measure asks for them.
   */
  relink(by: GatheredBy, links: readonly Link[]): Promise<readonly string[]>;
  /**
   * The groups that the keys belong to, by the key at the top of each, with all their records as the
   * ledger knows them. A key that is not at the top is a group of its own without records.
   */
  groups(
    by: GatheredBy,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StoredRecord[]>>;
  /** What stands for the groups in the ledger. */
  groupRecords(by: GatheredBy, keys: readonly string[]): Promise<readonly StoredRecord[]>;
  claims(groups: readonly DistinctGroup[]): Promise<readonly Claim[]>;
  /** The rescoring that runs; undefined when none does. */
  rescoring(): Promise<RescoringUnderWay | undefined>;
  /** The records that a rescoring looks at next, in the order of their numbers. */
  recordsOf(rescoring: RescoringUnderWay, limit: number): Promise<readonly StoredRecord[]>;
  /** Notes how far a rescoring has come; kept only together with what was written. */
  advance(step: RescoringStep): Promise<void>;
  write(batch: ScoredBatch): Promise<WrittenBatch>;
}

export interface WrittenBatch {
  readonly celebrations: readonly { readonly id: number; readonly win: Win }[];
  readonly takenBackCelebrations: readonly number[];
}

export interface Ledger {
  /** Runs `work` under the organisation's lock and commits what it wrote, or nothing when it throws. */
  transact<T>(
    organisationId: OrganisationId,
    work: (transaction: LedgerTransaction) => Promise<T>,
  ): Promise<T>;
  head(organisationId: OrganisationId): Promise<EntrySeq>;
  /** The moves of the entries after `after`, in order, at most `limit` entries. */
  movesAfter(
    organisationId: OrganisationId,
    after: EntrySeq,
    limit: number,
  ): Promise<{ readonly moves: readonly Move[]; readonly upTo: EntrySeq }>;
}
