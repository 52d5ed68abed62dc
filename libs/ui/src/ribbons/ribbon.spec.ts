import { describe, expect, it } from 'vitest';
import { ribbonLook } from './ribbon.js';

describe('ribbonLook', () => {
  it.each([
    [1, { colour: 1, weave: 1 }],
    [12, { colour: 12, weave: 12 }],
    [13, { colour: 1, weave: 2 }],
    [24, { colour: 12, weave: 1 }],
  ])('gives team %i %o', (ribbon, look) => {
    expect(ribbonLook(ribbon)).toEqual(look);
  });

  it('tells 144 teams apart', () => {
    const looks = Array.from({ length: 144 }, (_, index) => JSON.stringify(ribbonLook(index + 1)));
    expect(new Set(looks).size).toBe(144);
  });
});
