import type { Instant } from '../../ids.js';
import type { ContestEvent } from '../contest-event.js';
import { momentOfLocal, windowIn } from '../counting/contest-clock.js';
import type { Contribution } from '../counting/contributions.js';
import { goneAt } from '../counting/entrants.js';
import type { Play } from '../counting/play.js';
import { Scoreboard } from '../counting/scoreboard.js';
import { leftOutOf, stagesOf } from '../counting/stages.js';
import type { Line, Outcome } from '../ranking/outcome.js';
import { PLAIN } from '../ranking/outcome.js';
import { byPlace, placesOf } from '../ranking/placing.js';
import { linesOf, placedBy } from '../ranking/ranked.js';
import type { EliminationFormat } from '../rules/contest-format.js';

/** Who is out stands below who is in; who went out later, higher. */
export function judgeElimination(play: Play, { cuts, fresh }: EliminationFormat): Outcome {
  const times = cuts.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const { stages, late, outside } = stagesOf(play, (zone) => [
    windowIn(play.rules.window, zone).from,
    ...times.map(({ at }) => momentOfLocal(at, zone)),
    play.endsAt ?? Number.MAX_SAFE_INTEGER,
  ]);
  const events: ContestEvent[] = [];
  const belows: (readonly Line[])[] = [];
  const notInPlay: Contribution[] = [...outside];
  const out = new Set<number>();
  let counted: Contribution[] = [];
  for (const [index, stage] of stages.entries()) {
    const playing = stage.counted.filter(({ entrant }) => !out.has(entrant));
    notInPlay.push(...stage.counted.filter(({ entrant }) => out.has(entrant)));
    counted = [...counted, ...playing];
    const cut = times[index];
    if (!cut || stage.until > play.now) break;
    const board = boardOf(play, counted);
    const leaving = leavingAt(play, board, out, cut.out, stage.until);
    for (const { entrant } of leaving) {
      out.add(entrant);
      const entrantId = play.entrants[entrant]?.id ?? 0;
      events.push({ kind: 'eliminated', entrantId, cut: index + 1, at: stage.until, seq: null });
    }
    belows.unshift(leaving);
    // From nothing again: what was before has done its work.
    if (fresh) counted = [];
  }
  const board = boardOf(play, counted);
  const staying = linesOf(play, board).filter(({ entrant }) => !out.has(entrant));
  return {
    ...PLAIN,
    lines: oneBelowTheOther([staying, ...belows]),
    events,
    notCounted: leftOutOf({ late, outside: notInPlay }),
  };
}

function boardOf(play: Play, counted: readonly Contribution[]): Scoreboard {
  const board = new Scoreboard(play);
  board.count(counted);
  return board;
}

/**
 * The last so many of those who are still in, without those who are level with somebody who stays; and whoever has left.
 * Somebody always stays.
 */
function leavingAt(
  play: Play,
  board: Scoreboard,
  out: ReadonlySet<number>,
  count: number,
  at: Instant,
): readonly Line[] {
  const placed = placedBy(play, board);
  const isGone = ({ entrant }: Line) => {
    const gone = play.entrants[entrant] && goneAt(play.entrants[entrant]);
    return typeof gone === 'number' && gone <= at;
  };
  const playing = linesOf(play, board).filter(({ entrant }) => !out.has(entrant));
  const here = playing.filter((line) => !isGone(line));
  const stays = here[Math.max(0, here.length - count - 1)];
  const leaving = here.filter(
    ({ entrant }) =>
      stays !== undefined &&
      byPlace(placed(stays.entrant), placed(entrant), play.rules.tieBreaks) < 0,
  );
  return [...leaving, ...playing.filter(isGone)].map((line) => ({ ...line, status: 'out' }));
}

/** Groups of lines, the better group first, with the places of one standing. */
function oneBelowTheOther(groups: readonly (readonly Line[])[]): readonly Line[] {
  let ahead = 0;
  return groups.flatMap((group) => {
    const lines = placesOf(group, (a, b) => a.rank === b.rank).map(({ one, rank, tied }): Line => ({
      ...one,
      rank: one.rank === null ? null : ahead + rank,
      tied: one.rank !== null && tied,
    }));
    ahead += group.length;
    return lines;
  });
}
