import { graceEnd } from './grace-end.js';
import type { EntrySeq, Instant, PersonId } from '../../ids.js';
import { addDays, startOfDate } from '../../time/business-date.js';
import type { NotCounted } from '../judgement.js';
import type { Roster, RosterPerson } from '../roster.js';
import type { ContestRules } from '../rules/contest-rules.js';
import type { TimelineEntry } from '../timeline-entry.js';
import type { Stretch } from './contest-clock.js';
import { windowIn, zoneFor } from './contest-clock.js';
import type { Entrant } from './entrants.js';

/** An entry that counts for an entrant. */
export interface Contribution {
  readonly seq: EntrySeq;
  /** Index of the entrant. */
  readonly entrant: number;
  readonly personId: PersonId;
  readonly quantities: Readonly<Record<string, number>>;
  /** The moment that counts; of what only the day is known, the first of it that is in the window. */
  readonly at: Instant;
  readonly recordedAt: Instant;
}

export interface Sorted {
  /** In order of `at`, then of `seq`, whatever order the entries came in. */
  readonly counted: readonly Contribution[];
  /** The same of what would count if somebody released it. */
  readonly held: readonly Contribution[];
  readonly notCounted: readonly { readonly seq: EntrySeq; readonly why: NotCounted }[];
}

/** Tells what counts for whom. What happens or arrives after `now` is not known yet. */
export function contributionsOf(
  rules: ContestRules,
  roster: Roster,
  entrants: readonly Entrant[],
  timeline: readonly TimelineEntry[],
  now: Instant,
): Sorted {
  const seats = seatsOf(rules, roster, entrants);
  const counted: Contribution[] = [];
  const held: Contribution[] = [];
  const notCounted: { seq: EntrySeq; why: NotCounted }[] = [];
  for (const entry of timeline) {
    if (entry.recordedAt > now) continue;
    const seat = seats.get(entry.personId);
    const verdict = seat ? countedBy(entry, seat, rules) : 'not-on-the-roster';
    if (typeof verdict === 'string') notCounted.push({ seq: entry.seq, why: verdict });
    else if (verdict.at <= now) {
      if (entry.held === true) notCounted.push({ seq: entry.seq, why: 'held' });
      (entry.held === true ? held : counted).push(verdict);
    }
  }
  return {
    counted: inOrder(counted),
    held: inOrder(held),
    notCounted: notCounted.toSorted((a, b) => a.seq - b.seq),
  };
}

/** What decides whether entries of a person count, and for whom. */
interface Seat {
  readonly person: RosterPerson;
  readonly zone: string;
  readonly window: Stretch;
  readonly entrant: (entry: TimelineEntry) => number | undefined;
}

function seatsOf(
  rules: ContestRules,
  roster: Roster,
  entrants: readonly Entrant[],
): ReadonlyMap<PersonId, Seat> {
  const indexOf = new Map(entrants.map(({ id, index }) => [id, index]));
  const sideOf = new Map(
    rules.entrants === 'sides'
      ? roster.sides.flatMap(({ sideId, members }) => members.map((id) => [id, sideId] as const))
      : [],
  );
  const entrantOf = {
    reps: ({ personId }: TimelineEntry) => indexOf.get(personId),
    teams: ({ teamId }: TimelineEntry) => (teamId === null ? undefined : indexOf.get(teamId)),
    sides: ({ personId }: TimelineEntry) => indexOf.get(sideOf.get(personId) ?? Number.NaN),
  }[rules.entrants];
  const windows = new Map<string, Stretch>();
  const seats = new Map<PersonId, Seat>();
  for (const person of roster.people) {
    const zone = zoneFor(rules.window, person.timeZone);
    const window = windows.get(zone) ?? windowIn(rules.window, zone);
    windows.set(zone, window);
    seats.set(person.personId, { person, zone, window, entrant: entrantOf });
  }
  return seats;
}

function countedBy(
  entry: TimelineEntry,
  seat: Seat,
  rules: ContestRules,
): Contribution | NotCounted {
  const entrant = seat.entrant(entry);
  if (entrant === undefined) return 'not-on-the-roster';
  const { from, until } = seat.window;
  const at = momentWithin(entry, seat);
  if (at < from || (until !== null && at >= until)) return 'outside-the-window';
  const { joinedAt, leftAt } = seat.person;
  if ((joinedAt !== null && at < joinedAt) || (leftAt !== null && at >= leftAt)) {
    return 'not-on-the-roster';
  }
  const isLate = until !== null && entry.recordedAt > graceEnd(until, rules);
  if (isLate && rules.afterEnd !== 'follow') return 'arrived-after-the-grace';
  const { seq, personId, quantities, recordedAt } = entry;
  return { seq, entrant, personId, quantities, at, recordedAt };
}

/** A day without a time counts from its first moment that somebody is in the window and on the roster. */
function momentWithin({ at, day }: TimelineEntry, { zone, window, person }: Seat): Instant {
  if (day === undefined) return at;
  const begins = startOfDate(day, zone);
  const first = Math.max(begins, window.from, person.joinedAt ?? begins);
  return first < startOfDate(addDays(day, 1), zone) ? first : begins;
}

/** Mostly they come in order: looking costs less than sorting. */
function inOrder(contributions: Contribution[]): readonly Contribution[] {
  const isSorted = contributions.every(
    (one, index) => index === 0 || byMoment(contributions[index - 1] as Contribution, one) <= 0,
  );
  return isSorted ? contributions : contributions.sort(byMoment);
}

function byMoment(a: Contribution, b: Contribution): number {
  return a.at - b.at || a.seq - b.seq;
}
