import type { ContestEvent } from '../contest-event.js';
import type { Contribution } from '../counting/contributions.js';
import type { Entrant } from '../counting/entrants.js';
import type { Play } from '../counting/play.js';
import { Scoreboard } from '../counting/scoreboard.js';
import { tallyFor } from '../counting/tally.js';
import { Arrivals, byArrival } from '../ranking/arrivals.js';
import type { Outcome } from '../ranking/outcome.js';
import { PLAIN } from '../ranking/outcome.js';
import { linesOf } from '../ranking/ranked.js';
import type { RelayFormat } from '../rules/contest-format.js';

/** The first whose last runner is there. What a runner does too much does not help the next one. */
export function judgeRelay(play: Play, { legs }: RelayFormat): Outcome {
  const runs = play.entrants.map((entrant) => runOf(play, entrant, legs));
  const inPlay = runs.flatMap(({ counted }) => counted);
  const played = new Set(inPlay);
  const board = new Scoreboard(play);
  board.count(inPlay.toSorted((a, b) => a.at - b.at || a.seq - b.seq));
  const arrivals = new Arrivals();
  for (const { finish } of runs) {
    if (!finish) continue;
    const { entrant, at } = finish;
    arrivals.note(at, { entrant, before: 0, after: 0, contribution: finish }, true);
  }
  const whole = legs.reduce((sum, leg) => sum + leg, 0);
  const lines = linesOf(play, board, (entrant) => {
    const score = runs[entrant]?.score ?? 0;
    return { score, progress: score / whole };
  });
  const came = byArrival(play, board, lines, arrivals, Infinity);
  return {
    ...PLAIN,
    lines: came.lines,
    events: [...runs.flatMap(({ events }) => events), ...came.events],
    notCounted: play.counted
      .filter((one) => !played.has(one))
      .map(({ seq }) => ({ seq, why: 'not-in-play' })),
    detail: {
      kind: 'relay',
      runners: play.entrants.map(({ id, index, people }) => {
        const leg = runs[index]?.leg ?? 0;
        const runner = leg < legs.length ? runnerOf(people, leg) : undefined;
        return { entrantId: id, leg, personId: runner?.personId ?? null };
      }),
    },
  };
}

interface Run {
  /** Legs that are done. */
  readonly leg: number;
  readonly score: number;
  readonly counted: readonly Contribution[];
  readonly finish: Contribution | undefined;
  readonly events: readonly ContestEvent[];
}

function runOf(play: Play, entrant: Entrant, legs: readonly number[]): Run {
  const own = play.counted.filter((one) => one.entrant === entrant.index);
  const counted: Contribution[] = [];
  const events: ContestEvent[] = [];
  let leg = 0;
  let done = 0;
  let finish: Contribution | undefined;
  let tally = tallyFor(play, entrant);
  for (let next = 0; next < own.length && leg < legs.length;) {
    const { at } = own[next] as Contribution;
    const runner = runnerOf(entrant.people, leg)?.personId;
    let last: Contribution | undefined;
    for (; own[next]?.at === at; next += 1) {
      const one = own[next] as Contribution;
      if (one.personId !== runner) continue;
      tally.add(one);
      counted.push(one);
      last = one;
    }
    const needed = legs[leg] as number;
    if (!last || tally.score() < needed) continue;
    [leg, done, tally] = [leg + 1, done + needed, tallyFor(play, entrant)];
    if (leg === legs.length) finish = last;
    else events.push({ kind: 'passed-baton', entrantId: entrant.id, leg, at, seq: last.seq });
  }
  const score = leg === legs.length ? done : done + Math.max(0, tally.score());
  return { leg, score, counted, finish, events };
}

/** Runners take turns. */
function runnerOf<P>(people: readonly P[], leg: number): P | undefined {
  return people[leg % people.length];
}
