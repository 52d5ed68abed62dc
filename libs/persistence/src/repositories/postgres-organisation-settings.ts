import type {
  Actor,
  Organisation,
  OrganisationChange,
  OrganisationSettings,
} from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import { whatChanged } from '@bellwether/domain';
import type { Selectable } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { beginRescoring } from './begin-rescoring.js';
import { calendarFromRow } from './calendar-from-row.js';
import { changeDirectory } from './change-directory.js';
import { noteChange } from './note-change.js';

/** What organisations count by, in PostgreSQL. */
export class PostgresOrganisationSettings implements OrganisationSettings {
  constructor(private readonly database: Database) {}

  async records(organisationId: OrganisationId): Promise<number> {
    const { records } = await this.database
      .of(organisationId)
      .selectFrom('record')
      .select(({ fn }) => fn.countAll<number>().as('records'))
      .where('organisation_id', '=', organisationId)
      .executeTakeFirstOrThrow();
    return records;
  }

  change(
    organisationId: OrganisationId,
    change: OrganisationChange,
    by: Actor,
  ): Promise<'changed' | 'counted'> {
    return changeDirectory(this.database, organisationId, async (transaction) => {
      const row = await transaction
        .selectFrom('organisation')
        .selectAll()
        .where('id', '=', organisationId)
        .executeTakeFirstOrThrow();
      const before = organisationFromRow(row);
      const after = { ...before, ...change };
      const changed = whatChanged(told(before), told(after));
      if (!changed) return 'changed';
      if (after.currency !== before.currency) {
        const record = await transaction
          .selectFrom('record')
          .select('id')
          .where('organisation_id', '=', organisationId)
          .limit(1)
          .executeTakeFirst();
        if (record) return 'counted';
      }
      await transaction
        .updateTable('organisation')
        .set(columnsOf(after))
        .where('id', '=', organisationId)
        .execute();
      await noteChange(transaction, organisationId, by, {
        deed: 'organisation-changed',
        subject: ['organisation', organisationId, before.name],
        ...changed,
      });
      if (after.timeZone !== before.timeZone) {
        await beginRescoring(transaction, organisationId, 'Another time zone');
      }
      return 'changed';
    });
  }
}

function organisationFromRow(row: Selectable<Schema['organisation']>): Organisation {
  return {
    id: row.id as OrganisationId,
    name: row.name,
    timeZone: row.time_zone,
    currency: row.currency,
    locale: row.locale,
    calendar: calendarFromRow(row),
  };
}

function columnsOf({ name, timeZone, currency, locale, calendar }: Organisation) {
  return {
    name,
    time_zone: timeZone,
    currency,
    locale,
    week_starts_on: calendar.weekStartsOn,
    fiscal_start_month: calendar.startMonth,
    fiscal_pattern: calendar.pattern,
  };
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** As the audit tells it, by names that people read. */
function told({ name, timeZone, currency, locale, calendar }: Organisation) {
  const { weekStartsOn, startMonth, pattern } = calendar;
  return {
    name,
    timeZone,
    currency,
    locale,
    weekStartsOn: DAYS[weekStartsOn - 1],
    fiscalYear: `from ${MONTHS[startMonth - 1]}, ${pattern}`,
  };
}
