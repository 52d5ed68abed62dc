import { setTimeout as pause } from 'node:timers/promises';
import type { BusinessDate } from '@bellwether/domain';
import { PLAIN_CALENDAR, addDays, businessDateOf, periodOf } from '@bellwether/domain';
import { CAST } from './cast.js';
import type { Day } from './invent-history.js';
import { daysBack, inventDay } from './invent-history.js';
import type { SignedPosting } from './post-signed.js';
import { postRecords } from './post-signed.js';
import { Random } from './random.js';

const BATCH = 500;
/** No more than this waits to be scored at a time, so that what happens live is never far behind. */
const MOST_WAITING = 2 * BATCH;
const LOOK_AGAIN_MS = 20;

export interface History {
  readonly recent: readonly Day[];
  readonly older: readonly Day[];
}

/** The last quarter: the running month, and what came before it. */
export function historyDays(timeZone: string, now: number): History {
  const today = businessDateOf(now, timeZone);
  const month = periodOf('month', today, PLAIN_CALENDAR).startsOn as BusinessDate;
  const quarterAgo = addDays(today, -92);
  return {
    recent: daysBack(month, today, timeZone, now),
    older: daysBack(quarterAgo, addDays(month, -1), timeZone, now),
  };
}

export interface Sending {
  readonly posting: SignedPosting;
  /** How many records were sent and are not scored yet. */
  readonly waiting: () => number;
  readonly stopping: AbortSignal;
  readonly onProgress: (sent: number) => void;
}

/** Sends what everybody did on these days, newest first, no faster than it is scored. */
export async function sendHistory(
  days: readonly Day[],
  { posting, waiting, stopping, onProgress }: Sending,
): Promise<void> {
  let sent = 0;
  for (const day of days) {
    const random = new Random(Date.parse(day.date) / 86_400_000);
    const records = CAST.flatMap((member) => inventDay(random, member, day));
    for (let at = 0; at < records.length; at += BATCH) {
      while (!stopping.aborted && waiting() > MOST_WAITING) await pause(LOOK_AGAIN_MS);
      if (stopping.aborted) return;
      await postRecords(posting, records.slice(at, at + BATCH));
      sent += Math.min(BATCH, records.length - at);
      onProgress(sent);
    }
  }
}
