import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { createTestDatabase } from './database.js';

/** An empty database, and a role with these rights that owns it. Both are gone with the test. */
export async function roleWith(rights: string): Promise<{ readonly url: string }> {
  const { url, drop } = await createTestDatabase();
  const role = `role_${randomUUID().replaceAll('-', '')}`;
  const database = new URL(url).pathname.slice(1);
  await ask(url, `create role ${role} login password 'secret' ${rights}`);
  await ask(url, `alter database ${database} owner to ${role}`);
  const server = new URL(url);
  server.pathname = '/postgres';
  onTestFinished(async () => {
    await drop();
    await ask(server.href, `drop role ${role}`);
  });
  const own = new URL(url);
  own.username = role;
  own.password = 'secret';
  return { url: own.href };
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
