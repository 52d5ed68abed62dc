import type { Branded } from '../../ids.js';

/** A day and a time as a clock on the wall shows them, to the minute: `2026-11-23T08:00`. */
export type LocalDateTime = Branded<string, 'local-date-time'>;

/** When a contest takes place. */
export interface ContestWindow {
  readonly from: LocalDateTime;
  /** The first moment that no longer belongs to it; null for a race that only the winner ends. */
  readonly until: LocalDateTime | null;
  /** An IANA zone; `own`: for each person by the clocks where they are. */
  readonly zone: string;
}

/** `zone` of a window that everybody reads off their own clock. */
export const OWN_ZONE = 'own';

/** A length of time. Days and weeks are those of the calendar: with a clock change in it, a day has 23 or 25 hours. */
export interface Stride {
  readonly count: number;
  readonly unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months';
}

/** The same contest again, each time from nothing. */
export interface Recurrence {
  readonly every: Stride;
  /** How often in all, the first time among them; null until somebody ends it. */
  readonly times: number | null;
  /** Those that would begin on a Saturday or Sunday are left out. */
  readonly weekdaysOnly: boolean;
}
