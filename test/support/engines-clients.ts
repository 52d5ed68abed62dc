import pg from 'pg';
import { createClient } from 'redis';

/** The first value of the first row. */
export async function ask(
  { databaseUrl }: { readonly databaseUrl: string },
  sql: string,
): Promise<unknown> {
  const client = new pg.Client(databaseUrl);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

export async function tell(
  { redisUrl }: { readonly redisUrl: string },
  command: readonly string[],
): Promise<unknown> {
  const client = createClient({ url: redisUrl, socket: { reconnectStrategy: false } });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.sendCommand([...command]);
  } finally {
    client.destroy();
  }
}
