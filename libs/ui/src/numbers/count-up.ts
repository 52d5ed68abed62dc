/** Thirty writes a second are smooth to the eye and light for a television. */
const WRITE_EVERY_MS = 33;

export interface CountUpTiming {
  /** How long to stand still first. */
  readonly wait: number;
  readonly milliseconds: number;
}

interface Count {
  readonly from: number;
  readonly to: number;
  readonly startsAt: number;
  readonly milliseconds: number;
  readonly write: (value: number) => void;
}

const counts = new Set<Count>();
let frame: number | null = null;
let writtenAt = -Infinity;

/** Runs a number from one value to another, slowing down at the end. Returns how to stop it. */
export function countUp(
  from: number,
  to: number,
  { wait, milliseconds }: CountUpTiming,
  write: (value: number) => void,
): () => void {
  const count: Count = { from, to, startsAt: performance.now() + wait, milliseconds, write };
  counts.add(count);
  frame ??= requestAnimationFrame(writeAll);
  return () => void counts.delete(count);
}

/** All numbers of a screen are written in the same frames, and the frames between are left alone. */
function writeAll(now: number): void {
  if (now - writtenAt >= WRITE_EVERY_MS) {
    writtenAt = now;
    for (const count of counts) {
      const part = Math.min(1, Math.max(0, (now - count.startsAt) / count.milliseconds));
      if (part >= 1) counts.delete(count);
      count.write(part >= 1 ? count.to : count.from + (count.to - count.from) * decay(part));
    }
  }
  frame = counts.size > 0 ? requestAnimationFrame(writeAll) : null;
}

function decay(part: number): number {
  return 1 - (1 - part) ** 4;
}
