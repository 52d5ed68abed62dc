import type { BusinessDate } from './business-date.js';
import type { Period } from './period.js';
import { includesDate } from './period.js';

/** How people call a period: `November`, `Q4 2026`, `Today`. */
export function periodLabel(period: Period, today: BusinessDate, locale: string): string {
  const isNow = includesDate(period, today);
  switch (period.kind) {
    case 'day':
      return isNow ? 'Today' : inWords(period.key, locale, { day: 'numeric', month: 'long' });
    case 'week':
      if (isNow) return 'This week';
      return `Week of ${inWords(period.key, locale, { day: 'numeric', month: 'long' })}`;
    case 'month': {
      const isThisYear = period.key.slice(0, 4) === today.slice(0, 4);
      const year = isThisYear ? {} : ({ year: 'numeric' } as const);
      return inWords(`${period.key}-01`, locale, { month: 'long', ...year });
    }
    case 'quarter': {
      const [year, quarter] = period.key.split('-');
      return `${quarter} ${year}`;
    }
    case 'year':
      return period.key;
    case 'all':
      return 'All time';
  }
}

function inWords(date: string, locale: string, format: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...format, timeZone: 'UTC' }).format(
    Date.parse(`${date}T12:00:00Z`),
  );
}
