import type { ContestEvent } from '../contest-event.js';
import { momentAfter } from '../counting/contest-clock.js';
import type { Contribution } from '../counting/contributions.js';
import type { Play } from '../counting/play.js';
import { Scoreboard } from '../counting/scoreboard.js';
import type { Stage } from '../counting/stages.js';
import { leftOutOf, stagesOf } from '../counting/stages.js';
import type { Match, Round, TableLine } from '../format-detail.js';
import type { Outcome } from '../ranking/outcome.js';
import { PLAIN } from '../ranking/outcome.js';
import { byTieBreaks } from '../ranking/placing.js';
import { linesOf, placedBy } from '../ranking/ranked.js';
import type { LeagueFormat } from '../rules/contest-format.js';
import { linesByGroups } from './lines-by-groups.js';
import { playKnockOut, roundsFor } from './knock-out.js';
import type { Game } from './league-games.js';
import { playGame } from './league-games.js';
import type { Points } from './league-table.js';
import { pointsOf, tableOf } from './league-table.js';
import { inGroups } from '../ranking/in-groups.js';

/** A season of games, one against one, with play-offs. */
export function judgeLeague(play: Play, format: LeagueFormat): Outcome {
  const { games, game } = format;
  const finals = Math.min(format.playOffs, play.entrants.length);
  const playOffRounds = finals > 1 ? roundsFor(finals) : 0;
  const { stages, late, outside } = stagesOf(play, (zone) =>
    Array.from({ length: games + playOffRounds + 1 }, (_, index) =>
      momentAfter(play.rules.window.from, game, index, zone),
    ),
  );
  const season = stages.slice(0, games);
  const played = season.map((stage, index) => playGame(play, stage, index));
  const board = boardOf(play, season);
  const table = tableOf(play, format, board, played);
  const isSeasonOver = (season.at(-1)?.until ?? 0) <= play.now;
  const seeds = table.flat();
  const playOffs =
    playOffRounds > 0 && isSeasonOver
      ? playKnockOut(play, seeds.slice(0, finals), stages.slice(games), true)
      : null;
  const rest =
    isSeasonOver && playOffs ? afterwards(play, stages.slice(games), seeds.slice(finals)) : null;
  const isOver = playOffs ? playOffs.isOver : isSeasonOver && playOffRounds === 0;
  const groups = playOffs?.isOver ? [...playOffs.ranked, ...(rest ?? [])] : table;
  const points = pointsOf(play, format, played);
  const lines = linesOf(play, board, (entrant) => ({ score: points[entrant]?.points ?? 0 }));
  const idOf = (entrant: number) => play.entrants[entrant]?.id ?? 0;
  const mvp = isSeasonOver ? mostScored(play, board) : [];
  const consolation = isOver ? (rest?.[0] ?? []) : [];
  return {
    ...PLAIN,
    lines: linesByGroups(groups, lines),
    events: [
      ...season.flatMap((stage, index) => told(stage, played[index] ?? [], index + 1, play, idOf)),
      ...(playOffs?.events.map((event) =>
        event.kind === 'won-match' ? { ...event, round: event.round + games } : event,
      ) ?? []),
    ],
    endedAt: isOver ? (stages.at(-1)?.until ?? null) : null,
    places: isOver ? 'now' : 'later',
    honours: { mvp, consolation },
    notCounted: leftOutOf({ late, outside }),
    detail: {
      kind: 'league',
      rounds: season.map(({ from, until }, index): Round => ({
        title: 'round',
        from,
        until,
        matches: (played[index] ?? []).map((match) => matchOf(match, idOf)),
      })),
      table: seeds.map((entrant): TableLine => ({
        entrantId: idOf(entrant),
        ...(points[entrant] as Points),
        scored: board.scoreOf(entrant),
      })),
      playOffs: playOffs?.rounds ?? [],
      mvp: mvp.map(idOf),
      consolation: consolation.map(idOf),
    },
  };
}

function boardOf(play: Play, stages: readonly Stage[]): Scoreboard {
  const board = new Scoreboard(play);
  const counted: Contribution[] = stages.flatMap((stage) => stage.counted);
  board.count(counted.toSorted((a, b) => a.at - b.at || a.seq - b.seq));
  return board;
}

/** Who is not among the best plays on for the first place behind them: the most of all further games. */
function afterwards(
  play: Play,
  stages: readonly Stage[],
  rest: readonly number[],
): readonly (readonly number[])[] {
  const placed = placedBy(play, boardOf(play, stages));
  const better = (a: number, b: number) =>
    placed(b).score - placed(a).score || byTieBreaks(placed(a), placed(b), play.rules.tieBreaks);
  return inGroups(
    rest.toSorted((a, b) => better(a, b) || a - b),
    better,
  );
}

function mostScored({ entrants }: Play, board: Scoreboard): readonly number[] {
  const most = Math.max(...entrants.map(({ index }) => board.scoreOf(index)));
  return most > 0
    ? entrants.filter(({ index }) => board.scoreOf(index) === most).map(({ index }) => index)
    : [];
}

function told(
  { until }: Stage,
  games: readonly Game[],
  round: number,
  { now }: Play,
  idOf: (entrant: number) => number,
): readonly ContestEvent[] {
  if (until > now) return [];
  return games.map(({ home, away, winner }): ContestEvent => {
    const moment = { round, at: until, seq: null };
    if (winner === null || winner === undefined || winner === 'phantom') {
      const entrantIds = away === null ? [idOf(home)] : [idOf(home), idOf(away)];
      return winner === 'phantom'
        ? { kind: 'lost-to-phantom', entrantId: idOf(home), ...moment }
        : { kind: 'drew-match', entrantIds, ...moment };
    }
    const loser = winner === home ? away : home;
    const over = loser === null ? null : idOf(loser);
    return { kind: 'won-match', entrantId: idOf(winner), over, ...moment };
  });
}

function matchOf(
  { home, away, homeScore, awayScore, winner }: Game,
  idOf: (entrant: number) => number,
): Match {
  const decided = winner === null ? 'draw' : 'score';
  return {
    home: idOf(home),
    away: away === null ? null : idOf(away),
    homeScore,
    awayScore,
    winner: typeof winner === 'number' ? idOf(winner) : null,
    decidedBy: winner === undefined ? null : decided,
  };
}
