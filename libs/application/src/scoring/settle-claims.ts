import type { Claim, DistinctGroup, EntrySeq, Movement, RecordId } from '@bellwether/domain';
import { countingClaim, groupKeyOf } from '@bellwether/domain';
import type { Revision } from './revise-record.js';
import { claimsIn } from './revise-record.js';

export interface Settlement {
  readonly movements: readonly Movement[];
  /** Claims as they stand now; the one that counts gets its entry's number once it has one. */
  readonly kept: readonly Claim[];
  readonly removed: readonly Claim[];
  /** The movement by which a claim counts from now on. */
  readonly counts: ReadonlyMap<Claim, Movement>;
}

/**
 * Decides anew who counts in every group that the revisions touched.
 * `known` are all claims of these groups before.
 */
export function settleClaims(
  revisions: readonly Revision[],
  groups: readonly DistinctGroup[],
  known: readonly Claim[],
): Settlement {
  const revised = new Set(revisions.map(({ stored }) => stored.id));
  const wanted = byGroup(revisions.flatMap(claimsIn));
  const before = byGroup(known);
  const movements: Movement[] = [];
  const kept: Claim[] = [];
  const removed: Claim[] = [];
  const counts = new Map<Claim, Movement>();
  for (const key of new Set(groups.map(groupKeyOf))) {
    const claims = before.get(key) ?? [];
    const others = claims.filter(({ recordId }) => !revised.has(recordId));
    const own = (wanted.get(key) ?? []).map((claim) => withSeqOf(claim, claims));
    const after: Claim[] = [...others, ...own];
    removed.push(
      ...claims.filter((old) => !after.some(({ recordId }) => recordId === old.recordId)),
    );
    const winner = countingClaim(after);
    const holder = claims.find(({ seq }) => seq !== null);
    if (holder?.seq && !(winner && isSameClaim(holder, winner))) {
      const cause = winner && winner.recordId !== holder.recordId ? winner.recordId : undefined;
      movements.push(
        takingBack(holder, holder.seq, revised.has(holder.recordId) ? undefined : cause),
      );
    }
    for (const claim of after) {
      const stays = claim === winner && holder && isSameClaim(holder, claim);
      const settled: Claim = { ...claim, seq: stays ? holder.seq : null };
      kept.push(settled);
      if (claim !== winner || stays) continue;
      const cause = holder && !revised.has(claim.recordId) ? holder.recordId : undefined;
      const movement = counting(claim, cause);
      movements.push(movement);
      counts.set(settled, movement);
    }
  }
  return { movements, kept, removed, counts };
}

function byGroup<C extends DistinctGroup>(claims: readonly C[]): Map<string, C[]> {
  const groups = new Map<string, C[]>();
  for (const claim of claims) {
    const key = groupKeyOf(claim);
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return groups;
}

function withSeqOf(claim: Omit<Claim, 'seq'>, before: readonly Claim[]): Claim {
  const same = before.find(({ recordId }) => recordId === claim.recordId);
  return { ...claim, seq: same?.seq ?? null };
}

function isSameClaim(a: Claim, b: Claim): boolean {
  return a.recordId === b.recordId && a.at === b.at && a.quantity === b.quantity;
}

function takingBack(claim: Claim, seq: EntrySeq, becauseOf: RecordId | undefined): Movement {
  return { ...counting(claim, becauseOf), quantity: -claim.quantity, reverses: seq };
}

function counting(claim: Claim, becauseOf: RecordId | undefined): Movement {
  const { measureId, personId, date, distinctKey, at, quantity, recordId, revision } = claim;
  const cause = becauseOf === undefined ? {} : { becauseOf };
  return { measureId, personId, date, distinctKey, at, quantity, recordId, revision, ...cause };
}
