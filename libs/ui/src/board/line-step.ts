const SIZE = 24;
/** The average letter of the small line, in parts of its size, in each of its widths. */
const LETTERS = [0.475, 0.43, 0.385];

/** How narrow a small line must be set for its room: 0 to 2, or 3 when it takes two lines. */
export function lineStep(text: string, room: number): number {
  const step = LETTERS.findIndex((letter) => text.length * SIZE * letter <= room);
  return step < 0 ? LETTERS.length : step;
}
