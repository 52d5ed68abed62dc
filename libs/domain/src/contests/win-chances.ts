import { graceEnd } from './counting/grace-end.js';
import type { EntrySeq, Instant } from '../ids.js';
import { drawBelow } from './chance/draw.js';
import { spanOf } from './counting/play.js';
import { judge } from './judge.js';
import type { Roster } from './roster.js';
import type { ContestRules } from './rules/contest-rules.js';
import type { TimelineEntry } from './timeline-entry.js';

const DAY_MS = 86_400_000;

/** How often somebody won of all runs. */
export interface WinChance {
  readonly entrantId: number;
  readonly name: string;
  /** Of 1: to be paid a place, or to be first where no places are paid. */
  readonly prize: number;
  /** Of 1: to be first. */
  readonly first: number;
}

export interface WinChances {
  readonly runs: number;
  /** The likeliest first. */
  readonly entrants: readonly WinChance[];
  readonly favourite: WinChance | null;
  /** Who stands in the middle of the list. */
  readonly middle: WinChance | null;
}

/**
 * How open a contest is. Method: what has happened stays; each day that is left is, for each person by themselves, one of
 * their own days of `past`, drawn evenly by `seed`, with all that they did on it at the same time of the day. The rules
 * judge each of `runs` such endings. The same seed gives the same chances. Days are 24 hours before `now`; `past` must
 * reach back `days` of them. Nobody's days off, form or pipeline are known to it: it says how the rules spread the chances.
 */
export function winChances(
  rules: ContestRules,
  roster: Roster,
  timeline: readonly TimelineEntry[],
  past: { readonly timeline: readonly TimelineEntry[]; readonly days: number },
  now: Instant,
  { runs, seed }: { readonly runs: number; readonly seed: string },
): WinChances {
  const { startsAt, endsAt } = spanOf(rules, roster);
  const begins = Math.max(now, startsAt);
  if (endsAt === null || past.days < 1 || runs < 1) {
    return { runs: 0, entrants: [], favourite: null, middle: null };
  }
  const known = timeline.filter(({ recordedAt, at }) => recordedAt <= now && at < begins);
  const days = pastDays(past.timeline, past.days, now);
  const wins = new Map<number, { name: string; prize: number; first: number }>();
  const end = graceEnd(endsAt, rules);
  for (let run = 0; run < runs; run += 1) {
    const ending = endingOf(roster, days, past.days, begins, endsAt, `${seed}|${run}`);
    const { standings, payouts } = judge(rules, roster, [...known, ...ending], end);
    const paid = new Set(payouts.map(({ entrantId }) => entrantId));
    for (const { entrantId, name, rank, score } of standings) {
      const own = wins.get(entrantId) ?? { name, prize: 0, first: 0 };
      wins.set(entrantId, own);
      if (rank === 1 && score > 0) own.first += 1;
      if (paid.has(entrantId) || (payouts.length === 0 && rank === 1 && score > 0)) own.prize += 1;
    }
  }
  const entrants = [...wins]
    .map(([entrantId, { name, prize, first }]) => ({
      entrantId,
      name,
      prize: prize / runs,
      first: first / runs,
    }))
    .toSorted((a, b) => b.prize - a.prize || b.first - a.first || a.entrantId - b.entrantId);
  return {
    runs,
    entrants,
    favourite: entrants[0] ?? null,
    middle: entrants[Math.floor((entrants.length - 1) / 2)] ?? null,
  };
}

/** By person and day, counted backwards from 0, what they did, with the time since the day began. */
type PastDays = ReadonlyMap<
  string,
  readonly { readonly entry: TimelineEntry; readonly after: number }[]
>;

function pastDays(timeline: readonly TimelineEntry[], days: number, now: Instant): PastDays {
  const byDay = new Map<string, { entry: TimelineEntry; after: number }[]>();
  for (const entry of timeline) {
    const ago = Math.ceil((now - entry.at) / DAY_MS) - 1;
    if (ago < 0 || ago >= days || entry.held === true) continue;
    const key = `${entry.personId} ${ago}`;
    const done = byDay.get(key) ?? [];
    byDay.set(key, done);
    done.push({ entry, after: entry.at - (now - (ago + 1) * DAY_MS) });
  }
  return byDay;
}

function endingOf(
  { people }: Roster,
  days: PastDays,
  count: number,
  begins: Instant,
  endsAt: Instant,
  seed: string,
): readonly TimelineEntry[] {
  const ending: TimelineEntry[] = [];
  const next = randomFrom(seed);
  for (const { personId } of people) {
    for (let day = begins; day < endsAt; day += DAY_MS) {
      for (const { entry, after } of days.get(`${personId} ${next(count)}`) ?? []) {
        const at = day + after;
        if (at >= endsAt) continue;
        const { day: _, ...rest } = entry;
        const seq = (1_000_000_000 + ending.length) as EntrySeq;
        ending.push({ ...rest, seq, at, recordedAt: at });
      }
    }
  }
  return ending;
}

/** Even numbers below a bound, one after the other: a generator of Marsaglia's, begun by a hash of the seed. */
function randomFrom(seed: string): (below: number) => number {
  let state = drawBelow(seed, 'start', 2 ** 32 - 1) + 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * below);
  };
}
