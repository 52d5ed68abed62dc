import type { EntryPlace } from './describe-entry.js';
import { secondOnDay } from './moment-text.js';

/** What the source said, field by field, for people: `status won`, `amount 20750`, `closed on 2026-11-17`. */
export function toldTexts(
  told: Readonly<Record<string, unknown>>,
  place: EntryPlace,
  /** The business day on which it is read; moments of other days say theirs. */
  date: string,
): readonly string[] {
  return Object.entries(told).flatMap(([field, value]) => {
    const text = valueText(field, value, (instant) => secondOnDay(instant, date, place));
    return text === null ? [] : [`${fieldText(field)} ${text}`];
  });
}

function fieldText(field: string): string {
  return field
    .replace(/^custom\./, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLocaleLowerCase();
}

function valueText(
  field: string,
  value: unknown,
  moment: (instant: number) => string,
): string | null {
  if (value === null) return 'nothing';
  if (typeof value === 'number') {
    return field.endsWith('At') ? moment(value) : String(value);
  }
  if (typeof value === 'string') return value.replace(/^(email:|source-\d+:)/, '');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return JSON.stringify(value);
}
