import { describe, expect, it } from 'vitest';
import { contours, hillPath, ridgeAt } from './hill-curve.js';

const leader = { x: 580, base: 960, height: 600, width: 266 };

describe('ridgeAt', () => {
  it.each([
    [580, 360],
    [766.7, 508],
    [393.3, 508],
    [953.3, 922],
    [1140, 944.5],
  ])('stands as drawn at %d', (x, y) => {
    expect(Math.abs(ridgeAt(leader, x) - y)).toBeLessThan(2);
  });
});

it('keeps every contour inside its hill', () => {
  for (const contour of contours(leader)) {
    for (let x = 100; x <= 1060; x += 20) {
      expect(ridgeAt(contour, x)).toBeGreaterThanOrEqual(ridgeAt(leader, x) - 0.5);
    }
  }
});

it('closes the hill along the ground', () => {
  expect(hillPath(leader)).toMatch(/^M20 .*V970H20Z$/);
});
