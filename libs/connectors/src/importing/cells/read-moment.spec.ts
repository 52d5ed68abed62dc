import { describe, expect, it } from 'vitest';
import type { DateOrder } from './read-moment.js';
import { readDay, readMoment } from './read-moment.js';

const ZONE = 'Europe/Dublin';
const moment = (text: string, order?: DateOrder) => {
  const reading = readMoment(text, order, ZONE);
  return reading.ok ? new Date(reading.value).toISOString() : reading.reason;
};
const day = (text: string, order?: DateOrder) => {
  const reading = readDay(text, order, ZONE);
  return reading.ok ? reading.value : reading.reason;
};

describe('a moment', () => {
  it.each<[string, DateOrder | undefined, string]>([
    ['2026-07-01T09:30:00Z', undefined, '2026-07-01T09:30:00.000Z'],
    ['2026-07-01T09:30:00.25+02:00', undefined, '2026-07-01T07:30:00.250Z'],
    ['2026-07-01 09:30', undefined, '2026-07-01T08:30:00.000Z'],
    ['2026-12-01 09:30:15', undefined, '2026-12-01T09:30:15.000Z'],
    ['2026/7/1', undefined, '2026-06-30T23:00:00.000Z'],
    ['31/12/2026 14:05', undefined, '2026-12-31T14:05:00.000Z'],
    ['12/31/2026, 2:05 PM', undefined, '2026-12-31T14:05:00.000Z'],
    ['12/31/2026 12:05 a.m.', undefined, '2026-12-31T00:05:00.000Z'],
    ['3.4.2026 08:00', undefined, '2026-04-03T07:00:00.000Z'],
    ['03/04/2026 08:00', 'us', '2026-03-04T08:00:00.000Z'],
    ['03/04/2026 08:00', 'eu', '2026-04-03T07:00:00.000Z'],
    ['03-04-2026', 'eu', '2026-04-02T23:00:00.000Z'],
    // An hour that clocks show twice, and one that they leave out.
    ['2026-10-25 01:30', undefined, '2026-10-25T00:30:00.000Z'],
    ['2026-03-29 01:30', undefined, '2026-03-29T01:30:00.000Z'],
  ])('%s (%s) is %s', (text, order, instant) => expect(moment(text, order)).toBe(instant));

  it.each<[string, DateOrder | undefined, RegExp]>([
    ['03/04/2026', undefined, /may be month 3 or day 3: say dates=us or dates=eu/],
    ['31/12/2026', 'us', /no day of the calendar/],
    ['03/04/2026', 'iso', /is not written as 2026-03-30/],
    ['03/04/26', 'eu', /its year with two digits/],
    ['2026-02-30', undefined, /no day of the calendar/],
    ['2026-02-03 25:00', undefined, /no time that clocks show/],
    ['2026-02-03 13:00 pm', undefined, /no time that clocks show/],
    ['yesterday', undefined, /is no date/],
    ['1e308', undefined, /is no date/],
    ["'; drop table entry;--", undefined, /is no date/],
  ])('%s (%s) is refused', (text, order, reason) => expect(moment(text, order)).toMatch(reason));
});

describe('a day', () => {
  it.each([
    ['2026-07-01', '2026-07-01'],
    ['2026-07-01 23:59', '2026-07-01'],
    // Midnight in Dublin is an hour later than in UTC.
    ['2026-07-01T23:30:00Z', '2026-07-02'],
    ['24.12.2026', '2026-12-24'],
  ])('%s is %s', (text, date) => expect(day(text)).toBe(date));
});
