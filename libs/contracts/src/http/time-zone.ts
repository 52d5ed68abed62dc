import { z } from 'zod';

/** An IANA time zone. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'is no IANA time zone, e.g. Europe/Dublin');

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}
