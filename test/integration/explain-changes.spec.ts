import type { BoardReply, ChangesReply, MetricPrivacy } from '@bellwether/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const BOARD = 'revenue_won.all.reps';

let server: TestServer;
let floor: ApiClient;
let people: ReadonlyMap<string, number>;
/** When the first deals had been booked. */
let since: string;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

const id = (name: string) => people.get(name) ?? 0;
const deal = (name: string, hour: string, more: object) => ({
  type: 'deal',
  externalId: `D-${name}`,
  name,
  changedAt: `2026-11-18T${hour}:00:00Z`,
  ...more,
});
const won = (owner: string, euros: number, closedOn = '2026-11-18') => ({
  owner: `${owner}@example.com`,
  status: 'won',
  amount: `${euros}.00`,
  closedOn,
});

beforeEach(async () => {
  floor = await ApiClient.found(server);
  people = new Map([
    ...(await floor.hire('North', 'ada', 'bea')),
    ...(await floor.hire('South', 'cid', 'dan')),
  ]);
  await floor.events([
    deal('Orsini', '09', won('ada', 500)),
    deal('Tranter', '09', won('ada', 100)),
    deal('Vela', '09', won('bea', 300)),
    deal('Wolf', '09', won('cid', 50)),
  ]);
  await floor.standing(BOARD);
  since = new Date().toISOString();
});

async function changes(query: string, key = floor.founded.ownerKey): Promise<ChangesReply> {
  const reply = await ask(query, key);
  expect(reply.status).toBe(200);
  return reply.body;
}
const ask = (query: string, key = floor.founded.ownerKey) =>
  floor.send<ChangesReply>(`/api/v1/explain/changes?${query}`, { key });
const of = (name: string, from = since) => `board=${BOARD}&member=${id(name)}&since=${from}`;

async function later(...events: object[]): Promise<void> {
  await floor.events(events);
  await floor.standing(BOARD);
}

async function phoneOf(name: string): Promise<string> {
  const { body } = await floor.own<{ url: string }>(`/api/v1/people/${id(name)}/links`, {
    json: {},
  });
  return body.url.split('#key=')[1] ?? '';
}

const keep = (privacy: Partial<MetricPrivacy>) =>
  floor.own('/api/v1/metrics/revenue_won/privacy', {
    method: 'PUT',
    json: { audience: 'everyone', shows: 'value', places: null, ...privacy },
  });

const told = ({ changes: all }: ChangesReply) =>
  all.map(({ kind, effect, isLate, entries }) => [
    entries[0]?.record.name,
    kind,
    effect,
    ...(isLate ? ['late'] : []),
  ]);

const byName = ([a]: readonly unknown[], [b]: readonly unknown[]) =>
  String(a) < String(b) ? -1 : 1;

describe('what changed of somebody', () => {
  it('is nothing when nothing was booked', async () => {
    const reply = await changes(of('ada'));
    expect(reply).toMatchObject({ changes: [], isCut: false, redefinedAt: null });
    expect(reply.member?.before).toEqual({ rank: 1, score: 60_000 });
    expect(reply.member?.now).toEqual({ rank: 1, score: 60_000 });
  });

  it('is told record by record: what was gained, corrected, taken back, and what came and went', async () => {
    await later(
      deal('Orsini', '10', { status: 'open' }),
      deal('Tranter', '10', { amount: '150.00' }),
      deal('Quill', '10', won('ada', 20, new Date().toISOString().slice(0, 10))),
    );
    await later(deal('Brief', '10', won('ada', 70)));
    await later(deal('Brief', '11', { status: 'lost' }), deal('Late', '11', won('ada', 10)));
    const reply = await changes(of('ada'));
    expect(told(reply).sort(byName)).toEqual([
      ['Brief', 'undone', 0],
      ['Late', 'gained', 1_000, 'late'],
      ['Orsini', 'taken-back', -50_000],
      ['Quill', 'gained', 2_000],
      ['Tranter', 'corrected', 5_000, 'late'],
    ]);
    expect(reply.member).toMatchObject({
      before: { rank: 1, score: 60_000 },
      now: { rank: 2, score: 18_000 },
    });
    const sum = reply.changes.reduce((all, { effect }) => all + (effect ?? 0), 0);
    expect(sum).toBe(18_000 - 60_000);
  });

  it('counts by when it was booked, whatever day it counts on', async () => {
    await later(deal('Old', '10', won('dan', 40, '2025-01-07')));
    const reply = await changes(of('dan'));
    expect(told(reply)).toEqual([['Old', 'gained', 4_000, 'late']]);
    expect(reply.member?.before).toEqual({ rank: null, score: null });
    const other = await changes(of('dan', new Date().toISOString()));
    expect(told(other)).toEqual([]);
    expect(other.member?.before).toEqual(reply.member?.now);
  });

  it('of a rate has no effects, and both places', async () => {
    await later(deal('Vela', '10', { status: 'lost' }), deal('Nova', '10', won('bea', 10)));
    const query = of('bea').replace('revenue_won', 'win_rate');
    const reply = await changes(query);
    expect(told(reply).map(([, kind, effect]) => [kind, effect])).toEqual(
      expect.arrayContaining([
        ['gained', null],
        ['corrected', null],
      ]),
    );
    expect(reply.member).toMatchObject({
      before: { rank: null, score: 1 },
      now: { rank: null, score: 0.5 },
    });
  });

  it('of a team is what its people’s records did', async () => {
    await later(deal('Nova', '10', won('dan', 10)), deal('Elsewhere', '10', won('ada', 10)));
    const board = 'revenue_won.all.teams';
    const { body } = await floor.own<BoardReply>(`/api/v1/boards/${board}`);
    const south = body.rows.find(({ name }) => name === 'South')?.id;
    const reply = await changes(`board=${board}&member=${south}&since=${since}`);
    expect(told(reply)).toEqual([['Nova', 'gained', 1_000, 'late']]);
    expect(reply.member).toMatchObject({ before: { score: 5_000 }, now: { score: 6_000 } });
  });

  it.each([
    ['since=2999-01-01T00:00:00Z', 400],
    ['since=lately', 400],
    ['since=yesterday', 200],
    ['since=monday', 200],
    ['since=morning', 200],
    ['', 200],
  ])('%s is answered with %i', async (query, status) => {
    expect((await ask(`board=${BOARD}&member=${id('ada')}&${query}`)).status).toBe(status);
  });

  it('is nobody’s who is not there, and of no board that is none', async () => {
    expect((await ask(`board=${BOARD}&member=2147483647`)).status).toBe(404);
    expect((await ask(`board=nothing.month.reps&member=${id('ada')}`)).status).toBe(404);
  });
});

describe('what changed on a board', () => {
  const board = (more = '') => `board=${BOARD}&since=${since}${more}`;
  const places = ({ moved }: ChangesReply) =>
    moved.map(({ name, before, now }) => [name, before.rank, now.rank]);

  beforeEach(() =>
    later(deal('Nova', '10', won('cid', 400)), deal('Vela', '10', { status: 'open' })),
  );

  it('is who has another score or place than then', async () => {
    const reply = await changes(board());
    expect(places(reply)).toEqual([
      ['cid', 3, 2],
      ['bea', 2, null],
    ]);
    expect(reply.all).toBe(2);
    expect((await changes(board('&offset=1'))).moved).toHaveLength(1);
  });

  it('tells no more than the board does', async () => {
    await keep({ shows: 'rank' });
    const ada = await phoneOf('ada');
    const reply = await changes(board(), ada);
    expect(places(reply)).toEqual([
      ['cid', 3, 2],
      ['bea', 2, null],
    ]);
    expect(JSON.stringify(reply.moved)).not.toMatch(/45000|5000/);
    await keep({ audience: 'person' });
    expect(places(await changes(board(), ada))).toEqual([]);
    await keep({ audience: 'managers' });
    expect((await ask(board(), ada)).status).toBe(403);
  });

  it('is told on a phone of its own person only', async () => {
    const ada = await phoneOf('ada');
    expect((await ask(of('ada'), ada)).status).toBe(200);
    expect((await ask(of('bea'), ada)).status).toBe(403);
  });
});
