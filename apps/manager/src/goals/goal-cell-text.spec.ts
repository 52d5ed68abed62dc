import { describe, expect, it } from 'vitest';
import { cellText, howFar, outcomeOf } from './goal-cell-text.js';

const EUR = { kind: 'money', currency: 'EUR', minorDigits: 2 } as const;
const DEALS = { kind: 'count', one: 'deal', many: 'deals' } as const;
const month = (won: number | null, due: number | null, goal = due ?? 0, relief = 0) => ({
  won,
  due,
  goal,
  relief,
});

describe('a goal in its cell', () => {
  it.each([
    [6_000_000, EUR, '60,000'],
    [123_450, EUR, '1,234.50'],
    [0, EUR, '0'],
    [12_000, DEALS, '12'],
    [500, DEALS, '0.5'],
  ])('%d reads %s', (value, unit, text) => {
    expect(cellText(value, unit, 'en-IE')).toBe(text);
  });
});

describe('what came of a quarter', () => {
  it('is sum over sum, never the mean of its months', () => {
    const months = [month(50, 100), month(120, 100), month(90, 40)];
    expect(outcomeOf(months, { months: [0, 1, 2] }, false).attained).toBeCloseTo(260 / 240, 10);
  });
  it('has no share without a goal, or where it is kept from who looks', () => {
    expect(outcomeOf([month(50, 0)], { months: [0] }, false).attained).toBeNull();
    expect(outcomeOf([month(null, 10)], { months: [0] }, false).attained).toBeNull();
  });
  it('tells what other sources ask for, once all is counted', () => {
    const months = [month(0, 85, 100, 40)];
    expect(outcomeOf(months, { months: [0] }, false)).toMatchObject({ elsewhere: 25, relief: 40 });
    expect(outcomeOf(months, { months: [0] }, true).elsewhere).toBeNull();
  });
});

describe('how far a month is', () => {
  it.each([
    ['2026-10-31', false, 0],
    ['2026-11-02', true, 0],
    ['2026-11-16', true, 10 / 21],
    ['2026-12-01', true, 1],
  ])('on %s', (today, begun, over) => {
    expect(howFar({ months: [10] }, 2026, today)).toEqual({ begun, over });
  });
});
