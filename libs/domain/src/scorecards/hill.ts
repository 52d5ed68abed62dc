import type { Presence } from '../people/presence.js';
import { dayOffOn } from '../people/presence.js';
import type { BusinessDate } from '../time/business-date.js';
import { addDays } from '../time/business-date.js';

/** A day of a period, with everything up to its end. */
export interface HillDay {
  readonly date: BusinessDate;
  /** Null on days to come. */
  readonly actual: number | null;
  readonly plan: number;
  readonly worksThen: boolean;
}

interface Slope {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly today: BusinessDate;
  readonly target: number;
  readonly presence: Presence;
  /** What was done on a day. */
  readonly doneOn: (date: BusinessDate) => number;
}

/** How somebody climbs to a target: the plan rises on their working days, and they themselves on any. */
export function hillOf({ from, to, today, target, presence, doneOn }: Slope): readonly HillDay[] {
  const dates: BusinessDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  const works = dates.map((date) => dayOffOn(presence, date) === null);
  const workingDays = works.filter(Boolean).length;
  let [actual, worked] = [0, 0];
  return dates.map((date, index) => {
    const worksThen = works[index] === true;
    if (worksThen) worked += 1;
    if (date <= today) actual += doneOn(date);
    return {
      date,
      actual: date <= today ? actual : null,
      plan: workingDays === 0 ? 0 : (target * worked) / workingDays,
      worksThen,
    };
  });
}
