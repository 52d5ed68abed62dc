import { EmptyOldBodies } from '@bellwether/application';
import { PostgresBodies, migrate, openDatabase } from '@bellwether/persistence';
import type { Database } from '@bellwether/persistence';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../support/database.js';
import { createTestDatabase } from '../support/database.js';
import type { TestStores } from '../support/stores.js';
import { openTestStores } from '../support/stores.js';
import { TESTER, World } from '../support/world.js';

const DAY_MS = 86_400_000;

let own: TestDatabase;
let database: Database;
let stores: TestStores;
let world: World;
beforeEach(async () => {
  // The walk goes through the whole inbox, so other tests must not be in it.
  own = await createTestDatabase();
  database = openDatabase({ url: own.url, connections: 4 });
  await migrate(database);
  stores = await openTestStores();
  world = await World.open(database, stores.redis, { teams: { Iberia: ['ada'] } });
});
afterEach(async () => {
  await stores.close();
  await database.destroy();
  await own.drop();
});

const deal = (externalId: string, owner = 'ada@example.com') => ({
  type: 'deal',
  externalId,
  changedAt: new Date(world.now).toISOString(),
  owner,
  status: 'won',
  amount: '100.00',
});

const empty = (keepDays = 365): Promise<number> =>
  new EmptyOldBodies(new PostgresBodies(database), { now: () => world.now }, keepDays).execute(
    new AbortController().signal,
  );

/** External id → whether its body is still there. */
async function kept(): Promise<readonly boolean[]> {
  const rows = await database
    .of(world.organisationId)
    .selectFrom('inbox')
    .select('body')
    .orderBy('id')
    .execute();
  return rows.map(({ body }) => body !== null);
}

describe('old bodies in the inbox', () => {
  it('are emptied when they are scored, and what is sent again is still recognised', async () => {
    const old = deal('D-1');
    await world.deliver(old);
    await world.settle();
    world.now += 364 * DAY_MS;
    await world.deliver(deal('D-2'));
    await world.settle();
    expect(await empty()).toBe(0);
    world.now += 2 * DAY_MS;
    expect(await empty()).toBe(1);
    expect(await kept()).toEqual([false, true]);
    expect(await world.deliver(old)).toEqual(['duplicate']);
    await world.settle();
    await world.keep('revenue_won.all.reps');
    expect(await world.standing('revenue_won.all.reps')).toEqual([['ada', 20_000]]);
  });

  it('stay for ever when they are to', async () => {
    await world.deliver(deal('D-1'));
    await world.settle();
    world.now += 4_000 * DAY_MS;
    expect(await empty(0)).toBe(0);
    expect(await kept()).toEqual([true]);
  });

  it('stay while they wait or are parked, and go when that is over', async () => {
    await world.deliver(deal('D-1', 'new@example.com'), deal('D-2'));
    await world.settle();
    await world.deliver(deal('D-3'));
    world.now += 400 * DAY_MS;
    expect(await empty()).toBe(1);
    expect(await kept()).toEqual([true, false, true]);
    await world.settle();
    expect(await empty()).toBe(1);
    expect(await kept()).toEqual([true, false, false]);

    const newcomer = {
      name: 'new',
      shortName: 'new',
      photoUrl: null,
      identities: [{ namespace: 'email', value: 'new@example.com' }],
      team: null,
    };
    await world.addPerson.execute(world.organisationId, newcomer, TESTER);
    // Waits to be tried again: still needed.
    expect(await empty()).toBe(0);
    await world.settle();
    expect(await empty()).toBe(1);
    expect(await kept()).toEqual([false, false, false]);
    await world.keep('revenue_won.all.reps');
    expect(await world.standing('revenue_won.all.reps')).toEqual([
      ['ada', 20_000],
      ['new', 10_000],
    ]);
  });

  it('are gone through in steps, each once', async () => {
    await world.deliver(...Array.from({ length: 25 }, (_, index) => deal(`D-${index}`)));
    await world.settle();
    world.now += 400 * DAY_MS;
    const bodies = new PostgresBodies(database);
    const steps: number[] = [];
    for (let more = true; more;) {
      const step = await bodies.emptyNext(world.now - 365 * DAY_MS, 10);
      steps.push(step.emptied);
      ({ more } = step);
    }
    expect(steps).toEqual([10, 10, 5]);
    expect(await bodies.emptyNext(world.now, 10)).toEqual({ emptied: 0, more: false });
  });

  it('say why they cannot be tried again', async () => {
    await world.deliver(deal('D-1'));
    await world.settle();
    world.now += 400 * DAY_MS;
    await empty();
    await sql`insert into inbox_queue (organisation_id, inbox_id, replay)
      select organisation_id, id, true from inbox`.execute(database.of(world.organisationId));
    await world.settle();
    const [parked] = await world.parked.list(world.organisationId, {}, { after: 0, limit: 9 });
    expect(parked).toMatchObject({ kind: 'unmappable', body: '' });
    expect(parked?.detail).toMatch('no longer kept (BELLWETHER_KEEP_BODIES_DAYS)');
  });
});
