import { describe, expect, it } from 'vitest';
import { curvePath } from './curve-path.js';

/** Every height that a path names, those it bends towards as well. */
const heights = (path: string) =>
  [...path.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Number(y));

describe('curvePath', () => {
  it('goes through all spots and stays between them', () => {
    const path = curvePath([
      { x: 0, y: 100 },
      { x: 10, y: 100 },
      { x: 20, y: 40 },
      { x: 30, y: 40 },
      { x: 40, y: 10 },
    ]);
    expect(path).toMatch(/^M0 100C/);
    expect(path.match(/C/g)).toHaveLength(4);
    const all = heights(path);
    expect(Math.min(...all)).toBe(10);
    expect(Math.max(...all)).toBe(100);
    // A day on which nothing came is level.
    expect(all.slice(0, 4)).toEqual([100, 100, 100, 100]);
    expect(all.slice(7, 10)).toEqual([40, 40, 40]);
  });

  it('is nothing without spots, and a dot with one', () => {
    expect(curvePath([])).toBe('');
    expect(curvePath([{ x: 3, y: 4 }])).toBe('M3 4');
  });
});
