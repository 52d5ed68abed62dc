import { describe, expect, it } from 'vitest';
import { typedCode } from './typed-code.js';

describe('a code as it is typed', () => {
  it.each([
    ['ABC2', 'ABC2', []],
    ['abc2', 'ABC2', []],
    [' ab-c 2 ', 'ABC2', []],
    ['ab–c2', 'ABC2', []],
    ['ABC2C', 'ABC2', []],
    ['AOb0o', 'AB', ['O', '0']],
    ['ß', '', ['S']],
    ['', '', []],
  ])('%j is %j, and %j is in no code', (text, code, foreign) =>
    expect(typedCode(text, 'ABC2', 4)).toEqual({ code, foreign }),
  );
});
