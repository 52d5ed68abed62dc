import type {
  Claim,
  Contribution,
  DistinctGroup,
  Evaluation,
  History,
  Movement,
  RecordId,
  RecordType,
  ScoringContext,
} from '@bellwether/domain';
import { addRevision, differenceOf, evaluateRecord, groupKeyOf } from '@bellwether/domain';
import type { Delivery, OwnClaim, StoredRecord } from '../ports/ledger.js';
import type { RecordChange } from '../ports/connector.js';

/** A change together with the delivery that brought it. */
export interface ArrivedChange extends RecordChange {
  readonly delivery: Delivery;
}

/** What became of a record by the changes of one batch. */
export interface Revision {
  readonly stored: StoredRecord;
  readonly history: History;
  readonly evaluation: Evaluation;
  readonly difference: ReturnType<typeof differenceOf>;
  /** What it adds and takes back by itself, without the groups where only one may count. */
  readonly movements: readonly Movement[];
  readonly claims: readonly OwnClaim[];
  /** Groups in which its claim is new, changed or gone. */
  readonly groups: readonly DistinctGroup[];
}

/** Adds the changes to the record's history and works out what that moves. */
export function reviseRecord(
  stored: StoredRecord,
  changes: readonly ArrivedChange[],
  context: ScoringContext,
): Revision {
  const history = changes.reduce<History>(
    (known, { change, delivery }) => addRevision(known, change, delivery),
    stored.history,
  );
  const evaluation = evaluateRecord(stored.type as RecordType, history, context);
  const plain = evaluation.contributions.filter(({ distinctKey }) => distinctKey === undefined);
  const difference = differenceOf(stored.booked, plain);
  const revision = history.length;
  const claims = evaluation.contributions.flatMap((contribution) =>
    claimOf(contribution, revision),
  );
  return {
    stored,
    history,
    evaluation,
    difference,
    movements: [
      ...difference.takenBack.map((booked) => ({
        ...movementOf(booked, -booked.quantity, stored.id, revision),
        reverses: booked.seq,
      })),
      ...difference.added.map((added) => movementOf(added, added.quantity, stored.id, revision)),
    ],
    claims,
    groups: changedGroups(stored.claims, claims),
  };
}

/** Whether anything of the record is other than it is stored. */
export function isChanged({ stored, history, movements, groups, evaluation }: Revision): boolean {
  return (
    history !== stored.history ||
    movements.length > 0 ||
    groups.length > 0 ||
    evaluation.problems.length > 0 !== stored.hasProblems
  );
}

/** Not distinct: what is one of a group moves when the group is settled. */
function movementOf(
  { measureId, personId, date, at, facet }: Contribution,
  quantity: number,
  recordId: RecordId,
  revision: number,
): Movement {
  const kept = facet === undefined ? {} : { facet };
  return { measureId, personId, date, at, quantity, recordId, revision, ...kept };
}

/** The record's claims as the group sees them. */
export function claimsIn(revision: Revision): Omit<Claim, 'seq'>[] {
  const { id, sourceId, type, externalId } = revision.stored;
  const name = `${sourceId} ${type} ${externalId}`;
  return revision.claims.map((claim) => ({ ...claim, recordId: id, name }));
}

function claimOf(contribution: Contribution, revision: number): OwnClaim[] {
  const { measureId, personId, date, at, quantity, distinctKey } = contribution;
  if (distinctKey === undefined) return [];
  return [{ measureId, personId, date, distinctKey, at, quantity, revision }];
}

function changedGroups(before: readonly OwnClaim[], after: readonly OwnClaim[]): OwnClaim[] {
  if (before.length === 0) return [...after];
  const told = (claim: OwnClaim) => `${groupKeyOf(claim)} ${claim.at} ${claim.quantity}`;
  const known = new Set(before.map(told));
  const wanted = new Set(after.map(told));
  return [
    ...before.filter((claim) => !wanted.has(told(claim))),
    ...after.filter((claim) => !known.has(told(claim))),
  ];
}
