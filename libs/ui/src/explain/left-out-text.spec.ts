import { describe, expect, it } from 'vitest';
import { leftOutText } from './left-out-text.js';

describe('what a cap left out', () => {
  it.each([
    [3, 23, 20, null, '3 of 23 are above the cap of 20 a day'],
    [1, 4, 3, 'contact', '1 of 4 is above the cap of 3 per contact and day'],
    [2, 9, 1, 'custom.seat', '2 of 9 are not the first with the same seat that day'],
  ])('%i of %i', (leftOut, claimed, atMost, by, text) => {
    expect(leftOutText({ measure: 'calls', leftOut, claimed, atMost, by }, 'en-IE')).toBe(text);
  });
});
