import type { OrganisationReply } from '@bellwether/contracts';
import { rangeText } from './range-text.js';

type Year = OrganisationReply['year'];
type Named = Year['quarters'][number]['months'][number];

/** A month of the strip, as wide as it is long. */
export interface MonthCell {
  readonly key: string;
  /** `Apr`, `P1`. */
  readonly name: string;
  readonly days: number;
  /** Of whole weeks: `5 weeks`; empty of months of the calendar. */
  readonly length: string;
  readonly range: string;
  readonly isNow: boolean;
}

export interface QuarterCell {
  readonly key: string;
  readonly label: string;
  readonly range: string;
  readonly isNow: boolean;
  readonly months: readonly MonthCell[];
}

const DAY_MS = 86_400_000;

/** A year as a strip shows it. */
export function yearCells(year: Year, today: string, locale: string): readonly QuarterCell[] {
  const shortMonth = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return year.quarters.map((quarter) => ({
    key: quarter.key,
    label: quarter.label,
    range: rangeText(quarter, today, locale),
    isNow: isIn(quarter, today),
    months: quarter.months.map((month): MonthCell => {
      const days = daysOf(month);
      const isFiscal = month.key.startsWith('FY');
      return {
        key: month.key,
        name: isFiscal
          ? (month.label.split(' ')[0] ?? '')
          : shortMonth.format(Date.parse(`${month.startsOn}T12:00:00Z`)),
        days,
        length: isFiscal ? `${days / 7} weeks` : '',
        range: rangeText(month, today, locale),
        isNow: isIn(month, today),
      };
    }),
  }));
}

/** How long a year of whole weeks is: `53 weeks`; null of other years. */
export function yearLength(year: Year): string | null {
  const isWhole = year.quarters[0]?.months[0]?.key.startsWith('FY') === true;
  return isWhole ? `${daysOf(year) / 7} weeks` : null;
}

function isIn({ startsOn, endsOn }: Named, today: string): boolean {
  return (startsOn ?? '') <= today && today <= (endsOn ?? '');
}

function daysOf({ startsOn, endsOn }: Named): number {
  return (Date.parse(endsOn ?? '') - Date.parse(startsOn ?? '')) / DAY_MS + 1;
}
