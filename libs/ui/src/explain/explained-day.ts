import type { ExplainedEntry } from '@bellwether/contracts';

/** How an entry stands: it counts, it takes something back, or it was itself taken back. */
export type EntryState = 'counts' | 'less' | 'takes-back' | 'taken-back' | 'partly-taken-back';

export interface EntryView {
  readonly entry: ExplainedEntry;
  readonly state: EntryState;
  /** The sum of what it moved; says something only when the number has a single measure. */
  readonly quantity: number;
}

export interface Quantity {
  readonly measure: string;
  readonly quantity: number;
}

/** A business day and everything that counts on it, the latest first. */
export interface ExplainedDay {
  readonly date: string;
  readonly entries: readonly EntryView[];
  /** What the whole day moved, by measure, also by entries that are not shown yet. */
  readonly moved: readonly Quantity[];
}

/** How an entry stands, by the entries that take it back. Those may lie on another page. */
function stateOfEntry(
  entry: ExplainedEntry,
  bySeq: ReadonlyMap<number, ExplainedEntry>,
): EntryState {
  if (entry.reverses !== null) return 'takes-back';
  if (entry.reversedBy.length === 0) return quantityOf(entry) < 0 ? 'less' : 'counts';
  const left = new Map(entry.movements.map(({ measure, quantity }) => [measure, quantity]));
  for (const seq of entry.reversedBy) {
    const reversal = bySeq.get(seq);
    // Not read yet: entries are taken back whole unless the ledger shows otherwise.
    if (!reversal) return 'taken-back';
    for (const { measure, quantity } of reversal.movements) {
      left.set(measure, (left.get(measure) ?? 0) + quantity);
    }
  }
  return [...left.values()].every((quantity) => quantity === 0)
    ? 'taken-back'
    : 'partly-taken-back';
}

/** The newest `most` entries by business day, newest day first. */
export function explainedDays(
  entries: readonly ExplainedEntry[],
  most = Number.POSITIVE_INFINITY,
): readonly ExplainedDay[] {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  const moved = new Map<string, Map<string, number>>();
  for (const { date, movements } of entries) {
    const sums = moved.get(date) ?? new Map<string, number>();
    moved.set(date, sums);
    for (const { measure, quantity } of movements) {
      sums.set(measure, (sums.get(measure) ?? 0) + quantity);
    }
  }
  const days = new Map<string, EntryView[]>();
  for (const entry of [...entries].sort(newestFirst).slice(0, most)) {
    const view = { entry, state: stateOfEntry(entry, bySeq), quantity: quantityOf(entry) };
    const day = days.get(entry.date);
    if (day) day.push(view);
    else days.set(entry.date, [view]);
  }
  return [...days].map(([date, views]) => ({
    date,
    entries: views,
    moved: [...(moved.get(date) ?? [])].map(([measure, quantity]) => ({ measure, quantity })),
  }));
}

/** At which place from the newest on an entry stands, to reveal as many as it takes to see it. */
export function placeOfEntry(entries: readonly ExplainedEntry[], seq: number): number {
  return [...entries].sort(newestFirst).findIndex((entry) => entry.seq === seq);
}

/** What was counted, and what corrections took back, of a number with a single measure. */
export function countedAndTakenBack(entries: readonly ExplainedEntry[]): {
  readonly counted: number;
  readonly takenBack: number;
} {
  let counted = 0;
  let takenBack = 0;
  for (const entry of entries) {
    if (entry.reverses === null) counted += quantityOf(entry);
    else takenBack += quantityOf(entry);
  }
  return { counted, takenBack };
}

function quantityOf({ movements }: ExplainedEntry): number {
  return movements.reduce((sum, { quantity }) => sum + quantity, 0);
}

function newestFirst(a: ExplainedEntry, b: ExplainedEntry): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return Date.parse(b.at) - Date.parse(a.at) || b.seq - a.seq;
}
