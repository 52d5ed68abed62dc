import type { Actor, Holiday, Holidays } from '@bellwether/application';
import type { BusinessDate, OrganisationId } from '@bellwether/domain';
import { whatChanged } from '@bellwether/domain';
import type { Database } from '../open-database.js';
import { noteChange } from './note-change.js';

/** Days on which nobody works, in PostgreSQL. */
export class PostgresHolidays implements Holidays {
  constructor(private readonly database: Database) {}

  async list(organisationId: OrganisationId): Promise<readonly Holiday[]> {
    const rows = await this.database
      .of(organisationId)
      .selectFrom('holiday')
      .select(['date', 'name'])
      .where('organisation_id', '=', organisationId)
      .orderBy('date')
      .execute();
    return rows.map(({ date, name }) => ({ date: date as BusinessDate, name }));
  }

  set(organisationId: OrganisationId, holidays: readonly Holiday[], by: Actor): Promise<void> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const { name } = await transaction
          .selectFrom('organisation')
          .select('name')
          .where('id', '=', organisationId)
          .forNoKeyUpdate()
          .executeTakeFirstOrThrow();
        const before = await transaction
          .deleteFrom('holiday')
          .where('organisation_id', '=', organisationId)
          .returning(['date', 'name'])
          .execute();
        if (holidays.length > 0) {
          await transaction
            .insertInto('holiday')
            .values(holidays.map((holiday) => ({ organisation_id: organisationId, ...holiday })))
            .execute();
        }
        const changed = whatChanged({ holidays: told(before) }, { holidays: told(holidays) });
        if (!changed) return;
        await noteChange(transaction, organisationId, by, {
          deed: 'holidays-changed',
          subject: ['organisation', organisationId, name],
          ...changed,
        });
      });
  }
}

function told(holidays: readonly { readonly date: string; readonly name: string }[]): string[] {
  return holidays.map(({ date, name }) => `${date} ${name}`).toSorted();
}
