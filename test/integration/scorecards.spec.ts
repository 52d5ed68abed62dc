import type {
  AuditReply,
  LinkMade,
  PeopleReply,
  PersonScorecard,
  ProposalsReply,
  Scorecard,
  ScorecardPeopleReply,
  ScorecardsReply,
} from '@bellwether/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountClient } from '../support/account-client.js';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const DAY_MS = 86_400_000;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
/** A zone in which it is about noon: no test runs into midnight. */
const TO_NOON = 12 - new Date().getUTCHours();
const TIME_ZONE = `Etc/GMT${TO_NOON > 0 ? '-' : '+'}${Math.abs(TO_NOON)}`;
const at = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString();
/** The day there. */
const dateOf = (daysAgo: number) =>
  new Date(Date.now() + TO_NOON * 3_600_000 - daysAgo * DAY_MS).toISOString().slice(0, 10);
const DAYS_OF_MONTH = new Date(
  Date.UTC(Number(dateOf(0).slice(0, 4)), Number(dateOf(0).slice(5, 7)), 0),
).getUTCDate();

const CALLS = {
  metric: 'calls',
  part: 'activity',
  period: 'day',
  target: 10_000,
  weight: 60,
  minimum: 5_000,
};
/** The only activity. */
const ONLY_CALLS = { ...CALLS, weight: 100 };
const EMAILS = { metric: 'emails', part: 'activity', period: 'day', target: 4_000, weight: 40 };
const REVENUE = {
  metric: 'revenue_won',
  part: 'outcome',
  period: 'month',
  target: 1_000_00,
  weight: 100,
};

let server: TestServer;
let floor: ApiClient;
let people: ReadonlyMap<string, number>;
let north: number;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

beforeEach(async () => {
  floor = await ApiClient.found(server, { timeZone: TIME_ZONE });
  people = new Map([
    ...(await floor.hire('North', 'ada', 'bea')),
    ...(await floor.hire('South', 'eve')),
  ]);
  const { body } = await floor.own<PeopleReply>('/api/v1/people');
  north = body.teams.find(({ name }) => name === 'North')?.id ?? 0;
  for (const name of people.keys()) await tell(name, { workingDays: EVERY_DAY });
});

const idOf = (name: string): number => people.get(name) ?? 0;
const tell = (name: string, json: object) =>
  floor.own(`/api/v1/people/${idOf(name)}`, { method: 'PATCH', json });

async function give(
  lines: readonly object[],
  whom: object = { teams: [north] },
  name = 'SDR',
): Promise<Scorecard> {
  const made = await floor.own<Scorecard>('/api/v1/scorecards', {
    json: { name, for: whom, lines },
  });
  expect(made.status).toBe(201);
  return made.body;
}

let sent = 0;
const some = (type: 'call' | 'email', owner: string, count: number, daysAgo = 0) =>
  Array.from({ length: count }, () => ({
    type,
    externalId: `${type}-${(sent += 1)}`,
    owner: `${owner}@example.com`,
    [type === 'call' ? 'endedAt' : 'sentAt']: at(daysAgo),
  }));
const deal = (owner: string, amount: string) => ({
  type: 'deal',
  externalId: `D-${owner}`,
  changedAt: new Date().toISOString(),
  owner: `${owner}@example.com`,
  status: 'won',
  amount,
});

async function arrive(events: readonly object[]): Promise<void> {
  for (let from = 0; from < events.length; from += 100) {
    expect((await floor.events(events.slice(from, from + 100))).status).toBe(202);
  }
  await floor.scored();
}

async function read(name: string): Promise<PersonScorecard> {
  const path = `/api/v1/people/${idOf(name)}/scorecard`;
  const { status, body } = await floor.own<PersonScorecard>(path);
  expect(status).toBe(200);
  return body;
}

async function phoneOf(name: string): Promise<string> {
  const made = await floor.own<LinkMade>(`/api/v1/people/${idOf(name)}/links`, { json: {} });
  return made.body.url.split('#key=')[1] ?? '';
}

describe('a scorecard', () => {
  it('scores what comes in, shown whole and ranked capped', async () => {
    await give([CALLS, EMAILS, REVENUE]);
    await arrive([...some('call', 'ada', 5), ...some('email', 'ada', 12), deal('ada', '1700.00')]);
    const { activityScore, objectiveScore, lines, worksToday } = await read('ada');
    expect(worksToday).toBe(true);
    // Half of the calls; three times the e-mails, of which one and a half count where it ranks.
    expect(activityScore).toEqual({ shown: 150, ranked: 90 });
    expect(objectiveScore).toEqual({ shown: 170, ranked: 150 });
    expect(lines.map(({ metric, actual, attainment }) => [metric, actual, attainment])).toEqual([
      ['calls', 5_000, 0.5],
      ['emails', 12_000, 3],
      ['revenue_won', 1_700_00, 1.7],
    ]);
    expect(lines[0]).toMatchObject({ board: 'calls.day.reps', minimumMet: true, target: 10_000 });
    expect(lines[2]?.pace?.totalDays).toBe(DAYS_OF_MONTH);
  });

  it('shows who did nothing as 0, and not as missing', async () => {
    await give([CALLS, EMAILS]);
    const { activityScore, objectiveScore } = await read('bea');
    expect([activityScore, objectiveScore]).toEqual([{ shown: 0, ranked: 0 }, null]);
  });

  it('moves when a sale is corrected', async () => {
    await give([REVENUE]);
    await arrive([deal('ada', '500.00')]);
    expect((await read('ada')).objectiveScore?.shown).toBe(50);
    await arrive([deal('ada', '250.00')]);
    expect((await read('ada')).objectiveScore?.shown).toBe(25);
  });

  it('asks less of who is away: nothing for the day, and a day less for the month', async () => {
    await give([ONLY_CALLS, REVENUE]);
    await arrive([...some('call', 'ada', 5), deal('ada', '100.00')]);
    await tell('ada', { absences: [{ kind: 'sick', from: dateOf(0), until: dateOf(0) }] });
    const { worksToday, dayOff, activityScore, lines } = await read('ada');
    expect([worksToday, dayOff, activityScore]).toEqual([false, 'away', null]);
    expect(lines[0]).toMatchObject({ target: 0, fullTarget: 10_000, attainment: null });
    expect(lines[1]?.target).toBeCloseTo((1_000_00 * (DAYS_OF_MONTH - 1)) / DAYS_OF_MONTH, 6);
  });

  it('asks nothing on a holiday of the house, and the same of the month', async () => {
    await give([ONLY_CALLS, REVENUE]);
    const json = { holidays: [{ date: dateOf(0), name: 'Founding day' }] };
    const set = await floor.own('/api/v1/holidays', { method: 'PUT', json });
    expect([set.status, set.body]).toEqual([200, json]);
    const { dayOff, lines } = await read('ada');
    expect([dayOff, lines[0]?.target, lines[1]?.target]).toEqual(['holiday', 0, 1_000_00]);
  });

  it('counts days in a row on which every minimum was met, and skips days off', async () => {
    await give([ONLY_CALLS]);
    await tell('ada', { absences: [{ kind: 'holiday', from: dateOf(2), until: dateOf(2) }] });
    await arrive([
      ...some('call', 'ada', 2, 4),
      ...some('call', 'ada', 5, 3),
      ...some('call', 'ada', 6, 1),
      ...some('call', 'ada', 4),
    ]);
    const today = await read('ada');
    expect(today.streak).toEqual({
      current: 2,
      longest: 2,
      lastMetDay: dateOf(1),
      forgivenThisMonth: 0,
    });
    await arrive(some('call', 'ada', 1));
    expect((await read('ada')).streak).toEqual({
      current: 3,
      longest: 3,
      lastMetDay: dateOf(0),
      forgivenThisMonth: 0,
    });
  });

  it('draws the climb of the month to the main outcome', async () => {
    await give([REVENUE]);
    await arrive([deal('ada', '400.00')]);
    const { hill, today } = await read('ada');
    expect(hill?.metric).toBe('revenue_won');
    expect(hill?.days).toHaveLength(DAYS_OF_MONTH);
    expect(hill?.days.find(({ date }) => date === today)?.actual).toBe(400_00);
    expect(hill?.days.at(-1)?.plan).toBeCloseTo(1_000_00, 6);
  });

  it('keeps in use what it measures by', async () => {
    await floor.own('/api/v1/library/mqls_created/use', { method: 'PUT' });
    await vi.waitFor(async () => {
      const { body } = await floor.own<{ rescoring: { state: string } }>('/api/v1/rescoring');
      expect(body.rescoring.state).toBe('done');
    }, 20_000);
    await give([
      { ...CALLS, weight: 50 },
      { ...EMAILS, metric: 'mqls_created', weight: 50 },
    ]);
    await arrive(some('call', 'ada', 5));
    expect((await read('ada')).activityScore?.shown).toBe(25);
    const dropped = await floor.own('/api/v1/library/mqls_created/use', { method: 'DELETE' });
    expect(dropped.status).toBe(409);
    const { activityScore, lines } = await read('ada');
    expect([activityScore?.shown, lines.length]).toEqual([25, 2]);
  });
});

describe('whose scorecard it is', () => {
  it('is decided by the person, else the job title, else the team', async () => {
    const ofTeam = await give([CALLS, EMAILS], { teams: [north] }, 'Team');
    expect((await read('ada')).scorecard).toEqual({ id: ofTeam.id, name: 'Team' });
    await give([REVENUE], { jobTitles: ['closer'] }, 'Closers');
    await tell('ada', { jobTitle: 'Closer' });
    expect((await read('ada')).scorecard?.name).toBe('Closers');
    await give([REVENUE], { people: [idOf('ada')] }, 'Ada');
    expect((await read('ada')).scorecard?.name).toBe('Ada');
    expect((await read('eve')).scorecard).toBeNull();
    const { body } = await floor.own<ScorecardsReply>('/api/v1/scorecards');
    expect(body.scorecards.map(({ name, people: count }) => [name, count])).toEqual([
      ['Team', 1],
      ['Closers', 0],
      ['Ada', 1],
    ]);
  });

  it('may ask another target of somebody, until it is taken away', async () => {
    const { id } = await give([CALLS, EMAILS]);
    await arrive(some('call', 'ada', 5));
    const path = `/api/v1/people/${idOf('ada')}/scorecard/targets`;
    const json = { targets: [{ metric: 'calls', target: 5_000 }] };
    expect((await floor.own(path, { method: 'PUT', json })).status).toBe(204);
    expect((await read('ada')).lines[0]).toMatchObject({
      target: 5_000,
      hasOwnTarget: true,
      attainment: 1,
    });
    const { body } = await floor.own<ScorecardsReply>('/api/v1/scorecards');
    expect(body.scorecards[0]).toMatchObject({
      id,
      ownTargets: [{ person: idOf('ada'), metric: 'calls', target: 5_000 }],
    });
    expect((await floor.own(path, { method: 'DELETE' })).status).toBe(204);
    expect((await read('ada')).lines[0]).toMatchObject({ target: 10_000, hasOwnTarget: false });
  });

  it.each([
    ['weights that do not make 100', { lines: [CALLS] }, 400],
    ['a metric twice', { lines: [CALLS, { ...CALLS, weight: 40 }] }, 400],
    ['an outcome by the day', { lines: [{ ...REVENUE, period: 'day' }] }, 400],
    ['an unknown metric', { lines: [{ ...REVENUE, metric: 'nonsense' }] }, 422],
    ['an unknown team', { lines: [REVENUE], for: { teams: [999_999] } }, 404],
    ['an unknown person', { lines: [REVENUE], for: { people: [999_999] } }, 404],
  ])('is not made of %s', async (_, draft, status) => {
    const json = { name: 'SDR', for: {}, ...draft };
    const reply = await floor.own('/api/v1/scorecards', { json });
    expect(reply.status).toBe(status);
    expect((await floor.own<ScorecardsReply>('/api/v1/scorecards')).body.scorecards).toEqual([]);
  });

  it('says why fewer lines are better, and keeps them all the same', async () => {
    const keys = ['calls', 'emails', 'conversations', 'meetings_booked', 'meetings_held'];
    const { notes, lines } = await give(
      keys.map((metric) => ({ ...EMAILS, metric, weight: 20 })).concat(REVENUE),
    );
    expect([notes.length, lines.length]).toEqual([1, 6]);
  });

  it('is told in the audit, with what differs', async () => {
    const { id, name } = await give([REVENUE]);
    const json = {
      name,
      for: { teams: [north] },
      lines: [{ ...REVENUE, target: 2_000_00 }],
    };
    const changed = await floor.own<Scorecard>(`/api/v1/scorecards/${id}`, { method: 'PUT', json });
    expect([changed.status, changed.body.lines[0]?.target]).toEqual([200, 2_000_00]);
    await floor.own(`/api/v1/scorecards/${id}`, { method: 'DELETE' });
    const { body } = await floor.own<AuditReply>(`/api/v1/audit?subject=scorecard&id=${id}`);
    expect(body.changes.map(({ deed }) => deed)).toEqual([
      'scorecard-removed',
      'scorecard-changed',
      'scorecard-added',
    ]);
    expect(Object.keys(body.changes[1]?.after ?? {})).toEqual(['lines']);
    expect((await read('ada')).scorecard).toBeNull();
  });
});

describe('who sees a scorecard', () => {
  beforeEach(() => give([CALLS, EMAILS, REVENUE]));

  it('is its person, on their own phone', async () => {
    await arrive(some('call', 'ada', 5));
    const key = await phoneOf('ada');
    const own = await floor.send<PersonScorecard>('/api/v1/me/scorecard', { key });
    expect([own.status, own.body.person.name, own.body.activityScore?.shown]).toEqual([
      200,
      'ada',
      30,
    ]);
    const other = await floor.send(`/api/v1/people/${idOf('bea')}/scorecard`, { key });
    expect(other.status).toBe(403);
    expect((await floor.send('/api/v1/scorecards', { key })).status).toBe(403);
  });

  it('is whoever manages their team, and nobody who manages another', async () => {
    const { id } = (await floor.own<ScorecardsReply>('/api/v1/scorecards')).body.scorecards[0]!;
    const mine = await AccountClient.join(floor, { role: 'manager', teams: [north] });
    const other = await AccountClient.join(floor, { role: 'manager', teams: [] });
    const path = `/api/v1/people/${idOf('ada')}/scorecard`;
    expect((await mine.send(path)).status).toBe(200);
    expect((await other.send(path)).status).toBe(403);
    const review = (who: AccountClient) =>
      who.send<ScorecardPeopleReply>(`/api/v1/scorecards/${id}/people`);
    expect((await review(mine)).body.people.map(({ person }) => person.name)).toEqual([
      'ada',
      'bea',
    ]);
    expect((await review(other)).body).toMatchObject({ total: 0, people: [] });
    expect((await mine.send(`/api/v1/scorecards/${id}`, { method: 'DELETE' })).status).toBe(403);
  });

  it('is told nothing of a metric that is kept from them, nor a score that would tell it', async () => {
    await arrive([...some('call', 'ada', 5), deal('ada', '500.00')]);
    const json = { audience: 'managers', shows: 'value', places: null };
    await floor.own('/api/v1/metrics/revenue_won/privacy', { method: 'PUT', json });
    const key = await phoneOf('ada');
    const { body } = await floor.send<PersonScorecard>('/api/v1/me/scorecard', { key });
    expect(body.activityScore?.shown).toBe(30);
    expect([body.objectiveScore, body.hill]).toEqual([null, null]);
    expect(body.lines[2]).toMatchObject({ isForYou: false, actual: null, attainment: null });
    expect((await read('ada')).objectiveScore?.shown).toBe(50);
  });

  it('is nobody but its person, where a metric is for each alone', async () => {
    const json = { audience: 'person', shows: 'value', places: null };
    await floor.own('/api/v1/metrics/calls/privacy', { method: 'PUT', json });
    const { activityScore, streak, lines } = await read('ada');
    expect([activityScore, streak, lines[0]?.isForYou]).toEqual([null, null, false]);
  });
});

describe('all who have a scorecard', () => {
  it('are listed with their scores, and one score for the group', async () => {
    const { id } = await give([CALLS, EMAILS], { teams: [north] });
    await arrive([
      ...some('call', 'ada', 10),
      ...some('call', 'bea', 5),
      ...some('email', 'bea', 4),
    ]);
    const path = `/api/v1/scorecards/${id}/people`;
    const { body } = await floor.own<ScorecardPeopleReply>(`${path}?order=activity`);
    expect(
      body.people.map(({ person, activityScore }) => [person.name, activityScore?.shown]),
    ).toEqual([
      ['bea', 70],
      ['ada', 60],
    ]);
    // 15 of 20 calls and 4 of 8 e-mails.
    expect(body.group.activityScore?.shown).toBeCloseTo(65, 9);
    expect(body.people[1]?.streak).toBe(1);
    const second = await floor.own<ScorecardPeopleReply>(`${path}?offset=1&limit=1`);
    expect(second.body).toMatchObject({ total: 2, people: [{ person: { name: 'bea' } }] });
  });

  it('are no measure for the group while they are away', async () => {
    const { id } = await give([ONLY_CALLS]);
    await arrive([...some('call', 'ada', 8), ...some('call', 'bea', 1)]);
    await tell('bea', { absences: [{ kind: 'sick', from: dateOf(0), until: dateOf(0) }] });
    const { body } = await floor.own<ScorecardPeopleReply>(`/api/v1/scorecards/${id}/people`);
    expect(body.group.activityScore?.shown).toBe(80);
  });
});

describe('a proposed target', () => {
  it('is what the best fifth of the days were better than', async () => {
    // Whole weeks only: from the Monday of last week to its Sunday.
    const weekday = new Date(`${dateOf(0)}T12:00:00Z`).getUTCDay() || 7;
    const lastMonday = weekday + 6;
    await tell('ada', { hiredOn: dateOf(lastMonday) });
    const counts = [1, 2, 3, 4, 5, 6, 7];
    await arrive(counts.flatMap((count, day) => some('call', 'ada', count, lastMonday - day)));
    const lines = [
      { metric: 'calls', period: 'day' },
      { metric: 'calls', period: 'week' },
      { metric: 'revenue_won', period: 'month' },
    ];
    const json = { for: { people: [idOf('ada')] }, lines };
    const { status, body } = await floor.own<ProposalsReply>('/api/v1/scorecards/proposals', {
      json,
    });
    expect(status).toBe(200);
    expect(body.proposals).toEqual([
      // Between 5 and 6, a little nearer to 6.
      { metric: 'calls', period: 'day', target: 6_000, samples: 7, people: 1 },
      { metric: 'calls', period: 'week', target: 28_000, samples: 1, people: 1 },
      { metric: 'revenue_won', period: 'month', target: null, samples: 0, people: 0 },
    ]);
  });
});
