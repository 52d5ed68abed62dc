import type { SeenWall } from '@bellwether/contracts';
import { formatDuration, momentText } from '@bellwether/ui';

export interface WallState {
  readonly kind: SeenWall['life'] | 'never';
  /** In one word: `Live`. */
  readonly word: string;
  /** For how long, or since when. */
  readonly text: string;
}

/** How a wall is, and when it was last heard of. */
export function wallState(
  seen: SeenWall | undefined,
  now: number,
  { timeZone, locale }: { readonly timeZone: string; readonly locale: string },
): WallState {
  if (!seen) return { kind: 'never', word: 'Waiting', text: 'not opened yet' };
  const silent = formatDuration(Math.max(0, now - seen.seenAt) / 1_000);
  switch (seen.life) {
    case 'live':
      return { kind: 'live', word: 'Live', text: silent };
    case 'late':
      return { kind: 'late', word: 'Late', text: silent };
    case 'dark':
      return {
        kind: 'dark',
        word: 'Dark',
        text: `since ${momentText(seen.seenAt, now, timeZone, locale)}`,
      };
  }
}
