import type { Log } from '../../apps/server/src/engines/log.js';

/** A log whose lines a test can read. */
export function listeningLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const hear = (message: string): void => void lines.push(message);
  return { lines, info: hear, warn: hear, error: hear };
}
