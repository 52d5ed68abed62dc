import type { Presences } from '@bellwether/application';
import type { Absence, BusinessDate, OrganisationId, PersonId, Presence } from '@bellwether/domain';
import type { Database } from '../open-database.js';

/** When people are there, from their profiles and the days on which nobody works. */
export class PostgresPresences implements Presences {
  constructor(private readonly database: Database) {}

  async read(
    organisationId: OrganisationId,
    people: readonly PersonId[],
  ): Promise<ReadonlyMap<PersonId, Presence>> {
    const database = this.database.of(organisationId);
    const dates = await database
      .selectFrom('holiday')
      .select('date')
      .where('organisation_id', '=', organisationId)
      .execute();
    const rows = await database
      .selectFrom('person')
      .select(['id', 'working_days', 'absences', 'hired_on', 'left_on'])
      .where('organisation_id', '=', organisationId)
      .where('id', '=', (eb) => eb.fn.any(eb.val([...people])))
      .execute();
    const holidays = new Set(dates.map(({ date }) => date as BusinessDate));
    return new Map(
      rows.map(({ id, working_days, absences, hired_on, left_on }) => [
        id as PersonId,
        {
          workingDays: working_days,
          absences: absences as readonly Absence[],
          holidays,
          hiredOn: hired_on as BusinessDate | null,
          leftOn: left_on as BusinessDate | null,
        },
      ]),
    );
  }
}
