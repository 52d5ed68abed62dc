import { numberWidth } from '../numbers/number-size.js';

/** Room is given in steps, so that a digit more or less does not set the name beside it anew. */
const STEP = 30;
const LEAST = 180;
const LINE_SIZE = 22;
/** The small line's letters on average, in parts of their size; a long line is set narrower. */
const LETTER = 0.475;
const TIGHT_LETTER = 0.355;
/** From this many letters on the small line is set narrower. */
export const TIGHT_FROM = 21;

/** How much of a row its score and the small line below it need, in pixels of the design. */
export function valueRoom(score: string, size: number, line: string): number {
  const letter = line.length >= TIGHT_FROM ? TIGHT_LETTER : LETTER;
  const wanted = Math.max(numberWidth(score) * size, line.length * LINE_SIZE * letter);
  return Math.max(LEAST, Math.ceil(wanted / STEP) * STEP);
}
