import type {
  AuditReply,
  BoardReply,
  DeliveriesReply,
  GoalMonth,
  GoalsReply,
  MatchesReply,
  PeopleReply,
  Problem,
  SourcesReply,
} from '@bellwether/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const TODAY = new Date().toISOString().slice(0, 10);
/** It is over: no deal of it lies ahead. */
const YEAR = Number(TODAY.slice(0, 4)) - 1;
const THIS_MONTH = TODAY.slice(0, 7);
const monthOf = (month: number) => `${YEAR}-${String(month).padStart(2, '0')}`;

let server: TestServer;
let floor: ApiClient;
let people: ReadonlyMap<string, number>;
let north: number;
beforeAll(async () => (server = await startTestServer(await testUrls())));
afterAll(() => server.close());

beforeEach(async () => {
  floor = await ApiClient.found(server, { timeZone: 'Etc/UTC' });
  people = await floor.hire('North', 'ada', 'bea', 'max');
  const { body } = await floor.own<PeopleReply>('/api/v1/people');
  north = body.teams[0]?.id ?? 0;
});

const idOf = (name: string) => people.get(name) ?? 0;
type Set = readonly [who: string, period: string, value: number | null];
const put = (goals: readonly Set[], what: object = {}) =>
  floor.own<Problem & { changed: number; refusals: { index: number; reason: string }[] }>(
    '/api/v1/goals',
    {
      method: 'PUT',
      json: {
        ...what,
        goals: goals.map(([who, period, value]) => ({ person: idOf(who), period, value })),
      },
    },
  );

async function set(goals: readonly Set[], what: object = {}): Promise<number> {
  const { status, body } = await put(goals, what);
  expect(status).toBe(200);
  return body.changed;
}

/** Once all is counted that came in. */
const grid = (query = '', year: string | number = YEAR) =>
  vi.waitFor(
    async () => {
      const { status, body } = await floor.own<GoalsReply>(`/api/v1/goals?year=${year}${query}`);
      expect(status).toBe(200);
      expect(body.counting).toBe(false);
      return body;
    },
    { timeout: 20_000, interval: 20 },
  );
const rowOf = async (name: string, query = '', year: string | number = YEAR) => {
  const found = (await grid(query, year)).rows.find((row) => row.name === name);
  if (!found) throw new Error(`${name} has no row`);
  return found;
};
const dueOf = (months: readonly GoalMonth[]) => months.map(({ due }) => due ?? 0);
const score = async (board: string, name: string) => {
  const { body } = await floor.own<BoardReply>(`/api/v1/boards/${encodeURIComponent(board)}`);
  return body.rows.find((row) => row.name === name)?.score;
};

async function win(owner: string, amount: string, closedOn: string, more: object = {}) {
  const deal = {
    type: 'deal',
    externalId: `D-${owner}-${closedOn}-${amount}`,
    changedAt: `${closedOn}T10:00:00Z`,
    owner: `${owner}@example.com`,
    status: 'won',
    closedOn,
    amount,
    ...more,
  };
  expect((await floor.events([deal])).status).toBe(202);
  await floor.scored();
}

describe('the grid of goals', () => {
  it('is the attainment of the library: sum over sum, never the mean of months', async () => {
    const [oct, nov, dec] = [monthOf(1), monthOf(2), monthOf(3)];
    expect(
      await set([
        ['ada', oct, 100_00],
        ['ada', nov, 100_00],
        ['ada', dec, 40_00],
      ]),
    ).toBe(3);
    await win('ada', '50', `${oct}-10`);
    await win('ada', '120', `${nov}-10`);
    await win('ada', '90', `${dec}-10`);
    const { months, goals } = await rowOf('ada');
    expect(goals.map(({ period, value }) => [period, value])).toEqual([
      [oct, 100_00],
      [nov, 100_00],
      [dec, 40_00],
    ]);
    const quarter = months.slice(0, 3);
    const [won, due] = (['won', 'due'] as const).map((part) =>
      quarter.reduce((sum, month) => sum + (month[part] ?? 0), 0),
    ) as [number, number];
    expect([won, due]).toEqual([260_00, 240_00]);
    const board = `quota_attainment_month.quarter@${YEAR}-Q1.reps`;
    expect(await score(board, 'ada')).toBeCloseTo(won / due, 10);
    expect(await score(`quota_attainment_month.month@${nov}.reps`, 'ada')).toBeCloseTo(1.2, 10);
  });

  it('corrects the record of a goal, and takes it away when it is cleared', async () => {
    await set([['ada', monthOf(5), 100_00]]);
    await set([['ada', monthOf(5), 70_00]]);
    expect((await rowOf('ada')).months[4]).toMatchObject({ goal: 70_00, due: 70_00 });
    expect(await set([['ada', monthOf(5), null]])).toBe(1);
    expect(await rowOf('ada')).toMatchObject({ goals: [] });
    expect((await rowOf('ada')).months[4]).toMatchObject({ goal: 0, due: 0 });
    await set([['ada', monthOf(5), 30_00]]);
    expect((await rowOf('ada')).months[4]?.due).toBe(30_00);
  });

  it('changes nothing when it is told the same again', async () => {
    await set([
      ['ada', monthOf(5), 100_00],
      ['bea', monthOf(5), null],
    ]);
    expect(await set([['ada', monthOf(5), 100_00]])).toBe(0);
    const { body } = await floor.own<SourcesReply>('/api/v1/sources');
    const source = body.sources.find(({ name }) => name === 'Goals at the desk');
    const log = await floor.own<DeliveriesReply>(`/api/v1/sources/${source?.id}/deliveries`);
    expect(log.body.deliveries).toHaveLength(1);
  });

  it('ends in the same sums whatever is set in which order', async () => {
    const step = fc.tuple(
      fc.constantFrom('ada', 'bea'),
      fc.constantFrom(...[1, 2, 3].map(monthOf)),
      fc.option(fc.integer({ min: 0, max: 1e9 })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        for (const one of steps) await set([one]);
        const last = new Map(steps.map(([who, period, value]) => [`${who} ${period}`, value]));
        for (const who of ['ada', 'bea']) {
          const { months, goals } = await rowOf(who);
          expect(dueOf(months)).toEqual(months.map(({ goal }) => goal));
          for (const [name, value] of last) {
            if (!name.startsWith(who)) continue;
            const kept = goals.find(({ period }) => name === `${who} ${period}`);
            expect(kept?.value ?? null).toBe(value);
          }
        }
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 6) },
    );
  });

  it('takes all of a request or nothing, and says of each goal why not', async () => {
    await set([['ada', `${YEAR}-Q2`, 300_00]]);
    const { status, body } = await put([
      ['bea', monthOf(4), 10_00],
      ['ada', monthOf(5), 10_00],
    ]);
    expect([status, body.refusals]).toEqual([
      422,
      [{ index: 1, reason: `${YEAR}-Q2 has a number of its own, which counts the same days` }],
    ]);
    const stranger = { goals: [{ person: 999_999, period: monthOf(4), value: 1 }] };
    const refused = await floor.own<Problem>('/api/v1/goals', { method: 'PUT', json: stranger });
    expect(refused.body.detail).toBe('Nothing was set. There is no such person');
    expect((await rowOf('bea')).goals).toEqual([]);
    // Cleared in the same request, the quarter stands in nobody's way.
    await set([
      ['ada', `${YEAR}-Q2`, null],
      ['ada', monthOf(5), 10_00],
    ]);
    expect((await rowOf('ada')).goals).toEqual([{ period: monthOf(5), value: 10_00 }]);
  });

  it('spreads a quarter of its own over its months by weekdays', async () => {
    await set([['ada', `${YEAR}-Q4`, 66_000_00]]);
    const { months } = await rowOf('ada');
    const due = dueOf(months).slice(9);
    expect(due.reduce((sum, one) => sum + one, 0)).toBe(66_000_00);
    expect(months.slice(9).map(({ goal }) => goal)).toEqual(due);
  });

  it('tells other sources’ quotas with its own', async () => {
    await set([['ada', monthOf(3), 100_00]]);
    const quota = {
      type: 'quota',
      externalId: 'CRM-1',
      changedAt: `${YEAR}-01-02T10:00:00Z`,
      owner: 'ada@example.com',
      amount: '25',
      from: `${monthOf(3)}-01`,
      until: `${monthOf(3)}-31`,
    };
    await floor.events([quota]);
    await floor.scored();
    expect((await rowOf('ada')).months[2]).toMatchObject({ goal: 100_00, due: 125_00 });
  });

  it('keeps products, new and existing business beside the whole', async () => {
    await set([['ada', monthOf(2), 60_00]], { measure: 'new' });
    await set([['ada', monthOf(2), 40_00]], { measure: 'existing' });
    await set([['ada', monthOf(2), 80_00]], { measure: 'product', product: 'Core' });
    await set([['ada', monthOf(2), 5_000]], { measure: 'deals' });
    await win('ada', '30', `${monthOf(2)}-03`, { kind: 'new', product: 'Core' });
    const month = async (query: string) => (await rowOf('ada', query)).months[1];
    expect(await month('&measure=new')).toMatchObject({ due: 60_00, won: 30_00 });
    expect(await month('&measure=existing')).toMatchObject({ due: 40_00, won: 0 });
    expect(await month('&measure=product&product=Core')).toMatchObject({ due: 80_00, won: 30_00 });
    expect(await month('&measure=deals')).toMatchObject({ due: 5_000, won: 1_000 });
    expect(await month('')).toMatchObject({ goal: 0, won: 30_00 });
    expect((await grid()).products).toEqual(['Core']);
  });

  it('pages, searches and adds up everybody', async () => {
    await set([
      ['ada', monthOf(2), 60_00],
      ['bea', monthOf(2), 40_00],
    ]);
    const page = await grid('&limit=1&offset=1');
    expect([page.total, page.rows.map(({ name }) => name)]).toEqual([3, ['bea']]);
    expect(page.sums[1]).toMatchObject({ goal: 100_00, due: 100_00 });
    expect((await grid('&search=AD')).rows.map(({ name }) => name)).toEqual(['ada']);
  });
});

describe('a manager’s number', () => {
  const putTeam = (manager: string, value: number | null) =>
    floor.own<Problem>('/api/v1/goals', {
      method: 'PUT',
      json: { goals: [{ team: north, manager: idOf(manager), period: monthOf(2), value }] },
    });

  it('is its own, and not the sum of the people', async () => {
    await set([
      ['ada', monthOf(2), 60_00],
      ['bea', monthOf(2), 40_00],
    ]);
    expect((await putTeam('max', 150_00)).status).toBe(200);
    await win('ada', '120', `${monthOf(2)}-03`);
    const { rows } = await grid('&of=teams');
    expect(rows[0]).toMatchObject({ name: 'North', manager: idOf('max') });
    expect(rows[0]?.months[1]).toMatchObject({ goal: 150_00, due: 150_00, won: 120_00 });
    const { managers, sums } = await grid();
    expect([managers?.[1], sums[1]?.goal]).toEqual([150_00, 100_00]);
    expect((await rowOf('max')).months[1]?.due).toBe(0);
    const board = `team_quota_attainment.month@${monthOf(2)}.teams`;
    expect(await score(board, 'North')).toBeCloseTo(0.8, 10);
  });

  it('is handed on, and is refused to who is not in the team', async () => {
    await putTeam('max', 150_00);
    expect((await putTeam('bea', 150_00)).status).toBe(200);
    const { rows } = await grid('&of=teams');
    expect(rows[0]?.manager).toBe(idOf('bea'));
    expect(rows[0]?.months[1]?.due).toBe(150_00);
    const away = await floor.hire('South', 'eve');
    const { status, body } = await floor.own<Problem>('/api/v1/goals', {
      method: 'PUT',
      json: { goals: [{ team: north, manager: away.get('eve'), period: monthOf(3), value: 1 }] },
    });
    expect([status, body.detail]).toEqual([
      422,
      'Nothing was set. The manager is not in that team',
    ]);
  });
});

describe('relief', () => {
  const [NOW] = TODAY.split('-');
  const LAST = new Date(Date.UTC(Number(NOW), Number(THIS_MONTH.slice(5)), 0))
    .toISOString()
    .slice(0, 10);
  const relieve = (more: object) =>
    floor.own<Problem>('/api/v1/goals/relief', {
      method: 'PUT',
      json: {
        person: idOf('ada'),
        from: TODAY,
        until: LAST,
        reason: 'leave',
        amount: 40_00,
        ...more,
      },
    });
  const adaNow = () => rowOf('ada', '', NOW);
  const thisMonth = async () => (await adaNow()).months[Number(THIS_MONTH.slice(5)) - 1];

  it('takes off what is due, is corrected, and taken back', async () => {
    await set([['ada', THIS_MONTH, 100_00]]);
    expect((await relieve({})).status).toBe(204);
    expect(await thisMonth()).toMatchObject({ goal: 100_00, relief: 40_00, due: 60_00 });
    await relieve({ amount: 30_00 });
    expect(await thisMonth()).toMatchObject({ relief: 30_00, due: 70_00 });
    expect((await adaNow()).reliefs).toEqual([
      { from: TODAY, until: LAST, reason: 'leave', amount: 30_00 },
    ]);
    await relieve({ amount: null });
    expect(await thisMonth()).toMatchObject({ relief: 0, due: 100_00 });
  });

  it.each([
    [{ from: '2020-01-01' }, 'That month is over; relief changes what is due from this month on'],
    [{ amount: 101_00 }, 'Relief takes off more than is due in these months'],
    [{ from: LAST, until: `${THIS_MONTH}-01` }, 'Relief ends before it begins'],
  ])('is refused with %j', async (more, reason) => {
    await set([['ada', THIS_MONTH, 100_00]]);
    const { status, body } = await relieve(more);
    expect([status, body.detail]).toEqual([422, reason]);
    expect(await thisMonth()).toMatchObject({ relief: 0, due: 100_00 });
  });
});

describe('who set which goal', () => {
  it('stands in the audit, by whose goal it is', async () => {
    await set([
      ['ada', monthOf(2), 60_00],
      ['bea', monthOf(3), 1_00],
    ]);
    await set([['ada', monthOf(2), 70_00]]);
    const { body } = await floor.own<AuditReply>('/api/v1/audit?deed=goals-changed');
    expect(body.changes.map(({ subject, before, after }) => [subject.name, before, after])).toEqual(
      expect.arrayContaining([
        ['ada', { [monthOf(2)]: 60_00 }, { [monthOf(2)]: 70_00 }],
        ['ada', { [monthOf(2)]: null }, { [monthOf(2)]: 60_00 }],
        ['bea', { [monthOf(3)]: null }, { [monthOf(3)]: 1_00 }],
      ]),
    );
  });
});

describe('names of a spreadsheet', () => {
  it('are found by name, by e-mail, or suggested', async () => {
    const json = { names: ['ADA', 'bea@example.com', 'maxx', 'zoë'] };
    const { body } = await floor.own<MatchesReply>('/api/v1/goals/matches', { json });
    const told = body.matches.map(({ meant, suggestions }) => [
      meant?.name ?? null,
      suggestions.map(({ name }) => name),
    ]);
    expect(told).toEqual([
      ['ada', []],
      ['bea', []],
      [null, ['max']],
      [null, []],
    ]);
  });
});
