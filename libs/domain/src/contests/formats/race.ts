import { graceEnd } from '../counting/grace-end.js';
import type { Instant } from '../../ids.js';
import type { ContestEvent } from '../contest-event.js';
import type { Contribution } from '../counting/contributions.js';
import type { Play } from '../counting/play.js';
import { Scoreboard } from '../counting/scoreboard.js';
import { Arrivals, byArrival } from '../ranking/arrivals.js';
import type { Outcome } from '../ranking/outcome.js';
import { PLAIN } from '../ranking/outcome.js';
import { placedBy, rankedBy } from '../ranking/ranked.js';
import type { RaceFormat } from '../rules/contest-format.js';

/** Each look may move the end by what arrived too late for it; it never took more than a few. */
const LOOKS = 8;

/**
 * First to the target. Who is there stands ahead of who is not, in the order in which they got there, and stays there as
 * long as the score is not taken back below the target.
 */
export function judgeRace(play: Play, format: RaceFormat): Outcome {
  const { afterEnd } = play.rules;
  let { counted } = play;
  let last = run(play, format, counted);
  for (let look = 0; look < LOOKS && last.wonAt !== null && afterEnd !== 'follow'; look += 1) {
    const closesAt = graceEnd(last.wonAt, play.rules);
    const inTime = play.counted.filter(({ recordedAt }) => recordedAt <= closesAt);
    if (inTime.length === counted.length) break;
    counted = inTime;
    last = run(play, format, counted);
  }
  const endedAt = format.ends === 'when-won' ? last.wonAt : null;
  const inPlay = endedAt === null ? counted : counted.filter(({ at }) => at <= endedAt);
  return {
    ...PLAIN,
    ...raced(play, format, inPlay),
    endedAt,
    notCounted: leftOut(play.counted, counted, inPlay),
  };
}

interface Run {
  readonly arrivals: Arrivals;
  /** The moment at which the last of all winners was there. */
  readonly wonAt: Instant | null;
}

function run(
  play: Play,
  { target, winners, ends }: RaceFormat,
  contributions: readonly Contribution[],
): Run {
  const board = new Scoreboard(play);
  const placed = placedBy(play, board);
  const arrivals = new Arrivals();
  let wonAt: Instant | null = null;
  board.count(contributions, (at, moves) => {
    for (const move of moves) {
      arrivals.note(at, move, move.after >= target && placed(move.entrant).qualifies);
    }
    if (ends === 'when-won' && arrivals.count >= winners) wonAt ??= at;
  });
  return { arrivals, wonAt };
}

function raced(
  play: Play,
  format: RaceFormat,
  inPlay: readonly Contribution[],
): Pick<Outcome, 'lines' | 'events'> {
  const { board, lines, events } = rankedBy(play, inPlay);
  const { arrivals } = run(play, format, inPlay);
  const towards = lines.map((line) => ({ ...line, progress: line.score / format.target }));
  const came = byArrival(play, board, towards, arrivals, format.winners);
  return { lines: came.lines, events: [...events.filter(isNoPrize), ...came.events] };
}

/** Places win nothing before somebody is at the target. */
function isNoPrize({ kind }: ContestEvent): boolean {
  return kind !== 'entered-prizes' && kind !== 'left-prizes';
}

function leftOut(
  all: readonly Contribution[],
  inTime: readonly Contribution[],
  inPlay: readonly Contribution[],
): Outcome['notCounted'] {
  const [timely, played] = [new Set(inTime), new Set(inPlay)];
  return all
    .filter((one) => !played.has(one))
    .map((one) => ({
      seq: one.seq,
      why: timely.has(one) ? 'not-in-play' : 'arrived-after-the-grace',
    }));
}
