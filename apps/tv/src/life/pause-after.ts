const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** How long to wait before asking again when nobody has answered so many times. */
export function pauseAfter(failures: number): number {
  const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(10, failures - 1));
  // Uneven, so that a house full of walls does not knock as one.
  return pause * (0.75 + Math.random() * 0.5);
}
