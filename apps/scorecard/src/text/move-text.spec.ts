import { describe, expect, it } from 'vitest';
import { moveText } from './move-text.js';

describe('moveText', () => {
  it.each<[number | null, number | null, string | null]>([
    [5, 5, null],
    [7, 5, 'You are 5th now, up from 7th'],
    [5, 7, 'You are 7th now'],
    [2, 1, 'You wear the bell now, in 1st place'],
    [null, 12, 'You are on the board, in 12th place'],
    [12, null, 'You have no place now'],
  ])('from %s to %s: %s', (before, now, text) => {
    expect(moveText(before, now)).toBe(text);
  });
});
