import type { ExplainReply } from '@bellwether/contracts';
import type { MeasureDefinition, MetricDefinition } from '@bellwether/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import type { TestStores } from '../support/stores.js';
import { openTestStores } from '../support/stores.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { World } from '../support/world.js';

let stores: TestStores;
beforeAll(async () => (stores = await openTestStores()));
afterAll(() => stores.close());

const teams = { Atlantic: ['amara', 'nguyen'], Iberia: ['tomas'] };

const capped = (key: string, more: Partial<MeasureDefinition>): MeasureDefinition => ({
  key,
  unit: 'count',
  words: { one: 'call', many: 'calls' },
  rules: [
    {
      record: 'call',
      credit: { kind: 'field', fields: ['owner'] },
      dates: [{ kind: 'field', field: 'endedAt' }],
      amount: { kind: 'one' },
    },
  ],
  ...more,
});
const DAY_CAP = capped('first_calls', { atMost: 2 });
const CONTACT_CAP = capped('calls_per_contact', { distinctBy: 'contact', atMost: 2 });
const metricOf = ({ key }: MeasureDefinition): MetricDefinition => ({
  key,
  title: key,
  unit: { kind: 'count', one: 'call', many: 'calls' },
  direction: 'higher',
  timing: 'leading',
  formula: { kind: 'sum', terms: { [key]: 1 } },
});
const BOARDS = ['first_calls.all.reps', 'calls_per_contact.month@2026-11.teams'];
const PER_CONTACT = 'calls_per_contact.all.reps';

async function openWorld(): Promise<World> {
  const measures = [DAY_CAP, CONTACT_CAP];
  const metrics = measures.map(metricOf);
  const world = await World.open(stores.database, stores.redis, { teams, measures, metrics });
  await world.keep(...BOARDS);
  return world;
}

const call = (id: number, hour: number, more: object = {}) => ({
  type: 'call',
  externalId: `C-${id}`,
  changedAt: '2026-11-18T12:00:00Z',
  endedAt: new Date(Date.UTC(2026, 10, 18, hour)).toISOString(),
  owner: 'amara@example.com',
  contact: 'orsini',
  ...more,
});

/** More calls than count, at few moments, that are corrected, handed over and deleted. */
const change = fc.record(
  {
    type: fc.constant('call'),
    externalId: fc.integer({ min: 1, max: 7 }).map((id) => `C-${id}`),
    changedAt: fc
      .integer({ min: 0, max: 9 })
      .map((hour) => new Date(Date.UTC(2026, 10, 19, hour)).toISOString()),
    endedAt: fc.constantFrom(
      '2026-11-18T09:00:00Z',
      '2026-11-18T10:00:00Z',
      '2026-11-19T10:00:00Z',
    ),
    owner: fc.constantFrom('amara@example.com', 'nguyen@example.com', 'tomas@example.com'),
    contact: fc.constantFrom('orsini', 'brisa'),
    deleted: fc.boolean(),
  },
  { requiredKeys: ['type', 'externalId', 'changedAt', 'endedAt', 'owner'] },
);
const shuffled = fc.array(change, { minLength: 1, maxLength: 25 }).chain((all) =>
  fc.record({
    all: fc.constant(all),
    order: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
    repeats: fc.array(fc.nat(), { maxLength: 5 }),
    pauses: fc.array(fc.nat({ max: all.length }), { maxLength: 5 }),
  }),
);

describe('a cap', () => {
  it('leaves the same in whatever order records come, are repeated and are corrected', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ all, order, repeats, pauses }) => {
        const straight = await openWorld();
        await straight.deliver(...all);
        await straight.settle();

        const tangled = await openWorld();
        for (const [index, one] of order.entries()) {
          await tangled.deliver(one);
          if (pauses.includes(index)) await tangled.settle();
        }
        await tangled.deliver(...repeats.map((index) => order[index % order.length] as object));
        await tangled.settle();

        expect(await tangled.dailyTotals()).toEqual(await straight.dailyTotals());
        for (const id of BOARDS) {
          expect(await tangled.standing(id)).toEqual(await straight.standing(id));
          const scores = (await tangled.members(id)).map(({ score }) => score);
          const again = (await tangled.recomputed(id)).flatMap(({ score }) => score ?? []);
          expect(scores.toSorted((a, b) => a - b)).toEqual(again.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 20) },
    );
  });

  it('counts the earliest of a day, and lets the next step in when one is taken back', async () => {
    const world = await openWorld();
    await world.deliver(call(3, 11), call(2, 10), call(1, 9));
    await world.settle();
    expect(await world.standing('first_calls.all.reps')).toEqual([['amara', 2_000]]);

    await world.deliver(call(1, 9, { changedAt: '2026-11-18T13:00:00Z', deleted: true }));
    await world.settle();
    expect(await world.standing('first_calls.all.reps')).toEqual([['amara', 2_000]]);

    await world.deliver(call(2, 10, { changedAt: '2026-11-18T13:00:00Z', deleted: true }));
    await world.settle();
    expect(await world.standing('first_calls.all.reps')).toEqual([['amara', 1_000]]);
  });

  it('is for each contact where it says so', async () => {
    const world = await openWorld();
    await world.keep(PER_CONTACT);
    const calls = [1, 2, 3].map((id) => call(id, 8 + id));
    await world.deliver(...calls, call(4, 14, { contact: 'brisa' }));
    await world.settle();
    expect(await world.standing(PER_CONTACT)).toEqual([['amara', 3_000]]);
  });
});

describe('what a cap left out', () => {
  it('is told with the number, record by record', async () => {
    const server = await startTestServer(await testUrls());
    try {
      const floor = await ApiClient.found(server, { timeZone: 'UTC' });
      const people = await floor.hire('Iberia', 'ada');
      const draft = {
        title: 'First calls',
        from: {
          kind: 'records',
          record: 'call',
          figure: { kind: 'count' },
          when: { kind: 'form', match: 'all', tests: [] },
          credit: { kind: 'field', field: 'owner' },
          day: { kind: 'field', field: 'endedAt' },
          oncePer: null,
          atMost: 2,
        },
        words: null,
        direction: 'higher',
        timing: 'leading',
      };
      expect((await floor.own('/api/v1/own-metrics', { json: draft })).status).toBe(201);
      const own = { owner: 'ada@example.com' };
      await floor.events([call(3, 11, own), call(1, 9, own), call(2, 10, own)]);
      expect(await floor.standing('own_first_calls.all.reps')).toEqual([['ada', 2_000]]);
      const query = `person=${people.get('ada')}&metric=own_first_calls&period=all`;
      const { body } = await floor.own<ExplainReply>(`/api/v1/explain?${query}`);
      expect(body.leftOut.counts).toEqual([
        { measure: 'own_first_calls', claimed: 3, leftOut: 1, atMost: 2, by: null },
      ]);
      expect(body.leftOut.newest).toMatchObject([
        { date: '2026-11-18', among: '', record: { type: 'call', externalId: 'C-3' } },
      ]);
    } finally {
      await server.close();
    }
  });
});
