import { expect, it } from 'vitest';
import { restAfter } from './rest-after.js';

it.each([
  ['little waited and it was quick', 3, 5, 20],
  ['it took its time: as long again', 120, 45, 45],
  ['the machine is slow', 120, 900, 250],
  ['the clock was of no use', 1, 0, 20],
  ['a whole batch waited, and more may', 500, 45, 0],
])('when %s', (_, deliveries, tookMs, rest) => {
  expect(restAfter(deliveries, 500, tookMs)).toBe(rest);
});
