import { ReplayDeliveries } from '@bellwether/application';
import { PostgresDeliveryLog, PostgresSources } from '@bellwether/persistence';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changes } from '../support/record-arbitraries.js';
import type { TestStores } from '../support/stores.js';
import { openTestStores } from '../support/stores.js';
import { World } from '../support/world.js';
import { unsealedSecrets } from '../support/unsealed-secrets.js';

let stores: TestStores;
beforeAll(async () => (stores = await openTestStores()));
afterAll(() => stores.close());

const BOARD = 'revenue_won.year@2026.reps';
const teams = { Atlantic: ['amara', 'nguyen'], Iberia: ['tomas', 'leena'] };
const noRequests = { request: () => Promise.resolve() };

/** Which of the deliveries, by their places, and how many of them before the next scoring. */
const replays = fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), {
  minLength: 1,
  maxLength: 4,
});

describe('replaying', () => {
  it('anything, any number of times, changes no total and no board', async () => {
    await fc.assert(
      fc.asyncProperty(changes, replays, async (all, rounds) => {
        const world = await World.open(stores.database, stores.redis, { teams });
        await world.keep(BOARD);
        await world.deliver(...all);
        await world.settle();
        const before = [await world.dailyTotals(), await world.standing(BOARD)];

        const log = new PostgresDeliveryLog(stores.database);
        const sources = new PostgresSources(stores.database, unsealedSecrets);
        const replay = new ReplayDeliveries(sources, log, noRequests);
        const page = { verdict: 'all', before: null, limit: 1_000 } as const;
        const known = await log.deliveries(world.organisationId, world.source.id, page);
        for (const places of rounds) {
          const ids = places.map((place) => known[place % known.length]?.id ?? 0);
          await replay.execute(world.organisationId, world.source.id, { ids });
          await world.settle();
        }
        const everything = { from: 0, until: world.now + 1, after: null };
        await replay.execute(world.organisationId, world.source.id, everything);
        await world.settle();

        expect([await world.dailyTotals(), await world.standing(BOARD)]).toEqual(before);
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 20) },
    );
  });
});
