import { z } from 'zod';
import { CalendarDay } from './row-id.js';

/** 1 is Monday, 7 is Sunday. */
export const WorkingDays = z
  .array(z.int().min(1).max(7))
  .min(1, 'are none; deactivate who works no more')
  .max(7)
  .refine((days) => new Set(days).size === days.length, 'names a day twice');

const Absence = z
  .strictObject({
    /** Why, and no more than that. */
    kind: z.enum(['holiday', 'sick', 'parental', 'other']),
    from: CalendarDay,
    /** The last day. */
    until: CalendarDay,
  })
  .refine(({ from, until }) => from <= until, {
    message: 'ends before it begins',
    path: ['until'],
  });

/** When somebody is away: no day twice. */
export const Absences = z
  .array(Absence)
  .max(200)
  .refine((all) => !overlap(all), 'overlap: a day has one reason');

function overlap(all: readonly { readonly from: string; readonly until: string }[]): boolean {
  const sorted = all.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.some((one, index) => index > 0 && one.from <= (sorted[index - 1]?.until ?? ''));
}
