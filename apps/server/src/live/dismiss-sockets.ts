import { setTimeout as pause } from 'node:timers/promises';
import type { LiveNamespace } from './live-socket.js';

const STEPS = 20;

/**
 * Closes the lines a few at a time, so that a thousand screens do not come to the other nodes in one
 * moment. What closes is the transport: screens then come back by themselves, after an uneven pause.
 */
export async function dismissSockets(
  namespace: LiveNamespace,
  withinMs: number,
  hurry: AbortSignal,
): Promise<void> {
  const lines = [...namespace.sockets.values()].map(({ conn }) => conn);
  const atOnce = Math.ceil(lines.length / STEPS);
  for (let step = 0; step < STEPS; step += 1) {
    for (const line of lines.splice(0, atOnce)) line.close();
    await pause(withinMs / STEPS, undefined, { signal: hurry }).catch(() => undefined);
  }
}
