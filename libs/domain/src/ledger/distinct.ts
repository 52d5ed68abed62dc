import type { EntrySeq, Instant, MeasureId, PersonId, RecordId } from '../ids.js';
import type { BusinessDate } from '../time/business-date.js';

/** All records that could count under the same key for the same person and day; one of them does. */
export interface DistinctGroup {
  readonly measureId: MeasureId;
  readonly personId: PersonId;
  readonly date: BusinessDate;
  readonly distinctKey: string;
}

/** A record's claim to be the one that counts in its group. */
export interface Claim extends DistinctGroup {
  readonly recordId: RecordId;
  /** The record's revision by which it claims. */
  readonly revision: number;
  readonly at: Instant;
  readonly quantity: number;
  /** The record in the source's words; settles claims of the same moment alike on every machine. */
  readonly name: string;
  /** The entry by which it counts; null while another one does. */
  readonly seq: EntrySeq | null;
}

export function groupKeyOf({ measureId, personId, date, distinctKey }: DistinctGroup): string {
  return `${measureId} ${personId} ${date} ${distinctKey}`;
}

/** The claim that counts: the earliest, whatever order they arrived in. */
export function countingClaim(claims: readonly Claim[]): Claim | undefined {
  let best: Claim | undefined;
  for (const claim of claims) if (!best || comesBefore(claim, best)) best = claim;
  return best;
}

function comesBefore(a: Claim, b: Claim): boolean {
  return a.at !== b.at ? a.at < b.at : a.name < b.name;
}
