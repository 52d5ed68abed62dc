import { z } from 'zod';
import { Currency, Locale, OrganisationName } from './organisation-facts.js';
import { TimeZone } from './time-zone.js';

/** When weeks begin, and years. */
export const OrganisationCalendar = z.strictObject({
  /** 1 is Monday, 7 is Sunday. */
  weekStartsOn: z.int().min(1).max(7),
  /** 1 is January. Of a year of whole weeks, the month to whose first day it begins nearest. */
  startMonth: z.int().min(1).max(12),
  /** Months of the calendar, or of so many weeks in each quarter. */
  pattern: z.enum(['months', '4-4-5', '4-5-4', '5-4-4']),
});
export type OrganisationCalendar = z.infer<typeof OrganisationCalendar>;

/** `PATCH /api/v1/organisation`, and `POST /api/v1/organisation/preview`, which changes nothing. */
export const OrganisationBody = z.strictObject({
  name: OrganisationName.optional(),
  timeZone: TimeZone.optional(),
  currency: Currency.optional(),
  locale: Locale.optional(),
  calendar: OrganisationCalendar.optional(),
});
export type OrganisationBody = z.infer<typeof OrganisationBody>;

/** E.g. `Q3 FY27`, and its first and last day. */
const NamedPeriod = z.object({
  kind: z.enum(['day', 'week', 'month', 'quarter', 'year', 'all']),
  key: z.string(),
  label: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
});
export type NamedPeriod = z.infer<typeof NamedPeriod>;

/** How the organisation counts, or would count. */
export const OrganisationReply = z.object({
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  locale: z.string(),
  calendar: OrganisationCalendar,
  /** How many records have come; from the first on the currency stays. */
  records: z.int(),
  today: z.string(),
  week: NamedPeriod,
  /** The year that runs, in its quarters and months. */
  year: NamedPeriod.extend({
    quarters: z.array(NamedPeriod.extend({ months: z.array(NamedPeriod) })),
  }),
  /** Which periods of today would be others; empty where nothing is asked to change. */
  moved: z.array(z.object({ before: NamedPeriod, after: NamedPeriod })),
  /** How many records would be counted anew. */
  countsAnew: z.int(),
  /** Walls with a slide of a period that would be none any more. */
  lostOn: z.array(z.string()),
});
export type OrganisationReply = z.infer<typeof OrganisationReply>;
