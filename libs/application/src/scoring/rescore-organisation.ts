import type { OrganisationId } from '@bellwether/domain';
import { capOf, isGroupType } from '@bellwether/domain';
import type { Clock } from '../ports/clock.js';
import type { Directories } from '../ports/directories.js';
import type { Ledger, LedgerTransaction, RescoringUnderWay } from '../ports/ledger.js';
import type { Rescorings } from '../ports/rescorings.js';
import { gatherRecords } from './gather-records.js';
import { isChanged, reviseRecord } from './revise-record.js';
import { scoreBatch } from './score-batch.js';
import type { Booking } from './score-organisation.js';
import { scoringContext } from './scoring-context.js';
import { settleClaims } from './settle-claims.js';

/** How many records are looked at in one transaction: what is new waits for no longer than that takes. */
export const WHOLE_SLICE = 250;

/**
 * Counts what has come before anew, by the definitions in force: the next records of the rescoring that
 * runs, in one transaction from their histories to the ledger. Safe to run twice, late, or on two
 * workers at once; it may die at any step.
 */
export class RescoreOrganisation {
  constructor(
    private readonly ledger: Ledger,
    private readonly directories: Directories,
    private readonly rescorings: Rescorings,
    private readonly clock: Clock,
    private readonly wholeSlice = WHOLE_SLICE,
  ) {}

  /** `idle` when no rescoring runs. */
  async execute(organisationId: OrganisationId): Promise<Booking | 'idle'> {
    // Asked before the lock is taken: nearly always there is none.
    if (!(await this.rescorings.isRunning(organisationId))) return 'idle';
    return this.ledger.transact(organisationId, async (transaction) => {
      const rescoring = await transaction.rescoring();
      return rescoring ? this.#slice(organisationId, transaction, rescoring) : 'idle';
    });
  }

  async #slice(
    organisationId: OrganisationId,
    transaction: LedgerTransaction,
    rescoring: RescoringUnderWay,
  ): Promise<Booking> {
    const { head } = transaction;
    const directory = await this.directories.read(organisationId, head.directoryVersion);
    const records = await transaction.recordsOf(rescoring, this.wholeSlice);
    const context = scoringContext(directory);
    const groupsSeen = records.filter(({ type }) => isGroupType(type));
    const looked = records
      .filter(({ type }) => !isGroupType(type))
      .map((record) => reviseRecord(record, [], context));
    const now = this.clock.now();
    const touched = { revisions: looked, groups: groupsSeen };
    const revisions = [
      ...looked.filter((revision) => isChanged(revision) || revision.stored.hasProblems),
      ...(await gatherRecords(transaction, touched, context, now)),
    ];
    const groups = revisions.flatMap((revision) => revision.groups);
    const { batch, moves } = scoreBatch({
      revisions,
      settlement: settleClaims(
        revisions,
        groups,
        groups.length > 0 ? await transaction.claims(groups) : [],
        capOf(directory.measures),
      ),
      unmappable: [],
      mapped: [],
      deliveryOf: new Map(),
      directory,
      head: head.seq,
      now,
    });
    // No bell rings: nobody has won anything by what is counted now.
    const written = await transaction.write({ ...batch, wins: [] });
    await transaction.advance({
      id: rescoring.id,
      cursor: records.at(-1)?.id ?? rescoring.upTo,
      records: records.length,
      isLast: records.length < this.wholeSlice,
    });
    return {
      ...written,
      from: head.seq,
      to: batch.head,
      directoryVersion: directory.version,
      moves,
      newest: null,
      oldestArrivedAt: null,
    };
  }
}
