import { momentAfter } from '../counting/contest-clock.js';
import { meanBefore } from '../counting/entrants.js';
import type { Play } from '../counting/play.js';
import { scorerFor } from '../counting/score-of.js';
import { Scoreboard } from '../counting/scoreboard.js';
import { leftOutOf, stagesOf } from '../counting/stages.js';
import type { Line, Outcome } from '../ranking/outcome.js';
import { PLAIN } from '../ranking/outcome.js';
import { linesOf } from '../ranking/ranked.js';
import type { BracketFormat } from '../rules/contest-format.js';
import { linesByGroups } from './lines-by-groups.js';
import { playKnockOut, roundsFor } from './knock-out.js';

/** Knock-out. Places are won when the final is decided; who loses in the same round shares one. */
export function judgeBracket(play: Play, { round, seeding, thirdPlace }: BracketFormat): Outcome {
  const rounds = roundsFor(play.entrants.length);
  const { stages, late, outside } = stagesOf(play, (zone) =>
    Array.from({ length: rounds + 1 }, (_, index) =>
      momentAfter(play.rules.window.from, round, index, zone),
    ),
  );
  const knockOut = playKnockOut(play, seedsOf(play, seeding), stages, thirdPlace);
  const board = new Scoreboard(play);
  board.count(stages.flatMap(({ counted }) => counted));
  const inIt = new Set(knockOut.stillIn);
  const lines = linesOf(play, board, (entrant) => ({
    score: knockOut.scoreOf.get(entrant) ?? 0,
    status: inIt.has(entrant) ? 'in' : 'out',
  }));
  const end = stages.at(-1)?.until ?? play.startsAt;
  return {
    ...PLAIN,
    lines: knockOut.isOver
      ? linesByGroups(knockOut.ranked, lines)
      : lines.map((line): Line => ({ ...line, rank: null, tied: false })),
    events: knockOut.events,
    endedAt: knockOut.isOver ? end : null,
    places: knockOut.isOver ? 'now' : 'later',
    notCounted: leftOutOf({ late, outside }),
    detail: { kind: 'bracket', rounds: knockOut.rounds },
  };
}

/** Indices of entrants, the best seed first. */
function seedsOf({ entrants, rules }: Play, seeding: BracketFormat['seeding']): readonly number[] {
  if (seeding === 'roster') return entrants.map(({ index }) => index);
  return entrants
    .map((entrant) => ({
      index: entrant.index,
      before: scorerFor(rules.score, entrant).score((metric) => meanBefore(entrant, metric)),
    }))
    .toSorted((a, b) => b.before - a.before || a.index - b.index)
    .map(({ index }) => index);
}
