import type { Instant } from '../../ids.js';
import type { ScorePart } from '../judgement.js';
import type { Contribution } from './contributions.js';
import type { Play } from './play.js';
import type { Tally } from './tally.js';
import { tallyFor } from './tally.js';

/** What one entrant has come to by the moments told so far. */
interface Seat {
  readonly tally: Tally;
  score: number;
  /** The moments at which the score rose for good, with what it rose to: later ones are higher. */
  readonly rises: { readonly score: number; readonly at: Instant }[];
  /** Null as long as nothing came. */
  lastAt: Instant | null;
}

/** Who did something at a moment, by which entry at last, and what it made of their score, which may be nothing. */
export interface Move {
  readonly entrant: number;
  readonly before: number;
  readonly after: number;
  readonly contribution: Contribution;
}

/**
 * Scores as they come about. What has the same moment counts together, so that something taken back, which has the
 * moment of what it takes back, leaves no trace.
 */
export class Scoreboard {
  private readonly seats: readonly Seat[];

  constructor(play: Pick<Play, 'rules' | 'roster' | 'entrants' | 'startsAt' | 'endsAt'>) {
    this.seats = play.entrants.map((entrant) => {
      const tally = tallyFor(play, entrant);
      return { tally, score: tally.score(), rises: [], lastAt: null };
    });
  }

  /** Counts contributions in the order of their moments; `seen` is told of each moment. */
  count(
    contributions: readonly Contribution[],
    seen: (at: Instant, moves: readonly Move[]) => void = () => {},
  ): void {
    for (let next = 0; next < contributions.length;) {
      const first = contributions[next] as Contribution;
      const { at } = first;
      next += 1;
      this.seat(first.entrant).tally.add(first);
      // Mostly a moment has one contribution: hundreds of thousands of them are worth a shorter way.
      if (contributions[next]?.at !== at) {
        seen(at, [this.settle(first)]);
        continue;
      }
      const last = new Map([[first.entrant, first]]);
      for (; contributions[next]?.at === at; next += 1) {
        const contribution = contributions[next] as Contribution;
        this.seat(contribution.entrant).tally.add(contribution);
        last.set(contribution.entrant, contribution);
      }
      seen(
        at,
        [...last.values()].map((contribution) => this.settle(contribution)),
      );
    }
  }

  scoreOf(entrant: number): number {
    return this.seat(entrant).score;
  }

  partsOf(entrant: number): readonly ScorePart[] {
    return this.seat(entrant).tally.parts();
  }

  quantityOf(entrant: number, metric: string): number {
    return this.seat(entrant).tally.quantityOf(metric);
  }

  /** Since when the score is at least what it is; null of who has nothing. */
  reachedAt(entrant: number): Instant | null {
    return this.seat(entrant).rises.at(-1)?.at ?? null;
  }

  lastAt(entrant: number): Instant | null {
    return this.seat(entrant).lastAt;
  }

  private settle(contribution: Contribution): Move {
    const { entrant } = contribution;
    const seat = this.seat(entrant);
    seat.lastAt = contribution.at;
    const before = seat.score;
    const after = seat.tally.score();
    if (before === after) return { entrant, before, after, contribution };
    seat.score = after;
    let { at } = contribution;
    while ((seat.rises.at(-1)?.score ?? Number.NEGATIVE_INFINITY) >= after) {
      // It was this high when it rose beyond it, and has been since.
      at = (seat.rises.pop() as { at: Instant }).at;
    }
    seat.rises.push({ score: after, at });
    return { entrant, before, after, contribution };
  }

  private seat(entrant: number): Seat {
    return this.seats[entrant] as Seat;
  }
}
