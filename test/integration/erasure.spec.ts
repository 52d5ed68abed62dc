import type { OrganisationId } from '@bellwether/domain';
import {
  PostgresAudit,
  PostgresCelebrations,
  PostgresProfiles,
  PostgresScorecards,
} from '@bellwether/persistence';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changes } from '../support/record-arbitraries.js';
import type { TestStores } from '../support/stores.js';
import { openTestStores } from '../support/stores.js';
import { TESTER, World } from '../support/world.js';

let stores: TestStores;
beforeAll(async () => (stores = await openTestStores()));
afterAll(() => stores.close());

const BOARDS = [
  'revenue_won.month@2026-11.reps',
  'revenue_won.all.reps',
  'revenue_won.year@2026.teams',
  'win_rate.year@2026.reps',
  'activity_points.month@2026-11.teams',
];
const teams = { Atlantic: ['amara', 'nguyen'], Iberia: ['tomas', 'leena'] };

const deal = (amount: string, changedAt: string, owner = 'amara@example.com') => ({
  type: 'deal',
  externalId: 'D-1',
  changedAt,
  owner,
  name: 'Orsini Logistica',
  amount,
  currency: 'EUR',
  status: 'won',
  closedOn: '2026-11-19',
});

async function worldWithBoards(): Promise<World> {
  const world = await World.open(stores.database, stores.redis, { teams });
  await world.keep(...BOARDS);
  return world;
}

async function erase(world: World, name: string): Promise<string> {
  const profiles = new PostgresProfiles(world.database);
  const erased = await profiles.erase(world.organisationId, world.people.get(name)!, TESTER);
  if (typeof erased === 'string') throw new Error(`there is no ${name}`);
  return erased.pseudonym;
}

/** Totals and boards by id, whatever people are called. */
async function numbersOf(world: World): Promise<unknown> {
  const totals = await world.database
    .of(world.organisationId)
    .selectFrom('daily_total')
    .select(['measure_id', 'person_id', 'date', 'quantity'])
    .where('quantity', '<>', 0)
    .orderBy('measure_id')
    .orderBy('person_id')
    .orderBy('date')
    .execute();
  const boards = await Promise.all(
    BOARDS.map(async (id) =>
      (await world.members(id))
        .map(({ member, score }) => `${member} ${score}`)
        .sort((a, b) => a.localeCompare(b)),
    ),
  );
  return { totals, boards };
}

/** Everything that PostgreSQL keeps of an organisation, table by table, as text. */
async function everythingKept(world: World): Promise<ReadonlyMap<string, string>> {
  const database = world.database.of(world.organisationId as OrganisationId);
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid
    where relkind = 'r' and relnamespace = current_schema()::regnamespace
      and attname = 'organisation_id' and not attisdropped
    union select unnest(array['organisation', 'import_verdict'])
  `.execute(database);
  const kept = new Map<string, string>();
  for (const { name } of rows) {
    const found = await sql<{ row: string }>`
      select kept::text as row from ${sql.table(name)} kept
    `.execute(database);
    kept.set(name, found.rows.map(({ row }) => row).join('\n'));
  }
  return kept;
}

describe('somebody who was erased', () => {
  it('leaves totals and boards as they were, and so does whatever arrives afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(changes, fc.nat({ max: 29 }), async (all, pause) => {
        const [known, erased] = [await worldWithBoards(), await worldWithBoards()];
        for (const world of [known, erased]) {
          await world.deliver(...all.slice(0, pause));
          await world.settle();
        }
        const before = await numbersOf(erased);
        await erase(erased, 'amara');
        expect(await numbersOf(erased)).toEqual(before);
        // Later changes of their records, also in their name, end as if nobody had been erased.
        for (const world of [known, erased]) {
          await world.deliver(...all.slice(pause));
          await world.settle();
        }
        const rename = ([name, score]: [string, number]) =>
          `${name === 'Former colleague 1' ? 'amara' : name} ${score}`;
        for (const id of BOARDS) {
          const [one, other] = [await known.standing(id), await erased.standing(id)];
          expect(other.map(rename).sort((a, b) => a.localeCompare(b))).toEqual(
            one.map(rename).sort((a, b) => a.localeCompare(b)),
          );
        }
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 15) },
    );
  });

  it('is named nowhere any more', async () => {
    const world = await worldWithBoards();
    const profiles = new PostgresProfiles(world.database);
    const amara = world.people.get('amara')!;
    const bea = world.people.get('nguyen')!;
    await profiles.change(
      world.organisationId,
      amara,
      { name: 'Amara Okonkwo', nickname: 'Mara', jobTitle: 'Closer', pronunciation: 'ah-MAH-ra' },
      TESTER,
    );
    await profiles.change(world.organisationId, bea, { managerId: amara }, TESTER);
    await new PostgresScorecards(world.database).add(
      world.organisationId,
      {
        name: 'Two',
        for: { people: [amara, bea], jobTitles: [], teams: [] },
        lines: [],
        forgivenMisses: 0,
      },
      TESTER,
    );
    await world.deliver(
      {
        ...deal('100.00', '2026-11-19T10:00:00Z'),
        externalId: 'D-9',
        owner: 'amara.o@example.com',
      },
      deal('100.00', '2026-11-19T10:00:00Z'),
    );
    await world.settle();
    const email = { namespace: 'email', value: 'amara.o@example.com' };
    await world.addPerson.addIdentity(world.organisationId, amara, email, TESTER);
    await world.settle();

    expect(await erase(world, 'amara')).toBe('Former colleague 1');
    for (const [table, text] of await everythingKept(world)) {
      const named = /amara|okonkwo|"mara"|closer/i.exec(text);
      expect([table, named?.[0]]).toEqual([table, undefined]);
    }
    expect(await world.standing('revenue_won.all.reps')).toEqual([['Former colleague 1', 20_000]]);
    const audit = await new PostgresAudit(world.database).list(
      world.organisationId,
      { subjectKind: 'person', subjectId: String(amara) },
      { before: null, limit: 50 },
    );
    expect(audit.map(({ deed, subject }) => `${deed} ${subject.name}`)).toEqual([
      'person-erased Former colleague 1',
      'identity-added Former colleague 1',
      'person-changed Former colleague 1',
      'person-added Former colleague 1',
    ]);
    await expect(
      sql`update audit set actor_name = 'x'`.execute(world.database.of(world.organisationId)),
    ).rejects.toThrow('append-only');
  });

  it('is credited under the pseudonym when a source goes on naming them', async () => {
    const world = await worldWithBoards();
    await erase(world, 'amara');
    await world.deliver(deal('100.00', '2026-11-19T10:00:00Z'));
    await world.settle();
    expect(await world.parkedItems()).toEqual([]);
    expect(await world.standing('revenue_won.all.reps')).toEqual([['Former colleague 1', 10_000]]);
    const newcomer = {
      name: 'Amara again',
      shortName: 'Amara',
      photoUrl: null,
      identities: [{ namespace: 'email', value: 'amara@example.com' }],
      team: null,
    };
    const added = await world.addPerson.execute(world.organisationId, newcomer, TESTER);
    expect(added).toBe('identity-taken');
    const shown = await new PostgresCelebrations(world.database).shownSince(
      world.organisationId,
      0,
    );
    expect(JSON.stringify(shown)).not.toContain('amara');
  });

  it('is erased once, and cannot be brought back or renamed', async () => {
    const world = await worldWithBoards();
    await erase(world, 'amara');
    expect(await erase(world, 'amara')).toBe('Former colleague 1');
    expect(await erase(world, 'tomas')).toBe('Former colleague 2');
    const profiles = new PostgresProfiles(world.database);
    const amara = world.people.get('amara')!;
    expect(await profiles.reactivate(world.organisationId, amara, TESTER)).toBe('erased');
    const renamed = await profiles.change(world.organisationId, amara, { name: 'Amara' }, TESTER);
    expect(renamed).toBe('erased');
  });
});
