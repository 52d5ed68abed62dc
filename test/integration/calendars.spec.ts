import { ProveBoards, ViewBoard, DayStartRanks } from '@bellwether/application';
import type { BusinessDate, FiscalCalendar, Period } from '@bellwether/domain';
import {
  PLAIN_CALENDAR,
  addDays,
  boardIdOf,
  neighbourOf,
  periodOf,
  yearOutline,
} from '@bellwether/domain';
import { PostgresOrganisationSettings } from '@bellwether/persistence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestStores } from '../support/stores.js';
import { openTestStores } from '../support/stores.js';
import { TESTER, World } from '../support/world.js';

let stores: TestStores;
beforeAll(async () => (stores = await openTestStores()));
afterAll(() => stores.close());

const TODAY = '2026-11-19' as BusinessDate;
const FIRST = '2024-12-01' as BusinessDate;
const DAYS = 720;

const CALENDARS: readonly [string, FiscalCalendar][] = [
  ['plain', PLAIN_CALENDAR],
  ['from April, weeks from Sunday', { startMonth: 4, pattern: 'months', weekStartsOn: 7 }],
  ['of shops', { startMonth: 2, pattern: '4-5-4', weekStartsOn: 7 }],
  // Its year 2026 has 53 weeks.
  ['of whole weeks from new year', { startMonth: 1, pattern: '4-4-5', weekStartsOn: 1 }],
  ['of whole weeks from July, from Saturday', { startMonth: 7, pattern: '5-4-4', weekStartsOn: 6 }],
];

async function worldOf(calendar: FiscalCalendar): Promise<World> {
  const world = await World.open(stores.database, stores.redis, { teams: { North: ['ada'] } });
  await follow(world, calendar);
  return world;
}

async function follow(world: World, calendar: FiscalCalendar): Promise<void> {
  const settings = new PostgresOrganisationSettings(world.database);
  await settings.change(world.organisationId, { calendar }, TESTER);
  world.directories.forget(world.organisationId);
}

/** A call on every third day, so that no two neighbouring periods count alike for long. */
const callDays = Array.from({ length: DAYS / 3 }, (_, index) => addDays(FIRST, index * 3));

async function callOn(world: World, dates: readonly BusinessDate[]): Promise<void> {
  await world.deliver(
    ...dates.map((date) => ({
      type: 'call',
      externalId: date,
      owner: 'ada@example.com',
      endedAt: `${date}T12:00:00Z`,
    })),
  );
  await world.settle();
}

function callsIn({ startsOn, endsOn }: Period): number {
  return callDays.filter((date) => (startsOn ?? '') <= date && date <= (endsOn ?? '')).length;
}

function idOf(period: Period): string {
  return boardIdOf({
    metric: 'calls',
    periodKind: period.kind,
    periodKey: period.key,
    competitors: 'reps',
    teamId: null,
  });
}

describe('boards by a calendar', () => {
  it.each(CALENDARS)('%s count the days of each of its periods', async (_, calendar) => {
    const world = await worldOf(calendar);
    const { year, quarters } = yearOutline(TODAY, calendar);
    const week = periodOf('week', TODAY, calendar);
    const periods = [
      year,
      ...quarters.flatMap(({ quarter, months }) => [quarter, ...months]),
      week,
      neighbourOf(week, -1) ?? week,
    ];
    // Half of them are kept while calls arrive, the others are built from the totals afterwards.
    const ids = periods.map(idOf);
    await world.keep(...ids.filter((__, index) => index % 2 === 0));
    await callOn(world, callDays);
    await world.keep(...ids);
    for (const [index, period] of periods.entries()) {
      const standing = await world.standing(ids[index] ?? '');
      const calls = callsIn(period);
      expect([ids[index], standing]).toEqual([
        ids[index],
        calls === 0 ? [] : [['ada', calls * 1_000]],
      ]);
    }
  });

  it.each(CALENDARS)('%s equal the ledger, also those that look back', async (_, calendar) => {
    const world = await worldOf(calendar);
    await world.use('lead_velocity_rate');
    const prove = proofOf(world);
    await prove.rebuild(world.organisationId);
    await callOn(world, callDays.slice(-40));
    await world.deliver(
      ...['2026-05-02', '2026-08-20', '2026-10-20', '2026-11-02', '2026-11-18'].map((date) => ({
        type: 'lead',
        externalId: `L-${date}`,
        owner: 'ada@example.com',
        status: 'qualified',
        createdAt: `${date}T09:00:00Z`,
        changedAt: `${date}T10:00:00Z`,
      })),
    );
    await world.settle();
    const proof = await prove.verify(world.organisationId);
    expect(proof).toMatchObject({ differences: [], totals: { differences: [] } });
    expect(proof.members).toBeGreaterThan(10);
  });

  it('are other ones once it is changed, and the same again when it is changed back', async () => {
    const [april, shops] = [CALENDARS[1]![1], CALENDARS[2]![1]];
    const world = await worldOf(april);
    await callOn(world, callDays);
    const view = viewOf(world);
    const shown = async () => {
      const board = await view.execute(world.organisationId, 'calls.quarter.reps', {
        kind: 'top',
        from: 0,
        to: 9,
      });
      return [board?.key, board?.periodLabel, board?.lines[0]?.score];
    };
    const before = await shown();
    const quarter = periodOf('quarter', TODAY, april);
    expect(before).toEqual([
      'calls.quarter@FY2027-Q3.reps.by-months-4-7',
      'Q3 FY27',
      callsIn(quarter) * 1_000,
    ]);
    await follow(world, shops);
    // Nothing was dropped: the board of the other calendar, which may still be kept, is not mistaken for it.
    expect(await shown()).toEqual([
      'calls.quarter@FY2027-Q4.reps.by-4-5-4-2-7',
      'Q4 FY27',
      callsIn(periodOf('quarter', TODAY, shops)) * 1_000,
    ]);
    await follow(world, april);
    expect(await shown()).toEqual(before);
  });

  it('knows no period of a calendar that it does not follow', async () => {
    const world = await worldOf(PLAIN_CALENDAR);
    const view = viewOf(world);
    const keyOf = (id: string) => view.keyOf(world.organisationId, id);
    expect(await keyOf('calls.quarter@FY2027-Q3.reps')).toBeUndefined();
    expect(await keyOf('calls.week@2026-11-15.reps')).toBeUndefined();
    expect(await keyOf('calls.quarter@2026-Q4.reps')).toBe('calls.quarter@2026-Q4.reps');
  });
});

function viewOf(world: World): ViewBoard {
  const clock = { now: () => world.now };
  const ranks = new DayStartRanks(world.totals, clock);
  return new ViewBoard(world.store, world.boards, world.directories, ranks, clock);
}

function proofOf(world: World): ProveBoards {
  return new ProveBoards(
    world.store,
    world.boards,
    world.ledger,
    world.totals,
    world.directories,
    { send: () => Promise.resolve() },
    { now: () => world.now },
  );
}
