import { freePort } from '../../apps/server/src/engines/free-port.js';

/** An address that both a server and whoever points to it can be told before it listens. */
export async function addressOfOwn(): Promise<{ readonly port: number; readonly url: string }> {
  const port = await freePort();
  return { port, url: `http://127.0.0.1:${port}` };
}
