import { describe, expect, it } from 'vitest';
import { PLAIN_CALENDAR } from '../time/fiscal-calendar.js';
import { parsePeriod } from '../time/period.js';
import type { NamedMoment } from './since.js';
import { dayWithin, instantOfNamed } from './since.js';

const iso = (instant: number) => new Date(instant).toISOString();

describe('a moment by name', () => {
  it.each<[NamedMoment, string, string, string]>([
    ['yesterday', '2026-11-19T14:32:00Z', 'Europe/Dublin', '2026-11-18T17:00:00.000Z'],
    ['yesterday', '2026-11-19T14:32:00Z', 'America/New_York', '2026-11-18T22:00:00.000Z'],
    ['yesterday', '2026-03-29T10:00:00Z', 'Europe/Berlin', '2026-03-28T16:00:00.000Z'],
    ['morning', '2026-11-19T14:32:00Z', 'Europe/Dublin', '2026-11-19T00:00:00.000Z'],
    ['morning', '2026-11-19T23:32:00Z', 'Asia/Tokyo', '2026-11-19T15:00:00.000Z'],
    ['monday', '2026-11-19T14:32:00Z', 'Europe/Dublin', '2026-11-16T00:00:00.000Z'],
    ['monday', '2026-11-16T08:00:00Z', 'Europe/Dublin', '2026-11-16T00:00:00.000Z'],
    ['monday', '2026-11-22T22:00:00Z', 'Europe/Dublin', '2026-11-16T00:00:00.000Z'],
  ])('%s at %s in %s was %s', (named, now, timeZone, expected) => {
    expect(iso(instantOfNamed(named, Date.parse(now), timeZone))).toBe(expected);
  });
});

it.each([
  ['2026-11-10T12:00:00Z', '2026-11-10'],
  ['2026-10-10T12:00:00Z', '2026-11-01'],
])('a month’s numbers at %s were those of %s', (at, expected) => {
  const month = parsePeriod('month', '2026-11', PLAIN_CALENDAR);
  if (!month) throw new Error('no month');
  expect(dayWithin(month, Date.parse(at), 'UTC')).toBe(expected);
});
