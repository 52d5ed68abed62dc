import type { BusinessDate } from '@bellwether/domain';
import { addDays, businessDateOf, periodOf } from '@bellwether/domain';
import { CAST } from './cast.js';
import type { Day } from './invent-history.js';
import { daysBack, inventDay } from './invent-history.js';
import type { SignedPosting } from './post-signed.js';
import { postRecords } from './post-signed.js';
import { Random } from './random.js';

const BATCH = 500;

export interface History {
  readonly recent: readonly Day[];
  readonly older: readonly Day[];
}

/** The last quarter: the running month, and what came before it. */
export function historyDays(timeZone: string, now: number): History {
  const today = businessDateOf(now, timeZone);
  const month = periodOf('month', today).startsOn as BusinessDate;
  const quarterAgo = addDays(today, -92);
  return {
    recent: daysBack(month, today, timeZone, now),
    older: daysBack(quarterAgo, addDays(month, -1), timeZone, now),
  };
}

/** Sends what everybody did on these days, newest first. Answers how many records that were. */
export async function sendHistory(
  days: readonly Day[],
  posting: SignedPosting,
  onProgress: (sent: number) => void,
  isStopped: () => boolean,
): Promise<number> {
  let sent = 0;
  for (const day of days) {
    const random = new Random(Date.parse(day.date) / 86_400_000);
    const records = CAST.flatMap((member) => inventDay(random, member, day));
    for (let at = 0; at < records.length; at += BATCH) {
      if (isStopped()) return sent;
      await postRecords(posting, records.slice(at, at + BATCH));
      sent += Math.min(BATCH, records.length - at);
      onProgress(sent);
    }
  }
  return sent;
}
