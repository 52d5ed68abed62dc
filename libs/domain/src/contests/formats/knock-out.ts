import type { Instant } from '../../ids.js';
import type { ContestEvent } from '../contest-event.js';
import { goneAt } from '../counting/entrants.js';
import type { Play } from '../counting/play.js';
import { Scoreboard } from '../counting/scoreboard.js';
import type { Stage } from '../counting/stages.js';
import type { Match, Round } from '../format-detail.js';
import { byTieBreaks } from '../ranking/placing.js';
import type { Placed } from '../ranking/placing.js';
import { placedBy } from '../ranking/ranked.js';

/** How a knock-out stands. */
export interface KnockOut {
  readonly rounds: readonly Round[];
  /** Groups of entrants, the better first: the winner, the other finalist, … Only who is known to be there. */
  readonly ranked: readonly (readonly number[])[];
  /** Who may still win it. */
  readonly stillIn: readonly number[];
  readonly events: readonly ContestEvent[];
  /** What each came to in their latest match. */
  readonly scoreOf: ReadonlyMap<number, number>;
  readonly isOver: boolean;
}

/** How many rounds it takes until one is left. */
export function roundsFor(entrants: number): number {
  return Math.max(0, Math.ceil(Math.log2(Math.max(1, entrants))));
}

interface Slot {
  /** Null: nobody, so that the other one has a bye; undefined: not known yet. */
  readonly home: number | null | undefined;
  readonly away: number | null | undefined;
}

/**
 * Plays a knock-out. `seeds` are indices of entrants, the best first; a round that is decided stays decided, and one that
 * the clock leaves no time for is decided by the seeds, so that every knock-out ends.
 */
export function playKnockOut(
  play: Play,
  seeds: readonly number[],
  stages: readonly Stage[],
  thirdPlace: boolean,
): KnockOut {
  const rounds: Round[] = [];
  const losers: (readonly number[])[] = [];
  const events: ContestEvent[] = [];
  const scoreOf = new Map<number, number>();
  const idOf = (entrant: number | null | undefined) =>
    entrant === null || entrant === undefined ? null : (play.entrants[entrant]?.id ?? null);
  const seedOf = new Map(seeds.map((entrant, index) => [entrant, index]));
  let slots = firstSlots(seeds);
  let third: readonly (readonly number[])[] = [];
  let semiFinalists: readonly (number | undefined)[] = [];
  for (const [index, stage] of stages.entries()) {
    const isFinal = slots.length === 1;
    const placed = placedIn(play, stage);
    const isOver = stage.until <= play.now;
    const played = slots.map((slot) => playMatch(play, slot, placed, seedOf, stage.until, isOver));
    for (const { home, away, homeScore, awayScore } of played) {
      if (typeof home === 'number') scoreOf.set(home, homeScore);
      if (typeof away === 'number') scoreOf.set(away, awayScore);
    }
    if (isFinal && thirdPlace && semiFinalists.length === 2) {
      const [home, away] = semiFinalists;
      const match = playMatch(play, { home, away }, placed, seedOf, stage.until, isOver);
      rounds.push(roundOf('third-place', stage, [match], idOf));
      for (const [one, score] of [
        [home, match.homeScore],
        [away, match.awayScore],
      ] as const) {
        if (one !== undefined) scoreOf.set(one, score);
      }
      events.push(...told([match], stage.until, index + 1, idOf));
      const { winner, loser } = match;
      if (winner !== undefined) third = loser === undefined ? [[winner]] : [[winner], [loser]];
    }
    rounds.push(roundOf(titleOf(slots.length), stage, played, idOf));
    events.push(...told(played, stage.until, index + 1, idOf));
    losers.unshift(played.flatMap(({ loser }) => loser ?? []));
    if (slots.length === 2) semiFinalists = played.map(({ loser }) => loser);
    const winners = played.map(({ winner }) => winner);
    if (isFinal) {
      const [champion] = winners;
      const [finalist = [], semi = [], ...rest] = losers;
      const below = third.length > 0 ? third : [semi];
      return {
        rounds,
        ranked: champion === undefined ? [] : [[champion], finalist, ...below, ...rest],
        stillIn: stillIn(seeds, losers),
        events,
        scoreOf,
        isOver: champion !== undefined,
      };
    }
    slots = pairs(winners);
  }
  // Of nobody or one alone there is nothing to play.
  return { rounds, ranked: [seeds], stillIn: seeds, events, scoreOf, isOver: true };
}

function stillIn(seeds: readonly number[], losers: readonly (readonly number[])[]) {
  const out = new Set(losers.flat());
  return seeds.filter((entrant) => !out.has(entrant));
}

interface Played extends Slot {
  readonly homeScore: number;
  readonly awayScore: number;
  readonly winner: number | undefined;
  readonly loser: number | undefined;
  readonly decidedBy: Match['decidedBy'];
}

function playMatch(
  play: Play,
  { home, away }: Slot,
  placed: (entrant: number) => Placed,
  seedOf: ReadonlyMap<number, number>,
  until: Instant,
  isOver: boolean,
): Played {
  const [homeScore, awayScore] = [home, away].map((one) =>
    typeof one === 'number' ? placed(one).score : 0,
  ) as [number, number];
  const open = { home, away, homeScore, awayScore };
  // A bye needs no time.
  if (typeof home === 'number' && away === null) return won(open, home, undefined, 'bye');
  if (typeof away === 'number' && home === null) return won(open, away, undefined, 'bye');
  if (typeof home !== 'number' || typeof away !== 'number' || !isOver) {
    return { ...open, winner: undefined, loser: undefined, decidedBy: null };
  }
  const isGone = (one: number) => {
    const entrant = play.entrants[one];
    const gone = entrant ? goneAt(entrant) : null;
    return gone !== null && gone < until;
  };
  const [first, second] =
    (seedOf.get(home) ?? 0) <= (seedOf.get(away) ?? 0) ? [home, away] : [away, home];
  if (isGone(home) !== isGone(away)) {
    return isGone(home) ? won(open, away, home, 'walkover') : won(open, home, away, 'walkover');
  }
  if (homeScore !== awayScore) {
    return homeScore > awayScore ? won(open, home, away, 'score') : won(open, away, home, 'score');
  }
  const difference = byTieBreaks(placed(home), placed(away), play.rules.tieBreaks);
  if (difference === 0) return won(open, first, second, 'seed');
  return difference < 0 ? won(open, home, away, 'tie-break') : won(open, away, home, 'tie-break');
}

function won(
  open: Pick<Played, 'home' | 'away' | 'homeScore' | 'awayScore'>,
  winner: number,
  loser: number | undefined,
  decidedBy: Match['decidedBy'],
): Played {
  return { ...open, winner, loser, decidedBy };
}

/** What everybody comes to within a stage, from nothing. */
export function placedIn(play: Play, stage: Stage): (entrant: number) => Placed {
  const board = new Scoreboard(play);
  board.count(stage.counted);
  return placedBy(play, board);
}

/** The best meet the last, and the two best only in the final: 1 v 8, 4 v 5, 2 v 7, 3 v 6. Who has nobody has a bye. */
function firstSlots(seeds: readonly number[]): readonly Slot[] {
  let order = [0];
  while (order.length < seeds.length) {
    const size = order.length * 2;
    order = order.flatMap((seed) => [seed, size - 1 - seed]);
  }
  return pairs(order.map((seed) => seeds[seed] ?? null));
}

function pairs(ones: readonly (number | null | undefined)[]): readonly Slot[] {
  return Array.from({ length: ones.length >> 1 }, (_, index) => ({
    home: ones[index * 2],
    away: ones[index * 2 + 1],
  }));
}

function titleOf(matches: number): Round['title'] {
  if (matches === 1) return 'final';
  if (matches === 2) return 'semi-final';
  return matches === 4 ? 'quarter-final' : 'round';
}

type IdOf = (entrant: number | null | undefined) => number | null;

function roundOf(
  title: Round['title'],
  { from, until }: Stage,
  played: readonly Played[],
  idOf: IdOf,
): Round {
  const matches = played.map(({ home, away, homeScore, awayScore, winner, decidedBy }) => ({
    home: idOf(home),
    away: idOf(away),
    homeScore,
    awayScore,
    winner: idOf(winner),
    decidedBy,
  }));
  return { title, from, until, matches };
}

function told(
  played: readonly Played[],
  at: Instant,
  round: number,
  idOf: IdOf,
): readonly ContestEvent[] {
  return played.flatMap(({ winner, loser, decidedBy }): readonly ContestEvent[] => {
    const entrantId = idOf(winner);
    if (entrantId === null || decidedBy === 'bye') return [];
    return [{ kind: 'won-match', entrantId, over: idOf(loser), round, at, seq: null }];
  });
}
