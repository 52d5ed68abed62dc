import { expect, it } from 'vitest';
import type { MeasureId } from '../ids.js';
import type { Measure, Reached } from '../measures/measure.js';
import type { BusinessDate } from '../time/business-date.js';
import { PLAIN_CALENDAR } from '../time/fiscal-calendar.js';
import { periodOf } from '../time/period.js';
import { ripensOn } from './ripens-on.js';

const measure = (id: number, reached?: readonly Reached[]): Measure => ({
  id: id as MeasureId,
  version: 1,
  key: `measure ${id}`,
  unit: 'count',
  rules: [
    {
      record: 'lead',
      credit: { kind: 'split' },
      dates: [{ kind: 'first-heard' }],
      amount: { kind: 'one' },
      ...(reached && { reached }),
    },
  ],
});
const toSql = (withinDays?: number): Reached => ({
  field: 'status',
  values: ['sql'],
  ...(withinDays !== undefined && { withinDays }),
});
const share = (some: number, all: number) =>
  ({
    formula: {
      kind: 'ratio',
      numerator: { terms: [{ measureId: some as MeasureId, weight: 1 }] },
      denominator: { terms: [{ measureId: all as MeasureId, weight: 1 }] },
    },
  }) as const;
const day = (date: string) => date as BusinessDate;
const may = periodOf('month', day('2026-05-01'), PLAIN_CALENDAR);

it.each([
  ['within the month', '2026-05-12', '2026-07-01'],
  [
    'on the last day on which somebody of its last day gets there in time',
    '2026-06-30',
    '2026-07-01',
  ],
  ['on the day after', '2026-07-01', null],
])('a cohort of May with thirty days, seen %s', (_, today, expected) => {
  const measures = [measure(1, [toSql(30)]), measure(2)];
  expect(ripensOn(share(1, 2), measures, may, day(today))).toBe(expected);
});

it('the slowest of its measures decides, others have no say', () => {
  const measures = [measure(1, [toSql(30)]), measure(2, [toSql(60)]), measure(3, [toSql(365)])];
  expect(ripensOn(share(1, 2), measures, may, day('2026-07-15'))).toBe('2026-07-31');
});

it.each([
  ['what counts at once', share(3, 2), may],
  ['what may come at any time', share(4, 2), may],
  ['all time', share(1, 2), periodOf('all', day('2026-05-01'), PLAIN_CALENDAR)],
])('%s does not ripen', (_, metric, period) => {
  const measures = [measure(1, [toSql(30)]), measure(2), measure(3), measure(4, [toSql()])];
  expect(ripensOn(metric, measures, period, day('2026-05-12'))).toBeNull();
});
