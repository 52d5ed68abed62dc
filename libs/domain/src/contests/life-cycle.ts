import { graceEnd } from './counting/grace-end.js';
import type { Instant } from '../ids.js';
import { localAfter } from './counting/contest-clock.js';
import { spanOf } from './counting/play.js';
import type { Roster } from './roster.js';
import type { ContestRules } from './rules/contest-rules.js';
import type { ContestWindow } from './rules/contest-window.js';
import { weekdayOf } from '../time/business-date.js';
import type { BusinessDate } from '../time/business-date.js';

const SATURDAY = 6;

/** What people did to a contest; null for what nobody did yet. */
export interface ContestDeeds {
  readonly launchedAt: Instant | null;
  /** When its result was made official, never before its grace is over. */
  readonly finalisedAt: Instant | null;
  readonly paidAt: Instant | null;
}

/**
 * `grace`: late deals of the window still count. `provisional`: they no longer do, and somebody has to make it official.
 */
export type ContestState =
  'draft' | 'scheduled' | 'running' | 'grace' | 'provisional' | 'final' | 'paid';

/**
 * Where a contest stands in its life. `endedAt` is when its format ended it before its window did, as `judge` tells;
 * null while it did not.
 */
export function contestStateAt(
  rules: ContestRules,
  roster: Pick<Roster, 'people'>,
  { launchedAt, finalisedAt, paidAt }: ContestDeeds,
  endedAt: Instant | null,
  now: Instant,
): ContestState {
  if (launchedAt === null || now < launchedAt) return 'draft';
  const { startsAt, endsAt } = spanOf(rules, roster);
  if (now < startsAt) return 'scheduled';
  const end = endedAt ?? endsAt;
  if (end === null || now < end) return 'running';
  if (now < graceEnd(end, rules)) return 'grace';
  if (paidAt !== null && paidAt <= now) return 'paid';
  return finalisedAt !== null && finalisedAt <= now ? 'final' : 'provisional';
}

/**
 * The windows of a contest that comes again, from the first one on, at most `most`. Clocks decide: every Monday at 8 is
 * at 8 also after they are changed.
 */
export function windowsOfContest(
  { window, recurrence }: Pick<ContestRules, 'window' | 'recurrence'>,
  most: number,
): readonly ContestWindow[] {
  const { from, until } = window;
  if (recurrence === null || until === null) return [window].slice(0, most);
  const { every, times, weekdaysOnly } = recurrence;
  const windows: ContestWindow[] = [];
  const wanted = Math.min(most, times ?? most);
  // A week of every day has five days that count: what falls on none of them is no recurrence.
  for (let step = 0; windows.length < wanted && step < wanted * 7 + 7; step += 1) {
    const stride = { ...every, count: every.count * step };
    const next = { ...window, from: localAfter(from, stride), until: localAfter(until, stride) };
    const isWeekend = weekdayOf(next.from.slice(0, 10) as BusinessDate) >= SATURDAY;
    if (!weekdaysOnly || !isWeekend) windows.push(next);
  }
  return windows;
}
