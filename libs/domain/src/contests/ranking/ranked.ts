import type { ContestEvent } from '../contest-event.js';
import type { Contribution } from '../counting/contributions.js';
import type { Play } from '../counting/play.js';
import type { Move } from '../counting/scoreboard.js';
import { Scoreboard } from '../counting/scoreboard.js';
import type { MissingGate } from '../judgement.js';
import { LiveOrder } from './live-order.js';
import type { Line } from './outcome.js';
import type { Placed } from './placing.js';
import { byPlace, inOrder, placesOf } from './placing.js';
import { StepsReached } from './steps-reached.js';
import { paidPlaces } from '../prizes/paid-places.js';

/** Whom the scores put where, and what happened on the way. */
export interface Ranking {
  readonly board: Scoreboard;
  readonly lines: readonly Line[];
  readonly events: readonly ContestEvent[];
}

/** Ranks by score what has been contributed, with the gates, tie-breaks and steps of the rules. */
export function rankedBy(play: Play, contributions: readonly Contribution[]): Ranking {
  const board = new Scoreboard(play);
  const placed = placedBy(play, board);
  const { tieBreaks, prizes } = play.rules;
  const idOf = (entrant: number) => play.entrants[entrant]?.id ?? 0;
  const order = new LiveOrder(play.entrants.length, placed, tieBreaks, paidPlaces(prizes), idOf);
  const steps = new StepsReached(prizes, idOf);
  const events: ContestEvent[] = [];
  board.count(contributions, (at, moves: readonly Move[]) => {
    for (const event of order.follow(at, moves)) events.push(event);
    for (const event of steps.follow(at, moves)) events.push(event);
  });
  return { board, lines: linesOf(play, board), events };
}

/** What a format says of an entrant instead of the board. */
export type Own = Partial<
  Pick<Line, 'score' | 'reachedAt' | 'status' | 'progress' | 'finishedAs' | 'parts'>
>;

/** Everybody by score as it is now, or by the format's own. */
export function linesOf(
  play: Play,
  board: Scoreboard,
  ownOf: (entrant: number) => Own = () => ({}),
): readonly Line[] {
  const placed = placedBy(play, board);
  const { tieBreaks } = play.rules;
  const ordered = play.entrants
    .map(({ index }) => {
      const own = ownOf(index);
      return { ...placed(index), ...own, own };
    })
    .toSorted((a, b) => inOrder(a, b, tieBreaks));
  return placesOf(ordered, (a, b) => byPlace(a, b, tieBreaks) === 0).map(({ one, rank, tied }) => ({
    entrant: one.index,
    rank: one.qualifies ? rank : null,
    tied: one.qualifies && tied,
    status: one.own.status ?? 'in',
    score: one.score,
    parts: one.own.parts ?? board.partsOf(one.index),
    reachedAt: one.score > 0 ? one.reachedAt : null,
    missing: missingOf(play, one),
    canWin: one.qualifies && one.score > 0,
    progress: one.own.progress ?? null,
    finishedAs: one.own.finishedAs ?? null,
  }));
}

function missingOf({ rules }: Pick<Play, 'rules'>, { quantityOf }: Placed): readonly MissingGate[] {
  return rules.gates
    .filter(({ metric, atLeast }) => quantityOf(metric) < atLeast)
    .map(({ metric, atLeast }) => ({ metric, has: quantityOf(metric), needs: atLeast }));
}

/** Looks at entrants as they stand on the board at the moment of looking. */
export function placedBy(
  { rules, entrants }: Pick<Play, 'rules' | 'entrants'>,
  board: Scoreboard,
): (entrant: number) => Placed {
  const { gates } = rules;
  const quantitiesOf = entrants.map(
    ({ index }) =>
      (metric: string) =>
        board.quantityOf(index, metric),
  );
  return (index) => {
    const quantityOf = quantitiesOf[index] as Placed['quantityOf'];
    return {
      index,
      qualifies: gates.every(({ metric, atLeast }) => quantityOf(metric) >= atLeast),
      score: board.scoreOf(index),
      reachedAt: board.reachedAt(index),
      lastAt: board.lastAt(index),
      quantityOf,
    };
  };
}
