import { momentText } from '../numbers/clock-text.js';

/** What a view says about the age of its numbers: a word for the glyph, and the sentence beside it. */
export interface FreshnessNote {
  readonly kind: 'live' | 'late' | 'stale' | 'offline' | 'waiting';
  readonly text: string;
}

export interface FreshnessFacts {
  /** The server's clock now; null while it is not known. */
  readonly now: number | null;
  /** Everything that had arrived by then is in the numbers. */
  readonly asOf: number | null;
  /** When the line was lost, by the server's clock; null while it holds. */
  readonly lostAt: number | null;
  readonly timeZone: string;
  readonly locale: string;
}

/** A wall beats every few seconds; three missed beats are late. */
export const LATE_AFTER_MS = 15_000;
/** From here on the rows themselves step back. */
export const DIM_AFTER_MS = 30_000;
const STALE_AFTER_MS = 10 * 60_000;

export function judgeFreshness(facts: FreshnessFacts): FreshnessNote {
  const { now, asOf, lostAt, timeZone, locale } = facts;
  if (lostAt !== null) {
    const since = momentText(lostAt, now ?? lostAt, timeZone, locale);
    return { kind: 'offline', text: `Offline since ${since}` };
  }
  if (now === null || asOf === null) return { kind: 'waiting', text: 'Connecting' };
  const age = Math.max(0, now - asOf);
  if (age <= LATE_AFTER_MS) return { kind: 'live', text: `Live, ${Math.round(age / 1000)} s old` };
  if (age < STALE_AFTER_MS) return { kind: 'late', text: `Late, ${ageText(age)} old` };
  return { kind: 'stale', text: `As of ${momentText(asOf, now, timeZone, locale)}` };
}

function ageText(age: number): string {
  return age < 90_000 ? `${Math.round(age / 1000)} s` : `${Math.round(age / 60_000)} min`;
}
