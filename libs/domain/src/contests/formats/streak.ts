import type { Instant } from '../../ids.js';
import { isWorkingDay } from '../../people/working-calendar.js';
import type { BusinessDate } from '../../time/business-date.js';
import { addDays, businessDateOf } from '../../time/business-date.js';
import { windowIn, zoneFor } from '../counting/contest-clock.js';
import type { Entrant } from '../counting/entrants.js';
import type { Play } from '../counting/play.js';
import { Scoreboard } from '../counting/scoreboard.js';
import type { Outcome } from '../ranking/outcome.js';
import { PLAIN } from '../ranking/outcome.js';
import { linesOf } from '../ranking/ranked.js';
import type { StreakFormat } from '../rules/contest-format.js';

/** Days in a row; the longest run of the window counts. Days off neither break a run nor make it longer. */
export function judgeStreak(play: Play, format: StreakFormat): Outcome {
  const board = new Scoreboard(play);
  board.count(play.counted);
  const metOn = daysMet(play, format);
  const runs = play.entrants.map((entrant) =>
    runOf(play, entrant, metOn[entrant.index] ?? new Map(), format.freezes),
  );
  const lines = linesOf(play, board, (entrant) => ({
    score: runs[entrant]?.longest ?? 0,
    reachedAt: runs[entrant]?.reachedAt ?? null,
  }));
  const detail = {
    kind: 'streak',
    runs: play.entrants.map(({ id, index }) => ({
      entrantId: id,
      current: runs[index]?.current ?? 0,
      longest: runs[index]?.longest ?? 0,
      freezesLeft: runs[index]?.freezesLeft ?? 0,
    })),
  } as const;
  return { ...PLAIN, lines, events: [], detail };
}

/** By entrant, the days on which all minimums were met, and since when. */
function daysMet(
  play: Play,
  { minimums }: StreakFormat,
): readonly ReadonlyMap<BusinessDate, Instant>[] {
  const met = play.entrants.map(() => new Map<BusinessDate, Instant>());
  const zones = zonesBy(play);
  const days = new Map<string, Map<string, number>>();
  for (const { entrant, personId, quantities, at } of play.counted) {
    const date = businessDateOf(at, zones.get(personId) ?? 'UTC');
    const key = `${entrant} ${date}`;
    const sums = days.get(key) ?? new Map<string, number>();
    days.set(key, sums);
    for (const { metric } of minimums) {
      sums.set(metric, (sums.get(metric) ?? 0) + (quantities[metric] ?? 0));
    }
    const isMet = minimums.every(({ metric, atLeast }) => (sums.get(metric) ?? 0) >= atLeast);
    if (!isMet) met[entrant]?.delete(date);
    else if (!met[entrant]?.has(date)) met[entrant]?.set(date, at);
  }
  return met;
}

function zonesBy({ rules, roster }: Play): ReadonlyMap<number, string> {
  return new Map(
    roster.people.map(({ personId, timeZone }) => [personId, zoneFor(rules.window, timeZone)]),
  );
}

interface Run {
  readonly current: number;
  readonly longest: number;
  readonly freezesLeft: number;
  readonly reachedAt: Instant | null;
}

const EVERYBODYS = { workingDays: null, absences: [] };

function runOf(
  { rules, now }: Play,
  { people }: Entrant,
  metOn: ReadonlyMap<BusinessDate, Instant>,
  freezes: number,
): Run {
  const [person] = people;
  if (!person) return { current: 0, longest: 0, freezesLeft: freezes, reachedAt: null };
  const zone = zoneFor(rules.window, person.timeZone);
  const { from, until } = windowIn(rules.window, zone);
  const today = businessDateOf(now, zone);
  const last = until === null || now < until ? today : businessDateOf(until - 1, zone);
  const works = (date: BusinessDate) =>
    isWorkingDay(person.calendar ?? EVERYBODYS, date) && person.holidays?.includes(date) !== true;
  let run: Run = { current: 0, longest: 0, freezesLeft: freezes, reachedAt: null };
  for (let date = businessDateOf(from, zone); date <= last; date = addDays(date, 1)) {
    if (!works(date)) continue;
    const metAt = metOn.get(date);
    if (metAt !== undefined) run = longer(run, metAt);
    // A day that is not over can still be met.
    else if (date !== today || (until !== null && now >= until)) run = missed(run);
  }
  return run;
}

function longer(run: Run, metAt: Instant): Run {
  const current = run.current + 1;
  return current > run.longest
    ? { ...run, current, longest: current, reachedAt: metAt }
    : { ...run, current };
}

/** A freeze is spent on a run only: there is nothing to keep before one begins. */
function missed(run: Run): Run {
  return run.freezesLeft > 0 && run.current > 0
    ? { ...run, freezesLeft: run.freezesLeft - 1 }
    : { ...run, current: 0 };
}
