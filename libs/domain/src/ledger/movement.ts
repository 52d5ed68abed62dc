import type { EntrySeq, Instant, MeasureId, PersonId, RecordId } from '../ids.js';
import type { Contribution } from '../measures/contributions.js';
import type { BusinessDate } from '../time/business-date.js';

/** A contribution that the ledger holds, with the entry that brought it. */
export interface Booked extends Contribution {
  readonly seq: EntrySeq;
}

/** One thing to write into the ledger: something more, or something taken back. */
export interface Movement extends Contribution {
  /** Whose history explains it. */
  readonly recordId: RecordId;
  readonly revision: number;
  /** The entry that this takes back, in whole or for this measure. */
  readonly reverses?: EntrySeq;
  /** The other record whose change led to this, e.g. the call that stopped counting in its favour. */
  readonly becauseOf?: RecordId;
}

/**
 * One row of the append-only ledger: what one revision of one record moved for one person on one
 * day at one moment, for any number of measures.
 */
export interface Entry {
  readonly seq: EntrySeq;
  readonly recordId: RecordId;
  readonly revision: number;
  readonly personId: PersonId;
  readonly date: BusinessDate;
  readonly at: Instant;
  readonly reverses: EntrySeq | null;
  readonly becauseOf: RecordId | null;
  /** Same length and order. */
  readonly measureIds: readonly MeasureId[];
  readonly quantities: readonly number[];
}

/** Entries, and the number of the one that each movement is in. */
export interface Numbered {
  readonly entries: readonly Entry[];
  readonly seqOf: ReadonlyMap<Movement, EntrySeq>;
}

/** Numbers the movements from `after + 1` on, in as few entries as the shape of an entry allows. */
export function numberMovements(movements: readonly Movement[], after: EntrySeq): Numbered {
  const groups: Movement[][] = [];
  // A record has a few movements: comparing them costs less than naming each.
  const ofRecord = new Map<RecordId, Movement[][]>();
  for (const movement of movements) {
    const known = ofRecord.get(movement.recordId);
    const group = known?.find((begun) => fits(begun, movement));
    if (group) {
      group.push(movement);
      continue;
    }
    const begun = [movement];
    groups.push(begun);
    if (known) known.push(begun);
    else ofRecord.set(movement.recordId, [begun]);
  }
  const seqOf = new Map<Movement, EntrySeq>();
  const entries: Entry[] = [];
  for (const group of groups) {
    const seq = (after + 1 + entries.length) as EntrySeq;
    for (const movement of group) seqOf.set(movement, seq);
    entries.push(entryOf(group, seq));
  }
  return { entries, seqOf };
}

/** An entry says one thing of each measure. */
function fits(group: readonly Movement[], movement: Movement): boolean {
  const [first] = group;
  return (
    first !== undefined &&
    isOneEntry(first, movement) &&
    group.every(({ measureId }) => measureId !== movement.measureId)
  );
}

/** Whether two movements of one record fit the same entry. */
function isOneEntry(a: Movement, b: Movement): boolean {
  return (
    a.revision === b.revision &&
    a.personId === b.personId &&
    a.date === b.date &&
    a.at === b.at &&
    a.reverses === b.reverses &&
    a.becauseOf === b.becauseOf
  );
}

function entryOf(group: readonly Movement[], seq: EntrySeq): Entry {
  const [first] = group as readonly [Movement];
  const { recordId, revision, personId, date, at, reverses, becauseOf } = first;
  return {
    seq,
    recordId,
    revision,
    personId,
    date,
    at,
    reverses: reverses ?? null,
    becauseOf: becauseOf ?? null,
    measureIds: group.map(({ measureId }) => measureId),
    quantities: group.map(({ quantity }) => quantity),
  };
}
