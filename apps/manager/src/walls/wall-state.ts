import type { ScreensReply } from '@bellwether/contracts';
import { momentText } from '@bellwether/ui';

export type SeenWall = ScreensReply['seen'][number];

export interface WallState {
  readonly kind: 'live' | 'dark' | 'never';
  readonly text: string;
}

/** Nodes tell every two seconds who is connected to them; a few of these may be late. */
const DARK_AFTER_MS = 12_000;

/** Whether somebody watches a wall, and since when nobody does. */
export function wallState(
  seen: SeenWall | undefined,
  now: number,
  { timeZone, locale }: { readonly timeZone: string; readonly locale: string },
): WallState {
  if (!seen) return { kind: 'never', text: 'Never opened' };
  const at = (moment: number) => momentText(moment, now, timeZone, locale);
  if (now - seen.seenAt < DARK_AFTER_MS) {
    return { kind: 'live', text: `Live since ${at(seen.since)}` };
  }
  return { kind: 'dark', text: `Dark since ${at(seen.seenAt)}` };
}
