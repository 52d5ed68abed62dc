import type { LiveSocket } from './live-socket.js';

/** A wall that paints a dozen boards says some hundred things a second, at the very most. */
const MOST_MESSAGES = 5_000;
const WINDOW_MS = 10_000;

/** Hangs up on a socket that says more than any screen has to say. */
export function guardAgainstFloods(socket: LiveSocket): void {
  let heard = 0;
  let since = Date.now();
  socket.use((_message, next) => {
    const now = Date.now();
    if (now - since > WINDOW_MS) [heard, since] = [0, now];
    heard += 1;
    if (heard <= MOST_MESSAGES) next();
    else socket.disconnect(true);
  });
}
