import type { Instant } from '../ids.js';
import type { FieldValue, Fields, Lifecycle } from './record-fields.js';

/** What a source said of a record: from `at` on, these fields have these values. */
export interface Change {
  /** When it became true in the source. The later change wins, whatever order they arrive in. */
  readonly at: Instant;
  /** Names the change; repeats have the same key, and it settles equal times. */
  readonly key: string;
  readonly set: Fields;
  readonly lifecycle?: Lifecycle;
  /** Of the settings of its source by which it was understood; missing while nobody had changed them. */
  readonly version?: number;
}

/** An accepted change with its place in the order of arrival, 1 for the first. */
export interface Revision extends Change {
  readonly revision: number;
  readonly arrivedAt: Instant;
  /** The delivery that brought it. */
  readonly inboxId: number;
}

/**
 * All that is known of a record, oldest change first by `at`, then `key`, then `version`. A change that
 * was understood anew stands beside what it was taken for before: entries point there.
 */
export type History = readonly Revision[];

/**
 * The history with one more revision; the same history when it knows the change already. What is
 * understood by newer settings takes the place of what it was taken for before, whichever comes first.
 */
export function addRevision(
  history: History,
  change: Change,
  arrival: { readonly arrivedAt: Instant; readonly inboxId: number },
): History {
  const known = toldBy(history, change.key);
  if (known) {
    if (versionOf(known) >= versionOf(change)) return history;
    if (saysTheSame(known, change)) {
      return history.map((revision) =>
        revision === known ? withVersion(known, change) : revision,
      );
    }
  }
  const { at, key, set, lifecycle, version } = change;
  const added: Revision = {
    at,
    key,
    set,
    ...(lifecycle && { lifecycle }),
    ...(version !== undefined && { version }),
    arrivedAt: arrival.arrivedAt,
    inboxId: arrival.inboxId,
    revision: history.length + 1,
  };
  const after = history.findIndex((other) => comesBefore(added, other));
  return after === -1 ? [...history, added] : history.toSpliced(after, 0, added);
}

/** The changes as they are understood now. */
export function currentOf(history: History): History {
  if (history.every(({ version }) => version === undefined)) return history;
  const newest = new Map<string, Revision>();
  for (const revision of history) {
    const known = newest.get(revision.key);
    if (!known || versionOf(revision) > versionOf(known)) newest.set(revision.key, revision);
  }
  return newest.size === history.length
    ? history
    : history.filter((revision) => newest.get(revision.key) === revision);
}

/** What the record is now. */
export interface RecordState {
  readonly fields: Fields;
  /** Deleted or merged into another: it counts nowhere. */
  readonly gone: boolean;
}

export function stateOf(history: History): RecordState {
  const fields: Record<string, FieldValue> = {};
  let deleted = false;
  let mergedInto: string | null = null;
  for (const { set, lifecycle } of currentOf(history)) {
    Object.assign(fields, set);
    if (lifecycle?.deleted !== undefined) deleted = lifecycle.deleted;
    if (lifecycle?.mergedInto !== undefined) mergedInto = lifecycle.mergedInto;
  }
  return { fields, gone: deleted || mergedInto !== null };
}

/** The first value that a field ever had. */
export function firstValueOf(history: History, field: string): FieldValue | undefined {
  const current = currentOf(history);
  return current.find(({ set }) => set[field] !== undefined && set[field] !== null)?.set[field];
}

/**
 * When a field came to have one of the values, coming from another:
 * the first time ever, or the start of the stretch that lasts until now.
 */
export function enteredAt(
  history: History,
  field: string,
  values: readonly string[],
  which: 'first' | 'last',
): Instant | undefined {
  let entered: Instant | undefined;
  let inside = false;
  for (const { at, set } of currentOf(history)) {
    const value = set[field];
    if (value === undefined) continue;
    const isInside = typeof value === 'string' && values.includes(value);
    if (isInside && !inside && (which === 'last' || entered === undefined)) entered = at;
    inside = isInside;
  }
  return which === 'last' && !inside ? undefined : entered;
}

/** When a field ceased to have one of the values for the last time; undefined while it has one. */
export function leftAt(
  history: History,
  field: string,
  values: readonly string[],
): Instant | undefined {
  const last = staysOf(history, field, values).at(-1);
  return last?.until ?? undefined;
}

/** For how long a field had one of the values, in milliseconds; a stretch that lasts is left out. */
export function stayedMs(history: History, field: string, values: readonly string[]): number {
  return staysOf(history, field, values).reduce(
    (sum, { from, until }) => (until === null ? sum : sum + until - from),
    0,
  );
}

interface Stay {
  readonly from: Instant;
  /** Null while it lasts. */
  readonly until: Instant | null;
}

function staysOf(history: History, field: string, values: readonly string[]): readonly Stay[] {
  const stays: Stay[] = [];
  let from: Instant | null = null;
  for (const { at, set } of currentOf(history)) {
    const value = set[field];
    if (value === undefined) continue;
    const isInside = typeof value === 'string' && values.includes(value);
    if (isInside) from ??= at;
    else if (from !== null) {
      stays.push({ from, until: at });
      from = null;
    }
  }
  return from === null ? stays : [...stays, { from, until: null }];
}

function comesBefore(a: Change, b: Change): boolean {
  if (a.at !== b.at) return a.at < b.at;
  return a.key !== b.key ? a.key < b.key : versionOf(a) < versionOf(b);
}

/** A change of the history as it was understood last. */
export function toldBy(history: History, key: string): Revision | undefined {
  let newest: Revision | undefined;
  for (const revision of history) {
    if (revision.key !== key) continue;
    if (!newest || versionOf(revision) > versionOf(newest)) newest = revision;
  }
  return newest;
}

/** Whether two tellings of a change differ in nothing that counts. */
export function saysTheSame(a: Change, b: Change): boolean {
  const content = ({ at, set, lifecycle }: Change) => [
    at,
    Object.entries(set).toSorted(([x], [y]) => (x < y ? -1 : 1)),
    lifecycle?.deleted,
    lifecycle?.mergedInto,
  ];
  return JSON.stringify(content(a)) === JSON.stringify(content(b));
}

function withVersion(revision: Revision, { version }: Change): Revision {
  return version === undefined ? revision : { ...revision, version };
}

function versionOf({ version = 0 }: Change): number {
  return version;
}
