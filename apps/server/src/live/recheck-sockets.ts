import type { Caller } from '../access/grants.js';

/** An open line, and when what it was opened with was last looked at. */
export interface OpenLine {
  readonly data: { checkedAt: number };
  hangUp(): void;
  /** Whose it is by what it was opened with, asked anew; undefined when that opens nothing any more. */
  callerNow(): Promise<Caller | undefined>;
}

/** A key that ended while nobody could be told is noticed within this. */
const CHECK_EVERY_MS = 5 * 60_000;
/** So many at once: with two seconds between, thousands are looked at within the time. */
const MOST_AT_ONCE = 50;

/**
 * Hangs up on lines whose key or session has ended. Mostly that is told at once; this finds what expired
 * by itself, and what ended while the news could not travel. Whoever asks for nothing is asked.
 */
export async function recheckSockets(lines: Iterable<OpenLine>, now: number): Promise<void> {
  const due: OpenLine[] = [];
  for (const line of lines) {
    if (now - line.data.checkedAt < CHECK_EVERY_MS) continue;
    due.push(line);
    if (due.length === MOST_AT_ONCE) break;
  }
  for (const line of due) {
    line.data.checkedAt = now;
    // A store that is away says nothing about a key; the next beat goes on.
    const caller = await line.callerNow().catch(() => 'unknown' as const);
    if (caller === undefined) line.hangUp();
  }
}
