import type { BusinessDate } from '@bellwether/domain';
import { addDays, startOfDate, weekdayOf } from '@bellwether/domain';
import type { CastMember } from './cast.js';
import type { Invented } from './invent.js';
import {
  inventCall,
  inventDeal,
  inventEmail,
  inventLead,
  inventMeeting,
  officeMoment,
} from './invent.js';
import type { Random } from './random.js';

export interface Day {
  readonly date: BusinessDate;
  readonly start: number;
  /** Nothing is invented after this. */
  readonly until: number;
}

/** The days from `from` to `to`, the newest first. */
export function daysBack(
  from: BusinessDate,
  to: BusinessDate,
  timeZone: string,
  now: number,
): readonly Day[] {
  const days: Day[] = [];
  for (let date = to; date >= from; date = addDays(date, -1)) {
    days.push({ date, start: startOfDate(date, timeZone), until: now });
  }
  return days;
}

/** What one person did on one day. */
export function inventDay(random: Random, who: CastMember, day: Day): readonly Invented[] {
  const isWeekend = weekdayOf(day.date) > 5;
  if (isWeekend && !random.happens(0.12)) return [];
  const pace = who.drive * (isWeekend ? 0.3 : random.between(0.7, 1.25));
  const at = () => officeMoment(random, day.start, day.until);
  const many = <T>(mean: number, make: () => T): T[] =>
    Array.from({ length: random.times(mean * pace) }, make);
  return [
    ...many(9, () => inventCall(random, who, at())),
    ...many(6, () => inventEmail(random, who, at())),
    ...many(0.9, () => inventMeeting(random, who, daysBefore(at(), random.between(2, 9)), at())),
    ...many(0.5, () => inventMeeting(random, who, at(), null)),
    ...many(0.7, () => lead(random, who, at(), at())),
    ...many(0.35, () => inventDeal(random, who, at(), null)),
    ...many(0.42, () => closedDeal(random, who, day, at())),
  ];
}

function lead(random: Random, who: CastMember, one: number, other: number): Invented {
  const qualifiedAt = random.happens(0.4) ? Math.max(one, other) : null;
  return inventLead(random, who, Math.min(one, other), qualifiedAt);
}

function closedDeal(random: Random, who: CastMember, day: Day, at: number): Invented {
  const isWon = random.happens(0.35 + who.drive * 0.12);
  const createdAt = daysBefore(at, random.between(6, 55));
  return inventDeal(random, who, createdAt, { at, on: day.date, isWon });
}

function daysBefore(instant: number, days: number): number {
  return instant - days * 86_400_000;
}
