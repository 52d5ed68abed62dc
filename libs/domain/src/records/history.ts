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
}

/** An accepted change with its place in the order of arrival, 1 for the first. */
export interface Revision extends Change {
  readonly revision: number;
  readonly arrivedAt: Instant;
  /** The delivery that brought it. */
  readonly inboxId: number;
}

/** All that is known of a record, oldest change first by `at`, then `key`. */
export type History = readonly Revision[];

/** The history with one more revision; the same history when it knows the change already. */
export function addRevision(
  history: History,
  change: Change,
  { arrivedAt, inboxId }: { readonly arrivedAt: Instant; readonly inboxId: number },
): History {
  if (history.some(({ key }) => key === change.key)) return history;
  const { at, key, set, lifecycle } = change;
  const revision = history.length + 1;
  const added: Revision = lifecycle
    ? { at, key, set, lifecycle, arrivedAt, inboxId, revision }
    : { at, key, set, arrivedAt, inboxId, revision };
  const after = history.findIndex((known) => comesBefore(added, known));
  return after === -1 ? [...history, added] : history.toSpliced(after, 0, added);
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
  for (const { set, lifecycle } of history) {
    Object.assign(fields, set);
    if (lifecycle?.deleted !== undefined) deleted = lifecycle.deleted;
    if (lifecycle?.mergedInto !== undefined) mergedInto = lifecycle.mergedInto;
  }
  return { fields, gone: deleted || mergedInto !== null };
}

/** The first value that a field ever had. */
export function firstValueOf(history: History, field: string): FieldValue | undefined {
  return history.find(({ set }) => set[field] !== undefined && set[field] !== null)?.set[field];
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
  for (const { at, set } of history) {
    const value = set[field];
    if (value === undefined) continue;
    const isInside = typeof value === 'string' && values.includes(value);
    if (isInside && !inside && (which === 'last' || entered === undefined)) entered = at;
    inside = isInside;
  }
  return which === 'last' && !inside ? undefined : entered;
}

function comesBefore(a: Change, b: Change): boolean {
  return a.at !== b.at ? a.at < b.at : a.key < b.key;
}
