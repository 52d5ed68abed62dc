import { graceEnd } from './counting/grace-end.js';
import type { Instant } from '../ids.js';
import { spanOf } from './counting/play.js';
import type { Judgement } from './judgement.js';
import { judge } from './judge.js';
import { paidPlaces } from './prizes/paid-places.js';
import type { Roster } from './roster.js';
import type { ContestRules } from './rules/contest-rules.js';
import type { ContestWindow } from './rules/contest-window.js';
import type { TimelineEntry } from './timeline-entry.js';

/** A window of the past with who was there then and what they did; the timeline may hold more. */
export interface PastWindow {
  readonly window: ContestWindow;
  readonly roster: Roster;
  readonly timeline: readonly TimelineEntry[];
}

/** What the rules would have made of one window. */
export interface Replay {
  readonly window: ContestWindow;
  /** Those at the first place, or who finished; best first. */
  readonly winners: readonly Winner[];
  /** Minor units. */
  readonly cost: number;
  /** Everybody who would have won something. */
  readonly paid: number;
  readonly entrants: number;
  /** Prizes that were shared by a tie. */
  readonly ties: number;
  /** Of 1: who at half-time had, or was within a quarter of, what the last prize went for at half-time. */
  readonly withinReach: number | null;
}

interface Winner {
  readonly entrantId: number;
  readonly name: string;
}

/** What the rules would have made of the past. */
export interface BackTest {
  readonly replays: readonly Replay[];
  /** Who would have won how often, most often first. */
  readonly champions: readonly (Winner & { readonly wins: number })[];
  /** Of 1: the windows, after the first, that somebody won who had won before. */
  readonly repeats: number | null;
  readonly cost: { readonly least: number; readonly most: number; readonly mean: number } | null;
  /** Of 1, on average. */
  readonly withinReach: number | null;
  readonly ties: number;
}

/** How far behind is within reach: a quarter of what is needed. */
const REACH = 0.75;

/** Judges past windows by rules of today: the same function as live, so that a contest is known before it starts. */
export function backTest(rules: ContestRules, past: readonly PastWindow[]): BackTest {
  const replays = past.map((one) => replayOf(rules, one));
  const wins = new Map<number, Winner & { wins: number }>();
  let repeats = 0;
  for (const { winners } of replays) {
    if (winners.some(({ entrantId }) => wins.has(entrantId))) repeats += 1;
    for (const winner of winners) {
      const known = wins.get(winner.entrantId);
      if (known) known.wins += 1;
      else wins.set(winner.entrantId, { ...winner, wins: 1 });
    }
  }
  const costs = replays.map(({ cost }) => cost);
  return {
    replays,
    champions: [...wins.values()].toSorted((a, b) => b.wins - a.wins || a.entrantId - b.entrantId),
    repeats: replays.length > 1 ? repeats / (replays.length - 1) : null,
    cost:
      costs.length > 0
        ? { least: Math.min(...costs), most: Math.max(...costs), mean: meanOf(costs) ?? 0 }
        : null,
    withinReach: meanOf(replays.flatMap(({ withinReach }) => withinReach ?? [])),
    ties: replays.reduce((sum, { ties }) => sum + ties, 0),
  };
}

function replayOf(rules: ContestRules, { window, roster, timeline }: PastWindow): Replay {
  const own: ContestRules = { ...rules, window };
  const { startsAt, endsAt } = spanOf(own, roster);
  const latest = timeline.reduce((last, { at }) => Math.max(last, at), startsAt);
  const end = endsAt ?? latest + 1;
  // As if everything had arrived in time: how late it came then says nothing about the rules.
  const inTime = timeline.map((entry) =>
    entry.recordedAt <= entry.at ? entry : { ...entry, recordedAt: entry.at },
  );
  const result = judge(own, roster, inTime, graceEnd(end, rules));
  return {
    window,
    winners: result.standings
      .filter(({ rank, inPrizes }) => rank === 1 && (inPrizes || rules.prizes.length === 0))
      .map(({ entrantId, name }) => ({ entrantId, name })),
    cost: result.payouts.reduce((sum, { amount }) => sum + amount, 0),
    paid: result.payouts.length,
    entrants: result.standings.length,
    ties: tiesOf(result),
    withinReach: reachAt(own, roster, inTime, startsAt + (end - startsAt) / 2),
  };
}

function tiesOf({ payouts }: Judgement): number {
  const shared = payouts.flatMap(({ why }) =>
    why.flatMap(({ reason }) => {
      if (reason.kind === 'shared-places') return [reason.places.join()];
      return reason.kind === 'pot' && reason.among > 1 ? [reason.places.join()] : [];
    }),
  );
  return new Set(shared).size;
}

function reachAt(
  rules: ContestRules,
  roster: Roster,
  timeline: readonly TimelineEntry[],
  halfTime: Instant,
): number | null {
  const places = paidPlaces(rules.prizes);
  const { standings } = judge(rules, roster, timeline, Math.floor(halfTime));
  const last = standings[Math.min(places, standings.length) - 1];
  if (places === 0 || !last || last.score <= 0) return null;
  const near = standings.filter(({ score }) => score >= last.score * REACH);
  return near.length / standings.length;
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
