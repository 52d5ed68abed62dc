import type { Instant } from '@bellwether/domain';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** A moment, to be compared with a column. */
export function moment(instant: Instant): RawBuilder<number> {
  return sql<number>`to_timestamp(${instant} / 1000.0)`;
}

/** A moment, to be written into a column. */
export function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
