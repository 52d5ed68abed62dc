import type { FiscalCalendar } from '@bellwether/domain';
import type { Selectable } from 'kysely';
import type { Schema } from '../schema.js';

type CalendarColumns = 'week_starts_on' | 'fiscal_start_month' | 'fiscal_pattern';

/** When an organisation's weeks and years begin. */
export function calendarFromRow(
  row: Pick<Selectable<Schema['organisation']>, CalendarColumns>,
): FiscalCalendar {
  return {
    startMonth: row.fiscal_start_month,
    pattern: row.fiscal_pattern,
    weekStartsOn: row.week_starts_on,
  };
}
