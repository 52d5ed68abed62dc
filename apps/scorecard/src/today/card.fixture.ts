import type { PersonLine, PersonScorecard } from '@bellwether/contracts';

/** A line of a month's meetings, 42 of 58 with 39 expected, and whatever is said to be otherwise. */
export function personLine(more: Partial<PersonLine> = {}): PersonLine {
  return {
    metric: 'meetings',
    title: 'Meetings held',
    unit: { kind: 'count', one: 'meeting', many: 'meetings' },
    direction: 'higher',
    part: 'outcome',
    weight: 100,
    cap: 150,
    period: {
      kind: 'month',
      key: '2026-11',
      label: 'November',
      startsOn: '2026-11-01',
      endsOn: '2026-11-30',
    },
    board: 'meetings.month.reps',
    isForYou: true,
    actual: 42_000,
    target: 58_000,
    fullTarget: 58_000,
    hasOwnTarget: false,
    attainment: 42 / 58,
    pace: pace(39_000),
    minimum: null,
    minimumMet: null,
    ...more,
  };
}

export function pace(
  expected: number | null,
  more: Partial<NonNullable<PersonLine['pace']>> = {},
): NonNullable<PersonLine['pace']> {
  return {
    state: 'running',
    elapsedDays: 14,
    totalDays: 21,
    byTheHour: false,
    expected,
    pace: null,
    neededPerDay: null,
    projection: null,
    ...more,
  };
}

export function personCard(more: Partial<PersonScorecard> = {}): PersonScorecard {
  return {
    person: {
      id: 7,
      name: 'Leena Korhonen',
      shortName: 'Leena',
      photoUrl: null,
      jobTitle: null,
      team: null,
    },
    scorecard: { id: 1, name: 'Field sales' },
    today: '2026-11-19',
    asOf: 0,
    worksToday: true,
    dayOff: null,
    activityScore: null,
    objectiveScore: null,
    lines: [personLine()],
    streak: null,
    objectivesMet: null,
    hill: null,
    ...more,
  };
}
