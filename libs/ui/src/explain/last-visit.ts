import type { KeptStorage } from '../memory/kept-storage.js';

/** Whoever is away for less than this is still on the same visit. */
const APART_MS = 30 * 60_000;

interface Visits {
  /** When the visit before this one was over. */
  readonly before: number | null;
  /** When somebody was last here. */
  readonly seen: number;
}

/** Notes that somebody is here, and answers when their last visit was over; null on the first. */
export function lastVisit(storage: KeptStorage, name: string, now: number): number | null {
  const kept = storage.read<Visits>(name);
  const known = kept && Number.isFinite(kept.seen) && kept.seen <= now ? kept : null;
  const isAnother = known !== null && now - known.seen >= APART_MS;
  const before = isAnother ? known.seen : (known?.before ?? null);
  storage.keep(name, { before, seen: now } satisfies Visits);
  return before;
}
