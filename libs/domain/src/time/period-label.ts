import type { BusinessDate } from './business-date.js';
import { fiscalLabel, isFiscalKey } from './fiscal-key.js';
import type { Period } from './period.js';
import { includesDate } from './period.js';

/** How people call a period: `November`, `Q4 2026`, `Q3 FY27`, `Today`. */
export function periodLabel(period: Period, today: BusinessDate, locale: string): string {
  if (isFiscalKey(period.kind, period.key)) return fiscalLabel(period.key);
  const isNow = includesDate(period, today);
  switch (period.kind) {
    case 'day':
      return isNow ? 'Today' : inWords(period.key, locale, DAY);
    case 'week':
      if (isNow) return 'This week';
      return `Week of ${inWords(period.key, locale, DAY)}`;
    case 'month': {
      const isThisYear = period.key.slice(0, 4) === today.slice(0, 4);
      return inWords(`${period.key}-01`, locale, isThisYear ? MONTH : MONTH_OF_YEAR);
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

/** `31 December`, with its year where that is not this one. */
export function dayLabel(date: BusinessDate, today: BusinessDate, locale: string): string {
  const isThisYear = date.slice(0, 4) === today.slice(0, 4);
  return inWords(date, locale, isThisYear ? DAY : DAY_OF_YEAR);
}

const DAY = { day: 'numeric', month: 'long' } as const;
const DAY_OF_YEAR = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const MONTH = { month: 'long' } as const;
const MONTH_OF_YEAR = { month: 'long', year: 'numeric' } as const;

type Parts = typeof DAY | typeof DAY_OF_YEAR | typeof MONTH | typeof MONTH_OF_YEAR;

/** Making a format costs as much as reading a whole board. There are as many as organisations have locales. */
const formats = new Map<Parts, Map<string, Intl.DateTimeFormat>>();

function inWords(date: string, locale: string, parts: Parts): string {
  const known = formats.get(parts) ?? new Map<string, Intl.DateTimeFormat>();
  formats.set(parts, known);
  const format =
    known.get(locale) ?? new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
  known.set(locale, format);
  return format.format(Date.parse(`${date}T12:00:00Z`));
}
