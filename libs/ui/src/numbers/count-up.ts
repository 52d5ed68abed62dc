/** Thirty writes a second are smooth to the eye and light for a television. */
const WRITE_EVERY_MS = 33;

export interface CountUpTiming {
  /** How long to stand still first. */
  readonly wait: number;
  readonly milliseconds: number;
}

/** Runs a number from one value to another, slowing down at the end. Returns how to stop it. */
export function countUp(
  from: number,
  to: number,
  { wait, milliseconds }: CountUpTiming,
  write: (value: number) => void,
): () => void {
  let startedAt: number | undefined;
  let writtenAt = -Infinity;
  let frame = requestAnimationFrame(advance);
  function advance(now: number): void {
    startedAt ??= now + wait;
    const part = Math.min(1, Math.max(0, (now - startedAt) / milliseconds));
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
