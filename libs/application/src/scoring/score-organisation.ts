import type {
  DistinctGroup,
  EntrySeq,
  Instant,
  Move,
  OrganisationId,
  RecordId,
} from '@bellwether/domain';
import { capOf } from '@bellwether/domain';
import type { Newest } from '../ports/board-store.js';
import type { Clock } from '../ports/clock.js';
import type { Connectors, Mapping } from '../ports/connector.js';
import type { Directories, Directory } from '../ports/directories.js';
import type {
  Delivery,
  Ledger,
  LedgerTransaction,
  RecordRef,
  WrittenBatch,
} from '../ports/ledger.js';
import { gatherRecords } from './gather-records.js';
import { mapDelivery } from './map-delivery.js';
import type { ArrivedChange, Revision } from './revise-record.js';
import { reviseRecord } from './revise-record.js';
import { scoreBatch } from './score-batch.js';
import { scoringContext } from './scoring-context.js';
import { settleClaims } from './settle-claims.js';

/** How many deliveries are scored in one transaction. Batches make the speed; the lock is held meanwhile. */
export const WHOLE_BATCH = 500;

/** What the boards and the screens have to hear of once it is committed. */
export interface Booking extends WrittenBatch {
  /** Its entries are those after `from`, up to `to`. */
  readonly from: EntrySeq;
  readonly to: EntrySeq;
  /** Of the directory that it was scored with. */
  readonly directoryVersion: number;
  readonly moves: readonly Move[];
  readonly newest: Newest | null;
  /** When the delivery behind it that waited longest had arrived; null when none is. */
  readonly oldestArrivedAt: Instant | null;
}

export interface Scored extends Booking {
  readonly deliveries: number;
  readonly parked: number;
  readonly oldestArrivedAt: Instant;
}

/**
 * Scores the next waiting deliveries of an organisation: one transaction from the inbox to the
 * ledger. Safe to run twice, late, or on two workers at once; it may die at any step.
 */
export class ScoreOrganisation {
  constructor(
    private readonly ledger: Ledger,
    private readonly directories: Directories,
    private readonly connectors: Connectors,
    private readonly clock: Clock,
  ) {}

  async execute(organisationId: OrganisationId): Promise<Scored | 'idle'> {
    return this.ledger.transact(organisationId, async (transaction) => {
      const deliveries = await transaction.take(WHOLE_BATCH);
      if (deliveries.length === 0) return 'idle';
      const { head } = transaction;
      const directory = await this.directories.read(organisationId, head.directoryVersion);
      return this.#score(transaction, deliveries, directory);
    });
  }

  async #score(
    transaction: LedgerTransaction,
    deliveries: readonly Delivery[],
    directory: Directory,
  ): Promise<Scored> {
    const mapped = deliveries.map((delivery) => ({ delivery, mapping: this.#map(delivery) }));
    const changes = changesOf(mapped);
    const now = this.clock.now();
    const told = await revise(transaction, changes, directory);
    const context = scoringContext(directory);
    const gathered = await gatherRecords(transaction, { revisions: told }, context, now);
    const revisions = [...told, ...gathered];
    const groups: DistinctGroup[] = revisions.flatMap((revision) => revision.groups);
    const known = groups.length > 0 ? await transaction.claims(groups) : [];
    const { batch, moves } = scoreBatch({
      revisions,
      settlement: settleClaims(revisions, groups, known, capOf(directory.measures)),
      unmappable: mapped.flatMap(({ delivery, mapping }) =>
        mapping.kind === 'unmappable' ? [{ delivery, reason: mapping.reason }] : [],
      ),
      mapped: mapped.flatMap(({ delivery, mapping }) =>
        delivery.replay && mapping.kind !== 'unmappable' ? [delivery] : [],
      ),
      deliveryOf: deliveriesByRecord(revisions, changes),
      directory,
      head: transaction.head.seq,
      now,
    });
    const { celebrations, takenBackCelebrations } = await transaction.write(batch);
    return {
      from: transaction.head.seq,
      to: batch.head,
      directoryVersion: directory.version,
      moves,
      deliveries: deliveries.length,
      parked:
        batch.unmappable.length +
        batch.records.filter(({ problems }) => problems.length > 0).length,
      newest: newestOf(changes, now),
      oldestArrivedAt: Math.min(...deliveries.map(({ arrivedAt }) => arrivedAt)),
      celebrations,
      takenBackCelebrations,
    };
  }

  #map(delivery: Delivery): Mapping {
    return delivery.test ? { kind: 'ignored' } : mapDelivery(this.connectors, delivery);
  }
}

async function revise(
  transaction: LedgerTransaction,
  changes: readonly ArrivedChange[],
  directory: Directory,
): Promise<Revision[]> {
  const byRecord = new Map<string, ArrivedChange[]>();
  for (const change of changes) {
    const key = refKey(refOf(change));
    const known = byRecord.get(key);
    if (known) known.push(change);
    else byRecord.set(key, [change]);
  }
  if (byRecord.size === 0) return [];
  const refs = [...byRecord.values()].map(([first]) => refOf(first as ArrivedChange));
  const context = scoringContext(directory);
  const stored = await transaction.records(refs);
  return stored.map((record) => reviseRecord(record, byRecord.get(refKey(record)) ?? [], context));
}

function changesOf(
  mapped: readonly { delivery: Delivery; mapping: Mapping }[],
): readonly ArrivedChange[] {
  return mapped.flatMap(({ delivery, mapping }) =>
    mapping.kind === 'changes' ? mapping.changes.map((change) => ({ ...change, delivery })) : [],
  );
}

function deliveriesByRecord(
  revisions: readonly Revision[],
  changes: readonly ArrivedChange[],
): ReadonlyMap<RecordId, Delivery> {
  const byKey = new Map(changes.map((change) => [refKey(refOf(change)), change.delivery]));
  const byRecord = new Map<RecordId, Delivery>();
  for (const { stored } of revisions) {
    const delivery = byKey.get(refKey(stored));
    if (delivery) byRecord.set(stored.id, delivery);
  }
  return byRecord;
}

function refOf({ delivery, type, externalId }: ArrivedChange): RecordRef {
  return { sourceId: delivery.source.id, type, externalId };
}

function refKey({ sourceId, type, externalId }: RecordRef): string {
  return `${sourceId} ${type} ${externalId}`;
}

function newestOf(changes: readonly ArrivedChange[], scoredAt: Instant): Newest | null {
  let newest: Newest | null = null;
  for (const { change, delivery } of changes) {
    if (newest && delivery.arrivedAt < newest.arrivedAt) continue;
    newest = { happenedAt: change.at, arrivedAt: delivery.arrivedAt, scoredAt };
  }
  return newest;
}
