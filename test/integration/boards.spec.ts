import type { BoardReply } from '@bellwether/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

const BOARD = 'deals_won.month@2026-11.reps';
const deals = (name: string, count: number, lastHour: number) =>
  Array.from({ length: count }, (_, index) => ({
    type: 'deal',
    externalId: `${name}-${index}`,
    changedAt: new Date(Date.UTC(2026, 10, 18, lastHour - index)).toISOString(),
    owner: `${name}@example.com`,
    status: 'won',
    amount: '10.00',
  }));

async function floorWithTies(): Promise<{ floor: ApiClient; people: Map<string, number> }> {
  const floor = await ApiClient.found(server);
  const people = await floor.hire('Iberia', 'ada', 'bea', 'cem', 'dov', 'eve');
  await floor.events([
    ...deals('ada', 3, 9),
    ...deals('bea', 2, 12),
    ...deals('cem', 2, 10),
    ...deals('dov', 2, 11),
    ...deals('eve', 1, 8),
  ]);
  await floor.scored();
  return { floor, people };
}

const read = async (floor: ApiClient, query = '', board = BOARD) =>
  (await floor.own<BoardReply>(`/api/v1/boards/${board}${query}`)).body;
const lines = ({ rows }: BoardReply) =>
  rows.map(({ rank, tied, name, gap }) => `${rank}${tied ? '=' : ''} ${name} ${gap}`);

describe('a board', () => {
  it('shares places, shows first who got there first, and tells what is missing', async () => {
    const { floor } = await floorWithTies();
    const board = await read(floor);
    expect(lines(board)).toEqual([
      '1 ada null',
      '2= cem 1000',
      '2= dov 1000',
      '2= bea 1000',
      '5 eve 1000',
    ]);
    expect(board).toMatchObject({ ranked: 5, roster: 5 });
    expect(board.heading).toMatchObject({ title: 'Deals won', period: { label: 'November' } });
  });

  it('is the same whole when it is read in pages, also through a tie', async () => {
    const { floor } = await floorWithTies();
    const whole = await read(floor);
    for (const limit of [1, 2, 3]) {
      const rows: BoardReply['rows'] = [];
      for (let offset = 0; offset < 5; offset += limit) {
        rows.push(...(await read(floor, `?offset=${offset}&limit=${limit}`)).rows);
      }
      expect(rows).toEqual(whole.rows);
    }
  });

  it('shows the lines around somebody', async () => {
    const { floor, people } = await floorWithTies();
    expect(lines(await read(floor, `?around=${people.get('dov')}&span=1`))).toEqual([
      '2= cem 1000',
      '2= dov 1000',
      '2= bea 1000',
    ]);
    expect(lines(await read(floor, `?around=${people.get('ada')}&span=1`))).toEqual([
      '1 ada null',
      '2= cem 1000',
    ]);
    const nobody = await floor.hire('Nordics', 'fay');
    expect(lines(await read(floor, `?around=${nobody.get('fay')}`))).toEqual([]);
  });

  it('follows a move to another team, from the day of the move on', async () => {
    const { floor, people } = await floorWithTies();
    await floor.hire('Nordics', 'gus');
    const teams = await floor.own<{ teams: { id: number; name: string }[] }>('/api/v1/people');
    const nordics = teams.body.teams.find(({ name }) => name === 'Nordics')?.id ?? 0;
    const ofTeams = 'deals_won.month@2026-11.teams';
    expect(await floor.standing(ofTeams)).toEqual([['Iberia', 10_000]]);
    await floor.own(`/api/v1/people/${people.get('ada')}/team`, {
      json: { team: nordics, from: '2026-11-18' },
    });
    expect(await floor.standing(ofTeams)).toEqual([
      ['Iberia', 7_000],
      ['Nordics', 3_000],
    ]);
    await floor.own(`/api/v1/people/${people.get('ada')}/team`, {
      json: { team: nordics, from: '2026-11-19' },
    });
    const ownBoard = `deals_won.month@2026-11.reps.team-${nordics}`;
    expect(await floor.standing(ownBoard)).toEqual([['ada', 3_000]]);
  });

  it.each(['nothing.month.reps', 'deals_won.fortnight.reps', 'deals_won.month.reps.team-999999'])(
    'called %s does not exist',
    async (board) => {
      const floor = await ApiClient.found(server);
      const reply = await floor.own(`/api/v1/boards/${board}`);
      expect([reply.status, reply.body['code']]).toEqual([404, 'not-found']);
    },
  );

  it("keeps nothing of another organisation's", async () => {
    const { floor } = await floorWithTies();
    const other = await ApiClient.found(server);
    await other.hire('Iberia', 'ada');
    await other.events(deals('ada', 1, 9));
    expect(await other.standing(BOARD)).toEqual([['ada', 1_000]]);
    expect((await floor.standing(BOARD))[0]).toEqual(['ada', 3_000]);
  });
});
