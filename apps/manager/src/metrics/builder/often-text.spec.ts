import { describe, expect, it } from 'vitest';
import { oftenText } from './often-text.js';

describe('how many of a day count', () => {
  it.each([
    [null, undefined, 'every one'],
    ['contact', undefined, 'once per contact and day'],
    [null, 20, 'at most 20 a day'],
    ['contact', 3, 'at most 3 per contact and day'],
  ])('by %s, at most %s: %s', (oncePer, atMost, text) => {
    expect(oftenText({ oncePer, atMost })).toBe(text);
  });
});
