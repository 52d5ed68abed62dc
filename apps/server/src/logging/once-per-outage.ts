import type { Log } from '../engines/log.js';

const QUIET_MS = 10_000;

/** What is broken reports itself at every attempt; one line in ten seconds tells enough. */
export function oncePerOutage(log: Log, message: string): (error: unknown) => void {
  let saidAt = -Infinity;
  return (error) => {
    if (performance.now() - saidAt < QUIET_MS) return;
    saidAt = performance.now();
    const reason = error instanceof Error ? error.message || error.name : String(error);
    log.warn(message, { reason });
  };
}
