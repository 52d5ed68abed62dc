import type {
  Booked,
  BusinessDate,
  Change,
  EntrySeq,
  Fields,
  History,
  Instant,
  Lifecycle,
  MeasureId,
  PersonId,
} from '@bellwether/domain';
import type { OwnClaim } from '@bellwether/application';

/** How a record's parts are kept: tuples instead of objects, for there are millions. */
export type StoredRevision = readonly [
  revision: number,
  at: Instant,
  key: string,
  arrivedAt: Instant,
  inboxId: number,
  set: Fields,
  lifecycle?: Lifecycle | null,
  version?: number,
];
export type StoredBooking = readonly [
  measureId: number,
  personId: number,
  date: string,
  at: Instant,
  quantity: number,
  seq: number,
  facet?: string,
];
export type StoredClaim = readonly [
  measureId: number,
  personId: number,
  date: string,
  distinctKey: string,
  at: Instant,
  quantity: number,
  revision: number,
];

export function historyToStore(history: History): StoredRevision[] {
  return history.map(({ revision, at, key, arrivedAt, inboxId, set, lifecycle, version }) => {
    if (version !== undefined) {
      return [revision, at, key, arrivedAt, inboxId, set, lifecycle ?? null, version];
    }
    return lifecycle
      ? [revision, at, key, arrivedAt, inboxId, set, lifecycle]
      : [revision, at, key, arrivedAt, inboxId, set];
  });
}

export function historyFromStore(stored: readonly StoredRevision[]): History {
  return stored.map(([revision, at, key, arrivedAt, inboxId, set, lifecycle, version]) => {
    const change: Change = lifecycle ? { at, key, set, lifecycle } : { at, key, set };
    const told = { ...change, revision, arrivedAt, inboxId };
    return version === undefined ? told : { ...told, version };
  });
}

export function bookedToStore(booked: readonly Booked[]): StoredBooking[] {
  return booked.map(({ measureId, personId, date, at, quantity, seq, facet }) =>
    facet === undefined
      ? [measureId, personId, date, at, quantity, seq]
      : [measureId, personId, date, at, quantity, seq, facet],
  );
}

export function bookedFromStore(stored: readonly StoredBooking[]): Booked[] {
  return stored.map(([measureId, personId, date, at, quantity, seq, facet]) => ({
    measureId: measureId as MeasureId,
    personId: personId as PersonId,
    date: date as BusinessDate,
    at,
    quantity,
    seq: seq as EntrySeq,
    ...(facet !== undefined && { facet }),
  }));
}

export function claimsToStore(claims: readonly OwnClaim[]): StoredClaim[] {
  return claims.map((claim) => [
    claim.measureId,
    claim.personId,
    claim.date,
    claim.distinctKey,
    claim.at,
    claim.quantity,
    claim.revision,
  ]);
}

export function claimsFromStore(stored: readonly StoredClaim[]): OwnClaim[] {
  return stored.map(([measureId, personId, date, distinctKey, at, quantity, revision]) => ({
    measureId: measureId as MeasureId,
    personId: personId as PersonId,
    date: date as BusinessDate,
    distinctKey,
    at,
    quantity,
    revision,
  }));
}
