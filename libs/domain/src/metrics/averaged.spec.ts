import { expect, it } from 'vitest';
import type { MeasureId } from '../ids.js';
import type { BusinessDate } from '../time/business-date.js';
import { PLAIN_CALENDAR } from '../time/fiscal-calendar.js';
import { periodOf } from '../time/period.js';
import { averaged } from './averaged.js';

const CLIENTS = 1 as MeasureId;
const may = periodOf('month', '2026-05-01' as BusinessDate, PLAIN_CALENDAR);

it.each([
  ['a month that is over', null, 30 * 31 + 10 * 21, (30 * 31 + 10 * 21) / 31],
  ['ten days of it', '2026-05-10' as BusinessDate, 30 * 10, 30],
])('what was there on an average day of %s', (_, asOf, held, expected) => {
  expect(averaged(() => held, may, asOf)(CLIENTS, 'average')).toBe(expected);
});

it('what adds up stays what it is', () => {
  expect(averaged(() => 62, may, null)(CLIENTS, 'closing')).toBe(62);
  expect(averaged(() => undefined, may, null)(CLIENTS, 'average')).toBeUndefined();
});
