const WIDTH = 24;
const EVERY_MS = 100;

/** A bar for work of known size, drawn ten times a second at most. */
export function progressBar(
  progress: (line: string) => void,
): (done: number, of: number, what: string) => void {
  let drawnAt = -Infinity;
  return (done, of, what) => {
    const now = performance.now();
    if (now - drawnAt < EVERY_MS) return;
    drawnAt = now;
    const share = of === 0 ? 1 : Math.min(done / of, 1);
    const full = Math.round(share * WIDTH);
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
    progress(`${bar} ${`${Math.floor(share * 100)} %`.padStart(5)}  ${what}`);
  };
}
