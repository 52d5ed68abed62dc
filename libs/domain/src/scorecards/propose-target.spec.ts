import { describe, expect, it } from 'vitest';
import { percentileOf, proposeTarget } from './propose-target.js';

describe('a proposed target', () => {
  const tenDays = [40, 42, 38, 45, 50, 41, 39, 44, 47, 43];

  it('is what a fifth of the days were better than', () => {
    expect(proposeTarget(tenDays, 'higher')).toBeCloseTo(45.4, 9);
  });

  it('is low where low is good', () => {
    expect(proposeTarget(tenDays, 'lower')).toBeCloseTo(39.8, 9);
  });

  it('of one day is that day, and of none is none', () => {
    expect(proposeTarget([7], 'higher')).toBe(7);
    expect(proposeTarget([], 'higher')).toBeNull();
  });

  it('reaches from the least to the most', () => {
    expect([percentileOf(tenDays, 0), percentileOf(tenDays, 1)]).toEqual([38, 50]);
  });
});
