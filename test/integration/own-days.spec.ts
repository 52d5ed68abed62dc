import type { SeenScorecard } from '@bellwether/application';
import { MeasurePeople, SeeScorecard } from '@bellwether/application';
import type { ScorecardLine } from '@bellwether/domain';
import {
  PostgresDailyTotals,
  PostgresPresences,
  PostgresProfiles,
  PostgresScorecards,
} from '@bellwether/persistence';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestStores } from '../support/stores.js';
import { openTestStores } from '../support/stores.js';
import { TESTER, World } from '../support/world.js';

let stores: TestStores;
let world: World;
beforeAll(async () => (stores = await openTestStores()));
afterAll(() => stores.close());
/** A house in New York, with kenji in Tokyo, fourteen hours ahead. */
beforeEach(async () => {
  world = await World.open(stores.database, stores.redis, {
    timeZone: 'America/New_York',
    teams: { North: ['kenji', 'ada'] },
  });
  await liveIn('kenji', 'Asia/Tokyo');
});

const CALLS: ScorecardLine = {
  metric: 'calls',
  part: 'activity',
  period: 'day',
  target: 10_000,
  weight: 100,
  minimum: 4_000,
  cap: 150,
};
const WON: ScorecardLine = {
  ...CALLS,
  metric: 'deals_won',
  part: 'outcome',
  period: 'month',
  minimum: null,
};

async function liveIn(name: string, timeZone: string | null): Promise<void> {
  const person = world.people.get(name)!;
  const profiles = new PostgresProfiles(world.database);
  await profiles.change(world.organisationId, person, { timeZone }, TESTER);
  world.directories.forget(world.organisationId);
}

async function measureBy(forgivenMisses = 0): Promise<void> {
  const people = [...world.people.values()];
  const whom = { people, jobTitles: [], teams: [] };
  const draft = { name: 'All', for: whom, lines: [CALLS, WON], forgivenMisses };
  await new PostgresScorecards(world.database).add(world.organisationId, draft, TESTER);
}

/** A call at each of these hours of a day in Tokyo. */
const inTokyo = (owner: string, date: string, ...hours: readonly number[]) =>
  hours.map((hour) => ({
    type: 'call',
    externalId: `${owner} ${date} ${hour}`,
    owner: `${owner}@example.com`,
    endedAt: new Date(`${date}T${String(hour).padStart(2, '0')}:00:00+09:00`).toISOString(),
  }));

async function seenAt(moment: string, name = 'kenji'): Promise<SeenScorecard> {
  await world.settle();
  world.now = Date.parse(moment);
  const clock = { now: () => world.now };
  const dailyTotals = new PostgresDailyTotals(world.database);
  const presences = new PostgresPresences(world.database);
  const see = new SeeScorecard(
    new PostgresScorecards(world.database),
    new MeasurePeople(world.totals, dailyTotals, presences, clock),
    dailyTotals,
    presences,
    world.directories,
    clock,
  );
  const person = world.people.get(name)!;
  const looker = { kind: 'rep', personId: person, manages: [] } as const;
  const seen = await see.execute(world.organisationId, person, looker);
  if (typeof seen === 'string') throw new Error(seen);
  return seen;
}

describe('the day of somebody with a zone of their own', () => {
  it('is the whole of it, though it lies on two days of the house', async () => {
    await measureBy();
    await world.deliver(...inTokyo('kenji', '2026-11-19', 9, 11, 13, 15, 17));
    // In New York midnight comes at 14:00 of Tokyo's clocks.
    const seen = await seenAt('2026-11-19T17:30:00+09:00');
    expect(seen.today).toBe('2026-11-19');
    expect(seen.lines[0]).toMatchObject({ minimumMet: true, measured: { actual: 5_000 } });
    expect(seen.lines[0]?.period).toMatchObject({ key: '2026-11-19' });
    expect(seen.streak?.current).toBe(1);
    expect(await world.dailyTotals()).toMatchObject({
      'calls kenji 2026-11-18': expect.stringMatching(/^3000 /) as string,
      'calls kenji 2026-11-19': expect.stringMatching(/^2000 /) as string,
    });
  });

  it('begins with nothing, while the house is still at the day before', async () => {
    await measureBy();
    await world.deliver(...inTokyo('kenji', '2026-11-19', 20, 21, 22, 23));
    const seen = await seenAt('2026-11-20T00:30:00+09:00');
    expect([seen.today, seen.lines[0]?.measured.actual]).toEqual(['2026-11-20', 0]);
    expect(seen.lines[0]?.pace?.state).toBe('not-started');
    expect(seen.streak).toMatchObject({ current: 1, lastMetDay: '2026-11-19' });
  });

  it('is that of the house for everybody else, and for who has the same zone', async () => {
    await measureBy();
    await liveIn('ada', 'America/New_York');
    await world.deliver(...inTokyo('ada', '2026-11-19', 9, 11, 13, 15, 17));
    const seen = await seenAt('2026-11-19T13:30:00+09:00', 'ada');
    expect([seen.today, seen.lines[0]?.measured.actual]).toEqual(['2026-11-18', 3_000]);
  });

  it('leaves what has a day and no moment on that day', async () => {
    await measureBy();
    await liveIn('kenji', 'Pacific/Honolulu');
    // Said a week later, so that of the nineteenth only the day is known.
    world.now = Date.parse('2026-11-26T18:00:00Z');
    await world.deliver({
      type: 'deal',
      externalId: 'D-dated',
      owner: 'kenji@example.com',
      status: 'won',
      amount: '10.00',
      closedOn: '2026-11-19',
      changedAt: '2026-11-26T17:00:00Z',
    });
    const totals = new PostgresDailyTotals(world.database);
    await world.settle();
    const { measures } = await world.directories.read(world.organisationId);
    const won = measures.filter(({ key }) => key === 'deals_won').map(({ id }) => id);
    const range = { from: '2026-11-01', to: '2026-11-30' } as never;
    const read = await totals.readInZone(
      world.organisationId,
      won,
      range,
      [world.people.get('kenji')!],
      'Pacific/Honolulu',
    );
    expect(read.map(({ date, quantity }) => [date, quantity])).toEqual([['2026-11-19', 1_000]]);
  });

  it('follows corrections: what is taken back leaves their day', async () => {
    await measureBy();
    await world.deliver(...inTokyo('kenji', '2026-11-19', 9, 15));
    await world.settle();
    const [first] = inTokyo('kenji', '2026-11-19', 9);
    await world.deliver({ ...first, deleted: true });
    const { lines } = await seenAt('2026-11-19T17:30:00+09:00');
    expect(lines[0]?.measured.actual).toBe(1_000);
  });

  it('counts months and boards by the days of the house', async () => {
    await measureBy();
    world.now = Date.parse('2026-12-01T09:30:00+09:00');
    await world.deliver({
      type: 'deal',
      externalId: 'D-1',
      owner: 'kenji@example.com',
      status: 'won',
      amount: '10.00',
      // The first of December in Tokyo, the last of November in New York.
      changedAt: '2026-12-01T09:00:00+09:00',
    });
    const { today, lines } = await seenAt('2026-12-01T09:30:00+09:00');
    expect([today, lines[1]?.period.key, lines[1]?.measured.actual]).toEqual([
      '2026-12-01',
      '2026-11',
      1_000,
    ]);
  });
});

describe('a streak with misses forgiven', () => {
  it.each([
    [0, 1],
    [1, 3],
  ])('%i a month, after two days, a miss and a day is %i', async (forgiven, current) => {
    await measureBy(forgiven);
    await world.deliver(
      ...['2026-11-16', '2026-11-17', '2026-11-19'].flatMap((date) =>
        inTokyo('kenji', date, 9, 11, 13, 15),
      ),
    );
    expect((await seenAt('2026-11-19T17:00:00+09:00')).streak).toMatchObject({
      current,
      forgivenThisMonth: forgiven,
    });
  });
});
