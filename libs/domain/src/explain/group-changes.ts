import type { EntrySeq, Instant, MeasureId } from '../ids.js';
import type { Metric } from '../metrics/metric.js';
import type { BusinessDate } from '../time/business-date.js';
import { businessDateOf } from '../time/business-date.js';

/** An entry of the ledger, as far as it tells what changed. */
export interface BookedEntry {
  readonly seq: EntrySeq;
  /** The business day that it counts on. */
  readonly date: BusinessDate;
  readonly recordedAt: Instant;
  readonly reverses: EntrySeq | null;
  readonly movements: readonly { readonly measureId: MeasureId; readonly quantity: number }[];
  readonly record: { readonly source: string; readonly type: string; readonly externalId: string };
}

/**
 * What a record did since: it counted for the first time, or for less than nothing; what had counted before was
 * corrected or taken back; or it came and went in between.
 */
export type ChangeKind = 'gained' | 'lessened' | 'corrected' | 'taken-back' | 'undone';

/** All that was booked of one record since an entry. */
export interface RecordChange<E extends BookedEntry> {
  readonly kind: ChangeKind;
  /** The day on which the last of it was booked. */
  readonly bookedOn: BusinessDate;
  /** What was booked last counts on a day that was over by then. */
  readonly isLate: boolean;
  /** What it moved in all, by measure. */
  readonly moved: readonly { readonly measureId: MeasureId; readonly quantity: number }[];
  /** What it moved of a score; null where quantities do not simply add up to it. */
  readonly effect: number | null;
  /** In the order of the ledger. */
  readonly entries: readonly E[];
}

export interface ChangesSince {
  /** The last entry of before. */
  readonly since: EntrySeq;
  readonly metric: Pick<Metric, 'formula'>;
  readonly timeZone: string;
}

/** Entries by the record that they are of; what was booked last comes first. */
export function groupChanges<E extends BookedEntry>(
  entries: readonly E[],
  changes: ChangesSince,
): readonly RecordChange<E>[] {
  const ofRecord = new Map<string, E[]>();
  for (const entry of entries.toSorted((a, b) => a.seq - b.seq)) {
    const { source, type, externalId } = entry.record;
    const key = JSON.stringify([source, type, externalId]);
    const known = ofRecord.get(key);
    if (known) known.push(entry);
    else ofRecord.set(key, [entry]);
  }
  return [...ofRecord.values()]
    .toSorted((a, b) => (b.at(-1)?.seq ?? 0) - (a.at(-1)?.seq ?? 0))
    .map((group) => changeOf(group, changes));
}

function changeOf<E extends BookedEntry>(
  entries: readonly E[],
  { since, metric, timeZone }: ChangesSince,
): RecordChange<E> {
  const last = entries.at(-1) as E;
  const bookedOn = businessDateOf(last.recordedAt, timeZone);
  const sums = new Map<MeasureId, number>();
  for (const { movements } of entries) {
    for (const { measureId, quantity } of movements) {
      sums.set(measureId, (sums.get(measureId) ?? 0) + quantity);
    }
  }
  const moved = [...sums].map(([measureId, quantity]) => ({ measureId, quantity }));
  return {
    kind: kindOf(entries, since, moved),
    bookedOn,
    isLate: last.reverses === null && last.date < bookedOn,
    moved,
    effect: effectOf(metric, moved),
    entries,
  };
}

function kindOf(
  entries: readonly BookedEntry[],
  since: EntrySeq,
  moved: RecordChange<BookedEntry>['moved'],
): ChangeKind {
  const takesBackOfBefore = entries.some(({ reverses }) => reverses !== null && reverses <= since);
  if (takesBackOfBefore) {
    return entries.some(({ reverses }) => reverses === null) ? 'corrected' : 'taken-back';
  }
  if (moved.every(({ quantity }) => quantity === 0)) return 'undone';
  return moved.some(({ quantity }) => quantity > 0) ? 'gained' : 'lessened';
}

function effectOf(
  { formula }: Pick<Metric, 'formula'>,
  moved: RecordChange<BookedEntry>['moved'],
): number | null {
  if (formula.kind !== 'sum') return null;
  const quantityOf = new Map(moved.map(({ measureId, quantity }) => [measureId, quantity]));
  return formula.terms.reduce(
    (sum, { measureId, weight }) => sum + weight * (quantityOf.get(measureId) ?? 0),
    0,
  );
}
