import { openLiveSocket } from '@bellwether/ui';
import { keyToSend } from './by-account.js';
import type { LateSocket } from './late-socket.js';

/** Fetched beside the first number: everything that the line to the server needs. */
export function openLine(late: LateSocket, key: string): void {
  late.arrive(openLiveSocket(window.location.origin, keyToSend(key)));
}
