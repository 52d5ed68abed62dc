import { describe, expect, it } from 'vitest';
import { clockText, dayText, momentText } from './clock-text.js';

const halfPastTwo = Date.parse('2026-11-19T14:32:00Z');

describe('clockText', () => {
  it.each([
    ['Europe/Dublin', 'en-IE', '14:32'],
    ['Europe/Berlin', 'de-DE', '15:32'],
    ['America/New_York', 'en-US', '9:32 AM'],
  ])('is the time of day in %s as %s writes it', (zone, locale, text) => {
    // Engines differ in which space stands before AM.
    expect(clockText(halfPastTwo, zone, locale).replace(/\s/g, ' ')).toBe(text);
  });

  it.each([
    ['en-IE', '00:05'],
    ['de-DE', '00:05'],
    ['en-US', '12:05 AM'],
  ])('is written after midnight as %s writes it', (locale, text) => {
    const midnight = Date.parse('2026-11-19T00:05:00Z');
    expect(clockText(midnight, 'UTC', locale).replace(/\s/g, ' ')).toBe(text);
  });
});

describe('momentText', () => {
  it.each([
    ['2026-11-19T14:18:00Z', '14:18'],
    ['2026-11-18T14:18:00Z', 'Wed 14:18'],
  ])('calls %s %s', (instant, text) => {
    expect(momentText(Date.parse(instant), halfPastTwo, 'Europe/Dublin', 'en-IE')).toBe(text);
  });
});

it('knows the business date on both sides of midnight', () => {
  const late = Date.parse('2026-11-19T23:30:00Z');
  expect([dayText(late, 'Europe/Dublin'), dayText(late, 'Europe/Berlin')]).toEqual([
    '2026-11-19',
    '2026-11-20',
  ]);
});
