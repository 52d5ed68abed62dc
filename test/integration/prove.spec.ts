import { ProveBoards } from '@bellwether/application';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestStores } from '../support/stores.js';
import { openTestStores } from '../support/stores.js';
import { World } from '../support/world.js';

let stores: TestStores;
beforeAll(async () => (stores = await openTestStores()));
afterAll(() => stores.close());

async function provenWorld(): Promise<{ world: World; prove: ProveBoards }> {
  const world = await World.open(stores.database, stores.redis, {
    teams: { Atlantic: ['amara', 'nguyen'], Iberia: ['tomas'] },
  });
  const prove = new ProveBoards(
    world.store,
    world.boards,
    world.ledger,
    world.totals,
    world.directories,
    { send: () => Promise.resolve() },
    { now: () => world.now },
  );
  await prove.rebuild(world.organisationId);
  const deals = ['amara', 'nguyen', 'tomas', 'amara'].map((owner, index) => ({
    type: 'deal',
    externalId: `D-${index}`,
    changedAt: `2026-11-1${index}T10:00:00Z`,
    owner: `${owner}@example.com`,
    amount: `${index + 1}00.00`,
    status: index === 1 ? 'lost' : 'won',
  }));
  await world.deliver(...deals);
  await world.settle();
  return { world, prove };
}

describe('the proof', () => {
  it('finds the kept boards equal to the ledger', async () => {
    const { world, prove } = await provenWorld();
    const proof = await prove.verify(world.organisationId);
    expect(proof).toMatchObject({ differences: [], totals: { differences: [] } });
    // 14 metrics, 6 periods, of the organisation's people, its teams and the people of 2 teams.
    expect(proof.boards).toBe(14 * 6 * 4);
    expect(proof.members).toBeGreaterThan(50);
  });

  it('tells of a score, a member and a moment that are wrong', async () => {
    const { world, prove } = await provenWorld();
    const board = `${world.prefix}:{${world.organisationId}}:3:board:deals_won.all@all.reps`;
    const [amara, tomas] = [world.people.get('amara'), world.people.get('tomas')];
    const places = await stores.redis.hGetAll(`${board}:places`);
    const [hers = '', his = ''] = [places[String(amara)], places[String(tomas)]];
    await stores.redis.zAdd(`${board}:order`, { score: -9_000, value: hers });
    await stores.redis.zRem(`${board}:order`, his);
    const nobodys = hers.replace(/\d{10}$/, '0999999999');
    await stores.redis.zAdd(`${board}:order`, { score: -1, value: nobodys });
    const { differences } = await prove.verify(world.organisationId);
    expect(
      differences.map(({ member, kept, ledger }) => [member, kept?.score, ledger?.score]),
    ).toEqual(
      expect.arrayContaining([
        [amara, 9_000, 2_000],
        [tomas, undefined, 1_000],
        [999_999_999, 1, undefined],
      ]),
    );
    expect(differences).toHaveLength(3);
  });

  it('tells of a daily total that the entries do not add up to', async () => {
    const { world, prove } = await provenWorld();
    await stores.database
      .of(world.organisationId)
      .updateTable('daily_total')
      .set((eb) => ({ quantity: eb('quantity', '+', 1) }))
      .where('organisation_id', '=', world.organisationId)
      .where('person_id', '=', world.people.get('tomas') ?? 0)
      .execute();
    const { totals } = await prove.verify(world.organisationId);
    expect(totals.differences.length).toBeGreaterThan(0);
    expect(totals.differences[0]).toMatch(/kept \d+, ledger \d+/);
  });

  it('holds again after a rebuild, whatever was broken or lost', async () => {
    const { world, prove } = await provenWorld();
    const before = await world.standing('revenue_won.all.reps');
    const keys = await stores.redis.keys(`${world.prefix}*`);
    await stores.redis.del(keys.filter((_, index) => index % 2 === 0));
    await prove.rebuild(world.organisationId);
    expect((await prove.verify(world.organisationId)).differences).toEqual([]);
    expect(await world.standing('revenue_won.all.reps')).toEqual(before);
  });
});
