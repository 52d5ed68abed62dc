/** `28 Dec – 3 Jan`, with the year where it is another than this one. */
export function rangeText(
  { startsOn, endsOn }: { readonly startsOn: string | null; readonly endsOn: string | null },
  today: string,
  locale: string,
): string {
  if (startsOn === null || endsOn === null) return '';
  const isThisYear = [startsOn, endsOn].every((date) => date.slice(0, 4) === today.slice(0, 4));
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  });
  return format.formatRange(at(startsOn), at(endsOn));
}

function at(date: string): number {
  return Date.parse(`${date}T12:00:00Z`);
}
