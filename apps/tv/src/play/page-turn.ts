import { ON_HILLS } from '@bellwether/ui';

/** Beside three on their hills: twelve names are what a room can read. */
export const ROWS_PER_PAGE = 9;
export const TEAMS_PER_PAGE = 6;

const SHORTEST_MS = 6_000;
const LONGEST_MS = 12_000;

/** How many pages a slide has, by whichever of its boards is longer; `hills` of the rows stand on them. */
export function pagesOf(rows: number, teams: number, hills = ON_HILLS): number {
  const rowPages = Math.ceil(Math.max(0, rows - hills) / ROWS_PER_PAGE);
  return Math.max(1, rowPages, Math.ceil(teams / TEAMS_PER_PAGE));
}

/** Where a page of rows begins. The last one is filled up from above: nobody stands alone on a page. */
export function firstRowOf(page: number, rows: number, hills = ON_HILLS): number {
  const last = Math.max(hills, rows - ROWS_PER_PAGE);
  return Math.min(last, hills + page * ROWS_PER_PAGE);
}

/** How long a page stays: long enough to read, and never longer than the slide. */
export function pageTime(pages: number, seconds: number): number {
  const whole = seconds * 1000;
  if (pages <= 1) return whole;
  return Math.min(whole, Math.max(SHORTEST_MS, Math.min(LONGEST_MS, whole / pages)));
}

/**
 * Which page follows. Each turn of a slide begins at the top; what its time leaves no room for is shown on
 * its next turn, so type is never smaller and nobody is left out. `next` is the page to go on with.
 */
export function pageAfter(
  page: number,
  next: number,
  pages: number,
): { readonly page: number; readonly next: number } {
  const first = Math.min(1, pages - 1);
  if (page === 0) {
    const onwards = next < pages ? next : first;
    return { page: onwards, next: onwards + 1 };
  }
  return next < pages ? { page: next, next: next + 1 } : { page: 0, next: 1 };
}
