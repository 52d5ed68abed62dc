import { expect, it } from 'vitest';
import { shareOfLeader } from './share-of-leader.js';

it.each<[number, number, 'higher' | 'lower', number]>([
  [720_123, 1_000_000, 'higher', 0.72],
  [1_000, 1_000, 'higher', 1],
  [90, 60, 'lower', 0.67],
  [-500, 1_000, 'higher', 0],
  [5, 0, 'higher', 0],
  [0, 0, 'higher', 1],
  [-3, -2, 'higher', 0],
])('%d of %d, where %s is better, is %d', (score, leader, direction, share) => {
  expect(shareOfLeader(score, leader, direction)).toBe(share);
});
