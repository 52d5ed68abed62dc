import { expect, it } from 'vitest';
import { fillShare } from './fill-share.js';

it.each([
  [50, 100, 'higher', 0.5],
  [100, 100, 'higher', 1],
  [0, 0, 'higher', 0],
  [-5, 100, 'higher', 0],
  [-5, -2, 'higher', 0],
  [60, 30, 'lower', 0.5],
  [0, 0, 'lower', 0],
  [120, 100, 'higher', 1],
] as const)(
  'a score of %d against %d, %s is better, fills %d',
  (score, leader, direction, share) => {
    expect(fillShare(score, leader, direction)).toBe(share);
  },
);
