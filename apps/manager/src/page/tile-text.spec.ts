import { describe, expect, it } from 'vitest';
import { agoText, millisecondsText } from './tile-text.js';

describe('the tiles', () => {
  it.each([
    [0, '0 s ago'],
    [-400, '0 s ago'],
    [2_000, '2 s ago'],
    [59_400, '59 s ago'],
    [61_000, '1 min ago'],
    [3_600_000, '1 h ago'],
    [47 * 3_600_000, '47 h ago'],
    [49 * 3_600_000, '2 days ago'],
  ])('say that %d ms are %s', (age, text) => expect(agoText(1e12, 1e12 + age)).toBe(text));

  it.each([
    [38.4, '38 ms'],
    [1_780, '1.8 s'],
    [12_000, '12 s'],
  ])('measure %d as %s', (delay, text) => expect(millisecondsText(delay, 'en-IE')).toBe(text));
});
