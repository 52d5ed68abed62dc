import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changes } from '../support/record-arbitraries.js';
import type { TestStores } from '../support/stores.js';
import { openTestStores } from '../support/stores.js';
import { BALANCE_MEASURES, BALANCE_METRICS } from '../support/balance-metrics.js';
import { World } from '../support/world.js';

let stores: TestStores;
beforeAll(async () => (stores = await openTestStores()));
afterAll(() => stores.close());

const BOARDS = [
  'revenue_won.month@2026-11.reps',
  'revenue_won.quarter@2026-Q4.reps',
  'revenue_won.all.reps',
  'revenue_won.year@2026.teams',
  'win_rate.year@2026.reps',
  'activity_points.day@2026-11-18.reps',
  'activity_points.month@2026-11.teams',
  'conversations.week@2026-11-16.reps',
  // What there is by now, what was there, and what came before.
  'open_deals.month@2026-11.reps',
  'open_deals.quarter@2026-Q4.teams',
  'open_deals.month@2026-10.reps',
  'pipeline_growth.month@2026-11.reps',
  'pipeline_growth.quarter@2026-Q4.teams',
  'revenue_growth.month@2026-11.reps',
  // What records come to that belong together.
  'new_logos.year@2026.reps',
  'net_mrr_churn.month@2026-11.reps',
  'nrr.month@2026-11.teams',
  'arpu.month@2026-11.reps',
  'stalled_deals.month@2026-11.reps',
];
const teams = { Atlantic: ['amara', 'nguyen'], Iberia: ['tomas', 'leena'] };

const delivery = fc.record({ change: fc.nat(), times: fc.integer({ min: 1, max: 3 }) });

/** The same changes in another order, some of them more than once, with pauses between. */
const shuffled = changes.chain((all) =>
  fc.record({
    all: fc.constant(all),
    order: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
    repeats: fc.array(delivery, { maxLength: 5 }),
    pauses: fc.array(fc.nat({ max: all.length }), { maxLength: 4 }),
  }),
);

async function worldWithBoards(): Promise<World> {
  const world = await World.open(stores.database, stores.redis, {
    teams,
    measures: BALANCE_MEASURES,
    metrics: BALANCE_METRICS,
  });
  await world.keep(...BOARDS);
  return world;
}

async function boardsOf(world: World): Promise<unknown> {
  return Promise.all(BOARDS.map(async (id) => [id, await standingWithMoments(world, id)]));
}

async function standingWithMoments(world: World, id: string): Promise<unknown> {
  const names = await world.standing(id);
  const members = await world.members(id);
  return names
    .map(([name], index) => [name, members[index]?.score, members[index]?.reachedAt].join(' '))
    .sort(byText);
}

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

describe('scoring', () => {
  it('ends in the same totals and boards in any order, with any repetition, in any batches', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ all, order, repeats, pauses }) => {
        const straight = await worldWithBoards();
        await straight.deliver(...all);
        await straight.settle();

        const tangled = await worldWithBoards();
        for (const [index, change] of order.entries()) {
          await tangled.deliver(change);
          if (pauses.includes(index)) await tangled.settle();
        }
        for (const { change, times } of repeats) {
          const again = order[change % order.length] as object;
          await tangled.deliver(...Array.from({ length: times }, () => again));
        }
        await tangled.settle();

        expect(await tangled.dailyTotals()).toEqual(await straight.dailyTotals());
        expect(await tangled.dailyFacets()).toEqual(await straight.dailyFacets());
        expect(await boardsOf(tangled)).toEqual(await boardsOf(straight));
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 30) },
    );
  });

  it('keeps every board equal to a recomputation from the ledger', async () => {
    await fc.assert(
      fc.asyncProperty(changes, fc.nat({ max: 29 }), async (all, pause) => {
        const world = await worldWithBoards();
        await world.deliver(...all.slice(0, pause));
        await world.settle();
        await world.deliver(...all.slice(pause));
        await world.settle();
        expect(await world.unequalFacets()).toEqual([]);
        for (const id of BOARDS) {
          const kept = (await world.members(id)).map(({ member, score, reachedAt }) =>
            [member, score, reachedAt].join(' '),
          );
          const recomputed = (await world.recomputed(id))
            .filter(({ score }) => score !== null)
            .map(({ member, score, reachedAt }) => [member, score, reachedAt].join(' '));
          expect(kept.sort(byText)).toEqual(recomputed.sort(byText));
        }
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 30) },
    );
  });

  it('ends the same when two workers score at once', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const straight = await worldWithBoards();
        await straight.deliver(...all);
        await straight.settle();

        const shared = await worldWithBoards();
        const workers = [shared.worker(), shared.worker()];
        for (const half of [all.slice(0, all.length / 2), all.slice(all.length / 2)]) {
          await Promise.all([
            shared.deliver(...half),
            ...workers.map((worker) => shared.settle(worker)),
          ]);
        }
        await shared.settle();

        expect(await shared.dailyTotals()).toEqual(await straight.dailyTotals());
        expect(await boardsOf(shared)).toEqual(await boardsOf(straight));
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 15) },
    );
  });
});
