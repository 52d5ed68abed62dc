import type { EntrySeq, Instant } from '../../ids.js';
import type { ContestEvent } from '../contest-event.js';
import type { Play } from '../counting/play.js';
import type { Move, Scoreboard } from '../counting/scoreboard.js';
import type { Line, Outcome } from './outcome.js';
import { byTieBreaks, placesOf } from './placing.js';
import { placedBy } from './ranked.js';

/** By what, and when, somebody came to where they are. */
export interface Arrival {
  readonly at: Instant;
  readonly seq: EntrySeq;
}

/** Since when entrants have, without a break, what a format asks for. */
export class Arrivals {
  private readonly since = new Map<number, Arrival>();

  /** Notes of who moved whether they are there now. */
  note(at: Instant, { entrant, contribution }: Move, isThere: boolean): void {
    if (!isThere) this.since.delete(entrant);
    else if (!this.since.has(entrant)) this.since.set(entrant, { at, seq: contribution.seq });
  }

  get count(): number {
    return this.since.size;
  }

  of(entrant: number): Arrival | undefined {
    return this.since.get(entrant);
  }
}

/**
 * Places those who are there, by when they came, ahead of all others; the first `winners` of them have finished. Only they
 * can win.
 */
export function byArrival(
  play: Play,
  board: Scoreboard,
  lines: readonly Line[],
  arrivals: Arrivals,
  winners: number,
): Pick<Outcome, 'lines' | 'events'> {
  const placed = placedBy(play, board);
  const tieBreaks = play.rules.tieBreaks.filter(({ kind }) => kind !== 'first-to-reach');
  const cameAt = ({ entrant }: Line) => arrivals.of(entrant)?.at ?? Number.POSITIVE_INFINITY;
  const earlier = (a: Line, b: Line) =>
    cameAt(a) - cameAt(b) || byTieBreaks(placed(a.entrant), placed(b.entrant), tieBreaks);
  const there = lines.filter(({ entrant }) => arrivals.of(entrant)).toSorted(earlier);
  const finished = placesOf(there, (a, b) => earlier(a, b) === 0).map(
    ({ one, rank, tied }): Line => ({
      ...one,
      rank,
      tied,
      status: 'finished',
      reachedAt: cameAt(one),
      canWin: rank <= winners,
      finishedAs: rank <= winners ? rank : null,
    }),
  );
  const behind = lines.filter(({ entrant }) => !arrivals.of(entrant));
  const onTheWay = placesOf(behind, (a, b) => a.rank === b.rank).map(({ one, rank }): Line => ({
    ...one,
    rank: one.rank === null ? null : finished.length + rank,
    canWin: false,
  }));
  return {
    lines: [...finished, ...onTheWay],
    events: finished.flatMap((line) => told(play, arrivals, line)),
  };
}

function told(
  { entrants }: Play,
  arrivals: Arrivals,
  { entrant, finishedAs }: Line,
): readonly ContestEvent[] {
  const arrival = arrivals.of(entrant);
  const id = entrants[entrant]?.id;
  if (!arrival || id === undefined || finishedAs === null) return [];
  return [{ kind: 'finished', entrantId: id, place: finishedAs, ...arrival }];
}
