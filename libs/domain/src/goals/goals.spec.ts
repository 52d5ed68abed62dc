import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusinessDate } from '../time/business-date.js';
import { doubleGoal } from './double-goal.js';
import { dueInMonth } from './due-in-month.js';
import type { GoalPeriod } from './goal-period.js';
import { goalPeriod, monthsOfYear } from './goal-period.js';
import type { NameMatch } from './match-name.js';
import { matchName } from './match-name.js';
import { refuseRelief } from './refuse-relief.js';

const day = (text: string) => text as BusinessDate;
const period = (key: string) => goalPeriod(key) as GoalPeriod;

describe('the period of a goal', () => {
  it.each([
    ['2026-11', '2026-11-01', '2026-11-30'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026', '2026-01-01', '2026-12-31'],
  ])('%s is from %s until %s', (key, startsOn, endsOn) => {
    expect(period(key)).toMatchObject({ startsOn, endsOn });
  });
  it.each(['2026-13', '2026-Q5', '2026-11-01', 'all', ''])('%s is none', (key) => {
    expect(goalPeriod(key)).toBeUndefined();
  });
});

describe('a quarter', () => {
  it.each([
    ['2026-Q4', ['2026-11'], '2026-11'],
    ['2026-11', ['2026-Q4'], '2026-Q4'],
    ['2026-11', ['2026'], '2026'],
    ['2026', ['2025-12', '2026-Q1'], '2026-Q1'],
    ['2026-11', ['2026-10', '2026-Q3', '2025'], undefined],
    ['2026-11', ['2026-11'], undefined],
  ])('is never counted beside its months: %s beside %j', (asked, given, double) => {
    expect(doubleGoal(asked, given)).toBe(double);
  });
});

describe('what is due in a month', () => {
  it('is a share of the quarter by weekdays', () => {
    // October 2026 has 22 weekdays, November 21, December 23.
    const due = (month: string) => dueInMonth(66_000, period('2026-Q4'), period(month));
    expect([due('2026-10'), due('2026-11'), due('2026-12'), due('2026-09')]).toEqual([
      22_000, 21_000, 23_000, 0,
    ]);
  });

  it('is all of it on the first day of a weekend', () => {
    const weekend = { startsOn: day('2026-10-31'), endsOn: day('2026-11-01') };
    expect(dueInMonth(500, weekend, period('2026-10'))).toBe(500);
    expect(dueInMonth(500, weekend, period('2026-11'))).toBe(0);
  });

  it('adds up to the cent, whatever the goal and the period', () => {
    const keys = fc.constantFrom('2026', '2026-Q1', '2026-Q3', '2028-02');
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), keys, (value, key) => {
        const months = monthsOfYear(Number(key.slice(0, 4)));
        const sum = months.reduce((sum, month) => sum + dueInMonth(value, period(key), month), 0);
        expect(sum).toBe(value);
      }),
    );
  });
});

describe('relief', () => {
  it.each([
    ['from the first day of the month that runs', '2026-11-01', 100, undefined],
    ['of all that is due', '2026-11-20', 1_000, undefined],
    ['of a month that is over', '2026-10-31', 100, 'in-a-closed-month'],
    ['of more than is due', '2026-11-20', 1_001, 'too-much'],
  ])('%s', (_, from, amount, refusal) => {
    const relief = { from: day(from), until: day('2026-11-30'), amount };
    expect(refuseRelief(relief, 1_000, day('2026-11-22'))).toBe(refusal);
  });
  it('needs days in order and a goal to take it from', () => {
    const relief = { from: day('2026-11-10'), until: day('2026-11-09'), amount: 1 };
    expect(refuseRelief(relief, 1_000, day('2026-11-22'))).toBe('ends-before-it-begins');
    expect(refuseRelief({ ...relief, until: day('2026-11-12') }, 0, day('2026-11-22'))).toBe(
      'no-goal',
    );
  });
});

describe('a written name', () => {
  const all = [
    { id: 'leena', names: ['Leena Korhonen', 'leena@lark.example'] },
    { id: 'bjorn', names: ['Björn Þórsson'] },
    { id: 'ana1', names: ['Ana Lopes'] },
    { id: 'ana2', names: ['Ana Lopes'] },
  ];
  it.each<[string, string | null, string[]]>([
    ['Leena Korhonen', 'leena', []],
    ['  KORHONEN, leena ', 'leena', []],
    ['leena@LARK.example', 'leena', []],
    ['Bjorn Þorsson', 'bjorn', []],
    ['Ana Lopes', null, ['ana1', 'ana2']],
    ['Lena Korhonnen', null, ['leena']],
    ['Zbigniew', null, []],
    ['', null, []],
  ])('%j means %s, or perhaps %j', (written, id, suggestions) => {
    expect(matchName(written, all)).toEqual({ id, suggestions } satisfies NameMatch<string>);
  });
});
