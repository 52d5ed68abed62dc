import type { ExplainReply } from '@bellwether/contracts';
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

const deal = (hour: string, more: object) => ({
  type: 'deal',
  externalId: 'D-1',
  changedAt: `2026-11-18T${hour}:00:00Z`,
  ...more,
});

async function floorWithHistory(): Promise<{ floor: ApiClient; ada: number }> {
  const floor = await ApiClient.found(server);
  const people = await floor.hire('Iberia', 'ada', 'bea');
  const owner = 'ada@example.com';
  await floor.events(
    deal('09', { owner, name: 'Orsini', status: 'won', amount: '100.00', closedOn: '2026-11-18' }),
  );
  await floor.scored();
  await floor.events(deal('10', { amount: '150.00' }));
  await floor.scored();
  await floor.events([
    { type: 'deal', externalId: 'D-2', changedAt: '2026-11-18T11:00:00Z', owner, status: 'lost' },
    {
      type: 'call',
      externalId: 'C-1',
      endedAt: '2026-11-18T12:00:00Z',
      owner,
      contact: 'orsini',
      talkSeconds: 200,
    },
    {
      type: 'call',
      externalId: 'C-2',
      endedAt: '2026-11-18T11:30:00Z',
      owner,
      contact: 'orsini',
      talkSeconds: 300,
    },
  ]);
  await floor.scored();
  return { floor, ada: people.get('ada') ?? 0 };
}

const ask = (floor: ApiClient, query: string) =>
  floor.own<ExplainReply>(`/api/v1/explain?${query}`);

describe('where a number comes from', () => {
  it('is told entry by entry, each with its record, revision and what it took back', async () => {
    const { floor, ada } = await floorWithHistory();
    const { body } = await ask(floor, `person=${ada}&metric=revenue_won&period=month@2026-11`);
    expect(body).toMatchObject({ score: 15_000, shown: 15_000, equal: true });
    const told = body.entries.map(({ movements, record, revision, reverses }) => ({
      quantity: movements[0]?.quantity,
      record: `${record.type} ${record.externalId} ${record.name}`,
      revision: revision.number,
      amount: revision.told['amount'],
      reverses: reverses !== null,
    }));
    expect(told).toEqual([
      {
        quantity: 10_000,
        record: 'deal D-1 Orsini',
        revision: 1,
        amount: '100.00',
        reverses: false,
      },
      {
        quantity: -10_000,
        record: 'deal D-1 Orsini',
        revision: 2,
        amount: '150.00',
        reverses: true,
      },
      {
        quantity: 15_000,
        record: 'deal D-1 Orsini',
        revision: 2,
        amount: '150.00',
        reverses: false,
      },
    ]);
    const [first, taken] = body.entries;
    expect(taken?.reverses).toBe(first?.seq);
    expect(first?.reversedBy).toEqual([taken?.seq]);
    expect(first?.movements).toEqual([{ measure: 'revenue_won', version: 1, quantity: 10_000 }]);
  });

  it('has two halves when it is a ratio', async () => {
    const { floor, ada } = await floorWithHistory();
    const { body } = await ask(floor, `person=${ada}&metric=win_rate&period=month@2026-11`);
    expect(body).toMatchObject({
      score: 0.5,
      equal: true,
      halves: { numerator: 1_000, denominator: 2_000 },
    });
  });

  it('says which call counts as the conversation of the day, and because of which', async () => {
    const { floor, ada } = await floorWithHistory();
    await floor.events({
      type: 'call',
      externalId: 'C-2',
      changedAt: '2026-11-18T13:00:00Z',
      endedAt: '2026-11-18T11:30:00Z',
      deleted: true,
    });
    await floor.scored();
    const { body } = await ask(floor, `person=${ada}&metric=conversations&period=day@2026-11-18`);
    expect(body).toMatchObject({ score: 1_000, equal: true });
    const told = body.entries.map(({ movements, record, becauseOf }) => [
      movements[0]?.quantity,
      record.externalId,
      becauseOf?.externalId ?? null,
    ]);
    expect(told.at(-2)).toEqual([-1_000, 'C-2', null]);
    expect(told.at(-1)).toEqual([1_000, 'C-1', 'C-2']);
  });

  it('comes in pages', async () => {
    const { floor, ada } = await floorWithHistory();
    const query = `person=${ada}&metric=revenue_won&period=month@2026-11&limit=2`;
    const first = await ask(floor, query);
    expect(first.body.entries).toHaveLength(2);
    const second = await ask(floor, `${query}&after=${first.body.nextAfter}`);
    expect(second.body.entries).toHaveLength(1);
    expect(second.body).toMatchObject({ nextAfter: null, score: 15_000, equal: true });
  });

  it('is nothing for somebody without entries', async () => {
    const { floor } = await floorWithHistory();
    const people = await floor.hire('Nordics', 'cem');
    const { body } = await ask(floor, `person=${people.get('cem')}&metric=win_rate&period=all`);
    expect(body).toMatchObject({ score: null, shown: null, equal: true, entries: [] });
  });

  it.each([
    ['person=1&metric=revenue_won&period=month', 404],
    ['person=ada&metric=revenue_won&period=month', 400],
    ['metric=revenue_won&period=month', 400],
  ])('%s is answered with %i', async (query, status) => {
    const floor = await ApiClient.found(server);
    expect((await ask(floor, query)).status).toBe(status);
  });

  it.each([
    ['metric=nothing&period=month', 404],
    ['metric=revenue_won&period=fortnight', 400],
    ['metric=revenue_won&period=month@2026-13', 400],
  ])('of somebody: %s is answered with %i', async (query, status) => {
    const { floor, ada } = await floorWithHistory();
    expect((await ask(floor, `person=${ada}&${query}`)).status).toBe(status);
  });
});
