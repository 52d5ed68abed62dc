import { describe, expect, it } from 'vitest';
import { layPodium } from './podium-spot.js';

const beside = { wide: false, strip: true };
const heights = (ranks: number[], stage = beside) =>
  layPodium(ranks, stage).map(({ hill }) => hill.height);

describe('layPodium', () => {
  it('stands as drawn: first in the middle, second left, third right', () => {
    const [first, second, third] = layPodium([1, 2, 3], beside);
    expect([first?.hill, second?.hill.x, third?.hill.x]).toEqual([
      { x: 580, base: 960, height: 600, width: 266.5 },
      228,
      950,
    ]);
    expect(heights([1, 2, 3])).toEqual([600, 486, 428]);
  });

  it.each([
    [
      [1, 1, 3],
      [600, 600, 428],
    ],
    [
      [1, 2, 2],
      [600, 486, 486],
    ],
    [
      [1, 1, 1],
      [600, 600, 600],
    ],
  ])('gives equal places equal hills: %o', (ranks, expected) => {
    expect(heights(ranks)).toEqual(expected);
  });

  it('keeps empty hills lower than any taken one', () => {
    const [, second, third] = heights([1]);
    expect(Math.max(second ?? 0, third ?? 0)).toBeLessThan(428);
  });

  it('keeps the crest where it is when there is no strip below', () => {
    const [first] = layPodium([1], { wide: true, strip: false });
    expect((first?.hill.base ?? 0) - (first?.hill.height ?? 0)).toBe(360);
  });
});
