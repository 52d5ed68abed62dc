import type { Instant } from '../../ids.js';
import type { Roster } from '../roster.js';
import type { ContestRules } from '../rules/contest-rules.js';
import type { TimelineEntry } from '../timeline-entry.js';
import { windowIn, zoneFor } from './contest-clock.js';
import type { Sorted } from './contributions.js';
import { contributionsOf } from './contributions.js';
import type { Entrant } from './entrants.js';
import { entrantsOf } from './entrants.js';

/** All that a format decides from. */
export interface Play extends Sorted {
  readonly rules: ContestRules;
  readonly roster: Roster;
  readonly entrants: readonly Entrant[];
  readonly now: Instant;
  /** The window of whom it opens for first and closes for last. */
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
}

export function openPlay(
  rules: ContestRules,
  roster: Roster,
  timeline: readonly TimelineEntry[],
  now: Instant,
): Play {
  const entrants = entrantsOf(rules.entrants, roster);
  const sorted = contributionsOf(rules, roster, entrants, timeline, now);
  return { ...sorted, ...spanOf(rules, roster), rules, roster, entrants, now };
}

/** From when the window is open for anybody, until it is closed for all. */
export function spanOf(
  { window }: Pick<ContestRules, 'window'>,
  { people }: Pick<Roster, 'people'>,
): Pick<Play, 'startsAt' | 'endsAt'> {
  const windows = zonesOf({ window }, { people }).map((zone) => windowIn(window, zone));
  const ends = windows.map(({ until }) => until).filter((until) => until !== null);
  return {
    startsAt: Math.min(...windows.map(({ from }) => from)),
    endsAt: ends.length === 0 ? null : Math.max(...ends),
  };
}

/** By whose clocks the window is read; of nobody's, those of UTC. */
export function zonesOf(
  { window }: Pick<ContestRules, 'window'>,
  { people }: Pick<Roster, 'people'>,
): readonly string[] {
  const zones = new Set(people.map(({ timeZone }) => zoneFor(window, timeZone)));
  return zones.size === 0 ? [zoneFor(window, 'UTC')] : [...zones];
}
