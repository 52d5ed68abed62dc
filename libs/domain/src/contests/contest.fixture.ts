import type { EntrySeq, Instant, PersonId, TeamId } from '../ids.js';
import type { Judgement } from './judgement.js';
import type { Roster, RosterPerson } from './roster.js';
import type { LocalDateTime } from './rules/contest-window.js';
import type { ContestRules } from './rules/contest-rules.js';
import type { PlacePrize } from './rules/prize-rule.js';
import type { TimelineEntry } from './timeline-entry.js';

export const local = (text: string) => text as LocalDateTime;
export const at = (text: string): Instant => Date.parse(`${text}Z`);
export const MONDAY = at('2026-11-23T00:00');
export const HOUR = 3_600_000;
export const AFTERWARDS = at('2026-12-15T00:00');

/** A week in UTC, from Monday 23 November 2026, for the most deals. */
export const RULES: ContestRules = {
  entrants: 'reps',
  score: {
    lines: [{ metric: 'deals', worth: { kind: 'value' }, most: null }],
    group: { kind: 'sum' },
    multiplier: null,
  },
  format: { kind: 'rank' },
  gates: [],
  tieBreaks: [],
  prizes: [],
  window: { from: local('2026-11-23T00:00'), until: local('2026-11-30T00:00'), zone: 'UTC' },
  graceMinutes: 24 * 60,
  afterEnd: 'freeze',
  recurrence: null,
  hidden: false,
};

export const prizes = (...amounts: readonly number[]): PlacePrize[] =>
  amounts.map((amount) => ({ amount, item: null, atLeast: null }));

export const person = (
  id: number,
  name: string,
  more: Partial<RosterPerson> = {},
): RosterPerson => ({
  personId: id as PersonId,
  name,
  timeZone: 'UTC',
  joinedAt: null,
  leftAt: null,
  ...more,
});

/** People 1, 2, 3, … by their names. */
export const people = (...names: readonly string[]): Roster => ({
  people: names.map((name, index) => person(index + 1, name)),
  teams: [],
  sides: [],
  seed: null,
});

/** `seq` and the hours since Monday midnight count on where they are not told. */
export const entry = (
  seq: number,
  who: number,
  hour: number,
  deals: number,
  more: Partial<TimelineEntry> = {},
): TimelineEntry => ({
  seq: seq as EntrySeq,
  personId: who as PersonId,
  teamId: null,
  quantities: { deals },
  at: MONDAY + hour * HOUR,
  recordedAt: MONDAY + hour * HOUR,
  ...more,
});

export const team = (id: number) => id as TeamId;

/** `1 ada 5`, best first. */
export const standing = ({ standings }: Judgement) =>
  standings.map(({ rank, name, score }) => `${rank ?? '-'} ${name} ${score}`);

/** `ada 500`. */
export const paid = ({ payouts }: Judgement) =>
  payouts.map(({ name, amount, items }) => [name, amount, ...items].join(' '));

/** `took-the-lead 1 @5`: the kind, whom, and the hour since Monday midnight. */
export const told = ({ events }: Judgement) =>
  events.map((event) => {
    const who = 'entrantId' in event ? ` ${event.entrantId}` : '';
    return `${event.kind}${who} @${(event.at - MONDAY) / HOUR}`;
  });
