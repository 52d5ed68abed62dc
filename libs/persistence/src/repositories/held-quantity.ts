import type { DateRange } from '@bellwether/application';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** A quantity of a day, taken times the days of the range on which it was there, if that is asked for. */
export function heldQuantity(
  { heldFrom, to }: DateRange,
  date: RawBuilder<unknown>,
  quantity: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (heldFrom === undefined) return quantity;
  return sql`${quantity} * (${to}::date - greatest(${date}, ${heldFrom}::date) + 1)`;
}
