import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStores } from '../support/stores.js';
import type { TestStores } from '../support/stores.js';
import { World } from '../support/world.js';

let stores: TestStores;
beforeAll(async () => (stores = await openTestStores()));
afterAll(() => stores.close());

const REVENUE = 'revenue_won.month@2026-11.reps';
const teams = { Atlantic: ['amara', 'nguyen'], Iberia: ['tomas'] };
const won = {
  type: 'deal',
  externalId: 'D-1',
  changedAt: '2026-11-19T14:00:00Z',
  owner: 'amara@example.com',
  name: 'Orsini Logistica',
  amount: '48600.00',
  currency: 'EUR',
  status: 'won',
  closedOn: '2026-11-19',
};

async function worldWith(...records: readonly object[]): Promise<World> {
  const world = await World.open(stores.database, stores.redis, { teams });
  await world.keep(
    REVENUE,
    'revenue_won.month@2026-10.reps',
    'revenue_won.quarter@2026-Q4.reps',
    'revenue_won.quarter@2026-Q3.reps',
    'revenue_won.month@2026-11.teams',
    'win_rate.month@2026-11.reps',
    'deals_won.day@2026-11-19.reps',
  );
  await world.deliver(...records);
  await world.settle();
  return world;
}

describe('a won deal that is corrected', () => {
  it('counts once, however often and in however many batches it arrives', async () => {
    const world = await worldWith(won, won, won);
    await world.deliver(won);
    await world.settle();
    expect(await world.standing(REVENUE)).toEqual([['amara', 4_860_000]]);
  });

  it.each([
    ['its amount is edited', { amount: '50000.50' }, [['amara', 5_000_050]]],
    ['its owner changes', { owner: 'tomas@example.com' }, [['tomas', 4_860_000]]],
    ['its close moves to another quarter', { closedOn: '2026-09-30' }, []],
    ['it turns out lost', { status: 'lost' }, []],
    ['it is reopened', { status: 'open', closedOn: null }, []],
    ['it is deleted', { deleted: true }, []],
    ['it is merged into another', { mergedInto: 'D-2' }, []],
    [
      'it is shared',
      {
        splits: [
          { owner: 'amara@example.com', percent: 66.67 },
          { owner: 'tomas@example.com', percent: 33.33 },
        ],
      },
      [
        ['amara', 3_240_162],
        ['tomas', 1_619_838],
      ],
    ],
  ])('moves the board when %s', async (_, correction, standing) => {
    const world = await worldWith(won);
    const { type, externalId } = won;
    await world.deliver({ type, externalId, changedAt: '2026-11-19T14:20:00Z', ...correction });
    await world.settle();
    expect(await world.standing(REVENUE)).toEqual(standing);
  });

  it('ends the same when the correction arrives before the deal', async () => {
    const { type, externalId } = won;
    const world = await worldWith({
      type,
      externalId,
      changedAt: '2026-11-19T14:20:00Z',
      amount: '1000',
    });
    await world.deliver(won);
    await world.settle();
    expect(await world.standing(REVENUE)).toEqual([['amara', 100_000]]);
  });

  it('counts in the quarter that it was moved to', async () => {
    const world = await worldWith(won);
    const { type, externalId } = won;
    await world.deliver({
      type,
      externalId,
      changedAt: '2026-11-19T14:20:00Z',
      closedOn: '2026-09-30',
    });
    await world.settle();
    expect(await world.standing('revenue_won.quarter@2026-Q4.reps')).toEqual([]);
    expect(await world.standing('revenue_won.quarter@2026-Q3.reps')).toEqual([
      ['amara', 4_860_000],
    ]);
  });

  it('keeps the ledger append-only: what was taken back points at what it takes back', async () => {
    const world = await worldWith(won);
    const { type, externalId } = won;
    await world.deliver({ type, externalId, changedAt: '2026-11-19T14:20:00Z', amount: '1' });
    await world.settle();
    const entries = await stores.database
      .of(world.organisationId)
      .selectFrom('entry')
      .select(['seq', 'reverses', 'quantities', 'revision'])
      .where('organisation_id', '=', world.organisationId)
      .orderBy('seq')
      .execute();
    expect(entries).toEqual([
      { seq: 1, reverses: null, quantities: [4_860_000, 1_000, 4_860_000], revision: 1 },
      { seq: 2, reverses: 1, quantities: [-4_860_000], revision: 2 },
      { seq: 3, reverses: null, quantities: [100], revision: 2 },
    ]);
    const edit = stores.database
      .of(world.organisationId)
      .updateTable('entry')
      .set({ revision: 9 })
      .where('organisation_id', '=', world.organisationId)
      .execute();
    await expect(edit).rejects.toThrow('append-only');
  });
});

describe('somebody whom nobody knows', () => {
  it('is parked and counts as soon as he is known', async () => {
    const world = await worldWith({ ...won, owner: 'newcomer@example.com' });
    expect(await world.standing(REVENUE)).toEqual([]);
    expect((await world.parkedItems()).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['unknown-person', 'email:newcomer@example.com'],
    ]);
    await world.hire('New logos', ['newcomer'], '2026-01-01');
    await world.settle();
    expect(await world.standing(REVENUE)).toEqual([['newcomer', 4_860_000]]);
    expect(await world.parkedItems()).toEqual([]);
  });
});
