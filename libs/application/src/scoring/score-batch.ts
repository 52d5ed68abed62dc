import type {
  Booked,
  Contribution,
  EntrySeq,
  History,
  Instant,
  MeasureId,
  Move,
  Movement,
  RecordId,
  Win,
} from '@bellwether/domain';
import { DEALS_WON, bellFor, numberMovements } from '@bellwether/domain';
import type { Directory } from '../ports/directories.js';
import type {
  Delivery,
  FacetChange,
  RevisedRecord,
  ScoredBatch,
  TotalChange,
} from '../ports/ledger.js';
import type { Revision } from './revise-record.js';
import { isChanged } from './revise-record.js';
import type { Settlement } from './settle-claims.js';

export interface BatchFacts {
  readonly revisions: readonly Revision[];
  readonly settlement: Settlement;
  readonly unmappable: ScoredBatch['unmappable'];
  readonly mapped: readonly Delivery[];
  /** The delivery behind each record's changes. */
  readonly deliveryOf: ReadonlyMap<RecordId, Delivery>;
  readonly directory: Directory;
  readonly head: EntrySeq;
  readonly now: Instant;
}

/** All that a batch writes, and the moves that the boards hear of. */
export function scoreBatch(facts: BatchFacts): { batch: ScoredBatch; moves: readonly Move[] } {
  const { revisions, settlement } = facts;
  const movements = [
    ...revisions.flatMap((revision) => revision.movements),
    ...settlement.movements,
  ];
  const { entries, seqOf } = numberMovements(movements, facts.head);
  const bells = revisions.map((revision) => bellOf(revision, facts));
  const batch: ScoredBatch = {
    records: revisions.map((revision) => revised(revision, facts, seqOf)),
    entries,
    totals: totalChanges(movements),
    facets: facetChanges(movements),
    claimsRemoved: settlement.removed,
    claimsKept: settlement.kept.map((claim) => {
      const movement = settlement.counts.get(claim);
      return movement ? { ...claim, seq: seqOf.get(movement) ?? null } : claim;
    }),
    unmappable: facts.unmappable,
    mapped: facts.mapped,
    wins: bells.flatMap(({ ring }) => ring),
    takenBack: bells.flatMap(({ takenBack }) => takenBack),
    head: (facts.head + entries.length) as EntrySeq,
  };
  return { batch, moves: movements.map((movement) => moveOf(movement, seqOf)) };
}

function revised(
  revision: Revision,
  { deliveryOf }: BatchFacts,
  seqOf: ReadonlyMap<Contribution, EntrySeq>,
): RevisedRecord {
  const { stored, history, claims, difference, evaluation } = revision;
  // The revision's own movements begin with what was taken back, then what was added, in order.
  const added = revision.movements.slice(difference.takenBack.length);
  const booked = difference.added.map((contribution, index): Booked => {
    const movement = added[index];
    return { ...contribution, seq: (movement && seqOf.get(movement)) as EntrySeq };
  });
  const { id, sourceId, type, externalId, hasProblems } = stored;
  const { problems } = evaluation;
  return {
    id,
    sourceId,
    type,
    externalId,
    history,
    booked: [...difference.kept, ...booked],
    claims,
    problems,
    isChanged: isChanged(revision),
    hadProblems: hasProblems,
    inboxId: deliveryOf.get(id)?.inboxId ?? newestOf(history),
  };
}

/** The delivery that was heard of last. */
function newestOf(history: History): number {
  const last = history.reduce<History[number] | undefined>(
    (newest, one) => (newest && newest.revision > one.revision ? newest : one),
    undefined,
  );
  return last?.inboxId ?? 0;
}

function totalChanges(movements: readonly Movement[]): TotalChange[] {
  const changes = new Map<string, { -readonly [Key in keyof TotalChange]: TotalChange[Key] }>();
  for (const { measureId, personId, date, quantity, at, reverses } of movements) {
    const key = `${measureId} ${personId} ${date}`;
    let change = changes.get(key);
    if (!change) {
      change = { measureId, personId, date, quantity: 0, lastAt: null, takesBack: false };
      changes.set(key, change);
    }
    change.quantity += quantity;
    if (reverses === undefined) change.lastAt = Math.max(change.lastAt ?? at, at);
    else change.takesBack = true;
  }
  return [...changes.values()];
}

function facetChanges(movements: readonly Movement[]): FacetChange[] {
  const changes = new Map<string, FacetChange>();
  for (const { measureId, personId, date, quantity, facet } of movements) {
    if (facet === undefined) continue;
    const key = `${measureId} ${personId} ${date} ${facet}`;
    const known = changes.get(key)?.quantity ?? 0;
    changes.set(key, { measureId, personId, date, facet, quantity: known + quantity });
  }
  return [...changes.values()].filter(({ quantity }) => quantity !== 0);
}

function moveOf(movement: Movement, seqOf: ReadonlyMap<Movement, EntrySeq>): Move {
  const { measureId, personId, date, at, quantity, reverses } = movement;
  const seq = seqOf.get(movement) as EntrySeq;
  return { seq, measureId, personId, date, at, quantity, takesBack: reverses !== undefined };
}

interface Bell {
  readonly ring: readonly (Win & { readonly arrivedAt: Instant })[];
  readonly takenBack: readonly RecordId[];
}

function bellOf(revision: Revision, { directory, now, deliveryOf }: BatchFacts): Bell {
  const won = wonMeasure(directory);
  if (revision.stored.type !== 'deal' || won === undefined) return silence;
  const { stored, evaluation } = revision;
  const { timeZone } = directory.organisation;
  const decision = bellFor(stored.id, won, stored.booked, evaluation.contributions, now, timeZone);
  switch (decision.kind) {
    case 'ring': {
      const arrivedAt = deliveryOf.get(stored.id)?.arrivedAt ?? now;
      return { ring: [{ ...decision.win, arrivedAt }], takenBack: [] };
    }
    case 'take-back':
      return { ring: [], takenBack: [decision.recordId] };
    case 'silence':
      return silence;
  }
}

const silence: Bell = { ring: [], takenBack: [] };

function wonMeasure({ measures }: Directory): MeasureId | undefined {
  return measures.find(({ key }) => key === DEALS_WON)?.id;
}
