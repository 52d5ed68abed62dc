import type { FiscalCalendar, FiscalPeriod } from './fiscal-calendar.js';
import { fiscalPeriod } from './fiscal-calendar.js';
import type { PeriodKind } from './period.js';

/** `FY2027-P08`, `FY2027-Q3`, `FY2027`. */
export function fiscalKeyOf({ kind, year, number }: FiscalPeriod): string {
  const name = `FY${String(year).padStart(4, '0')}`;
  switch (kind) {
    case 'month':
      return `${name}-P${String(number).padStart(2, '0')}`;
    case 'quarter':
      return `${name}-Q${number}`;
    case 'year':
      return name;
  }
}

/** Whether this is how a period of the kind is named in some fiscal year. */
export function isFiscalKey(kind: PeriodKind, key: string): boolean {
  return partsOf(key)?.kind === kind;
}

/** The period that a key names in a calendar; undefined when the key is no fiscal one. */
export function parseFiscalKey(key: string, calendar: FiscalCalendar): FiscalPeriod | undefined {
  const parts = partsOf(key);
  return parts && fiscalPeriod(parts.kind, parts.year, parts.number, calendar);
}

/** `P3 FY27`, `Q1 FY27`, `FY27`. */
export function fiscalLabel(key: string): string {
  const parts = partsOf(key);
  if (!parts) return key;
  const year = `FY${String(parts.year).slice(-2)}`;
  if (parts.kind === 'year') return year;
  return `${parts.kind === 'quarter' ? 'Q' : 'P'}${parts.number} ${year}`;
}

const FISCAL_KEY = /^FY(?<year>[1-9][0-9]{3})(?:-P(?<month>0[1-9]|1[0-2])|-Q(?<quarter>[1-4]))?$/;

function partsOf(key: string): Pick<FiscalPeriod, 'kind' | 'year' | 'number'> | undefined {
  const found = FISCAL_KEY.exec(key)?.groups;
  if (!found) return undefined;
  const { year, month, quarter } = found;
  if (month !== undefined) return { kind: 'month', year: Number(year), number: Number(month) };
  if (quarter !== undefined)
    return { kind: 'quarter', year: Number(year), number: Number(quarter) };
  return { kind: 'year', year: Number(year), number: 1 };
}
