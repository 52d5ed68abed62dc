import { expect, it } from 'vitest';
import { dayBounds } from './day-bounds.js';

it.each([
  ['Europe/Berlin', '2026-11-18T23:00:00.000Z', '2026-11-20T23:00:00.000Z'],
  ['America/New_York', '2026-11-19T05:00:00.000Z', '2026-11-21T05:00:00.000Z'],
])('two days in %s', (timeZone, from, to) => {
  expect(dayBounds('2026-11-19', '2026-11-20', timeZone)).toEqual({ from, to });
});

it('no day bounds nothing', () => {
  expect(dayBounds('', '', 'UTC')).toEqual({ from: undefined, to: undefined });
});
