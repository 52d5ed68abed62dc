import { describe, expect, it } from 'vitest';
import { leftText, progressText } from './rescoring-text.js';

describe('progressText', () => {
  it.each([
    [12_400, 50_000, 118, '12,400 of 50,000 records, about 2 min left'],
    [0, 50_000, null, '0 of 50,000 records'],
    [1, 1, 0, '1 of 1 record, a few seconds left'],
    [0, 0, null, ''],
  ])('%i of %i, with %s s to go: %s', (done, total, secondsLeft, text) => {
    expect(progressText({ done, total, secondsLeft }, 'en-IE')).toBe(text);
  });
});

describe('leftText', () => {
  it.each([
    [null, ''],
    [0, 'a few seconds left'],
    [12, 'about 10 s left'],
    [86, 'about 90 s left'],
    [90, 'about 2 min left'],
    [3_540, 'about 59 min left'],
    [3_599, 'about 1 h left'],
    [4_900, 'about 1 h 20 min left'],
    [7_150, 'about 2 h left'],
  ])('%s s: %s', (seconds, text) => {
    expect(leftText(seconds)).toBe(text);
  });
});
