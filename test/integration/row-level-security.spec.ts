import type { OrganisationId } from '@bellwether/domain';
import type { Database } from '@bellwether/persistence';
import { isKeptApart, migrate, openDatabase } from '@bellwether/persistence';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { TestDatabase } from '../support/database.js';
import { createTestDatabase } from '../support/database.js';
import { roleWith } from '../support/database-role.js';
import { dropConditions, rowInto, tablesOfOrganisations } from '../support/row-of-any-table.js';
import { openTestStores } from '../support/stores.js';
import { World } from '../support/world.js';

const OURS = 7 as OrganisationId;
const THEIRS = 8 as OrganisationId;

let place: TestDatabase;
let database: Database;
let admin: pg.Client;
let tables: Awaited<ReturnType<typeof tablesOfOrganisations>>;

/** One row of theirs in every table; none of ours. */
beforeAll(async () => {
  place = await createTestDatabase();
  database = openDatabase({ url: place.url, connections: 2 });
  await migrate(database);
  admin = new pg.Client(place.url);
  await admin.connect();
  await dropConditions(admin);
  tables = await tablesOfOrganisations(admin);
  for (const { table, column } of tables) {
    await admin.query(await rowInto(admin, table, column, THEIRS));
  }
});
afterAll(async () => {
  await admin.end();
  await database.destroy();
  await place.drop();
});

const count = async (organisationId: OrganisationId, table: string): Promise<number> => {
  const { rows } = await sql<{ rows: number }>`
    select count(*) as rows from ${sql.table(table)}
  `.execute(database.of(organisationId));
  return rows[0]?.rows ?? -1;
};

describe('PostgreSQL itself', () => {
  it('guards every table that names an organisation, also from the owner of the table', async () => {
    const { rows } = await admin.query<{ table: string }>(`
      select relname as table from pg_class
      where relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity
    `);
    const guarded = rows.map(({ table }) => table);
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.filter(({ table }) => !guarded.includes(table))).toEqual([]);
    expect(guarded).toEqual(expect.arrayContaining(['import_chunk', 'import_verdict']));
  });

  it('shows a query without any condition the rows of its own organisation only', async () => {
    for (const { table } of tables) {
      expect([table, await count(OURS, table)]).toEqual([table, 0]);
      expect([table, await count(THEIRS, table)]).toEqual([table, 1]);
    }
  });

  it('changes and deletes nothing of another organisation', async () => {
    for (const { table, column } of tables) {
      const [name, whose] = [sql.table(table), sql.ref(column)];
      const change = sql`update ${name} set ${whose} = ${OURS}`.execute(database.of(OURS));
      expect([table, (await change).numAffectedRows]).toEqual([table, 0n]);
      const end = sql`delete from ${name}`.execute(database.of(OURS));
      expect([table, (await end).numAffectedRows]).toEqual([table, 0n]);
      expect([table, await count(THEIRS, table)]).toEqual([table, 1]);
    }
  });

  it('writes no row for another organisation, and gives none of one’s own away', async () => {
    for (const { table, column } of tables) {
      const statement = await rowInto(admin, table, column, 9);
      const write = sql.raw(statement).execute(database.of(OURS));
      await expect(write).rejects.toThrow(`row-level security policy for table "${table}"`);
      const gift = sql`update ${sql.table(table)} set ${sql.ref(column)} = ${OURS}`;
      await expect(gift.execute(database.of(THEIRS))).rejects.toThrow(
        `row-level security policy for table "${table}"`,
      );
    }
  });

  it('shows nothing to whoever does not say whose rows are meant', async () => {
    await admin.query('set role bellwether_scoped');
    onTestFinished(async () => void (await admin.query('reset role')));
    for (const { table } of tables) {
      const { rows } = await admin.query(`select 1 from "${table}"`);
      expect([table, rows.length]).toEqual([table, 0]);
    }
  });

  it('shows work across organisations the rows of all of them', async () => {
    for (const { table } of tables) {
      const { rows } = await sql`select 1 from ${sql.table(table)}`.execute(
        database.across('retention'),
      );
      expect([table, rows.length]).toEqual([table, 1]);
    }
  });

  it('keeps organisations apart whose work goes through the same few connections', async () => {
    const seen = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const organisationId = index % 3 === 0 ? THEIRS : OURS;
        return database
          .of(organisationId)
          .transaction()
          .execute(async (transaction) => {
            const { rows } = await sql<{ id: number }>`select id from organisation`.execute(
              transaction,
            );
            return [organisationId, rows.length];
          });
      }),
    );
    expect(seen).toEqual(
      Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? [THEIRS, 1] : [OURS, 0])),
    );
  });
});

describe('who we are to PostgreSQL', () => {
  it('is nobody who may pass row-level security, though we signed in as somebody who may', async () => {
    const whoWeAre = sql<{ passes: boolean; may: boolean }>`
      select role.rolsuper or role.rolbypassrls as passes, login.rolsuper as may
      from pg_roles role, pg_roles login
      where role.rolname = current_user and login.rolname = session_user
    `;
    for (const connection of [database.of(OURS), database.across('keys')]) {
      expect((await whoWeAre.execute(connection)).rows).toEqual([{ passes: false, may: true }]);
    }
    expect(await isKeptApart(database)).toBe(true);
  });

  it('may be an ordinary owner of the tables, who needs no other role', async () => {
    const { url } = await roleWith('nosuperuser nocreaterole');
    const own = openDatabase({ url, connections: 2 });
    onTestFinished(() => own.destroy());
    const stores = await openTestStores();
    onTestFinished(() => stores.close());
    await migrate(own);
    expect(await isKeptApart(own)).toBe(true);
    const [one, other] = [await World.open(own, stores.redis), await World.open(own, stores.redis)];
    await one.hire('Iberia', ['ada'], '2020-01-01');
    const people = sql<{ name: string }>`select name from person`;
    expect((await people.execute(own.of(one.organisationId))).rows).toEqual([{ name: 'ada' }]);
    expect((await people.execute(own.of(other.organisationId))).rows).toEqual([]);
  });

  it('is told when it passes row-level security and may not give that up', async () => {
    const { url } = await roleWith('nosuperuser nocreaterole bypassrls');
    const own = openDatabase({ url, connections: 2 });
    onTestFinished(() => own.destroy());
    await migrate(own);
    expect(await isKeptApart(own)).toBe(false);
  });
});
