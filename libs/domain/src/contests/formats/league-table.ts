import type { Play } from '../counting/play.js';
import type { Scoreboard } from '../counting/scoreboard.js';
import { byTieBreaks } from '../ranking/placing.js';
import { placedBy } from '../ranking/ranked.js';
import type { LeagueFormat } from '../rules/contest-format.js';
import { inGroups } from '../ranking/in-groups.js';
import type { Game } from './league-games.js';

/** What somebody has from games that are over. */
export interface Points {
  readonly won: number;
  readonly drawn: number;
  readonly lost: number;
  readonly points: number;
}

/** By index of the entrant. */
export function pointsOf(
  { entrants }: Play,
  { points }: LeagueFormat,
  played: readonly (readonly Game[])[],
): readonly Points[] {
  return entrants.map(({ index }) => {
    let [won, drawn, lost] = [0, 0, 0];
    for (const { home, away, winner } of played.flat()) {
      if ((home !== index && away !== index) || winner === undefined) continue;
      if (winner === null) drawn += 1;
      else if (winner === index) won += 1;
      else lost += 1;
    }
    return {
      won,
      drawn,
      lost,
      points: won * points.win + drawn * points.draw + lost * points.loss,
    };
  });
}

/** The table in groups of who is level in points, games won, all that was scored, and by all tie-breaks. */
export function tableOf(
  play: Play,
  format: LeagueFormat,
  board: Scoreboard,
  played: readonly (readonly Game[])[],
): readonly (readonly number[])[] {
  const points = pointsOf(play, format, played);
  const placed = placedBy(play, board);
  const of = (entrant: number) => points[entrant] as Points;
  const better = (a: number, b: number) =>
    of(b).points - of(a).points ||
    of(b).won - of(a).won ||
    placed(b).score - placed(a).score ||
    byTieBreaks(placed(a), placed(b), play.rules.tieBreaks);
  return inGroups(
    play.entrants.map(({ index }) => index).toSorted((a, b) => better(a, b) || a - b),
    better,
  );
}
