import type { Founded } from '@bellwether/application';
import { FoundOrganisation } from '@bellwether/application';
import { PostgresOrganisations, migrate, openDatabase } from '@bellwether/persistence';
import { sql } from 'kysely';
import { RandomSecrets } from '../../apps/server/src/stores/random-secrets.js';
import { unsealedSecrets } from '../../test/support/unsealed-secrets.js';

/** How many people in how many teams. */
export interface FloorSize {
  readonly people: number;
  readonly teams: number;
}

/** An organisation of this size in an empty database: `p0@example.com` and so on. */
export async function foundFloor(
  databaseUrl: string,
  { people, teams }: FloorSize,
): Promise<Founded> {
  const database = openDatabase({ url: databaseUrl, connections: 1 });
  try {
    await migrate(database);
    const founded = await new FoundOrganisation(
      new PostgresOrganisations(database, unsealedSecrets),
      new RandomSecrets(),
    ).execute({ name: 'Bench', timeZone: 'Europe/Dublin', currency: 'EUR', locale: 'en-IE' });
    const { organisationId } = founded;
    const floor = database.of(organisationId);
    await sql`
      insert into team (organisation_id, name, ribbon)
      select ${organisationId}::integer, 'Team ' || number, number
      from generate_series(1, ${teams}::integer) number
    `.execute(floor);
    await sql`
      with hired as (
        insert into person (organisation_id, name, short_name)
        select ${organisationId}::integer, 'Person ' || number, number::text
        from generate_series(0, ${people - 1}::integer) number
        returning id, short_name
      ), named as (
        insert into person_identity (organisation_id, namespace, value, person_id)
        select ${organisationId}::integer, 'email', 'p' || short_name || '@example.com', id
        from hired
      )
      insert into team_membership (organisation_id, person_id, team_id, from_date)
      select ${organisationId}::integer, hired.id, team.id, '2020-01-01' from hired
      join team on team.organisation_id = ${organisationId}
        and team.ribbon = 1 + hired.short_name::integer % ${teams}::integer
    `.execute(floor);
    await database.maintain((everything) => sql`analyze`.execute(everything));
    return founded;
  } finally {
    await database.destroy();
  }
}
