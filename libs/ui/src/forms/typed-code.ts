/** What somebody typed, as a code. */
export interface TypedCode {
  /** The characters that count, in capitals and without anything between them. */
  readonly code: string;
  /** What stands in no code, each once: `O`, `0`. */
  readonly foreign: readonly string[];
}

/** Blanks and dashes only part a code for the eye. */
const BETWEEN = /[\s\p{Pd}_.]/u;

/** Reads a code however it is typed: `hk7p rm4x` is `HK7PRM4X`. What is too long is left out. */
export function typedCode(text: string, alphabet: string, length: number): TypedCode {
  const characters = Array.from(text.toUpperCase()).filter((character) => !BETWEEN.test(character));
  const code = characters.filter((character) => alphabet.includes(character));
  const foreign = characters.filter((character) => !alphabet.includes(character));
  return { code: code.slice(0, length).join(''), foreign: [...new Set(foreign)] };
}
