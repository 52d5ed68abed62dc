import type { Instant } from '../ids.js';
import type { History } from '../records/history.js';
import { enteredAt, leftAt } from '../records/history.js';
import type { FieldValue, Fields } from '../records/record-fields.js';
import type { BusinessDate } from '../time/business-date.js';
import { businessDateOf, parseBusinessDate, startOfDate } from '../time/business-date.js';
import type { DateRule, Span } from './measure.js';

/** When a record counts. */
export interface Moment {
  readonly date: BusinessDate;
  readonly at: Instant;
}

/** By the first rule that knows a day; a later one may know the moment within it. */
export function momentOf(
  rules: readonly DateRule[],
  history: History,
  fields: Fields,
  timeZone: string,
): Moment | undefined {
  let day: BusinessDate | undefined;
  for (const rule of rules) {
    const known = knownBy(rule, history, fields);
    if (typeof known === 'string') day ??= parseBusinessDate(known);
    if (typeof known !== 'number') continue;
    const date = businessDateOf(known, timeZone);
    if (day === undefined || day === date) return { date, at: known };
  }
  // A day without a moment begins with its first: the moments of its other records come later.
  return day && { date: day, at: startOfDate(day, timeZone) };
}

function knownBy(rule: DateRule, history: History, fields: Fields): FieldValue | undefined {
  switch (rule.kind) {
    case 'field':
      return fields[rule.field];
    case 'entered':
      return enteredAt(history, rule.field, rule.values, rule.which);
    case 'left':
      return leftAt(history, rule.field, rule.values);
    case 'first-heard':
      return history[0]?.at;
  }
}

/**
 * In milliseconds; undefined while one of its ends is not known. Of an end only the day may be known:
 * on one day nothing ends before it began.
 */
export function lengthOf(
  { from, to }: Span,
  { history, fields }: { readonly history: History; readonly fields: Fields },
  timeZone: string,
): number | undefined {
  const begins = momentOf(from, history, fields, timeZone);
  const ends = momentOf(to, history, fields, timeZone);
  if (!begins || !ends) return undefined;
  return begins.date === ends.date ? Math.max(0, ends.at - begins.at) : ends.at - begins.at;
}
