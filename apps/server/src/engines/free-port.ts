import { createServer } from 'node:net';

const FIRST = 20_000;
const LAST = 29_999;

/**
 * A loopback port nobody listens on. Taken from below the range that systems hand out to outgoing
 * connections: there, a client that keeps trying to reconnect to an engine which is down can end up
 * connected to itself and hold the port the engine needs back.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST + 1));
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
