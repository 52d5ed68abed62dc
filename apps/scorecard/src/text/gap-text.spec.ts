import { describe, expect, it } from 'vitest';
import { betweenText, gapText } from './gap-text.js';

const calls = { kind: 'count', one: 'call', many: 'calls' } as const;

describe('gapText', () => {
  it.each([
    [{ rank: 4, score: 9_000 }, '2 calls ahead'],
    [{ rank: 6, score: 6_000 }, '1 call behind'],
    [{ rank: 5, score: 7_000 }, 'level'],
  ])('%o is %s', (other, text) => {
    expect(gapText(other, { rank: 5, score: 7_000 }, { unit: calls }, 'en-IE')).toBe(text);
  });

  it('keeps who is better ahead where less is better', () => {
    const other = { rank: 1, score: 60 };
    expect(gapText(other, { rank: 2, score: 150 }, { unit: { kind: 'duration' } }, 'en-IE')).toBe(
      '1 min 30 s ahead',
    );
  });
});

describe('betweenText', () => {
  it.each([
    [1, 2, null],
    [1, 3, '1 place between'],
    [1, 9, '7 places between'],
    [1, 1, null],
  ])('from %i to %i: %s', (upper, lower, text) => {
    expect(betweenText(upper, lower)).toBe(text);
  });
});
