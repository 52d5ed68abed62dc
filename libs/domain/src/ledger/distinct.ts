import type { EntrySeq, Instant, MeasureId, PersonId, RecordId } from '../ids.js';
import type { BusinessDate } from '../time/business-date.js';

/** All records that could count under the same key for the same person and day; one of them does, or so many. */
export interface DistinctGroup {
  readonly measureId: MeasureId;
  readonly personId: PersonId;
  readonly date: BusinessDate;
  readonly distinctKey: string;
}

/** A record's claim to be among those that count in its group. */
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

/** The claims that count: the earliest, at most so many, whatever order they arrived in. */
export function countingClaims(claims: readonly Claim[], atMost: number): readonly Claim[] {
  return claims.toSorted(earlierFirst).slice(0, atMost);
}

/** How many of a group count, by measure; of a measure that is no longer in force one. */
export function capOf(
  measures: readonly { readonly id: MeasureId; readonly atMost?: number }[],
): (measureId: MeasureId) => number {
  const caps = new Map(measures.map(({ id, atMost = 1 }) => [id, atMost]));
  return (measureId) => caps.get(measureId) ?? 1;
}

function earlierFirst(a: Claim, b: Claim): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}
