import type { Instant } from '../ids.js';
import type { History } from '../records/history.js';
import { currentOf } from '../records/history.js';
import type { Fields } from '../records/record-fields.js';
import { businessDateOf } from '../time/business-date.js';
import type { Lasts, MeasureRule } from './measure.js';
import type { Moment } from './moment-of.js';
import { momentOf } from './moment-of.js';

/** From this moment on a record is this; null when it counts no more. */
export interface Step {
  readonly moment: Moment;
  readonly fields: Fields | null;
}

/**
 * What a record was from when on, as long as a balance may count it. What is heard of it later than it
 * began counts from its beginning; of what is heard only after its end, it is taken to have held.
 */
export function stepsOf(
  { dates, when, lasts }: MeasureRule & { readonly lasts: Lasts },
  { history, fields: now }: { readonly history: History; readonly fields: Fields },
  holds: (condition: string, fields: Fields) => boolean,
  timeZone: string,
): readonly Step[] {
  const start = momentOf(dates, history, now, timeZone);
  if (!start) return [];
  const isOver = lasts.once === undefined || holds(lasts.once, now);
  const end = isOver ? momentOf(lasts.until, history, now, timeZone) : undefined;
  if (end && end.at <= start.at) return [];
  const steps: Step[] = [];
  let fields: Fields = {};
  for (const { at, set } of currentOf(history)) {
    fields = { ...fields, ...set };
    const isFirst = steps.length === 0;
    if (end && at >= end.at && !isFirst) break;
    const isHeardLate = isFirst && end !== undefined && at >= end.at;
    const counts = when === undefined || isHeardLate || holds(when, fields);
    const moment = isFirst || at <= start.at ? start : momentAt(at, timeZone);
    if (steps.at(-1)?.moment.at === moment.at) steps.pop();
    steps.push({ moment, fields: counts ? fields : null });
  }
  return end ? [...steps, { moment: end, fields: null }] : steps;
}

function momentAt(at: Instant, timeZone: string): Moment {
  return { at, date: businessDateOf(at, timeZone) };
}
