import type { Instant } from '../../ids.js';
import type { ContestEvent } from '../contest-event.js';
import type { Play } from '../counting/play.js';
import type { Move } from '../counting/scoreboard.js';
import { Scoreboard } from '../counting/scoreboard.js';
import type { Outcome } from '../ranking/outcome.js';
import { PLAIN } from '../ranking/outcome.js';
import type { Placed } from '../ranking/placing.js';
import { inOrder } from '../ranking/placing.js';
import { linesOf, placedBy } from '../ranking/ranked.js';

/** Who leads holds the hill; to be level with the king is not enough. The score is the time held. */
export function judgeKingOfTheHill(play: Play): Outcome {
  const board = new Scoreboard(play);
  const placed = placedBy(play, board);
  const held = play.entrants.map(() => 0);
  const events: ContestEvent[] = [];
  const idOf = (entrant: number | null) =>
    entrant === null ? null : (play.entrants[entrant]?.id ?? null);
  let king: number | null = null;
  let since: Instant = play.startsAt;
  const holdUntil = (at: Instant) => {
    if (king !== null) held[king] = (held[king] ?? 0) + at - since;
  };
  board.count(play.counted, (at, moves) => {
    const next = kingAfter(play, placed, king, moves);
    if (next === king) return;
    holdUntil(at);
    const id = idOf(next);
    if (id !== null) {
      const by = moves.find(({ entrant }) => entrant === next) ?? moves[0];
      const seq = by?.contribution.seq ?? null;
      events.push({ kind: 'took-the-hill', entrantId: id, from: idOf(king), at, seq });
    }
    [king, since] = [next, at];
  });
  holdUntil(Math.min(play.now, play.endsAt ?? play.now));
  const lines = linesOf(play, board, (entrant) => ({ score: held[entrant] ?? 0 }));
  const detail = {
    kind: 'king-of-the-hill',
    king: idOf(king),
    since: king === null ? null : since,
  } as const;
  return { ...PLAIN, lines, events, detail };
}

function kingAfter(
  { entrants, rules }: Play,
  placed: (entrant: number) => Placed,
  king: number | null,
  moves: readonly Move[],
): number | null {
  const mayHold = (entrant: number) => placed(entrant).qualifies && placed(entrant).score > 0;
  const best = (candidates: readonly number[]) =>
    candidates
      .filter(mayHold)
      .toSorted((a, b) => inOrder(placed(a), placed(b), rules.tieBreaks))[0] ?? null;
  // While the king does not fall, only who moved can get ahead.
  const kingMoved = king === null || moves.some(({ entrant }) => entrant === king);
  const challenger = best(
    kingMoved ? entrants.map(({ index }) => index) : moves.map(({ entrant }) => entrant),
  );
  if (challenger === null || king === null || !mayHold(king)) {
    return challenger ?? (king !== null && mayHold(king) ? king : null);
  }
  return placed(challenger).score > placed(king).score ? challenger : king;
}
