import type { SeenScorecard } from '@bellwether/application';
import { MeasurePeople, SeeScorecard } from '@bellwether/application';
import type { Absence, BusinessDate, ScorecardLine } from '@bellwether/domain';
import {
  PostgresDailyTotals,
  PostgresHolidays,
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
beforeEach(async () => {
  world = await World.open(stores.database, stores.redis, { teams: { North: ['ada'] } });
});

const activity = (metric: string, count: number, weight: number, minimum = 0): ScorecardLine => ({
  metric,
  part: 'activity',
  period: 'day',
  target: count * 1_000,
  weight,
  minimum: minimum === 0 ? null : minimum * 1_000,
  cap: 100,
});
const outcome = (metric: string, target: number, weight = 100): ScorecardLine => ({
  ...activity(metric, 0, weight),
  part: 'outcome',
  period: 'month',
  target,
});

const ada = () => world.people.get('ada')!;

async function measuredBy(...lines: readonly ScorecardLine[]): Promise<void> {
  const draft = {
    name: 'Ada',
    for: { people: [ada()], jobTitles: [], teams: [] },
    lines,
    forgivenMisses: 0,
  };
  await new PostgresScorecards(world.database).add(world.organisationId, draft, TESTER);
}

async function awayOn(...days: readonly (readonly [from: string, until: string])[]): Promise<void> {
  const absences = days.map(([from, until]) => ({ kind: 'holiday', from, until }) as Absence);
  const profiles = new PostgresProfiles(world.database);
  await profiles.change(world.organisationId, ada(), { absences }, TESTER);
}

let sent = 0;
const some = (type: string, count: number, more: object): object[] =>
  Array.from({ length: count }, () => ({
    type,
    externalId: `${type}-${(sent += 1)}`,
    owner: 'ada@example.com',
    ...more,
  }));
const calls = (count: number, date: string) =>
  some('call', count, { endedAt: `${date}T10:00:00Z` });
const won = (count: number, amount: string, closedOn: string) =>
  some('deal', count, {
    status: 'won',
    amount,
    currency: 'EUR',
    closedOn,
    changedAt: `${closedOn}T10:00:00Z`,
  });

/** As a page shows it at that moment, with everything that has come in. */
async function seenAt(moment: string): Promise<SeenScorecard> {
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
  const looker = { kind: 'rep', personId: ada(), manages: [] } as const;
  const seen = await see.execute(world.organisationId, ada(), looker);
  if (typeof seen === 'string') throw new Error(seen);
  return seen;
}

const cents = (amount: number | null | undefined) => Math.round(amount ?? Number.NaN);

describe('the examples of the catalogue, from records to the page', () => {
  it('activity score: 10 of 20, 30 of 20, 5 of 5 and 2 of 4 are 75, and 70 where it ranks', async () => {
    await measuredBy(
      activity('calls', 20, 20),
      activity('emails', 20, 10),
      activity('leads_created', 5, 30),
      activity('meetings_held', 4, 40),
    );
    const at = '2026-11-18T10:00:00Z';
    await world.deliver(
      ...calls(10, '2026-11-18'),
      ...some('email', 30, { sentAt: at }),
      ...some('lead', 5, { createdAt: at, changedAt: at, status: 'new' }),
      ...some('meeting', 2, { bookedAt: at, heldAt: at, changedAt: at, status: 'held' }),
    );
    const { activityScore } = await seenAt('2026-11-18T17:00:00Z');
    expect(activityScore?.shown).toBeCloseTo(75, 9);
    expect(activityScore?.ranked).toBeCloseTo(70, 9);
  });

  it('objective score: 2 of 4 deals and 40,000 of 20,000 are 170', async () => {
    await measuredBy(outcome('deals_won', 4_000, 20), outcome('revenue_won', 20_000_00, 80));
    await world.deliver(...won(2, '20000.00', '2026-11-10'));
    const { objectiveScore } = await seenAt('2026-11-18T17:00:00Z');
    expect(objectiveScore?.shown).toBeCloseTo(170, 9);
  });

  it('pace to quota: 45,000 of 100,000 after 11 of 21 days is 0.859, and 5,500 a day are needed', async () => {
    await measuredBy(outcome('revenue_won', 100_000_00));
    await world.deliver(...won(1, '45000.00', '2026-11-14'));
    const { lines } = await seenAt('2026-11-17T08:00:00Z');
    const pace = lines[0]?.pace;
    expect(pace).toMatchObject({ elapsedDays: 11, totalDays: 21, neededPerDay: 5_500_00 });
    expect(cents(pace?.expected)).toBe(52_380_95);
    expect(pace?.pace).toBeCloseTo(0.859, 3);
  });

  it('quota relief: 10 of 21 days off leave 52,380.95 of 100,000', async () => {
    await measuredBy(outcome('revenue_won', 100_000_00));
    await awayOn(['2026-11-02', '2026-11-13']);
    const { lines } = await seenAt('2026-11-17T08:00:00Z');
    expect(cents(lines[0]?.target)).toBe(52_380_95);
  });

  it('daily objectives: 20 working days, away on 2, all minimums on 15, are 15 of 18', async () => {
    await measuredBy(activity('calls', 5, 100, 2));
    await awayOn(['2026-02-05', '2026-02-06']);
    const days = Array.from({ length: 28 }, (_, index) =>
      new Date(Date.UTC(2026, 1, index + 1)).toISOString().slice(0, 10),
    ).filter((date) => ![0, 6].includes(new Date(date).getUTCDay()));
    expect(days).toHaveLength(20);
    const there = days.filter((date) => !['2026-02-05', '2026-02-06'].includes(date));
    await world.deliver(...there.flatMap((date, index) => calls(index < 3 ? 1 : 2, date)));
    const { objectivesMet } = await seenAt('2026-02-28T10:00:00Z');
    expect(objectivesMet).toEqual({ daysMet: 15, daysPresent: 18 });
  });

  it('streak: Thursday, Friday and Monday met and Tuesday open are 3', async () => {
    await measuredBy(activity('calls', 5, 100, 1));
    const met = ['2026-11-12', '2026-11-13', '2026-11-16'];
    await world.deliver(...met.flatMap((date) => calls(1, date)));
    const { streak } = await seenAt('2026-11-17T10:00:00Z');
    expect(streak).toEqual({
      current: 3,
      longest: 3,
      lastMetDay: '2026-11-16',
      forgivenThisMonth: 0,
    });
  });

  it('streak: a week, a holiday on Monday and the Tuesday are 6, also when one day comes late', async () => {
    await measuredBy(activity('calls', 5, 100, 1));
    const holidays = [{ date: '2026-11-16' as BusinessDate, name: 'Founding day' }];
    await new PostgresHolidays(world.database).set(world.organisationId, holidays, TESTER);
    const met = ['2026-11-09', '2026-11-10', '2026-11-12', '2026-11-13', '2026-11-17'];
    await world.deliver(...met.flatMap((date) => calls(1, date)));
    expect((await seenAt('2026-11-17T15:00:00Z')).streak?.current).toBe(3);
    await world.deliver(...calls(1, '2026-11-11'));
    expect((await seenAt('2026-11-17T15:01:00Z')).streak?.current).toBe(6);
  });
});
