import type { BoardReply, MetricPrivacy, VersusReply } from '@bellwether/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountClient } from '../support/account-client.js';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const BOARD = 'revenue_won.month@2026-11.reps';

let server: TestServer;
let floor: ApiClient;
let people: ReadonlyMap<string, number>;
let day = 1;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

const id = (name: string) => people.get(name) ?? 0;
const deal = (owner: string, euros: number, more: object = {}) => ({
  type: 'deal',
  externalId: `D-${owner}-${(day += 1)}`,
  changedAt: `2026-11-${String(day).padStart(2, '0')}T09:00:00Z`,
  owner: `${owner}@example.com`,
  status: 'won',
  amount: `${euros}.00`,
  closedOn: `2026-11-${String(day).padStart(2, '0')}`,
  ...more,
});

const call = (owner: string) => ({
  type: 'call',
  externalId: `C-${owner}`,
  endedAt: '2026-11-18T12:00:00Z',
  owner: `${owner}@example.com`,
  contact: 'orsini',
  talkSeconds: 200,
});

beforeEach(async () => {
  day = 1;
  floor = await ApiClient.found(server);
  people = new Map([
    ...(await floor.hire('North', 'ada', 'bea', 'cid')),
    ...(await floor.hire('South', 'dan', 'eve')),
  ]);
});

async function versus(query: string, key = floor.founded.ownerKey): Promise<VersusReply | number> {
  const reply = await floor.send<VersusReply>(`/api/v1/explain/versus?${query}`, { key });
  return reply.status === 200 ? reply.body : reply.status;
}

async function phoneOf(name: string): Promise<string> {
  const { body } = await floor.own<{ url: string }>(`/api/v1/people/${id(name)}/links`, {
    json: {},
  });
  return body.url.split('#key=')[1] ?? '';
}

async function keep(privacy: Partial<MetricPrivacy>, metric = 'revenue_won'): Promise<void> {
  const json = { audience: 'everyone', shows: 'value', places: null, ...privacy };
  await floor.own(`/api/v1/metrics/${metric}/privacy`, { method: 'PUT', json });
}

describe('why somebody is 2nd and not 1st', () => {
  beforeEach(async () => {
    await floor.events([deal('ada', 500), deal('bea', 100), deal('bea', 200), deal('cid', 50)]);
    await floor.standing(BOARD);
  });

  it('is told by what separates them from the one ahead, and what it takes', async () => {
    expect(await versus(`board=${BOARD}&member=${id('bea')}`)).toMatchObject({
      own: { name: 'bea', rank: 2, score: 30_000 },
      other: { name: 'ada', rank: 1, score: 50_000 },
      verdict: { kind: 'behind', by: 20_000 },
      parts: [
        { measure: 'revenue_won', window: 'period', own: 30_000, other: 50_000, effect: -20_000 },
      ],
      needs: { kind: 'more', gap: 20_000, each: 15_000, times: 2 },
      recordType: 'deal',
    });
  });

  it('of who leads is told against who comes next', async () => {
    const told = await versus(`board=${BOARD}&member=${id('ada')}&against=leader`);
    expect(told).toMatchObject({
      other: { name: 'bea' },
      verdict: { kind: 'ahead', by: 20_000 },
      needs: null,
    });
  });

  it('is told against anybody who is chosen, also without a place', async () => {
    expect(await versus(`board=${BOARD}&member=${id('cid')}&against=${id('ada')}`)).toMatchObject({
      other: { name: 'ada' },
      verdict: { kind: 'behind', by: 45_000 },
    });
    expect(await versus(`board=${BOARD}&member=${id('ada')}&against=${id('dan')}`)).toMatchObject({
      other: { name: 'dan', rank: null, score: null },
      verdict: { kind: 'unplaced', who: 'other' },
    });
  });

  it('without a score is that there is no place', async () => {
    expect(await versus(`board=${BOARD}&member=${id('dan')}`)).toMatchObject({
      own: { rank: null, score: null },
      other: null,
      verdict: { kind: 'unplaced', who: 'own' },
    });
  });

  it('at the same score is the same place, and who got there first', async () => {
    await floor.events(deal('dan', 300));
    await floor.standing(BOARD);
    expect(await versus(`board=${BOARD}&member=${id('dan')}`)).toMatchObject({
      own: { rank: 2, tied: true },
      other: { name: 'bea', rank: 2, tied: true },
      verdict: { kind: 'level', first: 'other' },
      needs: null,
    });
  });

  it('of a rate is told by both halves, and too few have no place', async () => {
    await floor.events([deal('bea', 1, { status: 'lost' }), deal('cid', 1, { status: 'lost' })]);
    const board = 'win_rate.month@2026-11.reps';
    await floor.standing(board);
    const told = await versus(`board=${board}&member=${id('cid')}&against=${id('bea')}`);
    expect(told).toMatchObject({
      own: { score: 0.5, halves: { numerator: 1_000, denominator: 2_000 } },
      other: { halves: { numerator: 2_000, denominator: 3_000 } },
      verdict: { kind: 'unplaced', who: 'both' },
      needs: null,
    });
    const { parts } = told as VersusReply;
    const sum = parts?.reduce((all, { effect }) => all + (effect ?? 0), 0);
    expect(sum).toBeCloseTo(1 / 2 - 2 / 3);
  });

  it('of a rate goes by what it is at least: no distance is told', async () => {
    const many = (owner: string, count: number, status: string) =>
      Array.from({ length: count }, () =>
        deal(owner, 1, { status, changedAt: '2026-11-05T09:00:00Z', closedOn: '2026-11-05' }),
      );
    await floor.events([
      ...many('bea', 58, 'won'),
      ...many('bea', 40, 'lost'),
      ...many('cid', 14, 'won'),
      ...many('cid', 7, 'lost'),
    ]);
    const board = 'win_rate.month@2026-11.reps';
    await floor.standing(board);
    const told = await versus(`board=${board}&member=${id('cid')}&against=${id('bea')}`);
    // 15 of 22 are more than 60 of 100, and less sure.
    expect(told).toMatchObject({
      own: { rank: 2, score: 15 / 22 },
      other: { rank: 1, score: 0.6 },
      verdict: { kind: 'behind', by: null },
      needs: null,
    });
  });

  it('of a team is told as of a person', async () => {
    await floor.events(deal('eve', 100));
    const board = 'revenue_won.month@2026-11.teams';
    await floor.standing(board);
    const { body } = await floor.own<BoardReply>(`/api/v1/boards/${board}`);
    const south = body.rows.find(({ name }) => name === 'South')?.id;
    expect(await versus(`board=${board}&member=${south}`)).toMatchObject({
      own: { name: 'South', score: 10_000 },
      other: { name: 'North', score: 85_000 },
      needs: { gap: 75_000, each: 10_000, times: 8 },
    });
  });

  it.each([
    ['board=nothing.month.reps&member=1', 404],
    [`board=${BOARD}&member=2147483647`, 404],
    [`board=${BOARD}`, 400],
    [`board=${BOARD}&member=1&against=nobody`, 400],
  ])('%s is answered with %i', async (query, status) => {
    expect(await versus(query)).toBe(status);
  });
});

describe('whoever asks', () => {
  beforeEach(async () => {
    await floor.events([deal('ada', 500), deal('bea', 300), deal('dan', 200)]);
    await floor.standing(BOARD);
  });
  const mine = (name: string) => `board=${BOARD}&member=${id(name)}`;

  it('learns from a phone of their own place, and of nobody else’s', async () => {
    const bea = await phoneOf('bea');
    expect(await versus(mine('bea'), bea)).toMatchObject({ verdict: { by: 20_000 } });
    expect(await versus(mine('ada'), bea)).toBe(403);
    expect(await versus('board=revenue_won.month@2026-11.teams&member=1', bea)).toBe(403);
    expect(await versus(mine('bea'), floor.founded.screenKey)).toBe(403);
  });

  it('is not told the score of another where only places are told', async () => {
    await keep({ shows: 'rank' });
    const told = await versus(mine('bea'), await phoneOf('bea'));
    expect(told).toMatchObject({
      own: { score: 30_000 },
      other: { name: 'ada', rank: 1, score: null, halves: null },
      verdict: { kind: 'behind', by: null },
      parts: null,
      needs: null,
    });
    expect(JSON.stringify(told)).not.toMatch(/50000|20000/);
    expect(await versus(mine('bea'))).toMatchObject({ verdict: { by: 20_000 } });
  });

  it('sees nobody where everybody has their line to themselves', async () => {
    await keep({ audience: 'person' });
    const bea = await phoneOf('bea');
    expect(await versus(mine('bea'), bea)).toMatchObject({ other: null, verdict: null });
    expect(await versus(`${mine('bea')}&against=${id('ada')}`, bea)).toBe(403);
    expect(await versus(mine('bea'))).toBe(403);
  });

  it('is not told of who stands further up than what is listed', async () => {
    await keep({ places: 1 });
    await floor.events([deal('cid', 20), deal('eve', 10)]);
    await floor.standing(BOARD);
    const eve = await phoneOf('eve');
    expect(await versus(`${mine('eve')}&against=${id('bea')}`, eve)).toBe(403);
    expect(await versus(`${mine('eve')}&against=leader`, eve)).toMatchObject({
      other: { name: 'ada' },
    });
  });

  it('is not told the sums behind another’s points', async () => {
    const board = 'activity_points.month@2026-11.reps';
    await floor.events(['ada', 'bea'].map((name) => call(name)));
    await floor.standing(board);
    const query = `board=${board}&member=${id('bea')}&against=${id('ada')}`;
    expect(await versus(query, await phoneOf('bea'))).toMatchObject({ parts: null });
    const own = await versus(query);
    expect((own as VersusReply).parts?.length).toBeGreaterThan(1);
  });

  it('manages a team and is told of it', async () => {
    await keep({ audience: 'managers' });
    const { body } = await floor.own<BoardReply>('/api/v1/boards/revenue_won.month@2026-11.teams');
    const south = body.rows.find(({ name }) => name === 'South')?.id ?? 0;
    const manager = await AccountClient.join(floor, { role: 'manager', teams: [south] });
    const ask = async (query: string) => {
      const reply = await manager.send<VersusReply>(`/api/v1/explain/versus?${query}`);
      return reply.status === 200 ? reply.body : reply.status;
    };
    expect(await ask(mine('dan'))).toMatchObject({ own: { score: 20_000 }, other: null });
    expect(await ask(mine('bea'))).toBe(403);
  });
});
