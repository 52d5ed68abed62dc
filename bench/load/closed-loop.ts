import { KeptConnection } from './kept-connection.js';

/** What came back: how many were acknowledged, in what time, and how long each waited. */
export interface Acknowledged {
  readonly count: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly waits: Float64Array;
}

/**
 * Sends over `connections` connections, on each the next request as soon as the last is
 * acknowledged, until `next` has no more. Any other reply than 202 ends the run.
 */
export async function closedLoop(
  port: number,
  connections: number,
  next: () => Buffer | undefined | Promise<Buffer | undefined>,
): Promise<Acknowledged> {
  const open = await Promise.all(
    Array.from({ length: connections }, () => KeptConnection.open(port)),
  );
  const waits: number[] = [];
  const started = performance.now();
  try {
    await Promise.all(open.map((connection) => sendAll(connection, next, waits)));
  } finally {
    for (const connection of open) connection.close();
  }
  const seconds = (performance.now() - started) / 1_000;
  return { count: waits.length, seconds, waits: Float64Array.from(waits) };
}

async function sendAll(
  connection: KeptConnection,
  next: () => Buffer | undefined | Promise<Buffer | undefined>,
  waits: number[],
): Promise<void> {
  for (;;) {
    const taken = next();
    const request = taken instanceof Promise ? await taken : taken;
    if (request === undefined) return;
    const sentAt = performance.now();
    const status = await connection.send(request);
    if (status !== 202) throw new Error(`A webhook was answered with ${status}`);
    waits.push(performance.now() - sentAt);
  }
}
