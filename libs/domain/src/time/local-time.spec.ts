import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { BusinessDate } from './business-date.js';
import { instantOfLocal } from './local-time.js';

const at = (date: string, hours: number, minutes: number, zone: string) =>
  new Date(
    instantOfLocal(date as BusinessDate, (hours * 60 + minutes) * 60_000, zone),
  ).toISOString();

describe('instantOfLocal', () => {
  it.each([
    ['2026-07-01', 9, 30, 'Europe/Dublin', '2026-07-01T08:30:00.000Z'],
    ['2026-12-01', 9, 30, 'Europe/Dublin', '2026-12-01T09:30:00.000Z'],
    // Shown twice, and left out.
    ['2026-10-25', 1, 30, 'Europe/Dublin', '2026-10-25T00:30:00.000Z'],
    ['2026-03-29', 1, 30, 'Europe/Dublin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-08', 2, 30, 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-11-19', 23, 59, 'Pacific/Kiritimati', '2026-11-19T09:59:00.000Z'],
  ] as const)('%s %i:%i in %s is %s', (date, hours, minutes, zone, instant) => {
    expect(at(date, hours, minutes, zone)).toBe(instant);
  });

  it('agrees with the calendar everywhere and always', () => {
    const zone = fc.constantFrom('Europe/Dublin', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
    const hour = fc.integer({ min: Date.UTC(2000) / 1.8e6, max: Date.UTC(2040) / 1.8e6 });
    fc.assert(
      fc.property(zone, hour, (timeZone, half) => {
        const shown = new Date(half * 1.8e6).toISOString();
        const plain = Temporal.PlainDateTime.from(shown.slice(0, 19));
        const date = shown.slice(0, 10) as BusinessDate;
        const msOfDay = (half * 1.8e6) % 86_400_000;
        expect(instantOfLocal(date, msOfDay, timeZone)).toBe(
          plain.toZonedDateTime(timeZone).epochMilliseconds,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
