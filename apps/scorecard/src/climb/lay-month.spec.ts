import { describe, expect, it } from 'vitest';
import { layMonth } from './lay-month.js';

const plan = Array.from({ length: 30 }, (_, day) => (58 * (day + 1)) / 30);
const lay = (actual: readonly number[], width = 390) =>
  layMonth({ plan, actual, target: 58 }, width, 200);

describe('layMonth', () => {
  it.each([320, 390, 820])('puts today on the way to the bell in a picture %i wide', (width) => {
    const { own, summit } = lay(
      Array.from({ length: 19 }, (_, day) => (42 * (day + 1)) / 19),
      width,
    );
    expect(summit.x).toBeCloseTo(width - 21);
    expect(own.x / summit.x).toBeCloseTo(19 / 30, 1);
    expect(own.y).toBeGreaterThan(summit.y);
    expect(own.y).toBeLessThan(200);
  });

  it('puts whoever is beyond the target above the bell, inside the picture', () => {
    const { own, summit } = lay([80]);
    expect(own.y).toBeLessThan(summit.y);
    expect(own.y).toBeGreaterThan(0);
  });

  it('keeps the own way below what is written over it', () => {
    for (const brought of [10, 42, 58, 120]) {
      const { own, summit } = layMonth({ plan, actual: [brought], target: 58 }, 390, 218, 120);
      expect(own.y).toBeGreaterThanOrEqual(120 - 1e-9);
      expect(summit.y).toBeGreaterThan(0);
    }
  });

  it('waits at the foot before the first day', () => {
    const { own, summit } = lay([]);
    expect(own.x).toBe(12);
    expect(own.y).toBeGreaterThan(summit.y);
  });

  it('stands on level ground where neither plan nor number is', () => {
    const { own, summit, crest } = layMonth({ plan: [0, 0], actual: [0], target: 0 }, 390, 200);
    expect(own.y).toBe(summit.y);
    expect(crest).not.toContain('NaN');
  });
});
