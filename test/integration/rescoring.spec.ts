import { setTimeout as pause } from 'node:timers/promises';
import type { CelebrateWins, Ledger, LedgerTransaction } from '@bellwether/application';
import {
  FindWork,
  ProveBoards,
  RescoreOrganisation,
  ScoreOrganisation,
  WorkOffOrganisation,
} from '@bellwether/application';
import { connectors } from '@bellwether/connectors';
import type { MeasureDefinition, MetricDefinition } from '@bellwether/domain';
import { PostgresDirectories, migrate, openDatabase } from '@bellwether/persistence';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../apps/server/src/cli/run-command.js';
import { createTestDatabase, createTestRedis } from '../support/database.js';
import { changes } from '../support/record-arbitraries.js';
import type { TestStores } from '../support/stores.js';
import { openTestStores } from '../support/stores.js';
import { testConfig } from '../support/test-server.js';
import { TESTER, World } from '../support/world.js';

let stores: TestStores;
beforeAll(async () => (stores = await openTestStores()));
afterAll(() => stores.close());

const teams = { Atlantic: ['amara', 'nguyen'], Iberia: ['tomas', 'leena'] };

/** Somebody called; one contact a day counts once, so records stand in each other's way. */
const REACHED: MeasureDefinition = {
  key: 'contacts_called',
  unit: 'count',
  distinctBy: 'contact',
  rules: [
    {
      record: 'call',
      credit: { kind: 'field', fields: ['owner'] },
      dates: [{ kind: 'field', field: 'endedAt' }],
      amount: { kind: 'one' },
    },
  ],
};
const CONTACTS: MetricDefinition = {
  key: 'contacts_called',
  title: 'Contacts called',
  unit: { kind: 'count', one: 'contact', many: 'contacts' },
  direction: 'higher',
  timing: 'leading',
  formula: { kind: 'sum', terms: { contacts_called: 1 } },
};

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 25);

const BOARDS = [
  'mqls_created.month@2026-11.reps',
  'mqls_created.year@2026.teams',
  'new_logos.all.reps',
  'arpu.month@2026-11.reps',
  'contacts_called.all.reps',
  'revenue_won.all.reps',
  'conversations.week@2026-11-16.reps',
];

async function open(): Promise<World> {
  return World.open(stores.database, stores.redis, { teams });
}

/** Picks a KPI of the catalogue, and a definition beside it. */
async function pick(world: World): Promise<void> {
  await world.use('mqls_created');
  await world.use('new_logos');
  await world.use('arpu');
  const change = { kind: 'add', metric: CONTACTS, measures: [REACHED] } as const;
  await world.definitions.change(world.organisationId, () => change, TESTER);
  world.directories.forget(world.organisationId);
}

/** Takes the definition beside it away again. */
async function unpick(world: World): Promise<void> {
  await world.drop('mqls_created');
  await world.drop('new_logos');
  await world.drop('arpu');
  await world.definitions.change(
    world.organisationId,
    ({ metrics, measures }) => ({
      kind: 'remove',
      metric: metrics.find(({ key }) => key === CONTACTS.key)!,
      measures: measures.filter(({ key }) => key === REACHED.key).map(({ id }) => id),
    }),
    TESTER,
  );
  world.directories.forget(world.organisationId);
}

/** Totals of what is in force; what is not is counted by nobody any more. */
async function totalsInForce(world: World): Promise<Record<string, string>> {
  const totals = await world.dailyTotals();
  return Object.fromEntries(
    Object.entries(totals).filter(([key]) => !key.startsWith('undefined ')),
  );
}

async function boardsOf(world: World): Promise<unknown> {
  return Promise.all(
    BOARDS.map(async (id) => {
      const names = await world.standing(id);
      const members = await world.members(id);
      const lines = names.map(([name], index) =>
        [name, members[index]?.score, members[index]?.reachedAt].join(' '),
      );
      return [id, lines.sort((a, b) => (a < b ? -1 : 1))];
    }),
  );
}

async function expectProven(world: World): Promise<void> {
  const prove = new ProveBoards(
    world.store,
    world.boards,
    world.ledger,
    world.totals,
    world.directories,
    { send: () => Promise.resolve() },
    { now: () => world.now },
  );
  const { differences, totals } = await prove.verify(world.organisationId);
  expect([...differences, ...totals.differences]).toEqual([]);
}

class Killed extends Error {}

function expectKilled(error: unknown): void {
  if (!(error instanceof Killed)) throw error;
}

/** A worker that dies when everything is written and nothing is committed. */
function dyingRescorer(world: World): RescoreOrganisation {
  const ledger: Ledger = {
    transact: (organisationId, work) =>
      world.ledger.transact(organisationId, async (transaction) => {
        await work(transaction);
        throw new Killed();
      }),
    head: (...about) => world.ledger.head(...about),
    movesAfter: (...about) => world.ledger.movesAfter(...about),
  };
  const directories = new PostgresDirectories(world.database);
  const clock = { now: () => world.now };
  return new RescoreOrganisation(ledger, directories, world.rescorings, clock, 2);
}

/** A ledger of which something happens as soon as deliveries are taken. */
function ledgerWith(world: World, take: (inside: LedgerTransaction) => Promise<Taken>): Ledger {
  return {
    transact: (organisationId, work) =>
      world.ledger.transact(organisationId, (inside) =>
        work({
          head: inside.head,
          take: () => take(inside),
          records: (refs) => inside.records(refs),
          claims: (groups) => inside.claims(groups),
          rescoring: () => inside.rescoring(),
          recordsOf: (rescoring, limit) => inside.recordsOf(rescoring, limit),
          advance: (step) => inside.advance(step),
          write: (batch) => inside.write(batch),
          relink: (...about) => inside.relink(...about),
          groups: (...about) => inside.groups(...about),
          groupRecords: (...about) => inside.groupRecords(...about),
        }),
      ),
    head: (...about) => world.ledger.head(...about),
    movesAfter: (...about) => world.ledger.movesAfter(...about),
  };
}

type Taken = Awaited<ReturnType<LedgerTransaction['take']>>;

/** Until somebody stands before the organisation's lock. */
async function untilItWaits({ database }: World): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await database.maintain((all) =>
        sql`
          select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'
            and query like '%ledger_head%'
        `.execute(all),
      );
      expect(rows.length).toBeGreaterThan(0);
    },
    { timeout: 3_000, interval: 20 },
  );
}

const lead = (id: number, day = 17) => ({
  type: 'lead',
  externalId: `L-${id}`,
  changedAt: `2026-11-${day}T10:00:00Z`,
  owner: 'amara@example.com',
  status: 'mql',
});

/** What happens between two pieces of what is sent. */
const happening = fc.constantFrom(
  'settle',
  'slice',
  'slice that dies',
  'slice of which the boards do not hear',
  'two slices at once',
  'begin again',
  'cancel and begin again',
  'drop and use again',
);
type Happening = typeof happening extends fc.Arbitrary<infer Deed> ? Deed : never;

async function happens(world: World, deed: Happening): Promise<void> {
  const { organisationId } = world;
  const slice = async (): Promise<void> => {
    const booking = await world.rescorer(2).execute(organisationId);
    if (booking !== 'idle') await world.boards.project(organisationId, booking);
  };
  switch (deed) {
    case 'settle':
      return void (await world.settle());
    case 'slice':
      return slice();
    case 'slice that dies':
      return void (await dyingRescorer(world).execute(organisationId).catch(expectKilled));
    case 'slice of which the boards do not hear':
      return void (await world.rescorer(2).execute(organisationId));
    case 'two slices at once':
      return void (await Promise.all([slice(), slice(), world.settle()]));
    case 'begin again':
      return world.rescorings.begin(organisationId, 'All KPIs', TESTER);
    case 'cancel and begin again':
      await world.rescorings.cancel(organisationId, TESTER);
      return world.rescorings.begin(organisationId, 'All KPIs', TESTER);
    case 'drop and use again':
      await unpick(world);
      return pick(world);
  }
}

describe('a definition that comes after history', () => {
  it(
    'counts as if it had been there from the start, whatever happens meanwhile',
    async () => {
      const scripts = changes.chain((all) =>
        fc.record({
          order: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          pickAt: fc.nat({ max: all.length }),
          happenings: fc.array(fc.tuple(fc.nat({ max: all.length }), happening), { maxLength: 6 }),
        }),
      );
      await fc.assert(
        fc.asyncProperty(scripts, async ({ order, pickAt, happenings }) => {
          const straight = await open();
          await pick(straight);
          await straight.keep(...BOARDS);
          await straight.deliver(...order);
          await straight.settle();

          const late = await open();
          await late.deliver(...order.slice(0, pickAt));
          await late.settle();
          await pick(late);
          await late.keep(...BOARDS);
          for (const [index, change] of order.slice(pickAt).entries()) {
            await late.deliver(change);
            for (const [at, deed] of happenings) if (at === index) await happens(late, deed);
          }
          for (const [at, deed] of happenings) {
            if (at >= order.length - pickAt) await happens(late, deed);
          }
          await late.settle();
          await late.rescore(late.rescorer(3));
          await late.boards.catchUp(late.organisationId);
          await late.keep(...BOARDS.slice(0, 5));

          expect(await totalsInForce(late)).toEqual(await totalsInForce(straight));
          expect(await boardsOf(late)).toEqual(await boardsOf(straight));
          await expectProven(late);
        }),
        { numRuns: RUNS },
      );
    },
    RUNS * 3_000,
  );

  it('leaves no trace in the totals when it is taken away and used again', async () => {
    const world = await open();
    await world.deliver(lead(1), lead(2), { ...lead(3), status: 'new' });
    await world.settle();
    const before = await world.dailyTotals();
    for (const _ of ['once', 'twice']) {
      await pick(world);
      await world.rescore();
      await unpick(world);
    }
    await world.rescorings.begin(world.organisationId, 'All KPIs', TESTER);
    await world.rescore();
    expect(await world.dailyTotals()).toEqual(before);
  });

  it('shows on a board that is kept already', async () => {
    const world = await open();
    await world.deliver(lead(1), lead(2));
    await world.settle();
    await world.use('mqls_created');
    await world.keep('mqls_created.month@2026-11.reps');
    expect(await world.standing('mqls_created.month@2026-11.reps')).toEqual([]);
    await world.rescore(world.rescorer(1));
    expect(await world.standing('mqls_created.month@2026-11.reps')).toEqual([['amara', 2_000]]);
  });

  it('has no board of its former version moved or shown', async () => {
    const world = await open();
    const board = 'mqls_created.month@2026-11.reps';
    await world.deliver(lead(1));
    await world.settle();
    await world.use('mqls_created');
    await world.rescore();
    await world.keep(board);
    await world.drop('mqls_created');
    await world.use('mqls_created');
    await expect(world.standing(board)).rejects.toThrow('is not kept');
    await world.rescore();
    await expectProven(world);
    await world.keep(board);
    expect(await world.standing(board)).toEqual([['amara', 1_000]]);
  });
});

describe('counting anew', () => {
  it('knows what went over to another company while nobody asked', async () => {
    const won = (id: string, owner: string, closedOn: string, account: string, day = 10) => ({
      type: 'deal',
      externalId: id,
      changedAt: `2026-11-${day}T10:00:00Z`,
      owner: `${owner}@example.com`,
      status: 'won',
      closedOn,
      account,
    });
    const world = await open();
    await world.use('new_logos');
    await world.deliver(won('D-1', 'amara', '2026-11-05', 'Orsini'));
    await world.settle();
    await world.deliver(won('D-2', 'tomas', '2026-11-03', 'Orsini'));
    await world.settle();
    await world.drop('new_logos');
    await world.deliver(won('D-2', 'tomas', '2026-11-03', 'Brisa', 12));
    await world.settle();
    await world.use('new_logos');
    // One by one: the company that it left is looked at before it is.
    await world.rescore(world.rescorer(1));
    await world.keep('new_logos.all.reps');
    expect(new Map(await world.standing('new_logos.all.reps'))).toEqual(
      new Map([
        ['amara', 1_000],
        ['tomas', 1_000],
      ]),
    );
    await expectProven(world);
  });

  it('lets what is new go first, and counts it once', async () => {
    const world = await open();
    await world.deliver(...Array.from({ length: 12 }, (_, id) => lead(id)));
    await world.settle();
    await world.use('mqls_created');
    await world.keep('mqls_created.all.reps');
    const seen: string[] = [];
    const workOff = new WorkOffOrganisation(
      world.worker(),
      world.rescorer(1),
      world.boards,
      {
        placesBefore: async () => new Map(),
        execute: async () => void seen.push('left from before is celebrated'),
      } as unknown as CelebrateWins,
      {
        send: async () => {
          if (seen.length === 3) await world.deliver(lead(99), lead(0, 18));
          seen.push('boards changed');
        },
      },
      () => seen.push('scored'),
      { now: () => performance.now() },
      pause,
    );
    expect(await workOff.execute(world.organisationId)).toBe('worked-off');
    expect(seen.slice(0, 2)).toEqual(['boards changed', 'left from before is celebrated']);
    expect(seen.indexOf('scored')).toBeLessThan(7);
    expect(await world.standing('mqls_created.all.reps')).toEqual([['amara', 13_000]]);
    expect(await world.rescorings.last(world.organisationId)).toMatchObject({ state: 'done' });
  });

  it('rings no bell, and settles what is parked', async () => {
    const world = await open();
    await world.deliver({
      type: 'deal',
      externalId: 'D-1',
      changedAt: '2026-11-19T10:00:00Z',
      owner: 'zoe@example.com',
      amount: '100.00',
      status: 'won',
    });
    await world.settle();
    expect(await world.parkedItems()).toMatchObject([{ kind: 'unknown-person' }]);
    // Known from now on, and nobody tries again what is parked.
    const identities = [{ namespace: 'email', value: 'zoe@example.com' }];
    const zoe = { name: 'zoe', shortName: 'zoe', photoUrl: null, identities, team: null };
    await world.peopleStore.addPerson(world.organisationId, zoe, TESTER);
    await world.rescorings.begin(world.organisationId, 'All KPIs', TESTER);
    const booking = await world.rescorer().execute(world.organisationId);
    expect(booking).toMatchObject({ celebrations: [], takenBackCelebrations: [] });
    expect(await world.parkedItems()).toEqual([]);
    await world.keep('deals_won.all.reps');
    expect(await world.standing('deals_won.all.reps')).toEqual([['zoe', 1_000]]);
  });

  it('parks what a new definition lacks, to be tried again with what was sent last', async () => {
    const world = await open();
    const unowned = { ...lead(1), owner: undefined, createdBy: 'amara@example.com' };
    await world.deliver(unowned, { ...unowned, changedAt: '2026-11-18T10:00:00Z', status: 'sql' });
    await world.deliver(unowned);
    await world.settle();
    const replayed = { kind: 'nobody-credited' };
    await world.replay.execute(world.organisationId, replayed, TESTER);
    await world.settle();
    await world.use('mqls_created');
    await world.rescore();
    const [item] = await world.parkedItems();
    expect(item).toMatchObject({ kind: 'nobody-credited', record: { externalId: 'L-1' } });
    expect(item?.body).toContain('2026-11-18');
  });

  it('writes only records of which something differs', async () => {
    const world = await open();
    await world.deliver(
      lead(1),
      { ...lead(2), status: 'new' },
      { ...lead(3), owner: 'no@body.com' },
    );
    await world.settle();
    const written = async () => {
      const rows = await world.database
        .of(world.organisationId)
        .selectFrom('record')
        .select(['external_id', sql`xmin`.as('by')])
        .orderBy('id')
        .execute();
      return rows.map(({ external_id, by }) => [external_id, by]);
    };
    const before = await written();
    await world.use('mqls_created');
    await world.rescore();
    const after = await written();
    expect(after[0]).not.toEqual(before[0]);
    expect(after.slice(1)).toEqual(before.slice(1));
  });

  it('can be cancelled, and begins from the first record when it is asked for again', async () => {
    const world = await open();
    const { organisationId, rescorings } = world;
    await world.deliver(lead(1), lead(2), lead(3));
    await world.settle();
    await world.use('mqls_created');
    await world.keep('mqls_created.all.reps');
    const booking = await world.rescorer(1).execute(organisationId);
    if (booking !== 'idle') await world.boards.project(organisationId, booking);
    expect(await rescorings.cancel(organisationId, TESTER)).toBe('cancelled');
    expect(await rescorings.cancel(organisationId, TESTER)).toBe('none-runs');
    expect(await world.rescore()).toBe(0);
    expect(await rescorings.last(organisationId)).toMatchObject({
      state: 'cancelled',
      done: 1,
      total: 3,
    });
    expect(await world.standing('mqls_created.all.reps')).toEqual([['amara', 1_000]]);
    await rescorings.begin(organisationId, 'All KPIs', TESTER);
    await world.rescore();
    expect(await world.standing('mqls_created.all.reps')).toEqual([['amara', 3_000]]);
    expect(await rescorings.last(organisationId)).toMatchObject({ state: 'done', done: 3 });
  });

  it('begins anew when it is asked for while it runs: at most one runs', async () => {
    const world = await open();
    const { organisationId, rescorings } = world;
    await world.deliver(lead(1), lead(2));
    await world.settle();
    await world.use('mqls_created');
    await world.rescorer(1).execute(organisationId);
    await Promise.all([
      rescorings.begin(organisationId, 'Demos held', TESTER),
      rescorings.begin(organisationId, 'Demos held', TESTER),
    ]);
    expect(await rescorings.last(organisationId)).toMatchObject({
      state: 'running',
      reason: 'MQLs created, Demos held',
      done: 0,
      total: 2,
    });
    const rows = await world.database
      .of(organisationId)
      .selectFrom('rescoring')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .execute();
    expect(rows).toHaveLength(1);
  });

  it('looks at what is being scored by the old definitions when it is asked for', async () => {
    const world = await open();
    await world.deliver(lead(1), lead(2));
    const directories = new PostgresDirectories(world.database);
    await directories.read(world.organisationId);
    let using = Promise.resolve();
    const worker = new ScoreOrganisation(
      ledgerWith(world, async (transaction) => {
        const taken = await transaction.take(500);
        using = world.use('mqls_created');
        await Promise.race([using, untilItWaits(world)]);
        return taken;
      }),
      directories,
      connectors,
      { now: () => world.now },
    );
    await world.settle(worker);
    await using;
    await world.rescore();
    await world.keep('mqls_created.all.reps');
    expect(await world.standing('mqls_created.all.reps')).toEqual([['amara', 2_000]]);
  });

  it('is found by the sweep as long as it runs', async () => {
    const world = await open();
    const { organisationId, inbox, ledger, store, directories, rescorings } = world;
    const findWork = new FindWork(inbox, ledger, store, directories, rescorings);
    await world.use('mqls_created');
    expect((await findWork.execute()).has(organisationId)).toBe(true);
    await world.rescore();
    expect((await findWork.execute()).has(organisationId)).toBe(false);
  });

  it('is done from the command line, too', async () => {
    const place = await createTestDatabase();
    const { url: redisUrl } = await createTestRedis();
    const database = openDatabase({ url: place.url, connections: 2 });
    await migrate(database);
    const world = await World.open(database, stores.redis, { teams });
    await world.deliver(lead(1));
    await world.settle();
    await world.use('mqls_created');
    const config = testConfig({ databaseUrl: place.url, redisUrl });
    expect(await runCommand({ ...config, logLevel: 'silent' }, ['rescore'])).toBe(0);
    expect(await world.rescorings.last(world.organisationId)).toMatchObject({ state: 'done' });
    expect(Object.keys(await world.dailyTotals())).toContain('mqls_created amara 2026-11-17');
    await database.destroy();
    await place.drop();
  });

  it('stands in nobody’s way who changes people at the same time', async () => {
    const world = await open();
    await world.deliver(...Array.from({ length: 30 }, (_, id) => lead(id)));
    await Promise.all([
      world.settle(),
      world.use('mqls_created'),
      world.hire('Nordics', ['bea'], '2020-01-01'),
      world.rescorings.begin(world.organisationId, 'All KPIs', TESTER),
      world.settle(),
    ]);
    await world.settle();
    await world.rescore();
    await world.keep('mqls_created.all.reps');
    expect(await world.standing('mqls_created.all.reps')).toEqual([['amara', 30_000]]);
  });
});
