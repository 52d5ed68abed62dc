import { FoundOrganisation } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import type { Database } from '@bellwether/persistence';
import {
  PostgresAudit,
  PostgresOrganisations,
  PostgresPeople,
  PostgresScreens,
  migrate,
  openDatabase,
} from '@bellwether/persistence';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../support/database.js';
import { createTestDatabase } from '../support/database.js';
import { unsealedSecrets } from '../support/unsealed-secrets.js';
import { randomSecrets } from '../support/random-secrets.js';
import { TESTER } from '../support/world.js';

let own: TestDatabase;
let database: Database;
let organisationId: OrganisationId;
beforeAll(async () => {
  own = await createTestDatabase();
  database = openDatabase({ url: own.url });
  await migrate(database);
  const found = new FoundOrganisation(
    new PostgresOrganisations(database, unsealedSecrets),
    randomSecrets,
  );
  const about = { name: 'Lark', timeZone: 'UTC', currency: 'EUR', locale: 'en-IE' };
  ({ organisationId } = await found.execute(about));
});
afterAll(async () => {
  await database.destroy();
  await own.drop();
});

/** While something is done, the database refuses rows of a table with a certain name in a column. */
async function refusing(table: string, column: string, text: string, work: () => Promise<unknown>) {
  const alter = (how: string) =>
    database.maintain((everything) => sql.raw(`alter table ${table} ${how}`).execute(everything));
  await alter(`add constraint refused check (${column} <> '${text}') not valid`);
  await expect(work()).rejects.toThrow('refused');
  await alter('drop constraint refused');
}

const told = () =>
  new PostgresAudit(database).list(organisationId, {}, { before: null, limit: 99 });
const teams = () => database.of(organisationId).selectFrom('team').select('name').execute();

describe('a change and its row in the audit', () => {
  it('are there together, or neither', async () => {
    const people = new PostgresPeople(database);
    const before = (await told()).length;
    await refusing('team', 'name', 'Iberia', () =>
      people.addTeam(organisationId, 'Iberia', TESTER),
    );
    expect([(await told()).length, await teams()]).toEqual([before, []]);

    await refusing('audit', 'deed', 'team-added', () =>
      people.addTeam(organisationId, 'Iberia', TESTER),
    );
    expect([(await told()).length, await teams()]).toEqual([before, []]);

    await people.addTeam(organisationId, 'Iberia', TESTER);
    expect([(await told()).length, await teams()]).toEqual([before + 1, [{ name: 'Iberia' }]]);
  });

  it('are not there when nothing changed', async () => {
    const screens = new PostgresScreens(database);
    const [screen] = await screens.list(organisationId);
    const before = (await told()).length;
    await screens.change(organisationId, screen!.id, { name: screen!.name, volume: 0.6 }, TESTER);
    expect(await told()).toHaveLength(before);
    await screens.change(organisationId, screen!.id, { name: 'Hall', volume: 0.2 }, TESTER);
    const [changed, renamed] = await told();
    expect([renamed?.deed, renamed?.before, renamed?.after]).toEqual([
      'screen-renamed',
      { name: 'First wall' },
      { name: 'Hall' },
    ]);
    expect([changed?.deed, changed?.before, changed?.after]).toEqual([
      'screen-changed',
      { volume: 0.6 },
      { volume: 0.2 },
    ]);
  });

  it.each([
    ['changed', sql`update audit set actor_name = 'Somebody else'`],
    ['taken away', sql`delete from audit`],
  ])('cannot be %s afterwards', async (_, statement) => {
    await expect(database.maintain((all) => statement.execute(all))).rejects.toThrow(
      'the audit is append-only',
    );
  });
});
