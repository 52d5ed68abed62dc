import type { Play } from '../counting/play.js';
import type { Stage } from '../counting/stages.js';
import { placedIn } from './knock-out.js';

/** A game between two entrants, by index; `away` null is the phantom. */
export interface Game {
  readonly home: number;
  readonly away: number | null;
  readonly homeScore: number;
  readonly awayScore: number;
  /** Undefined while it runs; null is a draw, `phantom` who beat the one who met it. */
  readonly winner: number | null | 'phantom' | undefined;
}

/** What everybody comes to in a game against whom they meet; there is no winner before it is over. */
export function playGame(play: Play, stage: Stage, index: number): readonly Game[] {
  const placed = placedIn(play, stage);
  const isOver = stage.until <= play.now;
  const scores = play.entrants.map((entrant) => placed(entrant.index).score);
  const total = scores.reduce((sum, score) => sum + score, 0);
  return pairingsOf(play.entrants.length, index).map(([home, away]) => {
    const homeScore = scores[home] ?? 0;
    const awayScore =
      away === null
        ? (total - homeScore) / Math.max(1, play.entrants.length - 1)
        : (scores[away] ?? 0);
    return { home, away, homeScore, awayScore, winner: isOver ? winner() : undefined };

    function winner(): Game['winner'] {
      if (homeScore === awayScore) return null;
      return homeScore > awayScore ? home : (away ?? 'phantom');
    }
  });
}

/**
 * Who meets whom in a game, counted from 0: all stand in a circle and move on by one, but for the first. After as many
 * games as there are others everybody has met everybody once, and it begins again.
 */
export function pairingsOf(
  entrants: number,
  game: number,
): readonly (readonly [home: number, away: number | null])[] {
  const size = entrants + (entrants % 2);
  if (size < 2) return [];
  const circle = Array.from({ length: size - 1 }, (_, seat) => ((seat + game) % (size - 1)) + 1);
  const seats = [0, ...circle];
  return Array.from({ length: size / 2 }, (_, seat) => {
    const pair = [seats[seat] as number, seats[size - 1 - seat] as number] as const;
    const [home, away] = pair.toSorted((a, b) => a - b) as [number, number];
    return [home, away < entrants ? away : null] as const;
  });
}
