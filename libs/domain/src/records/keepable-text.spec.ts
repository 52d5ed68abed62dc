import { describe, expect, it } from 'vitest';
import { cutText, isKeepable, mayBeUnkeepable } from './keepable-text.js';

describe('a text', () => {
  it.each([
    ['Ünal & Sons 🐑 שלום', true],
    ["'); drop table entry;--", true],
    ['', true],
    ['a\u0000b', false],
    ['half \ud83d', false],
    ['\udc11 half', false],
    ['the wrong way \udc11\ud83d', false],
  ])('%j can be kept: %s', (text, keepable) => {
    expect(isKeepable(text)).toBe(keepable);
    expect(isKeepable({ deep: [{ [text]: 1 }, { inside: text }] })).toBe(keepable);
    expect(keepable || mayBeUnkeepable(JSON.stringify({ text }))).toBe(true);
  });

  it.each([
    ['abc', 2, 'ab'],
    ['a🐑', 2, 'a'],
    ['a🐑', 3, 'a🐑'],
    ['🐑🐑', 2, '🐑'],
  ])('%s cut to %i is %s, never half of a pair', (text, most, cut) => {
    expect(cutText(text, most)).toBe(cut);
  });

  it.each([7, null, true, undefined, [1, 2]])('may also be none: %j', (value) => {
    expect(isKeepable(value)).toBe(true);
  });
});
