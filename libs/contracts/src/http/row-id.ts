import { z } from 'zod';

const MOST = 2_147_483_647;

/** The number of a person, a team, a source, … */
export const RowId = z.int().positive().max(MOST, 'is no number that we gave');
/** The same in an address. */
export const RowIdText = z.coerce.number().int().positive().max(MOST, 'is no number that we gave');

/** A day of people's working lives, `YYYY-MM-DD`. */
export const CalendarDay = z.iso
  .date('is no day, e.g. 2026-03-30')
  .refine((day) => day >= '1900-01-01' && day < '2100-01-01', 'lies outside 1900 to 2099');
