import type { BusinessDate } from '../time/business-date.js';
import { weekdayOf } from '../time/business-date.js';

/** Why somebody is away. More than that is nobody's business. */
export type AbsenceKind = 'holiday' | 'sick' | 'parental' | 'other';

/** Days on which somebody is away, the first and the last among them. */
export interface Absence {
  readonly kind: AbsenceKind;
  readonly from: BusinessDate;
  readonly until: BusinessDate;
}

/** When somebody works. */
export interface WorkingCalendar {
  /** 1 is Monday, 7 is Sunday; null: as everybody, Monday to Friday. */
  readonly workingDays: readonly number[] | null;
  readonly absences: readonly Absence[];
}

const EVERYBODYS_DAYS: readonly number[] = [1, 2, 3, 4, 5];

/** Whether somebody works on a day: it is one of their days of the week, and they are not away. */
export function isWorkingDay(
  { workingDays, absences }: WorkingCalendar,
  date: BusinessDate,
): boolean {
  if (!(workingDays ?? EVERYBODYS_DAYS).includes(weekdayOf(date))) return false;
  return !absences.some(({ from, until }) => from <= date && date <= until);
}
