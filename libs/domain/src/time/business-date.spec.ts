import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { BusinessDate } from './business-date.js';
import {
  addDays,
  businessDateOf,
  parseBusinessDate,
  startOfDate,
  weekdayOf,
} from './business-date.js';

const ZONES = [
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'UTC',
];

describe('the business date of a moment', () => {
  it.each([
    // Midnight in São Paulo is 02:00 in UTC in summer and 03:00 without it.
    ['America/Sao_Paulo', '2018-02-17T01:59:59Z', '2018-02-16'],
    ['America/Sao_Paulo', '2018-02-17T02:00:00Z', '2018-02-17'],
    ['America/Sao_Paulo', '2018-06-01T02:32:00Z', '2018-05-31'],
    // The day that summer time began had no midnight.
    ['America/Sao_Paulo', '2018-11-04T02:59:59Z', '2018-11-03'],
    ['America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-04'],
    // Half an hour off the hour, no summer time.
    ['Asia/Kolkata', '2026-03-31T18:29:59Z', '2026-03-31'],
    ['Asia/Kolkata', '2026-03-31T18:30:00Z', '2026-04-01'],
    // Half a day ahead, a day of 25 hours in April and of 23 in September.
    ['Pacific/Auckland', '2026-12-31T10:59:59Z', '2026-12-31'],
    ['Pacific/Auckland', '2026-12-31T11:00:00Z', '2027-01-01'],
    ['Pacific/Auckland', '2026-04-05T11:59:59Z', '2026-04-05'],
    ['Pacific/Auckland', '2026-04-05T12:00:00Z', '2026-04-06'],
    ['Pacific/Auckland', '2026-09-26T11:59:59Z', '2026-09-26'],
    ['Pacific/Auckland', '2026-09-26T12:00:00Z', '2026-09-27'],
  ])('in %s at %s is %s', (zone, moment, date) => {
    expect(businessDateOf(Date.parse(moment), zone)).toBe(date);
  });

  it('is what the calendar says, at any moment in any zone', () => {
    const moment = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(moment, fc.constantFrom(...ZONES), (instant, zone) => {
        const calendar = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
        expect(businessDateOf(instant, zone)).toBe(calendar.toPlainDate().toString());
      }),
      { numRuns: 2_000 },
    );
  });

  it('begins where the day before ends', () => {
    const day = fc.integer({ min: 10_000, max: 23_000 });
    fc.assert(
      fc.property(day, fc.constantFrom(...ZONES), (epochDay, zone) => {
        const text = new Date(epochDay * 86_400_000).toISOString().slice(0, 10);
        const date = text as BusinessDate;
        const start = startOfDate(date, zone);
        expect(businessDateOf(start, zone)).toBe(date);
        expect(businessDateOf(start - 1, zone)).toBe(addDays(date, -1));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a day', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '', 'today'])(
    'is not %j',
    (text) => expect(parseBusinessDate(text)).toBeUndefined(),
  );

  it('may be a leap day', () => expect(parseBusinessDate('2028-02-29')).toBe('2028-02-29'));

  it.each([
    ['2026-11-16', 1],
    ['2026-11-21', 6],
    ['2026-11-22', 7],
  ])('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(date as BusinessDate)).toBe(weekday);
  });
});
