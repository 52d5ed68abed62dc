import { expect, it } from 'vitest';
import { sinceAsked, sinceOptions, sinceText } from './since-choice.js';

const place = { timeZone: 'Europe/Dublin', locale: 'en-IE' };
const VISIT = Date.UTC(2026, 10, 18, 12);

it('offers the last visit where it is known, and asks for its moment', () => {
  expect(sinceOptions(null).map(({ value }) => value)).toEqual(['yesterday', 'morning', 'monday']);
  expect(sinceOptions(VISIT).at(-1)?.value).toBe('visit');
  expect(sinceAsked('visit', VISIT)).toBe('2026-11-18T12:00:00.000Z');
  expect(sinceAsked('visit', null)).toBe('yesterday');
  expect(sinceAsked('monday', VISIT)).toBe('monday');
});

it.each([
  ['2026-11-19T09:30:00Z', '09:30'],
  ['2026-11-19T00:00:00Z', 'this morning'],
  ['2026-11-18T17:00:00Z', 'yesterday, 17:00'],
  ['2026-11-18T00:00:00Z', 'yesterday'],
  ['2026-11-16T00:00:00Z', 'Monday, 16 November'],
  ['2026-11-16T17:00:00Z', 'Monday, 16 November, 17:00'],
])('%s is told as since %s', (instant, expected) => {
  expect(sinceText(instant, '2026-11-19', place)).toBe(expected);
});
