import { describe, expect, it } from 'vitest';
import type { MeasureId } from '../ids.js';
import type { Metric } from '../metrics/metric.js';
import type { Presence } from '../people/presence.js';
import type { BusinessDate } from '../time/business-date.js';
import { PLAIN_CALENDAR } from '../time/fiscal-calendar.js';
import { periodOf } from '../time/period.js';
import { hillOf } from './hill.js';
import { measureLine } from './measure-line.js';
import { measure } from './measured.js';
import type { ScorecardLine, ScorecardPeriod } from './scorecard.js';

const day = (text: string) => text as BusinessDate;
const TODAY = day('2026-11-18');
const ALWAYS: Presence = {
  workingDays: null,
  absences: [],
  holidays: new Set(),
  hiredOn: null,
  leftOn: null,
};
const CALLS: Metric = {
  key: 'calls',
  version: 1,
  title: 'Calls',
  unit: { kind: 'count', one: 'call', many: 'calls' },
  direction: 'higher',
  timing: 'leading',
  formula: { kind: 'sum', terms: [{ measureId: 1 as MeasureId, weight: 1 }] },
};
const FEW: Metric = { ...CALLS, direction: 'lower' };
const RATE: Metric = {
  ...CALLS,
  formula: {
    kind: 'ratio',
    numerator: { terms: [{ measureId: 1 as MeasureId, weight: 1 }] },
    denominator: { terms: [{ measureId: 2 as MeasureId, weight: 1 }] },
  },
};

const line = (period: ScorecardPeriod, target: number): ScorecardLine => ({
  metric: 'calls',
  part: 'activity',
  period,
  target,
  weight: 100,
  minimum: null,
  cap: 150,
});
const measured = (
  period: ScorecardPeriod,
  { done = 0, target = 100, metric = CALLS, presence = {}, ownTarget = NONE } = {} as {
    done?: number;
    target?: number;
    metric?: Metric;
    presence?: Partial<Presence>;
    ownTarget?: number | undefined;
  },
) =>
  measureLine(line(period, target), metric, {
    period: periodOf(period, TODAY, PLAIN_CALENDAR),
    presence: { ...ALWAYS, ...presence },
    measured: measure(metric, () => done),
    ownTarget,
    today: TODAY,
    dayOver: 0.5,
  });
const NONE = undefined;

describe('a line of a scorecard', () => {
  it('of a day has the pace of the hour', () => {
    const { attainment, pace } = measured('day', { done: 60 });
    expect(attainment).toBe(0.6);
    expect(pace).toMatchObject({ elapsedDays: 0.5, totalDays: 1, byTheHour: true, pace: 1.2 });
  });

  it('of a month has the pace of the days that are over', () => {
    const { pace } = measured('month', { done: 60, target: 105 });
    // 12 of 21 working days are over on Wednesday the 18th.
    expect(pace).toMatchObject({ elapsedDays: 12, totalDays: 21, byTheHour: false, pace: 1 });
  });

  it('asks less of who is away for a part of it, or works a part of the week', () => {
    const absences = [
      { kind: 'holiday', from: day('2026-11-02'), until: day('2026-11-06') },
    ] as const;
    expect(measured('month', { target: 2100, presence: { absences } }).target).toBe(1600);
    expect(measured('week', { presence: { workingDays: [1, 2, 3] } }).target).toBeCloseTo(60, 9);
    expect(measured('day', { presence: { workingDays: [1, 2, 3] } }).target).toBe(100);
  });

  it('asks the same on fewer days in a month with a holiday', () => {
    const holidays = new Set([day('2026-11-16')]);
    const { target, pace } = measured('month', { presence: { holidays } });
    expect([target, pace?.totalDays]).toEqual([100, 20]);
  });

  it('asks nothing of who is away, and does not call that 0 %', () => {
    const absences = [{ kind: 'sick', from: TODAY, until: TODAY }] as const;
    const { target, fullTarget, attainment } = measured('day', { done: 5, presence: { absences } });
    expect([target, fullTarget, attainment]).toEqual([0, 100, null]);
  });

  it('takes an own target as it is, also of who works a part of the week', () => {
    const presence = { workingDays: [1, 2, 3] };
    expect(measured('week', { presence, ownTarget: 80 })).toMatchObject({
      target: 80,
      fullTarget: 80,
      hasOwnTarget: true,
    });
  });

  it.each([
    ['quotient', RATE],
    ['number that should be low', FEW],
  ])('has no pace when it is a %s', (_, metric) => {
    expect(measured('month', { done: 1, metric }).pace).toBeNull();
  });

  it('of nothing done is 0, and of nothing to divide by is not measured', () => {
    expect(measured('day').attainment).toBe(0);
    expect(measured('day', { metric: RATE, target: 0.5 }).attainment).toBeNull();
  });
});

describe('the hill of a month', () => {
  const hill = hillOf({
    from: day('2026-11-01'),
    to: day('2026-11-30'),
    today: TODAY,
    target: 2_100,
    presence: ALWAYS,
    doneOn: (date) => (date === '2026-11-07' || date === '2026-11-18' ? 500 : 0),
  });
  const on = (date: string) => hill.find((one) => one.date === date);

  it('has every day, and reaches the target on the last working day', () => {
    expect(hill).toHaveLength(30);
    expect(on('2026-11-30')).toEqual({
      date: '2026-11-30',
      actual: null,
      plan: 2_100,
      worksThen: true,
    });
  });

  it('rises with what is done on any day, and the plan on working days only', () => {
    expect(on('2026-11-06')).toMatchObject({ actual: 0, plan: 500 });
    expect(on('2026-11-07')).toMatchObject({ actual: 500, plan: 500, worksThen: false });
    expect(on('2026-11-18')).toMatchObject({ actual: 1_000, plan: 1_300 });
    expect(on('2026-11-19')).toMatchObject({ actual: null });
  });
});
