import { expect, it } from 'vitest';
import { countDuration } from './count-duration.js';

it.each([
  [0, 400],
  [1, 400],
  [100, 540],
  [8_400, 771],
  [1e12, 1200],
])('a change of %d counts for %i ms', (change, ms) => {
  expect(countDuration(change)).toBe(ms);
});
