import { describe, expect, it } from 'vitest';
import { BarGlide } from './bar-glide.js';

describe('BarGlide', () => {
  it('glides where the eye can follow, and steps where it cannot', () => {
    const bar = new BarGlide();
    expect(bar.glidesTo(0.5, 0)).toBe(false);
    expect(bar.glidesTo(0.505, 1_000)).toBe(false);
    expect(bar.glidesTo(0.6, 2_000)).toBe(true);
  });

  it('glides on when something small comes on top', () => {
    const bar = new BarGlide();
    bar.glidesTo(0.5, 0);
    bar.glidesTo(0.6, 1_000);
    expect(bar.glidesTo(0.605, 1_100)).toBe(true);
    expect(bar.glidesTo(0.61, 2_000)).toBe(false);
  });
});
