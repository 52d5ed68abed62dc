import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a fact about another process, and fails with its name when it does not come true in time. */
export async function until(
  fact: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 15_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Not in ${withinMs} ms: ${fact}`);
    await pause(20);
  }
}
