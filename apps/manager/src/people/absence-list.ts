import type { ProfileReply } from '@bellwether/contracts';

export type Absence = ProfileReply['absences'][number];

export const ABSENCE_WORDS: Readonly<Record<Absence['kind'], string>> = {
  holiday: 'Holiday',
  sick: 'Sick',
  parental: 'Parental leave',
  other: 'Away',
};

/** Those that are over, and those that are not. */
export function partAbsences(
  absences: readonly Absence[],
  today: string,
): { readonly past: readonly Absence[]; readonly ahead: readonly Absence[] } {
  return {
    past: absences.filter(({ until }) => until < today),
    ahead: absences.filter(({ until }) => until >= today),
  };
}

/** `19 November`, `1 to 14 July`, `28 December to 2 January 2027`: the year where it is another. */
export function absenceText({ from, until }: Absence, today: string, locale: string): string {
  const written = (date: string, more: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', timeZone: 'UTC', ...more }).format(
      Date.parse(`${date}T12:00:00Z`),
    );
  const year = until.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
  const last = written(until, { month: 'long', ...year });
  if (from === until) return last;
  const isSameMonth = from.slice(0, 7) === until.slice(0, 7);
  const first = isSameMonth
    ? written(from, {})
    : written(from, {
        month: 'long',
        ...(from.slice(0, 4) === until.slice(0, 4) ? {} : { year: 'numeric' as const }),
      });
  return `${first} to ${last}`;
}
