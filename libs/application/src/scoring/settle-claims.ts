import type { Claim, DistinctGroup, MeasureId, Movement, RecordId } from '@bellwether/domain';
import { countingClaims, groupKeyOf } from '@bellwether/domain';
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
  /** How many of a group count. */
  capOf: (measureId: MeasureId) => number,
): Settlement {
  const revised = new Set(revisions.map(({ stored }) => stored.id));
  const wanted = byGroup(revisions.flatMap(claimsIn));
  const before = byGroup(known);
  const movements: Movement[] = [];
  const kept: Claim[] = [];
  const removed: Claim[] = [];
  const counts = new Map<Claim, Movement>();
  for (const [key, { measureId }] of new Map(groups.map((group) => [groupKeyOf(group), group]))) {
    const claims = before.get(key) ?? [];
    const others = claims.filter(({ recordId }) => !revised.has(recordId));
    const own = (wanted.get(key) ?? []).map((claim) => withSeqOf(claim, claims));
    const after: Claim[] = [...others, ...own];
    removed.push(
      ...claims.filter((old) => !after.some(({ recordId }) => recordId === old.recordId)),
    );
    const winners = countingClaims(after, capOf(measureId));
    const holders = claims.filter(({ seq }) => seq !== null);
    const held = (claim: Claim) => holders.find((holder) => isSameClaim(holder, claim));
    const losers = holders.filter((holder) => !winners.some((one) => isSameClaim(holder, one)));
    const newcomers = winners.filter((claim) => !held(claim));
    for (const loser of losers) {
      const cause = revised.has(loser.recordId) ? undefined : otherOf(newcomers, loser);
      movements.push(takingBack(loser, cause));
    }
    for (const claim of after) {
      const counted = winners.includes(claim);
      const holder = counted ? held(claim) : undefined;
      const settled: Claim = { ...claim, seq: holder?.seq ?? null };
      kept.push(settled);
      if (!counted || holder) continue;
      const cause = revised.has(claim.recordId) ? undefined : otherOf(losers, claim);
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

/** Whose change led to it: another record that came or went. */
function otherOf(claims: readonly Claim[], { recordId }: Claim): RecordId | undefined {
  return claims.find((claim) => claim.recordId !== recordId)?.recordId;
}

function takingBack(claim: Claim, becauseOf: RecordId | undefined): Movement {
  const back = { ...counting(claim, becauseOf), quantity: -claim.quantity };
  return claim.seq === null ? back : { ...back, reverses: claim.seq };
}

function counting(claim: Claim, becauseOf: RecordId | undefined): Movement {
  const { measureId, personId, date, distinctKey, at, quantity, recordId, revision } = claim;
  const cause = becauseOf === undefined ? {} : { becauseOf };
  return { measureId, personId, date, distinctKey, at, quantity, recordId, revision, ...cause };
}
