/** Thirty writes a second are smooth to the eye and light for a television. */
const WRITE_EVERY_MS = 33;

/** Runs a number from one value to another, slowing down at the end. Returns how to stop it. */
export function countUp(
  from: number,
  to: number,
  milliseconds: number,
  write: (value: number) => void,
): () => void {
  let startedAt: number | undefined;
  let writtenAt = -Infinity;
  let frame = requestAnimationFrame(advance);
  function advance(now: number): void {
    startedAt ??= now;
    const part = Math.min(1, (now - startedAt) / milliseconds);
    if (part >= 1 || now - writtenAt >= WRITE_EVERY_MS) {
      writtenAt = now;
      write(part >= 1 ? to : from + (to - from) * decay(part));
    }
    if (part < 1) frame = requestAnimationFrame(advance);
  }
  return () => cancelAnimationFrame(frame);
}

function decay(part: number): number {
  return 1 - (1 - part) ** 4;
}
