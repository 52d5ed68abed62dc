import type { ContestEvent } from '../contest-event.js';
import type { Play } from '../counting/play.js';
import { Scoreboard } from '../counting/scoreboard.js';
import type { Arrival } from '../ranking/arrivals.js';
import type { Outcome } from '../ranking/outcome.js';
import { PLAIN } from '../ranking/outcome.js';
import { linesOf } from '../ranking/ranked.js';
import type { EpicGoalFormat } from '../rules/contest-format.js';

/** One target for all together. Everybody who has given something has finished when it is reached. */
export function judgeEpicGoal(play: Play, { target, camps }: EpicGoalFormat): Outcome {
  const board = new Scoreboard(play);
  const upwards = camps.toSorted((a, b) => a - b);
  const events: ContestEvent[] = [];
  let total = 0;
  let camp = 0;
  let reached: Arrival | null = null;
  board.count(play.counted, (at, moves) => {
    for (const { before, after } of moves) total += after - before;
    const seq = moves.at(-1)?.contribution.seq ?? null;
    for (; total * 100 >= target * (upwards[camp] ?? Number.POSITIVE_INFINITY); camp += 1) {
      const score = (target * (upwards[camp] as number)) / 100;
      events.push({ kind: 'reached-step', entrantId: null, step: camp + 1, score, at, seq });
    }
    if (total < target) reached = null;
    else if (seq !== null) reached ??= { at, seq };
  });
  const goal = reached as Arrival | null;
  if (goal) events.push({ kind: 'finished', entrantId: null, place: 1, ...goal });
  const lines = linesOf(play, board, (entrant) => ({
    progress: total / target,
    ...(goal && { status: 'finished' }),
    ...(goal && board.scoreOf(entrant) > 0 && { finishedAs: 1 }),
  }));
  const detail = { kind: 'epic-goal', total, reachedAt: goal?.at ?? null } as const;
  return { ...PLAIN, lines, events, detail };
}
