import { describe, expect, it } from 'vitest';
import { noPlaceText } from './no-place-text.js';

const deals = { one: 'deal', many: 'deals' };

describe('why a number has no place', () => {
  it.each([
    [3, 5, false, 'Not shown yet: 3 of 5 deals. Fewer say too little'],
    [12.5, 20, true, 'No place yet: 12.5 of 20 deals. Fewer say too little to compare'],
  ])('%d of %d', (has, needs, isShown, text) => {
    expect(noPlaceText({ has, needs, isShown, ...deals }, 'en-IE')).toBe(text);
  });
});
