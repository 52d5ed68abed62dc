import { describe, expect, it } from 'vitest';
import { evenWeights, weightTrouble } from './weights.js';

describe('weights', () => {
  it.each([1, 2, 3, 4, 6, 7, 20])('of %i lines are evened out to 100', (count) => {
    const weights = evenWeights(count);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
    expect(Math.max(...weights) - Math.min(...weights)).toBeLessThanOrEqual(1);
  });

  it.each<[readonly number[], 'activity' | 'outcome', string | null]>([
    [[], 'activity', null],
    [[50, 50], 'activity', null],
    [[50, 40], 'activity', 'What people do weighs 90 %: 10 % are missing'],
    [[70, 40], 'outcome', 'What it brings weighs 110 %: 10 % are too much'],
    [[100, 0], 'outcome', 'What it brings: every weight is a whole number from 1 to 100'],
    [[33.5, 66.5], 'activity', 'What people do: every weight is a whole number from 1 to 100'],
    [[Number.NaN], 'activity', 'What people do: every weight is a whole number from 1 to 100'],
  ])('%j of an %s', (weights, part, text) => {
    expect(weightTrouble(weights, part)).toBe(text);
  });
});
