import type { Instant } from '../ids.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A key that a screen keeps for itself is replaced when it is older than this. */
const OLD_AFTER_MS = 30 * DAY_MS;
/** What a page keeps is on the screen's disk long before: after this no loss of power brings the old key back. */
const SETTLED_AFTER_MS = HOUR_MS;
/** For other screens, and whoever wrote the address into a kiosk. */
const ADDRESS_ENDS_AFTER_MS = 7 * DAY_MS;

export interface ScreenKeyLife {
  readonly madeAt: Instant;
  /**
   * It was handed to the screen itself, which keeps it where it can replace it. Otherwise it is in an
   * address that somebody made by hand, and may stand in the settings of a kiosk, or of several.
   */
  readonly isHandedOver: boolean;
}

/**
 * Whether a screen is to replace its key: one of its own when it has grown old, any that was made before
 * a manager asked for new ones. What stands in an address is never replaced unasked: nobody could write
 * the new one there, and the next start would find the wall locked out.
 */
export function isKeyDue(
  { madeAt, isHandedOver }: ScreenKeyLife,
  renewedBefore: Instant | null,
  now: Instant,
): boolean {
  if (renewedBefore !== null && madeAt < renewedBefore) return true;
  return isHandedOver && now - madeAt > OLD_AFTER_MS;
}

/** Whether the key that was replaced may end: the one in its place has been in use for long enough. */
export function hasTakenOver(
  firstUsedAt: Instant | null,
  former: Pick<ScreenKeyLife, 'isHandedOver'>,
  now: Instant,
): boolean {
  if (firstUsedAt === null) return false;
  return now - firstUsedAt >= (former.isHandedOver ? SETTLED_AFTER_MS : ADDRESS_ENDS_AFTER_MS);
}
