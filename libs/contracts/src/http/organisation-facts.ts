import { z } from 'zod';

export const OrganisationName = z.string().trim().min(1).max(100);

/** ISO 4217. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'is no ISO 4217 code in capitals, e.g. EUR');

/** BCP 47. */
export const Locale = z.string().max(35).refine(isLocale, 'is no language tag, e.g. en-IE');

function isLocale(locale: string): boolean {
  try {
    return new Intl.Locale(locale).language !== '';
  } catch {
    return false;
  }
}
